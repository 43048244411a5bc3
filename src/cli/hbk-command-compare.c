/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-assessment-json.h"
#include "cli/hbk-assessment-text.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-output.h"

static void
print_year (const HbkYearResult *year)
{
  g_autofree char *public_hours = hbk_hours_format (year->credited.public_hours);
  g_autofree char *professional = hbk_hours_format (year->credited.professional_hours);
  g_autofree char *pending = hbk_hours_format (hbk_tally_total (year->pending));

  /* Translators: year, verdict, public and professional hours, pending hours */
  g_print (_("  %d  %s: %s public, %s professional; pending %s\n"), year->year, hbk_assessment_verdict_word (year->verdict), public_hours, professional, pending);
}

static HbkAssessment *
assess_with (HbkCommandLine *line,
             const char     *pack_id,
             GError        **error)
{
  g_auto (HbkChoices) choices = { 0 };

  if (!hbk_choices_init (&choices, line, pack_id, error))
    return NULL;
  return hbk_assess (choices.logbook, choices.pack, line->as_of, &choices.options);
}

static HbkExit
run (HbkCommandLine *line,
     GError        **error)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  if (line->packs == NULL || g_strv_length (line->packs) < 2)
    {
      g_set_error_literal (error, HBK_ERROR, HBK_ERROR_USAGE, _("Name two or more packs to compare: --pack A --pack B"));
      return HBK_EXIT_USAGE;
    }
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "format", "hourbook-comparison");
  hbk_json_writer_add_int (writer, "version", 1);
  hbk_json_writer_begin_array (writer, "assessments");
  for (guint i = 0; line->packs[i] != NULL; i++)
    {
      g_autoptr (HbkAssessment) assessment = assess_with (line, line->packs[i], error);

      if (assessment == NULL)
        return HBK_EXIT_INPUT;
      hbk_assessment_write_json (assessment, writer, line->language);
      if (line->json)
        continue;
      g_print ("%s\n", hbk_bilingual_get (&hbk_assessment_get_pack (assessment)->name, line->language));
      for (guint j = 0; j < hbk_assessment_get_n_years (assessment); j++)
        print_year (hbk_assessment_get_year (assessment, j));
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  if (line->json)
    hbk_output_json (writer);
  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_compare = {
  .name = "compare",
  .arguments = "LOGBOOK",
  .summary = N_("Compare what a logbook comes to under several packs"),
  .options = HBK_COMMAND_PACK | HBK_COMMAND_YEAR | HBK_COMMAND_AS_OF | HBK_COMMAND_PROFILE,
  .n_arguments = 1,
  .run = run,
};
