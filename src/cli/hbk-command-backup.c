/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-progress.h"
#include "cli/hbk-result.h"
#include "workspace/hbk-file-reader.h"
#include "workspace/hbk-workspace-exchange.h"

static HbkExit
list (HbkCommandLine *line)
{
  g_autofree char *dir = hbk_library_access_dup_dir (line);
  g_autoptr (GPtrArray) paths = hbk_workspace_list_backups (line->workspace, dir);
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_parts_begin (writer, NULL, "hourbook-backups");
  hbk_json_writer_begin_array (writer, "backups");
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *path = hbk_text_escape (g_ptr_array_index (paths, i), -1, G_MAXUINT);

      hbk_json_writer_add_string (writer, NULL, path);
      if (!line->json)
        hbk_output_line (line->output, path);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);

  if (line->json)
    hbk_output_json (line->output, writer);
  else if (paths->len == 0)
    hbk_output_line (line->output, _("Hourbook has made no backup by itself yet; it does so every week."));

  return HBK_EXIT_DONE;
}

static char *
dup_usual_name (const HbkCommandLine *line)
{
  g_autofree char *today = hbk_date_format (line->today);

  return g_strdup_printf ("hourbook-%s.zip", today);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autofree char *path = line->arguments[0] != NULL ? g_strdup (line->arguments[0]) : dup_usual_name (line);
  g_autofree char *name = hbk_file_get_display_name (path);
  g_autofree char *text = g_strdup_printf (_("The backup was written to %s. Keep a copy of it on another disk."), name);
  g_auto (HbkProgress) progress = { 0 };
  HbkResult result = { .path = path, .text = text };

  if (hbk_command_line_has (line, HBK_OPTION_LIST) && line->arguments[0] != NULL)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("--list only lists the backups. Leave it out, or leave out the name of a file."));
      return HBK_EXIT_INPUT;
    }
  if (hbk_command_line_has (line, HBK_OPTION_LIST))
    return list (line);

  if (!hbk_library_access_open (line, HBK_OPEN_WRITE, error))
    return HBK_EXIT_INPUT;
  hbk_progress_init (&progress, _("Writing the backup"));
  if (!hbk_workspace_back_up (line->workspace, path, hbk_progress_report, &progress, progress.cancellable, error))
    return HBK_EXIT_INPUT;

  return hbk_result_print (line, &result);
}

const HbkCommand hbk_command_backup = {
  .name = "backup",
  .arguments = "[FILE]",
  .summary = N_ ("Write records, history and evidence into one file"),
  .example = "hourbook.zip",
  .group = HBK_GROUP_EXCHANGE,
  .options = (const HbkOptionId[]) { HBK_OPTION_LIST, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 1,
  .run = run,
};
