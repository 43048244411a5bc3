/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-assessment-json.h"
#include "cli/hbk-assessment-text.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-output.h"

static gboolean
is_short (const HbkAssessment *assessment)
{
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult *year = hbk_assessment_get_year (assessment, i);

      if (year->verdict == HBK_VERDICT_SHORT || hbk_tally_total (year->pending) > 0 ||
          hbk_tally_total (year->evidenced) < hbk_tally_total (year->credited))
        return TRUE;
    }
  return FALSE;
}

static HbkExit
run (HbkCommandLine *line,
     GError        **error)
{
  g_auto (HbkChoices) choices = { 0 };
  g_autoptr (HbkAssessment) assessment = NULL;

  if (!hbk_choices_init (&choices, line, NULL, error))
    return HBK_EXIT_INPUT;
  assessment = hbk_assess (choices.logbook, choices.pack, line->as_of, &choices.options);
  if (line->json)
    {
      g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

      hbk_assessment_write_json (assessment, writer, line->language);
      hbk_output_json (writer);
    }
  else
    {
      hbk_assessment_print (assessment, hbk_logbook_get_profile (choices.logbook), line->language);
    }
  return line->strict && is_short (assessment) ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

const HbkCommand hbk_command_assess = {
  .name = "assess",
  .arguments = "LOGBOOK",
  .summary = N_("Work out the hours of each year, with the reason for every hour"),
  .options = HBK_COMMAND_PACK | HBK_COMMAND_YEAR | HBK_COMMAND_AS_OF | HBK_COMMAND_READING | HBK_COMMAND_PROFILE | HBK_COMMAND_STRICT,
  .n_arguments = 1,
  .run = run,
};
