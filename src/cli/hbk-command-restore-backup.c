/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "cli/hbk-command-line.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-library-json.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"
#include "workspace/hbk-workspace-exchange.h"

/* So many titles of a kind are listed; the rest is counted. */
#define TITLES_MAX 20

static void
write_titles (HbkJsonWriter *writer, const char *member, GPtrArray *titles)
{
  hbk_json_writer_begin_array (writer, member);
  for (guint i = 0; i < titles->len; i++)
    hbk_json_writer_add_string (writer, NULL, g_ptr_array_index (titles, i));
  hbk_json_writer_end_array (writer);
}

static void
print_json (HbkCommandLine *line, const HbkRestore *restore, gboolean is_restored)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  g_autofree char *path = hbk_text_escape (restore->path, -1, G_MAXUINT);

  hbk_json_parts_begin (writer, NULL, "hourbook-restore");
  hbk_json_writer_add_string (writer, "file", path);
  hbk_library_json_write_time (writer, "made", restore->made);
  hbk_json_writer_add_boolean (writer, "whole", restore->is_whole);
  hbk_json_writer_add_int (writer, "records", restore->n_records);
  hbk_json_writer_add_int (writer, "evidence_files", restore->n_files);
  hbk_json_writer_add_boolean (writer, "damaged", restore->is_damaged);
  write_titles (writer, "adds", restore->adds);
  write_titles (writer, "changes", restore->changes);
  write_titles (writer, "removes", restore->removes);
  hbk_json_writer_add_boolean (writer, "profile", restore->is_profile_changed);
  hbk_json_writer_add_boolean (writer, "readings", restore->are_readings_changed);
  hbk_json_writer_add_boolean (writer, "restored", is_restored);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_titles (HbkCommandLine *line, const char *heading, GPtrArray *titles)
{
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (titles->len == 0)
    return;

  count = g_strdup_printf ("%u", titles->len);
  text = hbk_words_with (heading, count);
  hbk_output_line (line->output, text);
  for (guint i = 0; i < MIN (titles->len, TITLES_MAX); i++)
    hbk_output_wrapped (line->output, "  ", "    ", g_ptr_array_index (titles, i));
  if (titles->len > TITLES_MAX)
    hbk_output_printf (line->output, ngettext ("  … and %u more", "  … and %u more", titles->len - TITLES_MAX), titles->len - TITLES_MAX);
}

static void
print_text (HbkCommandLine *line, const HbkRestore *restore, gboolean has_library)
{
  g_autofree char *time = hbk_value_words_time (restore->made);
  g_autofree char *records = g_strdup_printf (ngettext ("%u record", "%u records", restore->n_records), restore->n_records);
  g_autofree char *files = g_strdup_printf (ngettext ("%u file", "%u files", restore->n_files), restore->n_files);

  if (restore->is_whole)
    /* Translators: a moment, "3 records", "1 file" */
    hbk_output_printf (line->output, _("Backup of %1$s: %2$s, %3$s, with the evidence."), time, records, files);
  else
    hbk_output_printf (line->output, _("Backup of %1$s: %2$s, %3$s, without the evidence, which stays in the library."), time, records, files);
  if (!has_library)
    hbk_output_wrapped (line->output, "", "", _("There is no library yet; it is made from the backup."));
  else if (restore->is_damaged)
    hbk_output_wrapped (line->output, "", "", _("The library cannot be read. It is put aside, not removed."));
  print_titles (line, _("Records that come back"), restore->adds);
  print_titles (line, _("Records that become what they were"), restore->changes);
  print_titles (line, _("Records that go to the trash"), restore->removes);
  if (!restore->is_damaged && restore->adds->len + restore->changes->len + restore->removes->len == 0)
    hbk_output_line (line->output, _("No record is different."));
  if (restore->is_profile_changed)
    hbk_output_line (line->output, _("What holds of you becomes what it was."));
  if (restore->are_readings_changed)
    hbk_output_line (line->output, _("How unclear clauses are read becomes what it was."));
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  g_autofree char *dir = hbk_library_access_dup_dir (line);
  gboolean         is_confirmed = hbk_command_line_has (line, HBK_OPTION_CONFIRM);
  gboolean         has_library = hbk_workspace_has_library (line->workspace, dir);
  g_autoptr (HbkRestore) restore = hbk_workspace_prepare_restore (line->workspace, dir, line->arguments[0], error);

  if (restore == NULL)
    return HBK_EXIT_INPUT;
  if (is_confirmed && !hbk_workspace_confirm_restore (line->workspace, dir, restore, error))
    return HBK_EXIT_INPUT;

  if (line->json)
    {
      print_json (line, restore, is_confirmed);
      return HBK_EXIT_DONE;
    }
  print_text (line, restore, has_library);
  if (is_confirmed)
    hbk_output_line (line->output, _("The backup was restored."));
  else
    hbk_output_line (line->output, _("Nothing was changed. Add --confirm to restore it."));

  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_restore_backup = {
  .name = "restore-backup",
  .arguments = "FILE",
  .summary = N_ ("Put the library back to a backup; shows first what it would do"),
  .example = "hourbook.zip",
  .group = HBK_GROUP_EXCHANGE,
  .options = (const HbkOptionId[]) { HBK_OPTION_CONFIRM, HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
