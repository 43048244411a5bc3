/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-choices.h"
#include "cli/hbk-pack-json.h"
#include "cli/hbk-pack-text.h"
#include "cli/hbk-typed.h"

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autofree char *id = hbk_typed_dup_text (line->arguments[0], error);
  g_autoptr (HbkPack) pack = id != NULL ? hbk_choices_load_pack (line, id, error) : NULL;

  if (pack == NULL)
    return HBK_EXIT_INPUT;

  if (line->json)
    {
      g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

      hbk_pack_json_write (pack, writer, line->language);
      hbk_output_json (line->output, writer);
    }
  else
    {
      hbk_pack_text_print (pack, line->output, line->language);
    }

  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_describe = {
  .name = "describe",
  .arguments = "PACK",
  .summary = N_ ("Describe a rule pack: clauses, readings, deadlines, contacts"),
  .example = "qinghai",
  .group = HBK_GROUP_RULES,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
