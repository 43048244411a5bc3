/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-application-json.h"

#include "rules/hbk-json-parts.h"
#include "cli/hbk-shortage.h"

static void
write_missing_hours (const HbkApplication *application, const HbkApplicationYear *year, HbkJsonWriter *writer)
{
  hbk_json_writer_begin_object (writer, "missing");
  hbk_json_writer_add_hours (writer, "public", year->missing.public_hours);
  hbk_json_writer_add_hours (writer, "professional", year->missing.professional_hours);
  hbk_json_writer_add_hours (writer, "total", hbk_shortage_of_year (application, year));
  hbk_json_writer_end_object (writer);
}

static void
write_year (const HbkApplication *application, const HbkApplicationYear *year, HbkJsonWriter *writer)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "year", year->year);
  hbk_json_writer_add_boolean (writer, "counted", year->counted);
  hbk_json_writer_add_boolean (writer, "met", year->met);
  hbk_json_writer_add_boolean (writer, "conditional", year->conditional);
  hbk_json_writer_add_boolean (writer, "verified", year->verified);
  hbk_json_parts_add_text (writer, "clause", year->clause);
  hbk_json_parts_add_tally (writer, "credited", year->credited);
  write_missing_hours (application, year, writer);
  hbk_json_writer_end_object (writer);
}

static void
write_missing (const HbkApplication *application, HbkJsonWriter *writer)
{
  hbk_json_writer_begin_array (writer, "missing_attributes");
  for (guint i = 0; i < hbk_application_get_n_missing (application); i++)
    hbk_json_writer_add_string (writer, NULL, hbk_application_get_missing (application, i)->id);
  hbk_json_writer_end_array (writer);
}

static void
write_effects (const HbkApplication *application, HbkJsonWriter *writer, HbkLanguage language)
{
  const GArray *readings = hbk_application_get_pack (application)->readings;

  hbk_json_writer_begin_array (writer, "readings");
  for (guint i = 0; i < hbk_application_get_n_effects (application); i++)
    {
      const HbkApplicationEffect *effect = hbk_application_get_effect (application, i);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_parts_add_reading (writer, &g_array_index (readings, HbkReading, effect->reading), effect->used, effect->other, language);
      hbk_json_writer_add_string (writer, "verdict", hbk_application_verdict_to_nick (effect->verdict));
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

/**
 * hbk_application_json_write:
 * @application: an application
 * @as_of: the day of the assessment
 * @writer: where to write
 * @language: the language of the texts
 *
 * Writes an application as a JSON object, which the schemas in data describe.
 */
void
hbk_application_json_write (const HbkApplication *application, HbkDate as_of, HbkJsonWriter *writer, HbkLanguage language)
{
  HbkPack *pack = hbk_application_get_pack (application);
  guint    n_warnings = hbk_application_get_n_warnings (application);

  hbk_json_parts_begin (writer, NULL, "hourbook-application");
  hbk_json_writer_add_string (writer, "pack", pack->id);
  hbk_json_writer_add_date (writer, "as_of", as_of);
  hbk_json_writer_add_string (writer, "level", hbk_title_level_to_nick (hbk_application_get_level (application)));
  hbk_json_writer_add_int (writer, "year", hbk_application_get_year (application));
  hbk_json_writer_add_string (writer, "verdict", hbk_application_verdict_to_nick (hbk_application_get_verdict (application)));
  hbk_json_parts_add_text (writer, "clause", hbk_application_get_clause (application));
  hbk_json_writer_add_int (writer, "needed", hbk_application_get_needed (application));
  hbk_json_writer_add_int (writer, "reached", hbk_application_get_reached (application));
  hbk_json_writer_add_boolean (writer, "consecutive", hbk_application_is_consecutive (application));
  write_missing (application, writer);
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; i < hbk_application_get_n_years (application); i++)
    write_year (application, hbk_application_get_nth_year (application, i), writer);
  hbk_json_writer_end_array (writer);
  hbk_json_parts_add_warnings (writer, pack, n_warnings > 0 ? hbk_application_get_warning (application, 0) : NULL, n_warnings, language, FALSE);
  write_effects (application, writer, language);
  hbk_json_writer_end_object (writer);
}
