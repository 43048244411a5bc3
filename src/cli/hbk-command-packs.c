/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-columns.h"
#include "cli/hbk-command.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-pack-json.h"
#include "cli/hbk-pack-text.h"

static void
print_json (HbkCommandLine *line, GPtrArray *packs)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_parts_begin (writer, NULL, "hourbook-packs");
  hbk_json_writer_begin_array (writer, "packs");
  for (guint i = 0; i < packs->len; i++)
    hbk_pack_json_write_summary (g_ptr_array_index (packs, i), writer, line->language);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_text (HbkCommandLine *line, GPtrArray *packs)
{
  int id_width = 0;
  int name_width = 0;

  for (guint i = 0; i < packs->len; i++)
    {
      const HbkPack *pack = g_ptr_array_index (packs, i);

      id_width = MAX (id_width, hbk_columns_width (pack->id));
      name_width = MAX (name_width, hbk_columns_width (hbk_bilingual_get (&pack->name, line->language)));
    }

  for (guint i = 0; i < packs->len; i++)
    {
      const HbkPack   *pack = g_ptr_array_index (packs, i);
      g_autofree char *years = hbk_pack_text_years (pack);
      g_autoptr (GString) text = g_string_new ("");

      hbk_columns_pad (text, pack->id, id_width + 2, FALSE);
      hbk_columns_pad (text, hbk_bilingual_get (&pack->name, line->language), name_width + 2, FALSE);
      hbk_columns_pad (text, years, 0, FALSE);
      hbk_output_line (line->output, text->str);
    }
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_auto (GStrv) ids = hbk_workspace_list_packs (line->workspace, error);
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_pack_unref);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      HbkPack *pack = hbk_workspace_load_pack (line->workspace, ids[i], error);

      if (pack == NULL)
        return HBK_EXIT_INPUT;
      g_ptr_array_add (packs, pack);
    }

  if (line->json)
    print_json (line, packs);
  else
    print_text (line, packs);

  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_packs = {
  .name = "packs",
  .arguments = "",
  .summary = N_ ("List the rule packs"),
  .example = "--json",
  .group = HBK_GROUP_RULES,
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
