/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-output.h"
#include "cli/hbk-pack-json.h"
#include "cli/hbk-pack-text.h"

#include "cli/hbk-command.h"

static HbkExit
run (HbkCommandLine *line,
     GError        **error)
{
  g_autoptr (HbkPack) pack = hbk_workspace_load_pack (line->workspace, line->arguments[0], error);

  if (pack == NULL)
    return HBK_EXIT_INPUT;
  if (line->json)
    {
      g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

      hbk_pack_write_json (pack, writer, line->language);
      hbk_output_json (writer);
    }
  else
    {
      hbk_pack_print (pack, line->language);
    }
  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_describe = {
  .name = "describe",
  .arguments = "PACK",
  .summary = N_("Describe a rule pack: clauses, readings, deadlines, contacts"),
  .options = 0,
  .n_arguments = 1,
  .run = run,
};
