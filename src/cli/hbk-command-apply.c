/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-assessment-json.h"
#include "cli/hbk-assessment-text.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-output.h"

static const char *
verdict_word (HbkApplicationVerdict verdict)
{
  switch (verdict)
    {
    case HBK_APPLICATION_MET:
      return _("met");
    case HBK_APPLICATION_SHORT:
      return _("not met");
    case HBK_APPLICATION_CONDITIONAL:
      return _("conditional: the reviewer decides");
    case HBK_APPLICATION_WAIVED:
      return _("not asked of this person");
    case HBK_APPLICATION_UNDETERMINED:
    default:
      return _("the notice does not say; ask the reviewing body");
    }
}

static void
write_year (HbkJsonWriter            *writer,
            const HbkApplicationYear *year)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "year", year->year);
  hbk_json_writer_add_boolean (writer, "counted", year->counted);
  hbk_json_writer_add_boolean (writer, "met", year->met);
  hbk_json_writer_add_boolean (writer, "conditional", year->conditional);
  hbk_json_writer_add_boolean (writer, "verified", year->verified);
  if (year->clause != NULL)
    hbk_json_writer_add_string (writer, "clause", year->clause);
  else
    hbk_json_writer_add_null (writer, "clause");
  hbk_assessment_write_tally_json (writer, "credited", year->credited);
  hbk_assessment_write_tally_json (writer, "missing", year->missing);
  hbk_json_writer_end_object (writer);
}

static void
write_effects (HbkJsonWriter        *writer,
               const HbkApplication *application)
{
  const GArray *readings = hbk_application_get_pack (application)->readings;

  hbk_json_writer_begin_array (writer, "readings");
  for (guint i = 0; i < hbk_application_get_n_effects (application); i++)
    {
      const HbkApplicationEffect *effect = hbk_application_get_effect (application, i);
      const HbkReading *reading = &g_array_index (readings, HbkReading, effect->reading);

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "id", reading->id);
      hbk_json_writer_add_string (writer, "used", g_array_index (reading->options, HbkReadingOption, effect->used).id);
      hbk_json_writer_add_string (writer, "other", g_array_index (reading->options, HbkReadingOption, effect->other).id);
      hbk_json_writer_add_string (writer, "verdict", hbk_application_verdict_to_nick (effect->verdict));
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
}

static void
write_json (const HbkApplication *application,
            HbkCommandLine       *line)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  HbkPack *pack = hbk_application_get_pack (application);
  const char *clause = hbk_application_get_clause (application);
  guint n_warnings = hbk_application_get_n_warnings (application);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "format", "hourbook-application");
  hbk_json_writer_add_int (writer, "version", 1);
  hbk_json_writer_add_string (writer, "pack", pack->id);
  hbk_json_writer_add_date (writer, "as_of", line->as_of);
  hbk_json_writer_add_string (writer, "level", hbk_title_level_to_nick (hbk_application_get_level (application)));
  hbk_json_writer_add_int (writer, "year", hbk_application_get_year (application));
  hbk_json_writer_add_string (writer, "verdict", hbk_application_verdict_to_nick (hbk_application_get_verdict (application)));
  if (clause != NULL)
    hbk_json_writer_add_string (writer, "clause", clause);
  else
    hbk_json_writer_add_null (writer, "clause");
  hbk_json_writer_add_int (writer, "needed", hbk_application_get_needed (application));
  hbk_json_writer_add_int (writer, "reached", hbk_application_get_reached (application));
  hbk_json_writer_add_boolean (writer, "consecutive", hbk_application_is_consecutive (application));
  hbk_json_writer_begin_array (writer, "missing_attributes");
  for (guint i = 0; i < hbk_application_get_n_missing (application); i++)
    hbk_json_writer_add_string (writer, NULL, hbk_application_get_missing (application, i)->id);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; i < hbk_application_get_n_years (application); i++)
    write_year (writer, hbk_application_get_nth_year (application, i));
  hbk_json_writer_end_array (writer);
  hbk_assessment_write_warnings_json (pack, n_warnings > 0 ? hbk_application_get_warning (application, 0) : NULL, n_warnings, writer, line->language);
  write_effects (writer, application);
  hbk_json_writer_end_object (writer);
  hbk_output_json (writer);
}

static void
print_year (const HbkApplicationYear *year)
{
  g_autofree char *public_hours = hbk_hours_format (year->credited.public_hours);
  g_autofree char *professional = hbk_hours_format (year->credited.professional_hours);
  g_autofree char *missing_public = hbk_hours_format (year->missing.public_hours);
  g_autofree char *missing_professional = hbk_hours_format (year->missing.professional_hours);
  const char *state = year->met ? _("complete") : year->conditional ? _("conditional") : _("short");

  g_print ("  %s %d  ", year->counted ? "●" : "○", year->year);
  if (year->met)
    g_print (_("%s: %s public, %s professional"), state, public_hours, professional);
  else
    g_print (_("%s: %s public, %s professional; missing %s and %s"), state, public_hours, professional, missing_public, missing_professional);
  if (year->met && !year->verified)
    g_print (" – %s", _("not yet verified"));
  if (year->clause != NULL)
    g_print (" [%s]", year->clause);
  g_print ("\n");
}

