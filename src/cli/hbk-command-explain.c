/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-assessment-json.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-explanation-text.h"
#include "cli/hbk-json-parts.h"
#include "cli/hbk-shortage.h"

static void
write_year (const HbkAssessment *assessment, const HbkYearResult *year, const HbkRecordResult *result, HbkJsonWriter *writer, HbkLanguage language)
{
  g_autoptr (GArray) warnings = hbk_explanation_list_warnings (year, result->record);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "year", year->year);
  hbk_json_writer_begin_array (writer, "records");
  hbk_assessment_json_write_record (assessment, result, writer, language);
  hbk_json_writer_end_array (writer);
  hbk_json_parts_add_warnings (writer, hbk_assessment_get_pack (assessment), (const HbkWarning *) (gpointer) warnings->data, warnings->len, language);
  hbk_json_writer_end_object (writer);
}

static void
print_json (HbkCommandLine *line, const HbkAssessment *assessment, const char *id)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_parts_begin (writer, NULL, "hourbook-explanation");
  hbk_json_writer_add_string (writer, "pack", hbk_assessment_get_pack (assessment)->id);
  hbk_json_writer_add_date (writer, "as_of", hbk_assessment_get_as_of (assessment));
  hbk_json_writer_add_string (writer, "record", id);
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult   *year = hbk_assessment_get_year (assessment, i);
      const HbkRecordResult *result = hbk_year_result_lookup (year, id);

      if (result != NULL)
        write_year (assessment, year, result, writer, line->language);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_text (HbkCommandLine *line, const HbkChoices *choices, const HbkAssessment *assessment, HbkRecord *record)
{
  g_auto (HbkPrinter) printer = { 0 };

  hbk_printer_init (&printer, line->output, choices->pack, line->language);
  hbk_printer_heading (&printer, hbk_logbook_get_profile (choices->logbook), line->as_of);
  hbk_explanation_text_print (&printer, assessment, record);
}

static HbkRecord *
find_record (HbkLogbook *logbook, const char *id, GError **error)
{
  HbkRecord       *record = hbk_logbook_lookup (logbook, id);
  g_autofree char *shown = NULL;

  if (record != NULL)
    return record;

  shown = hbk_text_escape (id, -1, 60);
  g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _("The logbook has no record “%s”. “hourbook-cli assess” shows the ids after the dates."), shown);

  return NULL;
}

static gboolean
is_short (const HbkAssessment *assessment, const char *id)
{
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkRecordResult *result = hbk_year_result_lookup (hbk_assessment_get_year (assessment, i), id);

      if (result != NULL && hbk_shortage_in_record (result))
        return TRUE;
    }

  return FALSE;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autofree char *id = hbk_command_line_dup_text (line->arguments[1], error);
  g_auto (HbkChoices) choices = { 0 };
  g_autoptr (HbkAssessment) assessment = NULL;
  HbkRecord *record;

  if (id == NULL || !hbk_choices_init (&choices, line, error) || !hbk_choices_use_pack (&choices, line, line->packs[0], error))
    return HBK_EXIT_INPUT;

  record = find_record (choices.logbook, id, error);
  if (record == NULL)
    return HBK_EXIT_INPUT;

  assessment = hbk_assess (choices.logbook, choices.pack, line->as_of, &choices.options);
  if (line->json)
    print_json (line, assessment, id);
  else
    print_text (line, &choices, assessment, record);

  return line->strict && is_short (assessment, id) ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

const HbkCommand hbk_command_explain = {
  .name = "explain",
  .arguments = "LOGBOOK RECORD",
  .summary = N_ ("Show step by step how a record gets its hours"),
  .example = "logbook.json XS-0005",
  .options = HBK_OPTION_PACK | HBK_OPTION_AS_OF | HBK_OPTION_READING | HBK_OPTION_PROFILE | HBK_OPTION_STRICT,
  .n_arguments = 2,
  .run = run,
};
