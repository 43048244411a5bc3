/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "records/hbk-json-reader-private.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"

#define SAMPLE_CHARS 24

/* How a reader says what it does not find. */

/* Fast when places are asked for in the order of the file. */
static int
line_of (HbkJsonReader *self, guint value)
{
  const char *data = g_bytes_get_data (self->bytes, NULL);
  gsize       place = hbk_json_tape_get (self->tape, value)->place;

  if (place < self->counted)
    {
      self->counted = 0;
      self->line = 1;
    }

  for (; self->counted < place; self->counted++)
    {
      if (data[self->counted] == '\n')
        self->line++;
    }

  return self->line;
}

/**
 * hbk_json_reader_report_member:
 * @reader: a reader
 * @member: (nullable): a member of the current object, or %NULL for the current value itself
 * @code: which kind of problem it is
 * @what: what is wrong: a whole sentence
 * @action: (nullable): what to do about it: a whole sentence
 *
 * Reports a problem at a member, with its path and line.
 *
 * A member that does not exist is reported in the line of its object.
 */
void
hbk_json_reader_report_member (HbkJsonReader *reader, const char *member, HbkError code, const char *what, const char *action)
{
  g_autofree char *path = NULL;
  guint            value;

  g_return_if_fail (reader != NULL && what != NULL);

  /* Finding a line means going through the file: not for a problem that is only counted. */
  if (hbk_problems_is_full (reader->problems))
    {
      hbk_problems_add (reader->problems, code, 0, NULL, what, action);
      return;
    }

  if (!hbk_json_reader_find (reader, member, &value))
    value = hbk_json_reader_here (reader);

  path = hbk_json_reader_dup_path (reader, member);
  hbk_problems_add (reader->problems, code, line_of (reader, value), path, what, action);
}

/**
 * hbk_json_reader_report:
 * @reader: a reader
 * @code: which kind of problem it is
 * @what: what is wrong: a whole sentence
 * @action: (nullable): what to do about it: a whole sentence
 *
 * Reports a problem at the current place, with its path and line.
 */
void
hbk_json_reader_report (HbkJsonReader *reader, HbkError code, const char *what, const char *action)
{
  hbk_json_reader_report_member (reader, NULL, code, what, action);
}

/**
 * hbk_json_reader_report_printf:
 * @reader: a reader
 * @member: (nullable): a member of the current object, or %NULL for the current value itself
 * @code: which kind of problem it is
 * @action: (nullable): what to do about it: a whole sentence
 * @what_format: what is wrong: a whole sentence, as a printf format
 * @...: the arguments of @what_format
 *
 * Reports a problem whose first sentence is put together.
 */
void
hbk_json_reader_report_printf (HbkJsonReader *reader, const char *member, HbkError code, const char *action, const char *what_format, ...)
{
  g_autofree char *what = NULL;
  va_list          args;

  g_return_if_fail (reader != NULL && what_format != NULL);

  va_start (args, what_format);
  what = g_strdup_vprintf (what_format, args);
  va_end (args);

  hbk_json_reader_report_member (reader, member, code, what, action);
}

/* A long run of digits may be the number of an identity card or telephone, which no message repeats. */
static gboolean
may_be_private (const char *text)
{
  guint run = 0;

  for (; *text != '\0'; text++)
    {
      run = g_ascii_isdigit (*text) ? run + 1 : 0;
      if (run > 8)
        return TRUE;
    }

  return FALSE;
}

static char *
describe_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value <= -1e9 || value >= 1e9)
    return g_strdup (_ ("a number with many digits"));

  g_ascii_formatd (buffer, sizeof buffer, "%.12g", value);
  return g_strdup_printf (_ ("the number %s"), buffer);
}

static char *
describe_text (const char *text)
{
  g_autofree char *sample = NULL;

  if (may_be_private (text))
    return g_strdup (_ ("a text with many digits"));

  sample = hbk_text_escape (text, -1, SAMPLE_CHARS);

  return g_strdup_printf (_ ("the text “%s”"), sample);
}

static char *
describe (HbkJsonReader *self, const char *member)
{
  guint value;

  if (!hbk_json_reader_find (self, member, &value))
    return g_strdup (_ ("nothing"));

  switch (hbk_json_tape_get_kind (self->tape, value))
    {
    case HBK_JSON_OBJECT:
      return g_strdup (_ ("an object in { }"));

    case HBK_JSON_ARRAY:
      return g_strdup (_ ("a list in [ ]"));

    case HBK_JSON_NULL:
      return g_strdup ("null");

    case HBK_JSON_BOOLEAN:
      return g_strdup (hbk_json_tape_get (self->tape, value)->kind == 't' ? "true" : "false");

    case HBK_JSON_NUMBER:
      return describe_number (hbk_json_tape_get_number (self->tape, value));

    case HBK_JSON_STRING:
    case HBK_JSON_ABSENT:
    default:
      return describe_text (hbk_json_tape_get_text (self->tape, value));
    }
}

/**
 * hbk_json_reader_report_expected:
 * @reader: a reader
 * @member: (nullable): a member of the current object, or %NULL for the current value itself
 * @expected: what should be there, as a phrase: `a list in [ ]`
 * @action: (nullable): what to do about it: a whole sentence
 *
 * Reports that something else stands at a place than should; what is there is described.
 */
void
hbk_json_reader_report_expected (HbkJsonReader *reader, const char *member, const char *expected, const char *action)
{
  g_autofree char *found = NULL;

  g_return_if_fail (reader != NULL && expected != NULL);

  found = describe (reader, member);
  /* Translators: the first %s is what should be there, such as “a list in [ ]”, the second what is there. */
  hbk_json_reader_report_printf (reader, member, HBK_ERROR_VALUE, action, _ ("Expected %1$s, found %2$s."), expected, found);
}

static void
report_key (HbkJsonReader *self, const char *key, const char *const *allowed)
{
  g_autofree char *shown = hbk_text_escape (key, -1, SAMPLE_CHARS);
  g_autofree char *action = NULL;
  const char      *meant = hbk_text_nearest (key, allowed);

  if (meant != NULL)
    action = g_strdup_printf (_ ("Did you mean “%s”?"), meant);

  hbk_json_reader_report_printf (self, key, HBK_ERROR_UNKNOWN, action != NULL ? action : _ ("Remove it or correct its spelling."), _ ("The key “%s” is not known here."), shown);
}

/**
 * hbk_json_reader_only_keys:
 * @reader: a reader
 * @allowed: (array zero-terminated=1): the keys that the current object may have
 *
 * Reports every other key of the current object, with the one that was probably meant.
 *
 * Returns: %TRUE when there was no other
 */
gboolean
hbk_json_reader_only_keys (HbkJsonReader *reader, const char *const *allowed)
{
  gboolean known = TRUE;
  guint    end;

  g_return_val_if_fail (reader != NULL && allowed != NULL, FALSE);

  end = hbk_json_reader_is_here (reader, '{') ? hbk_json_tape_get (reader->tape, hbk_json_reader_here (reader))->next : 0;
  for (guint key = hbk_json_reader_here (reader) + 1; key < end; key = hbk_json_tape_get (reader->tape, key + 1)->next)
    {
      if (g_strv_contains (allowed, hbk_json_tape_get_text (reader->tape, key)))
        continue;

      report_key (reader, hbk_json_tape_get_text (reader->tape, key), allowed);
      known = FALSE;
    }

  return known;
}
