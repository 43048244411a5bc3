/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-output.h"

#include <stdio.h>

#include "base/hbk-text.h"

/* Lines are broken here; a terminal of the usual width shows them whole. */
#define LINE_WIDTH 100

/**
 * hbk_output_json:
 * @writer: what was written
 *
 * Prints JSON to standard output.
 */
void
hbk_output_json (HbkJsonWriter *writer)
{
  g_autoptr (GBytes) bytes = hbk_json_writer_finish (writer);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  fwrite (text, 1, length, stdout);
}

/**
 * hbk_output_width:
 * @text: a text
 *
 * Measures a text in columns of a terminal: Chinese characters take two.
 *
 * Returns: the columns
 */
int
hbk_output_width (const char *text)
{
  int width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? 2 : 1;
    }
  return width;
}

/**
 * hbk_output_pad:
 * @line: where to append
 * @text: a text
 * @width: columns to fill
 * @to_the_right: set the text to the right, as figures are
 *
 * Appends a text, padded to a column. A text that is too long is left whole.
 */
void
hbk_output_pad (GString    *line,
                const char *text,
                int         width,
                gboolean    to_the_right)
{
  int gap = MAX (width - hbk_output_width (text), 0);

  if (!to_the_right)
    g_string_append (line, text);
  for (int i = 0; i < gap; i++)
    g_string_append_c (line, ' ');
  if (to_the_right)
    g_string_append (line, text);
}

/**
 * hbk_output_clean:
 * @text: (nullable): a text that somebody else wrote
 * @max_chars: the most that is shown
 *
 * Makes a text safe for a terminal: control characters and marks that turn the direction of writing become visible.
 *
 * Returns: (transfer full): the text
 */
char *
hbk_output_clean (const char *text,
                  guint       max_chars)
{
  return hbk_text_escape (text != NULL ? text : "", -1, max_chars);
}

/* Where a line may end: before a blank, or between two wide characters. */
static const char *
break_point (const char *text,
             int         room)
{
  const char *last = NULL;
  int width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (c != text && (letter == ' ' || g_unichar_iswide (letter)))
        last = c;
      width += g_unichar_iswide (letter) ? 2 : 1;
      if (width > room)
        return last != NULL ? last : c;
    }
  return text + strlen (text);
}

/**
 * hbk_output_wrapped:
 * @first_prefix: what stands before the first line
 * @prefix: what stands before the others
 * @text: a text, already cleaned
 *
 * Prints a text over as many lines as it needs.
 */
void
hbk_output_wrapped (const char *first_prefix,
                    const char *prefix,
                    const char *text)
{
  const char *begin = first_prefix;

  do
    {
      const char *end = break_point (text, MAX (LINE_WIDTH - hbk_output_width (begin), 20));

      if (end == text)
        end = g_utf8_next_char (text);
      g_print ("%s%.*s\n", begin, (int) (end - text), text);
      text = *end == ' ' ? end + 1 : end;
      begin = prefix;
    }
  while (*text != '\0');
}

/**
 * hbk_output_clause_text:
 * @pack: the rules
 * @clause: (nullable): id of a clause
 * @language: the language
 *
 * Gets our short wording of a clause.
 *
 * Returns: (transfer none): the text, "" when there is none
 */
const char *
hbk_output_clause_text (const HbkPack *pack,
                        const char    *clause,
                        HbkLanguage    language)
{
  const HbkClause *found = clause != NULL ? hbk_pack_lookup_clause (pack, clause) : NULL;

  return found != NULL ? hbk_bilingual_get (&found->text, language) : "";
}
