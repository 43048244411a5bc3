/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-file-text.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-progress.h"
#include "cli/hbk-record-options.h"
#include "cli/hbk-result.h"

static HbkExit
take_in (HbkCommandLine *line, GError **error)
{
  gboolean    is_good;
  const char *document = hbk_record_options_get_document (line, &is_good, error);
  g_auto (HbkProgress) progress = { 0 };
  g_autoptr (GPtrArray) taken = NULL;
  HbkResult result = { 0 };

  if (!is_good || !hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;

  hbk_progress_init (&progress, _("Copying files"));
  taken = hbk_workspace_take_in (line->workspace, (const char *const *) line->arguments, NULL, document, NULL, hbk_progress_report, &progress, progress.cancellable, error);
  if (taken == NULL)
    return HBK_EXIT_INPUT;
  result.taken = taken;
  result.text = taken->len == 0 ? _("There was no file to take in.") : NULL;

  return hbk_result_print (line, &result);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  if (line->arguments[0] != NULL)
    return take_in (line, error);
  if (!hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;

  return hbk_file_text_print_all (line, HBK_FILES_INBOX, _("The inbox is empty: every file proves a record."), error);
}

const HbkCommand hbk_command_inbox = {
  .name = "inbox",
  .arguments = "[FILE…]",
  .summary = N_ ("List files that prove no record yet, or take files and folders in"),
  .example = "~/Downloads/certificates",
  .group = HBK_GROUP_EVIDENCE,
  .options = (const HbkOptionId[]) { HBK_OPTION_DOCUMENT, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = G_MAXUINT,
  .run = run,
};
