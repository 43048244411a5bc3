/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "rules/hbk-assessment-json.h"
#include "cli/hbk-basis-assess.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-explanation-text.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-library-assess.h"
#include "cli/hbk-shortage.h"
#include "cli/hbk-typed.h"

static void
write_year (const HbkAssessment *assessment, const HbkYearResult *year, const HbkRecordResult *result, HbkJsonWriter *writer, HbkLanguage language)
{
  g_autoptr (GArray) warnings = hbk_explanation_list_warnings (year, result->record);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_int (writer, "year", year->year);
  hbk_json_writer_begin_array (writer, "records");
  hbk_assessment_json_write_record (assessment, result, writer, language);
  hbk_json_writer_end_array (writer);
  hbk_json_parts_add_warnings (writer, hbk_assessment_get_pack (assessment), (const HbkWarning *) (gpointer) warnings->data, warnings->len, language, FALSE);
  hbk_json_writer_end_object (writer);
}

static void
write_explanation (HbkCommandLine *line, const HbkAssessment *assessment, const char *id, HbkJsonWriter *writer)
{
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
}

static void
print_text (HbkCommandLine *line, HbkProfile *profile, const HbkAssessment *assessment, HbkRecord *record)
{
  g_auto (HbkPrinter) printer = { 0 };

  hbk_printer_init (&printer, line->output, hbk_assessment_get_pack (assessment), line->language);
  hbk_printer_heading (&printer, profile, line->as_of);
  hbk_explanation_text_print (&printer, assessment, record);
}

static HbkRecord *
find_record (HbkLogbook *logbook, const char *id, GError **error)
{
  HbkRecord       *record = hbk_logbook_lookup (logbook, id);
  g_autofree char *shown = NULL;

  if (record != NULL)
    return record;

  shown = hbk_text_escape (id, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _("The logbook has no record “%s”. “hourbook-cli assess” shows the ids after the dates."), shown);

  return NULL;
}

static gboolean
has_record (const HbkAssessment *assessment, const char *id)
{
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      if (hbk_year_result_lookup (hbk_assessment_get_year (assessment, i), id) != NULL)
        return TRUE;
    }

  return FALSE;
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
explain_file (HbkCommandLine *line, GError **error)
{
  g_autofree char *id = hbk_typed_dup_text (line->arguments[1], error);
  g_auto (HbkChoices) choices = { 0 };
  g_autoptr (HbkAssessment) assessment = NULL;
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  HbkRecord *record;

  if (id == NULL || !hbk_choices_init (&choices, line, line->arguments[0], error) || !hbk_choices_use_pack (&choices, line, hbk_command_line_get (line, HBK_OPTION_PACK), error))
    return HBK_EXIT_INPUT;

  record = find_record (choices.logbook, id, error);
  if (record == NULL)
    return HBK_EXIT_INPUT;

  assessment = hbk_assess (choices.logbook, choices.pack, line->as_of, &choices.options);
  if (line->json)
    {
      write_explanation (line, assessment, id, writer);
      hbk_output_json (line->output, writer);
    }
  else
    {
      print_text (line, hbk_logbook_get_profile (choices.logbook), assessment, record);
    }

  return line->strict && is_short (assessment, id) ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

/* The years of a record may be computed by rules of their own. One that belongs to no year is explained by the latest rules. */
static HbkExit
explain_bases (HbkCommandLine *line, GPtrArray *bases, const char *id)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  gboolean is_any_short = FALSE;
  guint    n_shown = 0;

  hbk_json_parts_begin (writer, NULL, "hourbook-library-explanation");
  hbk_json_writer_add_string (writer, "record", id);
  hbk_json_writer_begin_array (writer, "explanations");
  for (guint i = 0; i < bases->len; i++)
    {
      const HbkBasis *basis = g_ptr_array_index (bases, i);
      g_autoptr (HbkAssessment) assessment = hbk_basis_assess (basis, line->as_of);

      if (!has_record (assessment, id) && (n_shown > 0 || i + 1 < bases->len))
        continue;
      is_any_short |= is_short (assessment, id);
      write_explanation (line, assessment, id, writer);
      if (!line->json && n_shown > 0)
        hbk_output_line (line->output, "");
      if (!line->json)
        print_text (line, hbk_logbook_get_profile (basis->logbook), assessment, hbk_logbook_lookup (basis->logbook, id));
      n_shown++;
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  if (line->json)
    hbk_output_json (line->output, writer);

  return line->strict && is_any_short ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

static HbkExit
explain_library (HbkCommandLine *line, GError **error)
{
  g_autofree char *typed = hbk_typed_dup_text (line->arguments[0], error);
  g_autofree char *id = NULL;
  g_autoptr (HbkRecord) record = NULL;
  g_autoptr (GPtrArray) bases = NULL;

  if (typed == NULL || !hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;

  id = hbk_workspace_expand_record_id (line->workspace, typed, error);
  record = id != NULL ? hbk_workspace_get_record (line->workspace, id, error) : NULL;
  bases = record != NULL ? hbk_library_assess_dup_bases (line, NULL, error) : NULL;

  return bases != NULL ? explain_bases (line, bases, id) : HBK_EXIT_INPUT;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  return line->arguments[1] != NULL ? explain_file (line, error) : explain_library (line, error);
}

const HbkCommand hbk_command_explain = {
  .name = "explain",
  .arguments = "[LOGBOOK] RECORD",
  .summary = N_ ("Show step by step how a record gets its hours"),
  .example = "logbook.json XS-0005",
  .group = HBK_GROUP_HOURS,
  .options = (const HbkOptionId[]) { HBK_OPTION_PACK, HBK_OPTION_AS_OF, HBK_OPTION_READING, HBK_OPTION_PROFILE, HBK_OPTION_LIBRARY, HBK_OPTION_STRICT, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = 2,
  .reads_input = TRUE,
  .run = run,
};
