/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-json-parts.h"

/* Of all formats; the schemas in data describe them. */
#define VERSION 1

/**
 * hbk_json_parts_begin:
 * @writer: where to write
 * @member: (nullable): the key inside an object
 * @format: what the object is
 *
 * Begins an object that stands by itself: format and version come first.
 */
void
hbk_json_parts_begin (HbkJsonWriter *writer, const char *member, const char *format)
{
  hbk_json_writer_begin_object (writer, member);
  hbk_json_writer_add_string (writer, "format", format);
  hbk_json_writer_add_int (writer, "version", VERSION);
}

/**
 * hbk_json_parts_add_text:
 * @writer: where to write
 * @member: name of the member
 * @text: (nullable): a text
 *
 * Writes a text, or null where there is none.
 */
void
hbk_json_parts_add_text (HbkJsonWriter *writer, const char *member, const char *text)
{
  if (text == NULL || *text == '\0')
    hbk_json_writer_add_null (writer, member);
  else
    hbk_json_writer_add_string (writer, member, text);
}

/**
 * hbk_json_parts_add_date:
 * @writer: where to write
 * @member: name of the member
 * @date: a date
 *
 * Writes a date, or null where there is none.
 */
void
hbk_json_parts_add_date (HbkJsonWriter *writer, const char *member, HbkDate date)
{
  if (date == HBK_DATE_NONE)
    hbk_json_writer_add_null (writer, member);
  else
    hbk_json_writer_add_date (writer, member, date);
}

/**
 * hbk_json_parts_add_tally:
 * @writer: where to write
 * @member: name of the member
 * @tally: hours
 *
 * Writes an hours object: public, professional and total.
 */
void
hbk_json_parts_add_tally (HbkJsonWriter *writer, const char *member, HbkTally tally)
{
  hbk_json_writer_begin_object (writer, member);
  hbk_json_writer_add_hours (writer, "public", tally.public_hours);
  hbk_json_writer_add_hours (writer, "professional", tally.professional_hours);
  hbk_json_writer_add_hours (writer, "total", hbk_tally_total (tally));
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_json_parts_add_reading:
 * @writer: where to write
 * @reading: an unclear clause
 * @used: index of the option that was used
 * @other: index of another option
 * @language: the language of the texts
 *
 * Writes the members that say which reading was used, and which was not.
 */
void
hbk_json_parts_add_reading (HbkJsonWriter *writer, const HbkReading *reading, guint used, guint other, HbkLanguage language)
{
  const HbkReadingOption *option = &g_array_index (reading->options, HbkReadingOption, other);

  hbk_json_writer_add_string (writer, "id", reading->id);
  hbk_json_writer_add_string (writer, "question", hbk_bilingual_get (&reading->question, language));
  hbk_json_writer_add_string (writer, "used", g_array_index (reading->options, HbkReadingOption, used).id);
  hbk_json_writer_add_string (writer, "other", option->id);
  hbk_json_writer_add_string (writer, "text", hbk_bilingual_get (&option->text, language));
}

static void
add_warning (HbkJsonWriter *writer, const HbkPack *pack, const HbkWarning *warning, HbkLanguage language, gboolean plain)
{
  static const char *const severities[] = { "info", "warning", "error" };
  g_autofree char         *text = plain ? g_strdup (hbk_bilingual_get (&warning->spec->name, language)) : hbk_warning_to_text (warning, pack, language);
  g_autofree char         *action = plain ? g_strdup (hbk_bilingual_get (&warning->spec->action, language)) : hbk_warning_to_action (warning, pack, language);
  const char              *reading = warning->reading >= 0 ? g_array_index (pack->readings, HbkReading, warning->reading).id : NULL;

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "code", warning->spec->id);
  hbk_json_writer_add_string (writer, "severity", severities[warning->spec->severity]);
  hbk_json_parts_add_text (writer, "record", warning->record != NULL ? hbk_record_get_id (warning->record) : NULL);
  hbk_json_parts_add_text (writer, "clause", warning->clause);
  hbk_json_parts_add_text (writer, "reading", reading);
  hbk_json_parts_add_text (writer, "names", warning->id);
  hbk_json_writer_add_hours (writer, "hours", warning->hours);
  hbk_json_parts_add_date (writer, "date", warning->date);
  hbk_json_writer_add_string (writer, "text", text);
  hbk_json_writer_add_string (writer, "action", action);
  hbk_json_writer_end_object (writer);
}

/**
 * hbk_json_parts_add_warnings:
 * @writer: where to write
 * @pack: the rules they come from
 * @warnings: (array length=n_warnings): warnings
 * @n_warnings: how many
 * @language: the language of the texts
 * @plain: texts of the vocabulary only, which are the same in every locale
 *
 * Writes a member "warnings".
 */
void
hbk_json_parts_add_warnings (HbkJsonWriter *writer, const HbkPack *pack, const HbkWarning *warnings, guint n_warnings, HbkLanguage language, gboolean plain)
{
  hbk_json_writer_begin_array (writer, "warnings");
  for (guint i = 0; i < n_warnings; i++)
    add_warning (writer, pack, &warnings[i], language, plain);
  hbk_json_writer_end_array (writer);
}
