/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-result.h"
#include "words/hbk-step-words.h"

static HbkExit
print (HbkCommandLine *line, const HbkJournalStep *step)
{
  g_autofree char *clause = hbk_step_words_describe (step);
  g_autofree char *text = NULL;
  HbkResult        result = { .step = step };

  if (step->what == HBK_JOURNAL_UNDO)
    /* Translators: what a step had done, such as: record “Safety class” was changed */
    text = g_strdup_printf (_("Undid: %s."), clause);
  else
    /* Translators: what a step had done, such as: record “Safety class” was changed */
    text = g_strdup_printf (_("Did again: %s."), clause);
  result.text = text;

  return hbk_result_print (line, &result);
}

static HbkExit
run_undo (HbkCommandLine *line, GError **error)
{
  g_autoptr (HbkJournalStep) step = NULL;

  if (!hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;

  step = hbk_workspace_undo (line->workspace, hbk_command_line_get (line, HBK_OPTION_CORRECTION), error);

  return step != NULL ? print (line, step) : HBK_EXIT_INPUT;
}

static HbkExit
run_redo (HbkCommandLine *line, GError **error)
{
  g_autoptr (HbkJournalStep) step = NULL;

  if (!hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;

  step = hbk_workspace_redo (line->workspace, hbk_command_line_get (line, HBK_OPTION_CORRECTION), error);

  return step != NULL ? print (line, step) : HBK_EXIT_INPUT;
}

const HbkCommand hbk_command_undo = {
  .name = "undo",
  .arguments = "",
  .summary = N_ ("Undo the last step, and then the one before it"),
  .example = "--json",
  .group = HBK_GROUP_LIBRARY,
  .options = (const HbkOptionId[]) { HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run_undo,
};

const HbkCommand hbk_command_redo = {
  .name = "redo",
  .arguments = "",
  .summary = N_ ("Do again what was undone last"),
  .example = "--json",
  .group = HBK_GROUP_LIBRARY,
  .options = (const HbkOptionId[]) { HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run_redo,
};
