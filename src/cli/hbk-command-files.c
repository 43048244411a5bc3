/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-file-text.h"
#include "cli/hbk-library-access.h"

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  if (!hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;

  return hbk_file_text_print_all (line, HBK_FILES_ALL, _("There are no files yet; “hourbook-cli inbox FILE” takes some in."), error);
}

const HbkCommand hbk_command_files = {
  .name = "files",
  .arguments = "",
  .summary = N_ ("List the evidence files, and which records they prove"),
  .example = "--json",
  .group = HBK_GROUP_EVIDENCE,
  .options = (const HbkOptionId[]) { HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
