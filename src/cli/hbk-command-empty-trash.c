/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-library-access.h"
#include "cli/hbk-result.h"

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  guint            n_records;
  guint            n_files;
  g_autofree char *records = NULL;
  g_autofree char *files = NULL;
  g_autofree char *text = NULL;
  HbkResult        result = { 0 };

  if (!hbk_library_access_open (line, HBK_OPEN_WRITE, error) || !hbk_workspace_empty_trash (line->workspace, &n_records, &n_files, error))
    return HBK_EXIT_INPUT;

  records = g_strdup_printf (ngettext ("%u record", "%u records", n_records), n_records);
  files = g_strdup_printf (ngettext ("%u file", "%u files", n_files), n_files);
  if (n_records + n_files > 0)
    /* Translators: "3 records", "1 file" */
    text = g_strdup_printf (_("Gone for good: %1$s, %2$s."), records, files);
  else
    text = g_strdup_printf (_("Nothing was removed: what is in the trash stays for %d days."), HBK_TRASH_DAYS);
  result.text = text;

  return hbk_result_print (line, &result);
}

const HbkCommand hbk_command_empty_trash = {
  .name = "empty-trash",
  .arguments = "",
  .summary = N_ ("Remove for good what has been in the trash for 90 days"),
  .example = "--json",
  .group = HBK_GROUP_RECORDS,
  .options = (const HbkOptionId[]) { HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
