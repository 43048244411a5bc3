/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-problems-output.h"

static HbkExit
run (HbkCommandLine *line,
     GError        **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) own_error = NULL;
  g_autoptr (HbkLogbook) logbook = hbk_workspace_check_logbook_file (line->workspace, line->arguments[0], problems, &own_error);
  HbkExit status;

  if (logbook == NULL && hbk_problems_is_empty (problems))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return HBK_EXIT_INPUT;
    }
  if (logbook != NULL && hbk_problems_is_empty (problems) && !line->json)
    {
      guint n_records = hbk_logbook_get_n_records (logbook);

      g_print (ngettext ("The logbook is in order: %u record\n", "The logbook is in order: %u records\n", n_records), n_records);
    }
  status = hbk_problems_output (problems, line->arguments[0], line->json);
  /* What the vocabulary does not know is kept and can be read: worth a word, not a refusal. */
  if (logbook != NULL && status == HBK_EXIT_INPUT)
    return line->strict ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
  return status;
}

const HbkCommand hbk_command_check = {
  .name = "check",
  .arguments = "LOGBOOK",
  .summary = N_("Check a logbook and say what is wrong with it"),
  .options = HBK_COMMAND_STRICT,
  .n_arguments = 1,
  .run = run,
};