static void
print_effects (const HbkApplication *application,
               HbkLanguage           language)
{
  const GArray *readings = hbk_application_get_pack (application)->readings;

  for (guint i = 0; i < hbk_application_get_n_effects (application); i++)
    {
      const HbkApplicationEffect *effect = hbk_application_get_effect (application, i);
      const HbkReading *reading = &g_array_index (readings, HbkReading, effect->reading);
      const HbkReadingOption *other = &g_array_index (reading->options, HbkReadingOption, effect->other);
      g_autofree char *text = g_strdup_printf ("%s (%s=%s) %s → %s", hbk_bilingual_get (&reading->question, language), reading->id, other->id,
                                               hbk_bilingual_get (&other->text, language), verdict_word (effect->verdict));

      hbk_output_wrapped ("  ? ", "    ", text);
    }
}

static void
print_text (const HbkApplication *application,
            HbkProfile           *profile,
            HbkCommandLine       *line)
{
  HbkPack *pack = hbk_application_get_pack (application);
  guint n_warnings = hbk_application_get_n_warnings (application);
  const char *clause = hbk_application_get_clause (application);

  hbk_assessment_print_heading (pack, profile, line->as_of, line->language);
  /* Translators: year of the application for a title, and the verdict */
  g_print (_("\nApplication %d – %s\n"), hbk_application_get_year (application), verdict_word (hbk_application_get_verdict (application)));
  if (clause != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s [%s]", hbk_output_clause_text (pack, clause, line->language), clause);

      hbk_output_wrapped ("  ", "  ", text);
    }
  if (hbk_application_get_needed (application) > 0)
    g_print (_("  %d of %d years complete\n"), hbk_application_get_reached (application), hbk_application_get_needed (application));
  for (guint i = 0; i < hbk_application_get_n_years (application); i++)
    print_year (hbk_application_get_nth_year (application, i));
  for (guint i = 0; i < hbk_application_get_n_missing (application); i++)
    g_print ("  ! %s\n", hbk_bilingual_get (&hbk_application_get_missing (application, i)->ask, line->language));
  if (n_warnings > 0)
    hbk_assessment_print_warnings (pack, hbk_application_get_warning (application, 0), n_warnings, line->language);
  print_effects (application, line->language);
}

static gboolean
take_wish (HbkCommandLine *line,
           HbkTitleLevel  *level,
           int            *year,
           GError        **error)
{
  if (line->level == NULL || !hbk_title_level_from_nick (line->level, level) || *level < HBK_TITLE_LEVEL_JUNIOR)
    {
      g_set_error_literal (error, HBK_ERROR, HBK_ERROR_USAGE, _("Say which title with --level: junior, intermediate or senior"));
      return FALSE;
    }
  if (line->years == NULL || line->years[0] == NULL || line->years[1] != NULL)
    {
      g_set_error_literal (error, HBK_ERROR, HBK_ERROR_USAGE, _("Say the year of the application with --year, once"));
      return FALSE;
    }
  return hbk_choices_parse_year (line->years[0], year, error);
}

static HbkExit
run (HbkCommandLine *line,
     GError        **error)
{
  g_auto (HbkChoices) choices = { 0 };
  g_autoptr (HbkApplication) application = NULL;
  HbkApplicationVerdict verdict;
  HbkTitleLevel level;
  int year;

  if (!take_wish (line, &level, &year, error) || !hbk_choices_init (&choices, line, NULL, error))
    return HBK_EXIT_INPUT;
  application = hbk_apply (choices.logbook, choices.pack, level, year, line->as_of, choices.readings);
  if (line->json)
    write_json (application, line);
  else
    print_text (application, hbk_logbook_get_profile (choices.logbook), line);
  verdict = hbk_application_get_verdict (application);
  return line->strict && verdict != HBK_APPLICATION_MET && verdict != HBK_APPLICATION_WAIVED ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

const HbkCommand hbk_command_apply = {
  .name = "apply",
  .arguments = "LOGBOOK",
  .summary = N_("Check the years that an application for a title asks for"),
  .options = HBK_COMMAND_PACK | HBK_COMMAND_YEAR | HBK_COMMAND_AS_OF | HBK_COMMAND_READING | HBK_COMMAND_LEVEL | HBK_COMMAND_PROFILE | HBK_COMMAND_STRICT,
  .n_arguments = 1,
  .run = run,
};
