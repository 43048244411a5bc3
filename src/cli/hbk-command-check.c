/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-problems-output.h"

static void
print_summary (HbkCommandLine *line, HbkLogbook *logbook, guint n_remarks)
{
  guint            n_records = hbk_logbook_get_n_records (logbook);
  g_autofree char *records = g_strdup_printf (ngettext ("%u record", "%u records", n_records), n_records);
  g_autofree char *remarks = g_strdup_printf (ngettext ("%u remark", "%u remarks", n_remarks), n_remarks);

  if (n_remarks == 0)
    /* Translators: "20 records" */
    hbk_output_printf (line->output, _("The logbook is in order: %s."), records);
  else
    /* Translators: "20 records", "2 remarks" */
    hbk_output_printf (line->output, _("The logbook can be used: %1$s, %2$s."), records, remarks);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) own_error = NULL;
  g_autoptr (HbkLogbook) logbook = hbk_workspace_check_logbook_file (line->workspace, line->arguments[0], problems, &own_error);
  guint n_problems = hbk_problems_get_n_total (problems);

  if (logbook == NULL && n_problems == 0)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return HBK_EXIT_INPUT;
    }

  if (logbook != NULL && !line->json)
    print_summary (line, logbook, n_problems);
  hbk_problems_output (problems, line->arguments[0], line);

  if (logbook == NULL)
    return HBK_EXIT_INPUT;

  /* What the vocabulary does not know is kept, and the rest can be used: worth a word, not a refusal. */
  return line->strict && n_problems > 0 ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

const HbkCommand hbk_command_check = {
  .name = "check",
  .arguments = "LOGBOOK",
  .summary = N_ ("Check a logbook and say what is wrong with it"),
  .example = "logbook.json",
  .group = HBK_GROUP_EXCHANGE,
  .options = (const HbkOptionId[]) { HBK_OPTION_STRICT, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = 1,
  .reads_input = TRUE,
  .run = run,
};
