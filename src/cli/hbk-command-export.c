/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-result.h"
#include "cli/hbk-typed.h"
#include "workspace/hbk-file-reader.h"
#include "workspace/hbk-workspace-exchange.h"

static gboolean
read_form (HbkCommandLine *line, HbkExportForm *form, GError **error)
{
  const char      *typed = hbk_command_line_get (line, HBK_OPTION_FORM);
  g_autofree char *shown = NULL;

  *form = HBK_EXPORT_LOGBOOK;
  if (typed == NULL || g_str_equal (typed, "logbook"))
    return TRUE;

  if (g_str_equal (typed, "folder"))
    *form = HBK_EXPORT_FOLDER;
  else if (g_str_equal (typed, "csv"))
    *form = HBK_EXPORT_CSV;
  if (*form != HBK_EXPORT_LOGBOOK)
    return TRUE;

  shown = hbk_text_escape (typed, -1, HBK_TYPED_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("“%s” is not a form of export. Give logbook, folder or csv."), shown);

  return FALSE;
}

static HbkExit
print_bytes (HbkCommandLine *line, HbkExportForm form, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (form == HBK_EXPORT_FOLDER)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("A folder cannot be printed. Say where it is to be written."));
      return HBK_EXIT_INPUT;
    }
  if (line->json && form == HBK_EXPORT_CSV)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _("A table is no JSON. Leave --json out, or say where the table is to be written."));
      return HBK_EXIT_INPUT;
    }

  bytes = hbk_workspace_export_bytes (line->workspace, form, line->as_of, line->language, error);
  if (bytes == NULL)
    return HBK_EXIT_INPUT;
  hbk_output_bytes (line->output, bytes);

  return HBK_EXIT_DONE;
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  const char      *path = line->arguments[0];
  HbkExportForm    form;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  HbkResult        result = { .path = path };

  if (!read_form (line, &form, error) || !hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;
  if (path == NULL || g_str_equal (path, "-"))
    return print_bytes (line, form, error);
  if (!hbk_workspace_export (line->workspace, form, path, line->as_of, line->language, error))
    return HBK_EXIT_INPUT;

  name = hbk_file_get_display_name (path);
  text = g_strdup_printf (_("Exported to %s."), name);
  result.text = text;

  return hbk_result_print (line, &result);
}

const HbkCommand hbk_command_export = {
  .name = "export",
  .arguments = "[FILE]",
  .summary = N_ ("Write records as a logbook, a folder with evidence, or CSV"),
  .example = "my-records --form=folder",
  .group = HBK_GROUP_EXCHANGE,
  .options = (const HbkOptionId[]) { HBK_OPTION_FORM, HBK_OPTION_AS_OF, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 1,
  .run = run,
};
