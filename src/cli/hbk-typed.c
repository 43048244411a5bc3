/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-typed.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"

/**
 * hbk_typed_dup_text:
 * @bytes: what was typed, in the encoding of the locale
 * @error: return location for an error
 *
 * Converts what was typed to UTF-8.
 *
 * Returns: (transfer full): the text, or %NULL with HBK_ERROR_USAGE
 */
char *
hbk_typed_dup_text (const char *bytes, GError **error)
{
  char            *text = g_locale_to_utf8 (bytes, -1, NULL, NULL, NULL);
  g_autofree char *shown = NULL;
  const char      *charset;

  if (text != NULL)
    return text;

  g_get_charset (&charset);
  shown = hbk_text_escape (bytes, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” is not text in the encoding %2$s of the locale. Type it again, or choose another locale."), shown, charset);

  return NULL;
}

/**
 * hbk_typed_parse_year:
 * @text: what was typed
 * @year: (out): the year
 * @error: return location for an error
 *
 * Reads a calendar year.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is none
 */
gboolean
hbk_typed_parse_year (const char *text, int *year, GError **error)
{
  gint64           number;
  g_autofree char *shown = NULL;

  if (g_ascii_string_to_signed (text, 10, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX, &number, NULL))
    {
      *year = (int) number;
      return TRUE;
    }

  shown = hbk_text_escape (text, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” is not a year. Give one between %2$d and %3$d."), shown, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX);

  return FALSE;
}

/**
 * hbk_typed_parse_date:
 * @text: what was typed
 * @date: (out): the day
 * @error: return location for an error
 *
 * Reads a day.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is none
 */
gboolean
hbk_typed_parse_date (const char *text, HbkDate *date, GError **error)
{
  g_autofree char *shown = NULL;

  *date = hbk_date_parse (text);
  if (*date != HBK_DATE_NONE)
    return TRUE;

  shown = hbk_text_escape (text, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not a date. Write it as 2024-11-18."), shown);

  return FALSE;
}

/**
 * hbk_typed_parse_level:
 * @text: what was typed
 * @level: (out): the level
 * @error: return location for an error
 *
 * Reads a level of title that can be applied for.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is none
 */
gboolean
hbk_typed_parse_level (const char *text, HbkTitleLevel *level, GError **error)
{
  g_autofree char *shown = NULL;

  if (hbk_title_level_from_nick (text, level) && *level >= HBK_TITLE_LEVEL_JUNIOR)
    return TRUE;

  shown = hbk_text_escape (text, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not a level of title. Give junior, intermediate or senior."), shown);

  return FALSE;
}

/**
 * hbk_typed_parse_status:
 * @text: what was typed
 * @status: (out): how far a record has come
 * @error: return location for an error
 *
 * Reads how far a record has come.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is none of the words for it
 */
gboolean
hbk_typed_parse_status (const char *text, HbkStatus *status, GError **error)
{
  g_autofree char *shown = NULL;

  if (hbk_status_from_nick (text, status))
    return TRUE;

  shown = hbk_text_escape (text, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not a status. Give planned, done, submitted, verified or returned."), shown);

  return FALSE;
}

/**
 * hbk_typed_parse_subject:
 * @text: what was typed
 * @subject: (out): the subject
 * @error: return location for an error
 *
 * Reads a subject; nothing is one that the rules choose.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is none
 */
gboolean
hbk_typed_parse_subject (const char *text, HbkSubject *subject, GError **error)
{
  g_autofree char *shown = NULL;

  *subject = HBK_SUBJECT_NONE;
  if (*text == '\0')
    return TRUE;
  if (hbk_subject_from_nick (text, subject) && *subject != HBK_SUBJECT_NONE)
    return TRUE;

  shown = hbk_text_escape (text, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not a subject. Give public or professional."), shown);

  return FALSE;
}

/**
 * hbk_typed_parse_number:
 * @text: what was typed
 * @option: name of the option that it was typed for
 * @number: (out): the number
 * @error: return location for an error
 *
 * Reads how many.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is no whole number
 */
gboolean
hbk_typed_parse_number (const char *text, const char *option, guint *number, GError **error)
{
  guint64          found;
  g_autofree char *shown = NULL;

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &found, NULL))
    {
      *number = (guint) found;
      return TRUE;
    }

  shown = hbk_text_escape (text, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” is not a number that --%2$s takes. Give a whole number, such as 20."), shown, option);

  return FALSE;
}

/**
 * hbk_typed_parse_verified:
 * @text: what was typed
 * @public_hours: (out): hours of public subjects
 * @professional_hours: (out): hours of professional subjects
 * @error: return location for an error
 *
 * Reads the hours that a reviewer has confirmed.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is not two numbers of hours
 */
gboolean
hbk_typed_parse_verified (const char *text, HbkHours *public_hours, HbkHours *professional_hours, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);
  g_autofree char *shown = NULL;

  if (g_strv_length (parts) == 2 && hbk_hours_parse (parts[0], public_hours, NULL) && hbk_hours_parse (parts[1], professional_hours, NULL))
    return TRUE;

  shown = hbk_text_escape (text, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” does not say which hours were confirmed. Give the public hours, a comma and the professional hours, such as 0,30."), shown);

  return FALSE;
}

/**
 * hbk_typed_split_pair:
 * @text: what was typed
 * @option: name of the option that it was typed for
 * @id: (out) (transfer full): what stands before the equals sign
 * @value: (out) (transfer full): what stands after it
 * @error: return location for an error
 *
 * Takes "ID=VALUE" apart.
 *
 * Returns: %FALSE with HBK_ERROR_USAGE when it is not of that form
 */
gboolean
hbk_typed_split_pair (const char *text, const char *option, char **id, char **value, GError **error)
{
  const char      *equals = strchr (text, '=');
  g_autofree char *shown = NULL;

  if (equals != NULL && equals != text)
    {
      *id = g_strndup (text, (gsize) (equals - text));
      *value = g_strdup (equals + 1);
      return TRUE;
    }

  shown = hbk_text_escape (text, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%1$s” is not of the form that --%2$s wants. Write a name, an equals sign and a value."), shown, option);

  return FALSE;
}
