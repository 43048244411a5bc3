/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-text-parser.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"

#define SAMPLE_CHARS 40

/* The only version of both formats so far. */
#define VERSION 1

/**
 * hbk_text_parser_check_format:
 * @reader: a reader at the root
 * @format: the format that the file should have
 *
 * Reads the members `format` and `version`.
 *
 * Returns: %TRUE when the file is of this format, so that reading on makes sense
 */
gboolean
hbk_text_parser_check_format (HbkJsonReader *reader, const char *format)
{
  const char *found = hbk_json_reader_get_string (reader, "format", HBK_JSON_REQUIRED, HBK_TEXT_PARSER_ID_MAX);
  int         version = VERSION;

  if (found == NULL)
    return FALSE;

  if (!g_str_equal (found, format))
    {
      g_autofree char *shown = hbk_text_escape (found, -1, SAMPLE_CHARS);
      g_autofree char *action = g_strdup_printf (_ ("Choose a file whose format is “%s”."), format);

      hbk_json_reader_report_printf (reader, "format", HBK_ERROR_FORMAT, action, _ ("The file is of the format “%s”."), shown);
      return FALSE;
    }

  if (!hbk_json_reader_get_int (reader, "version", HBK_JSON_REQUIRED, 1, G_MAXINT, &version))
    return FALSE;

  if (version != VERSION)
    {
      hbk_json_reader_report_printf (reader, "version", HBK_ERROR_FORMAT, _ ("Update Hourbook, or choose a file of version 1."), _ ("This Hourbook does not know version %d of the format."), version);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_id (const char *text)
{
  if (!g_ascii_isalnum (*text))
    return FALSE;

  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isalnum (*text) && *text != '.' && *text != '_' && *text != '-')
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_text_parser_get_id:
 * @reader: a reader
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads an id: letters, digits, `.`, `_` and `-`.
 *
 * Returns: (transfer none) (nullable): the id, which lives as long as the reader
 */
const char *
hbk_text_parser_get_id (HbkJsonReader *reader, const char *member, HbkJsonNeed need)
{
  const char      *id = hbk_json_reader_get_string (reader, member, need, HBK_TEXT_PARSER_ID_MAX);
  g_autofree char *shown = NULL;

  if (id == NULL || is_id (id))
    return id;

  shown = hbk_text_escape (id, -1, SAMPLE_CHARS);
  hbk_json_reader_report_printf (reader, member, HBK_ERROR_VALUE,
                                 _ ("Use letters, digits, “.”, “_” and “-” only, and begin with a letter or a digit."),
                                   _ ("“%s” cannot be an id."), shown);
  return NULL;
}

/* What a person would not see, or what would reorder or break a line. */
static gboolean
is_hidden (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;

    default:
      return FALSE;
    }
}

/* ASCII and, by their first byte, the CJK blocks are passed over quickly: nearly all text of a pack is one of the two. */
static gboolean
has_hidden (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guchar lead = (guchar) *p;

      if ((lead >= 0x20 && lead < 0x7f) || (lead >= 0xe3 && lead <= 0xe9))
        continue;

      if (is_hidden (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

/**
 * hbk_text_parser_get_text:
 * @reader: a reader
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads one line of text for a person.
 *
 * Returns: (transfer none) (nullable): the text, which lives as long as the reader
 */
const char *
hbk_text_parser_get_text (HbkJsonReader *reader, const char *member, HbkJsonNeed need)
{
  const char      *text = hbk_json_reader_get_string (reader, member, need, HBK_TEXT_PARSER_TEXT_MAX);
  g_autofree char *shown = NULL;

  if (text == NULL)
    return NULL;

  if (*text == '\0')
    {
      hbk_json_reader_report_member (reader, member, HBK_ERROR_VALUE, _ ("The text is empty."), _ ("Write the text, or remove the key."));
      return NULL;
    }

  if (!has_hidden (text))
    return text;

  shown = hbk_text_escape (text, -1, SAMPLE_CHARS);
  hbk_json_reader_report_printf (reader, member, HBK_ERROR_VALUE, _ ("Write it as one line of visible characters."), _ ("The text has line breaks or invisible characters: “%s”."), shown);
  return NULL;
}

/**
 * hbk_text_parser_read_text:
 * @reader: a reader
 * @member: the key
 * @need: whether it has to be there
 * @text: (inout) (transfer full): set when a good text is there
 *
 * Reads one line of text into a place that owns it.
 */
void
hbk_text_parser_read_text (HbkJsonReader *reader, const char *member, HbkJsonNeed need, char **text)
{
  const char *found = hbk_text_parser_get_text (reader, member, need);

  if (found != NULL)
    g_set_str (text, found);
}

/**
 * hbk_text_parser_read_bilingual:
 * @reader: a reader
 * @member: the key
 * @need: whether it has to be there
 * @text: (inout): set when a good text is there
 *
 * Reads a text in both languages, `{"zh": "…", "en": "…"}`.
 */
void
hbk_text_parser_read_bilingual (HbkJsonReader *reader, const char *member, HbkJsonNeed need, HbkBilingual *text)
{
  static const char *const keys[] = { "zh", "en", NULL };

  if (!hbk_json_reader_enter_object (reader, member, need))
    return;

  hbk_json_reader_only_keys (reader, keys);
  hbk_text_parser_read_text (reader, "zh", HBK_JSON_REQUIRED, &text->zh);
  hbk_text_parser_read_text (reader, "en", HBK_JSON_REQUIRED, &text->en);
  hbk_json_reader_leave (reader);
}

/**
 * hbk_text_parser_is_empty_list:
 * @reader: a reader
 * @member: a key
 *
 * Says whether there is nothing to read, where an empty list is as good as none.
 *
 * Returns: %TRUE when the key is missing or its value is `[]`
 */
gboolean
hbk_text_parser_is_empty_list (HbkJsonReader *reader, const char *member)
{
  HbkJsonKind kind = hbk_json_reader_get_kind (reader, member);
  guint       n;

  if (kind != HBK_JSON_ARRAY)
    return kind == HBK_JSON_ABSENT;

  hbk_json_reader_enter_array (reader, member, HBK_JSON_OPTIONAL, &n);
  hbk_json_reader_leave (reader);

  return n == 0;
}

/* Enters a list that, once it is there, must hold something and may not hold too much. */
static gboolean
enter_list (HbkJsonReader *reader, const char *member, HbkJsonNeed need, guint max, guint *n)
{
  if (!hbk_json_reader_enter_array (reader, member, need, n))
    return FALSE;

  if (*n == 0)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("The list is empty."), _ ("Put something into the list, or remove the key."));

  if (*n > max)
    {
      hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_LIMIT, _ ("Shorten the list."), _ ("The list has more than %u entries."), max);
      *n = 0;
    }

  return TRUE;
}

/**
 * hbk_text_parser_each_object:
 * @reader: a reader
 * @member: (nullable): the key of a list, or %NULL for the current value
 * @need: whether it has to be there
 * @max: how many entries there may be
 * @func: (scope call): called at each
 * @user_data: for @func
 *
 * Reads a list of objects, which may not be empty.
 */
void
hbk_text_parser_each_object (HbkJsonReader *reader, const char *member, HbkJsonNeed need, guint max, HbkJsonReaderFunc func, gpointer user_data)
{
  guint n;

  if (!enter_list (reader, member, need, max, &n))
    return;

  for (guint i = 0; i < n; i++)
    {
      if (!hbk_json_reader_enter_object_element (reader, i))
        continue;

      func (reader, user_data);
      hbk_json_reader_leave (reader);
    }

  hbk_json_reader_leave (reader);
}

/**
 * hbk_text_parser_each_value:
 * @reader: a reader
 * @member: (nullable): the key of a list, or %NULL for the current value
 * @need: whether it has to be there
 * @max: how many entries there may be
 * @func: (scope call): called at each
 * @user_data: for @func
 *
 * Reads a list of any values, which may not be empty.
 */
void
hbk_text_parser_each_value (HbkJsonReader *reader, const char *member, HbkJsonNeed need, guint max, HbkJsonReaderFunc func, gpointer user_data)
{
  guint n;

  if (!enter_list (reader, member, need, max, &n))
    return;

  for (guint i = 0; i < n; i++)
    {
      hbk_json_reader_enter_element (reader, i);
      func (reader, user_data);
      hbk_json_reader_leave (reader);
    }

  hbk_json_reader_leave (reader);
}
