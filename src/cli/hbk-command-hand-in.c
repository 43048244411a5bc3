/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-result.h"
#include "cli/hbk-typed-facts.h"
#include "cli/hbk-typed.h"
#include "records/hbk-logbook-format.h"
#include "workspace/hbk-workspace-years.h"

static gboolean
begin (HbkCommandLine *line, int *year, GError **error)
{
  g_autofree char *typed = hbk_typed_dup_text (line->arguments[0], error);

  return typed != NULL && hbk_typed_parse_year (typed, year, error) && hbk_library_access_open (line, HBK_OPEN_WRITE, error);
}

static HbkExit
run_hand_in (HbkCommandLine *line, GError **error)
{
  const char *note = hbk_command_line_get (line, HBK_OPTION_HAND_IN_NOTE);
  int         year;
  g_autoptr (HbkJournalStep) step = NULL;

  if ((note != NULL && !hbk_typed_check_length (note, HBK_LOGBOOK_NOTE_MAX, "--note", error)) || !begin (line, &year, error))
    return HBK_EXIT_INPUT;

  step = hbk_workspace_hand_in (line->workspace, year, NULL, note != NULL && *note != '\0' ? note : NULL, line->today, error);

  return step != NULL ? hbk_result_print_step (line, step) : HBK_EXIT_INPUT;
}

static HbkExit
run_reopen (HbkCommandLine *line, GError **error)
{
  const char *correction = hbk_command_line_get (line, HBK_OPTION_CORRECTION);
  int         year;
  g_autoptr (HbkJournalStep) step = NULL;

  if (correction == NULL)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("Why is the year opened again? Add --correction=REASON."));
      return HBK_EXIT_INPUT;
    }
  if (!begin (line, &year, error))
    return HBK_EXIT_INPUT;

  step = hbk_workspace_reopen (line->workspace, year, correction, error);

  return step != NULL ? hbk_result_print_step (line, step) : HBK_EXIT_INPUT;
}

static HbkExit
run_adopt (HbkCommandLine *line, GError **error)
{
  int year;
  g_autoptr (HbkJournalStep) step = NULL;

  if (!begin (line, &year, error))
    return HBK_EXIT_INPUT;

  step = hbk_workspace_adopt_rules (line->workspace, year, line->today, hbk_command_line_get (line, HBK_OPTION_CORRECTION), error);

  return step != NULL ? hbk_result_print_step (line, step) : HBK_EXIT_INPUT;
}

const HbkCommand hbk_command_hand_in = {
  .name = "hand-in",
  .arguments = "YEAR",
  .summary = N_ ("Note that a year was handed in, and seal it"),
  .example = "2024 --note=\"to the personnel office\"",
  .group = HBK_GROUP_HOURS,
  .options = (const HbkOptionId[]) { HBK_OPTION_HAND_IN_NOTE, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_hand_in,
};

const HbkCommand hbk_command_reopen = {
  .name = "reopen",
  .arguments = "YEAR",
  .summary = N_ ("Open a year again that was handed in"),
  .example = "2024 --correction=\"sent back by the reviewer\"",
  .group = HBK_GROUP_HOURS,
  .options = (const HbkOptionId[]) { HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_reopen,
};

const HbkCommand hbk_command_adopt = {
  .name = "adopt",
  .arguments = "YEAR",
  .summary = N_ ("Bind a closed year to the rules as they are now"),
  .example = "2023",
  .group = HBK_GROUP_HOURS,
  .options = (const HbkOptionId[]) { HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_adopt,
};
