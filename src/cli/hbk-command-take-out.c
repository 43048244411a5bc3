/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-library-access.h"
#include "cli/hbk-result.h"
#include "cli/hbk-typed.h"
#include "workspace/hbk-file-reader.h"
#include "workspace/hbk-workspace-evidence.h"

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autofree char *typed = hbk_typed_dup_text (line->arguments[0], error);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (HbkEvidenceFile) file = NULL;
  HbkResult result = { 0 };

  if (typed == NULL || !hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;
  file = hbk_workspace_find_file (line->workspace, typed, error);
  if (file == NULL)
    return HBK_EXIT_INPUT;

  if (g_file_test (line->arguments[1], G_FILE_TEST_IS_DIR))
    path = g_build_filename (line->arguments[1], file->name, NULL);
  else
    path = g_strdup (line->arguments[1]);
  if (!hbk_workspace_copy_file_out (line->workspace, file->sha256, path, error))
    return HBK_EXIT_INPUT;

  name = hbk_file_get_display_name (path);
  text = g_strdup_printf (_("Copied to %s."), name);
  result.path = path;
  result.text = text;

  return hbk_result_print (line, &result);
}

const HbkCommand hbk_command_take_out = {
  .name = "take-out",
  .arguments = "SERIAL FILE",
  .summary = N_ ("Copy an evidence file out of the library"),
  .example = "XS-0042 certificate.pdf",
  .group = HBK_GROUP_EVIDENCE,
  .options = (const HbkOptionId[]) { HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run,
};
