/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-command.h"
#include "cli/hbk-output.h"

static void
write_pack (HbkJsonWriter *writer,
            const HbkPack *pack,
            HbkLanguage    language)
{
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "id", pack->id);
  hbk_json_writer_add_string (writer, "revision", pack->revision);
  hbk_json_writer_add_string (writer, "name", hbk_bilingual_get (&pack->name, language));
  hbk_json_writer_add_string (writer, "region", hbk_bilingual_get (&pack->region, language));
  hbk_json_writer_begin_object (writer, "covers");
  hbk_json_writer_add_int (writer, "from", pack->covers_from);
  if (pack->covers_to != 0)
    hbk_json_writer_add_int (writer, "to", pack->covers_to);
  hbk_json_writer_end_object (writer);
  hbk_json_writer_end_object (writer);
}

static void
print_pack (const HbkPack *pack,
            HbkLanguage    language)
{
  g_autoptr (GString) line = g_string_new (NULL);

  hbk_output_pad (line, pack->id, 12, FALSE);
  hbk_output_pad (line, hbk_bilingual_get (&pack->name, language), 28, FALSE);
  if (pack->covers_to == 0)
    g_string_append_printf (line, _("years from %d"), pack->covers_from);
  else if (pack->covers_to == pack->covers_from)
    g_string_append_printf (line, _("year %d"), pack->covers_from);
  else
    g_string_append_printf (line, _("years %d to %d"), pack->covers_from, pack->covers_to);
  g_print ("%s\n", line->str);
}

static HbkExit
run (HbkCommandLine *line,
     GError        **error)
{
  g_auto (GStrv) ids = hbk_workspace_list_packs (line->workspace, error);
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  if (ids == NULL)
    return HBK_EXIT_INPUT;
  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "format", "hourbook-packs");
  hbk_json_writer_add_int (writer, "version", 1);
  hbk_json_writer_begin_array (writer, "packs");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (HbkPack) pack = hbk_workspace_load_pack (line->workspace, ids[i], error);

      if (pack == NULL)
        return HBK_EXIT_INPUT;
      write_pack (writer, pack, line->language);
      if (!line->json)
        print_pack (pack, line->language);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  if (line->json)
    hbk_output_json (writer);
  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_packs = {
  .name = "packs",
  .arguments = "",
  .summary = N_("List the rule packs"),
  .options = 0,
  .n_arguments = 0,
  .run = run,
};
