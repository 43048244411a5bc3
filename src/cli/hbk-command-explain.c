/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-assessment-json.h"
#include "cli/hbk-assessment-text.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-output.h"

static gboolean
belongs (const HbkWarning *warning,
         const char       *id)
{
  return warning->record != NULL && g_str_equal (hbk_record_get_id (warning->record), id);
}

/* The warnings of a year that are about the record. */
static GArray *
warnings_about (const HbkYearResult *year,
                const char          *id)
{
  GArray *warnings = g_array_new (FALSE, FALSE, sizeof (HbkWarning));

  for (guint i = 0; i < year->warnings->len; i++)
    if (belongs (&g_array_index (year->warnings, HbkWarning, i), id))
      g_array_append_val (warnings, g_array_index (year->warnings, HbkWarning, i));
  return warnings;
}

static void
write_json (const HbkAssessment *assessment,
            const char          *id,
            HbkLanguage          language)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  HbkPack *pack = hbk_assessment_get_pack (assessment);

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "format", "hourbook-explanation");
  hbk_json_writer_add_int (writer, "version", 1);
  hbk_json_writer_add_string (writer, "pack", pack->id);
  hbk_json_writer_add_date (writer, "as_of", hbk_assessment_get_as_of (assessment));
  hbk_json_writer_begin_array (writer, "years");
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult *year = hbk_assessment_get_year (assessment, i);
      const HbkRecordResult *result = hbk_year_result_lookup (year, id);
      g_autoptr (GArray) warnings = warnings_about (year, id);

      if (result == NULL)
        continue;
      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_int (writer, "year", year->year);
      hbk_json_writer_begin_array (writer, "records");
      hbk_assessment_write_record_json (assessment, result, writer, language);
      hbk_json_writer_end_array (writer);
      hbk_assessment_write_warnings_json (pack, (const HbkWarning *) (gpointer) warnings->data, warnings->len, writer, language);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (writer);
}

static void
print_text (const HbkAssessment *assessment,
            const char          *id,
            HbkLanguage          language)
{
  HbkPack *pack = hbk_assessment_get_pack (assessment);

  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult *year = hbk_assessment_get_year (assessment, i);
      const HbkRecordResult *result = hbk_year_result_lookup (year, id);
      g_autoptr (GArray) warnings = warnings_about (year, id);

      if (result == NULL)
        continue;
      g_print ("%d\n", year->year);
      hbk_assessment_print_record (assessment, result, language);
      hbk_assessment_print_warnings (pack, (const HbkWarning *) (gpointer) warnings->data, warnings->len, language);
    }
}

static HbkExit
run (HbkCommandLine *line,
     GError        **error)
{
  const char *id = line->arguments[1];
  g_auto (HbkChoices) choices = { 0 };
  g_autoptr (HbkAssessment) assessment = NULL;

  if (!hbk_choices_init (&choices, line, NULL, error))
    return HBK_EXIT_INPUT;
  if (hbk_logbook_lookup (choices.logbook, id) == NULL)
    {
      g_autofree char *shown = hbk_output_clean (id, 60);

      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND,
                   _("The logbook has no record “%s”. “hourbook-cli assess” shows the ids in brackets"), shown);
      return HBK_EXIT_INPUT;
    }
  assessment = hbk_assess (choices.logbook, choices.pack, line->as_of, &choices.options);
  if (line->json)
    write_json (assessment, id, line->language);
  else
    print_text (assessment, id, line->language);
  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_explain = {
  .name = "explain",
  .arguments = "LOGBOOK RECORD",
  .summary = N_("Show step by step how a record gets its hours"),
  .options = HBK_COMMAND_PACK | HBK_COMMAND_AS_OF | HBK_COMMAND_READING | HBK_COMMAND_PROFILE,
  .n_arguments = 2,
  .run = run,
};
