/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-import-text.h"
#include "cli/hbk-library-access.h"
#include "words/hbk-step-words.h"
#include "cli/hbk-typed.h"

static gboolean
read_choice (HbkCommandLine *line, HbkConflictChoice *choice, GError **error)
{
  const char      *typed = hbk_command_line_get (line, HBK_OPTION_ON_CONFLICT);
  g_autofree char *shown = NULL;

  *choice = HBK_CONFLICT_ASK;
  if (typed == NULL)
    return TRUE;

  if (g_str_equal (typed, "keep"))
    *choice = HBK_CONFLICT_KEEP;
  else if (g_str_equal (typed, "replace"))
    *choice = HBK_CONFLICT_REPLACE;
  else if (g_str_equal (typed, "both"))
    *choice = HBK_CONFLICT_BOTH;
  if (*choice != HBK_CONFLICT_ASK)
    return TRUE;

  shown = hbk_text_escape (typed, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” does not say what to do with conflicts. Give keep (what you have), replace (by what the file has) or both."), shown);

  return FALSE;
}

static HbkExit
preview (HbkCommandLine *line, const HbkImport *import)
{
  if (line->json)
    {
      hbk_import_text_write (line, import, NULL);
      return HBK_EXIT_DONE;
    }

  hbk_import_text_print (line, import);
  if (import->conflicts->len > 0)
    hbk_output_wrapped (line->output, "", "", _("Nothing was stored. Add --confirm to import it, and --on-conflict=keep, replace or both."));
  else
    hbk_output_wrapped (line->output, "", "", _("Nothing was stored. Add --confirm to import it."));

  return HBK_EXIT_DONE;
}

static HbkExit
confirm (HbkCommandLine *line, HbkImport *import, HbkConflictChoice choice, GError **error)
{
  g_autoptr (HbkJournalStep) step = NULL;
  g_autofree char *done = NULL;

  if (choice == HBK_CONFLICT_ASK && import->conflicts->len > 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE,
                   ngettext ("%u record was changed both by you and in the file. Nothing was stored. Add --on-conflict=keep, replace or both.",
                             "%u records were changed both by you and in the file. Nothing was stored. Add --on-conflict=keep, replace or both.", import->conflicts->len),
                   import->conflicts->len);
      return HBK_EXIT_INPUT;
    }

  step = hbk_workspace_confirm_import (line->workspace, import, choice, hbk_command_line_get (line, HBK_OPTION_CORRECTION), error);
  if (step == NULL)
    return HBK_EXIT_INPUT;
  if (line->json)
    {
      hbk_import_text_write (line, import, step);
      return HBK_EXIT_DONE;
    }

  hbk_import_text_print (line, import);
  done = hbk_step_words_describe (step);
  if (step->number > 0)
    hbk_output_printf (line->output, _("Done: %s. “hourbook-cli undo” takes it back."), done);
  else
    hbk_output_line (line->output, _("Nothing had to be changed."));

  return HBK_EXIT_DONE;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  gboolean          is_confirmed = hbk_command_line_has (line, HBK_OPTION_CONFIRM);
  HbkConflictChoice choice;
  HbkImportOptions  options = {
     .columns = (char **) hbk_command_line_get_all (line, HBK_OPTION_COLUMN),
     .defaults = (char **) hbk_command_line_get_all (line, HBK_OPTION_DEFAULT),
     .sheet = hbk_command_line_get (line, HBK_OPTION_SHEET),
     .encoding = hbk_command_line_get (line, HBK_OPTION_ENCODING),
     .language = line->language,
  };
  g_autoptr (HbkImport) import = NULL;

  if (!read_choice (line, &choice, error) || !hbk_library_access_open (line, is_confirmed ? HBK_OPEN_WRITE : HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;

  import = hbk_workspace_prepare_import (line->workspace, line->arguments[0], &options, error);
  if (import == NULL)
    return HBK_EXIT_INPUT;

  return is_confirmed ? confirm (line, import, choice, error) : preview (line, import);
}

const HbkCommand hbk_command_import = {
  .name = "import",
  .arguments = "FILE",
  .summary = N_ ("Import a logbook, CSV or XLSX file; shows first what it would do"),
  .example = "platform.xlsx --default=activity=training",
  .group = HBK_GROUP_EXCHANGE,
  .options = (const HbkOptionId[]) { HBK_OPTION_CONFIRM, HBK_OPTION_ON_CONFLICT, HBK_OPTION_COLUMN, HBK_OPTION_DEFAULT, HBK_OPTION_SHEET, HBK_OPTION_ENCODING, HBK_OPTION_CORRECTION, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = 1,
  .reads_input = TRUE,
  .run = run,
};
