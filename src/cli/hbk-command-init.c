/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-choices.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-profile-options.h"
#include "cli/hbk-result.h"
#include "workspace/hbk-file-reader.h"

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autofree char *dir = hbk_library_access_dup_dir (line);
  g_autofree char *name = hbk_file_get_display_name (dir);
  g_autofree char *text = g_strdup_printf (_("The library was made in %s."), name);
  g_autoptr (HbkFacts) answers = hbk_profile_options_parse (line, error);
  g_autoptr (HbkJournalStep) step = NULL;
  HbkResult result = { .path = dir, .text = text };

  if (answers == NULL)
    return HBK_EXIT_INPUT;
  if (hbk_workspace_has_library (line->workspace, dir))
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _("%s: There is a library here already, and it is left as it is. “hourbook-cli list” shows its records; --library=DIR makes another."), name);
      return HBK_EXIT_INPUT;
    }
  if (!hbk_library_access_open (line, HBK_OPEN_CREATE, error))
    return HBK_EXIT_INPUT;

  if (hbk_facts_get_n (answers) > 0)
    {
      step = hbk_workspace_change_profile (line->workspace, HBK_DATE_NONE, answers, error);
      if (step == NULL)
        return HBK_EXIT_INPUT;
      result.step = step;
    }

  return hbk_result_print (line, &result);
}

const HbkCommand hbk_command_init = {
  .name = "init",
  .arguments = "",
  .summary = N_ ("Make a library, which keeps records, evidence and their history"),
  .example = "--profile=region=yuxi --profile=title_level=intermediate",
  .group = HBK_GROUP_LIBRARY,
  .options = (const HbkOptionId[]) { HBK_OPTION_ANSWER, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
