/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-columns.h"

#include <string.h>

static int
letter_width (gunichar letter)
{
  if (g_unichar_iszerowidth (letter))
    return 0;

  return g_unichar_iswide (letter) ? 2 : 1;
}

/**
 * hbk_columns_width:
 * @text: a text
 *
 * Measures a text in columns of a terminal: Chinese characters take two.
 *
 * Returns: the columns
 */
int
hbk_columns_width (const char *text)
{
  int width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    width += letter_width (g_utf8_get_char (c));

  return width;
}

/**
 * hbk_columns_fill:
 * @line: a line
 * @width: columns to fill
 *
 * Appends blanks until the line is so wide; nothing to one that already is.
 */
void
hbk_columns_fill (GString *line, int width)
{
  for (int i = hbk_columns_width (line->str); i < width; i++)
    g_string_append_c (line, ' ');
}

/**
 * hbk_columns_pad:
 * @line: where to append
 * @text: a text
 * @width: columns to fill
 * @to_the_right: set the text to the right, as figures are
 *
 * Appends a text, padded to a column. A text that is too long is left whole.
 */
void
hbk_columns_pad (GString *line, const char *text, int width, gboolean to_the_right)
{
  int gap = MAX (width - hbk_columns_width (text), 0);

  if (!to_the_right)
    g_string_append (line, text);
  for (int i = 0; i < gap; i++)
    g_string_append_c (line, ' ');
  if (to_the_right)
    g_string_append (line, text);
}

/**
 * hbk_columns_cut:
 * @text: a text
 * @width: columns that there are for it
 *
 * Shortens a text that is too wide, and marks that with an ellipsis.
 *
 * Returns: (transfer full): the text
 */
char *
hbk_columns_cut (const char *text, int width)
{
  const char *end = text;
  int         room = width - 1;

  if (hbk_columns_width (text) <= width)
    return g_strdup (text);

  while (room >= letter_width (g_utf8_get_char (end)))
    {
      room -= letter_width (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }
  while (end > text && end[-1] == ' ')
    end--;

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static gboolean
ends_something (gunichar letter)
{
  switch (g_unichar_break_type (letter))
    {
    case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
    case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
    case G_UNICODE_BREAK_EXCLAMATION:
    case G_UNICODE_BREAK_INFIX_SEPARATOR:
    case G_UNICODE_BREAK_NON_STARTER:
    case G_UNICODE_BREAK_POSTFIX:
    case G_UNICODE_BREAK_SYMBOL:
      return TRUE;

    default:
      return g_unichar_type (letter) == G_UNICODE_FINAL_PUNCTUATION;
    }
}

static gboolean
begins_something (gunichar letter)
{
  switch (g_unichar_break_type (letter))
    {
    case G_UNICODE_BREAK_OPEN_PUNCTUATION:
    case G_UNICODE_BREAK_PREFIX:
      return TRUE;

    default:
      return g_unichar_type (letter) == G_UNICODE_INITIAL_PUNCTUATION;
    }
}

/* Between two words; in Chinese also between characters, but not away from a figure or a mark that belongs to one. */
static gboolean
may_break (gunichar before, gunichar after)
{
  if (after == ' ')
    return TRUE;
  if (before == ' ' || ends_something (after) || begins_something (before))
    return FALSE;
  if (g_unichar_iswide (before))
    return TRUE;

  return g_unichar_iswide (after) && !g_unichar_isdigit (before);
}

/**
 * hbk_columns_break:
 * @text: a text
 * @room: columns that there are for it
 *
 * Finds where to break a line: between words, and as Chinese is broken.
 *
 * Returns: where the next line begins; the end of @text when all of it has room; never @text itself unless it is empty
 */
const char *
hbk_columns_break (const char *text, int room)
{
  const char *last = NULL;
  gunichar    before = 0;
  int         width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (c != text && may_break (before, letter))
        last = c;
      width += letter_width (letter);
      if (width > room && letter != ' ')
        {
          if (last != NULL)
            return last;
          return c != text ? c : g_utf8_next_char (c);
        }
      before = letter;
    }

  return text + strlen (text);
}
