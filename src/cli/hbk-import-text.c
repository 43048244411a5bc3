/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-import-text.h"

#include <glib/gi18n.h>

#include "base/hbk-text.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-json.h"
#include "cli/hbk-problems-output.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"
#include "workspace/hbk-file-reader.h"

/* So many records of a kind are named; the rest is counted. */
#define RECORDS_MAX 20

static void
print_records (HbkCommandLine *line, const char *heading, GPtrArray *records)
{
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (records->len == 0)
    return;

  hbk_output_line (line->output, "");
  count = g_strdup_printf ("%u", records->len);
  text = hbk_words_with (heading, count);
  hbk_output_line (line->output, text);
  for (guint i = 0; i < MIN (records->len, RECORDS_MAX); i++)
    {
      HbkRecord       *record = g_ptr_array_index (records, i);
      const char      *title = hbk_record_get_title (record);
      g_autofree char *period = hbk_value_words_period (hbk_record_get_start (record), hbk_record_get_end (record));
      g_autofree char *entry = g_strdup_printf ("%s  %s", period, title != NULL ? title : "–");

      hbk_output_wrapped (line->output, "  ", "    ", entry);
    }
  if (records->len > RECORDS_MAX)
    hbk_output_printf (line->output, ngettext ("  … and %u more", "  … and %u more", records->len - RECORDS_MAX), records->len - RECORDS_MAX);
}

static void
print_profile (HbkCommandLine *line, const HbkImport *import)
{
  const HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (line->workspace, NULL);

  if (vocabulary == NULL || import->profile == NULL || hbk_facts_get_n (import->profile) == 0)
    return;

  hbk_output_line (line->output, "");
  hbk_output_line (line->output, _("Answers about you that the library has not"));
  for (guint i = 0; i < hbk_facts_get_n (import->profile); i++)
    {
      const char        *id;
      const HbkValue    *value = hbk_facts_nth (import->profile, i, &id);
      const HbkFactSpec *spec = hbk_vocabulary_lookup_attribute (vocabulary, id);
      g_autofree char   *words = hbk_value_words (value, spec, line->language);
      g_autofree char   *text = g_strdup_printf (_("%1$s: %2$s"), hbk_value_words_attribute (id, spec, line->language), words);

      hbk_output_wrapped (line->output, "  ", "    ", text);
    }
}

static void
print_problems (HbkCommandLine *line, const HbkImport *import)
{
  g_autofree char *name = hbk_file_get_display_name (import->path);
  guint            n = hbk_problems_get_n_total (import->problems);

  if (n == 0)
    return;

  hbk_output_line (line->output, "");
  hbk_output_printf (line->output, ngettext ("%u problem; what has one is left out", "%u problems; what has one is left out", n), n);
  for (guint i = 0; i < hbk_problems_get_n (import->problems); i++)
    {
      g_autofree char *text = hbk_problem_to_string (hbk_problems_get (import->problems, i), name);

      hbk_output_wrapped (line->output, "  ", "    ", text);
    }
}

/**
 * hbk_import_text_print:
 * @line: the command line
 * @import: a preview
 *
 * Prints what importing a file would do.
 */
void
hbk_import_text_print (HbkCommandLine *line, const HbkImport *import)
{
  g_auto (GStrv) what = g_strsplit (import->what, "\n", -1);

  for (guint i = 0; what[i] != NULL; i++)
    hbk_output_wrapped (line->output, i == 0 ? "" : "  ", "    ", what[i]);
  print_records (line, _("New records"), import->adds);
  print_records (line, _("Records that the file changes"), import->changes);
  print_records (line, _("Conflicts: records that both you and the file have changed"), import->conflicts);
  print_profile (line, import);
  print_problems (line, import);

  hbk_output_line (line->output, "");
  if (import->n_rows > 0)
    hbk_output_printf (line->output, ngettext ("%u row in the table.", "%u rows in the table.", import->n_rows), import->n_rows);
  if (import->n_same > 0)
    hbk_output_printf (line->output, ngettext ("%u record is in the library just like this.", "%u records are in the library just like this.", import->n_same), import->n_same);
  if (import->n_files > 0)
    hbk_output_printf (line->output, ngettext ("%u evidence file lies beside it and is copied in.", "%u evidence files lie beside it and are copied in.", import->n_files), import->n_files);
}

static void
write_records (HbkJsonWriter *writer, const char *member, GPtrArray *records)
{
  hbk_json_writer_begin_array (writer, member);
  for (guint i = 0; i < records->len; i++)
    hbk_library_json_write_summary (writer, g_ptr_array_index (records, i));
  hbk_json_writer_end_array (writer);
}

/**
 * hbk_import_text_write:
 * @line: the command line
 * @import: a preview
 * @step: (nullable): what was stored; %NULL when nothing was
 *
 * Writes what importing a file would do, or has done, as JSON.
 */
void
hbk_import_text_write (HbkCommandLine *line, const HbkImport *import, const HbkJournalStep *step)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  g_autofree char *path = hbk_text_escape (import->path, -1, G_MAXUINT);

  hbk_json_parts_begin (writer, NULL, "hourbook-import");
  hbk_json_writer_add_string (writer, "file", path);
  hbk_json_writer_add_string (writer, "what", import->what);
  write_records (writer, "adds", import->adds);
  write_records (writer, "changes", import->changes);
  write_records (writer, "conflicts", import->conflicts);
  hbk_json_writer_add_int (writer, "same", import->n_same);
  hbk_json_writer_add_int (writer, "rows", import->n_rows);
  hbk_json_writer_add_int (writer, "evidence_files", import->n_files);
  hbk_json_writer_begin_array (writer, "profile");
  for (guint i = 0; import->profile != NULL && i < hbk_facts_get_n (import->profile); i++)
    {
      const char *id;

      hbk_facts_nth (import->profile, i, &id);
      hbk_json_writer_add_string (writer, NULL, id);
    }
  hbk_json_writer_end_array (writer);
  hbk_problems_output_write (import->problems, writer);
  if (step != NULL && step->number > 0)
    hbk_library_json_write_step (writer, "step", step, FALSE);
  else
    hbk_json_writer_add_null (writer, "step");
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}
