/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-library-json.h"
#include "words/hbk-value-words.h"

static void
write_entry (HbkJsonWriter *writer, const HbkTrashEntry *entry)
{
  g_autofree char *serial = entry->file != NULL ? hbk_evidence_file_dup_serial (entry->file) : NULL;

  hbk_json_writer_begin_object (writer, NULL);
  hbk_json_writer_add_string (writer, "kind", entry->record != NULL ? "record" : "file");
  hbk_json_writer_add_string (writer, "id", entry->record != NULL ? hbk_record_get_id (entry->record) : serial);
  hbk_json_parts_add_text (writer, "title", entry->record != NULL ? hbk_record_get_title (entry->record) : entry->file->name);
  hbk_library_json_write_time (writer, "removed", entry->removed);
  hbk_json_writer_add_int (writer, "days_left", entry->days_left);
  hbk_json_writer_end_object (writer);
}

static void
print_json (HbkCommandLine *line, GPtrArray *entries)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  hbk_json_parts_begin (writer, NULL, "hourbook-trash");
  hbk_json_writer_begin_array (writer, "entries");
  for (guint i = 0; i < entries->len; i++)
    write_entry (writer, g_ptr_array_index (entries, i));
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_entry (HbkCommandLine *line, const HbkTrashEntry *entry)
{
  g_autofree char *serial = entry->file != NULL ? hbk_evidence_file_dup_serial (entry->file) : NULL;
  g_autofree char *time = hbk_value_words_time (entry->removed);
  const char      *id = entry->record != NULL ? hbk_record_get_id (entry->record) : serial;
  const char      *title = entry->record != NULL ? hbk_record_get_title (entry->record) : entry->file->name;
  guint            days = (guint) MAX (entry->days_left, 0);
  g_autofree char *stay = NULL;
  g_autofree char *text = NULL;

  stay = days > 0 ? g_strdup_printf (ngettext ("stays %u more day at least", "stays %u more days at least", days), days) : g_strdup (_("may be emptied out"));
  /* Translators: id and title of what is in the trash, when it was removed, and how long it stays */
  text = g_strdup_printf (_("%1$s  %2$s (removed %3$s; %4$s)"), id, title != NULL ? title : "–", time, stay);
  hbk_output_wrapped (line->output, "", "  ", text);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (!hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;

  entries = hbk_workspace_list_trash (line->workspace, error);
  if (entries == NULL)
    return HBK_EXIT_INPUT;

  if (line->json)
    {
      print_json (line, entries);
      return HBK_EXIT_DONE;
    }
  for (guint i = 0; i < entries->len; i++)
    print_entry (line, g_ptr_array_index (entries, i));
  if (entries->len == 0)
    hbk_output_line (line->output, _("The trash is empty."));

  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_trash = {
  .name = "trash",
  .arguments = "",
  .summary = N_ ("List what was removed and can be restored"),
  .example = "--json",
  .group = HBK_GROUP_RECORDS,
  .options = (const HbkOptionId[]) { HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 0,
  .max_arguments = 0,
  .run = run,
};
