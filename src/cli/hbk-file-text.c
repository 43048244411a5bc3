/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/hbk-file-text.h"

#include <glib/gi18n.h>

#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-json.h"
#include "words/hbk-file-words.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"

static void
append_part (GString *text, const char *part)
{
  if (text->len > 0)
    g_string_append (text, C_("parts in brackets", "; "));
  g_string_append (text, part);
}

static char *
describe (const HbkCommandLine *line, const HbkVocabulary *vocabulary, const HbkEvidenceFile *file, char **records)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *size = g_format_size (file->size);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", file->pages), file->pages);
  g_autofree char *ids = g_strjoinv (C_("in a list", ", "), records);
  g_autofree char *proves = NULL;

  if (file->document != NULL)
    append_part (text, hbk_value_words_document (vocabulary, file->document, line->language));
  if (file->pages > 0)
    append_part (text, pages);
  append_part (text, size);
  for (guint i = 0; file->marks != NULL && file->marks[i] != NULL; i++)
    append_part (text, hbk_words_mark (file->marks[i]));
  /* Translators: ids of records that a file proves */
  proves = *ids != '\0' ? g_strdup_printf (_("proves %s"), ids) : g_strdup (_("proves no record yet"));
  append_part (text, proves);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
print_file (HbkCommandLine *line, const HbkVocabulary *vocabulary, const HbkEvidenceFile *file, char **records)
{
  g_autofree char *serial = hbk_evidence_file_dup_serial (file);
  g_autofree char *details = describe (line, vocabulary, file, records);
  g_autofree char *name = hbk_words_with (file->name, details);
  g_autofree char *text = g_strdup_printf ("%s  %s", serial, name);

  hbk_output_wrapped (line->output, "", "         ", text);
}

/**
 * hbk_file_text_print_all:
 * @line: the command line
 * @scope: which files are wanted
 * @when_empty: what to say where there are none
 * @error: return location for an error
 *
 * Prints the files of the open library, or writes them as JSON.
 *
 * Returns: the exit status
 */
HbkExit
hbk_file_text_print_all (HbkCommandLine *line, HbkFileScope scope, const char *when_empty, GError **error)
{
  const HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (line->workspace, error);
  g_autoptr (GPtrArray) files = vocabulary != NULL ? hbk_workspace_list_files (line->workspace, scope, error) : NULL;
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();

  if (files == NULL)
    return HBK_EXIT_INPUT;

  hbk_json_parts_begin (writer, NULL, "hourbook-files");
  hbk_json_writer_begin_array (writer, "files");
  for (guint i = 0; i < files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (files, i);
      g_auto (GStrv) records = hbk_workspace_list_records_of_file (line->workspace, file->sha256, error);

      if (records == NULL)
        return HBK_EXIT_INPUT;
      hbk_library_json_write_file (writer, file, (const char *const *) records);
      if (!line->json)
        print_file (line, vocabulary, file, records);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);

  if (line->json)
    hbk_output_json (line->output, writer);
  else if (files->len == 0)
    hbk_output_line (line->output, when_empty);

  return HBK_EXIT_DONE;
}
