/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-library-access.h"
#include "cli/hbk-problems-output.h"
#include "cli/hbk-progress.h"
#include "workspace/hbk-workspace-evidence.h"

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autofree char *dir = hbk_library_access_dup_dir (line);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_auto (HbkProgress) progress = { 0 };
  guint n_problems;

  hbk_progress_init (&progress, _("Checking the library"));
  if (!hbk_workspace_check_library (line->workspace, dir, problems, hbk_progress_report, &progress, progress.cancellable, error))
    return HBK_EXIT_INPUT;
  hbk_progress_clear (&progress);

  n_problems = hbk_problems_get_n_total (problems);
  if (!line->json && n_problems == 0)
    hbk_output_line (line->output, _("The library is in order."));
  else if (!line->json)
    hbk_output_printf (line->output, ngettext ("%u thing is not as it should be. Nothing was repaired.", "%u things are not as they should be. Nothing was repaired.", n_problems), n_problems);
  hbk_problems_output (problems, dir, line);

  return line->strict && n_problems > 0 ? HBK_EXIT_SHORT : HBK_EXIT_DONE;
}

const HbkCommand hbk_command_check_library = {
  .name = "check-library",
  .arguments = "",
  .summary = N_ ("Look at the whole library and say what is wrong with it"),
  .example = "--strict",
  .group = HBK_GROUP_LIBRARY,
  .options = (const HbkOptionId[]) { HBK_OPTION_LIBRARY, HBK_OPTION_STRICT, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
