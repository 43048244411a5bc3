/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/hbk-command-line.h"
#include "rules/hbk-json-parts.h"
#include "cli/hbk-library-access.h"
#include "cli/hbk-library-json.h"
#include "words/hbk-step-words.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"
#include "records/hbk-logbook-writer.h"
#include "workspace/hbk-workspace-evidence.h"

/* How much of the history is shown beside the record; "history" shows all of it. */
#define STEPS 5

/* The file that a piece of evidence names, if the library has it. */
static HbkEvidenceFile *
find_file (HbkCommandLine *line, const HbkEvidence *evidence)
{
  const char *sha256 = hbk_evidence_get_sha256 (evidence);

  return sha256 != NULL ? hbk_workspace_find_file (line->workspace, sha256, NULL) : NULL;
}

static void
print_json (HbkCommandLine *line, HbkRecord *record, GPtrArray *steps)
{
  g_autoptr (HbkJsonWriter) writer = hbk_json_writer_new ();
  g_autofree char *document = hbk_record_write (record);

  hbk_json_parts_begin (writer, NULL, "hourbook-record");
  hbk_library_json_write_document (writer, "record", document);
  hbk_json_writer_begin_array (writer, "evidence");
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const HbkEvidence *evidence = hbk_record_get_evidence (record, i);
      g_autoptr (HbkEvidenceFile) file = find_file (line, evidence);
      g_autofree char *serial = file != NULL ? hbk_evidence_file_dup_serial (file) : NULL;

      hbk_json_writer_begin_object (writer, NULL);
      hbk_json_writer_add_string (writer, "document", hbk_evidence_get_document (evidence));
      hbk_json_parts_add_text (writer, "file", hbk_evidence_get_file (evidence));
      hbk_json_parts_add_text (writer, "sha256", hbk_evidence_get_sha256 (evidence));
      hbk_json_parts_add_text (writer, "serial", serial);
      hbk_json_writer_end_object (writer);
    }
  hbk_json_writer_end_array (writer);
  hbk_json_writer_begin_array (writer, "history");
  for (guint i = 0; i < steps->len; i++)
    hbk_library_json_write_step (writer, NULL, g_ptr_array_index (steps, i), FALSE);
  hbk_json_writer_end_array (writer);
  hbk_json_writer_end_object (writer);
  hbk_output_json (line->output, writer);
}

static void
print_field (HbkCommandLine *line, const char *name, const char *value)
{
  g_autofree char *text = NULL;

  if (value == NULL || *value == '\0' || g_str_equal (value, "–"))
    return;

  /* Translators: a field and what stands there */
  text = g_strdup_printf (_("%1$s: %2$s"), name, value);
  hbk_output_wrapped (line->output, "  ", "    ", text);
}

static void
print_facts (HbkCommandLine *line, const HbkVocabulary *vocabulary, HbkRecord *record)
{
  HbkFacts *facts = hbk_record_get_facts (record);

  for (guint i = 0; i < hbk_facts_get_n (facts); i++)
    {
      const char        *id;
      const HbkValue    *value = hbk_facts_nth (facts, i, &id);
      const HbkFactSpec *spec = hbk_vocabulary_lookup_fact (vocabulary, id);
      g_autofree char   *words = hbk_value_words (value, spec, line->language);

      print_field (line, hbk_value_words_attribute (id, spec, line->language), words);
    }
}

static void
print_evidence (HbkCommandLine *line, const HbkVocabulary *vocabulary, HbkRecord *record)
{
  hbk_output_line (line->output, "");
  hbk_output_line (line->output, hbk_record_get_n_evidence (record) > 0 ? _("Evidence") : _("No evidence yet; “hourbook-cli attach” adds some."));
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const HbkEvidence *evidence = hbk_record_get_evidence (record, i);
      const char        *name = hbk_evidence_get_file (evidence) != NULL ? hbk_evidence_get_file (evidence) : "–";
      const char        *document = hbk_value_words_document (vocabulary, hbk_evidence_get_document (evidence), line->language);
      g_autoptr (HbkEvidenceFile) file = find_file (line, evidence);
      g_autofree char *serial = file != NULL ? hbk_evidence_file_dup_serial (file) : NULL;
      g_autofree char *words = hbk_words_with (document, name);
      g_autofree char *text = NULL;

      if (serial != NULL)
        text = g_strdup_printf ("%s  %s", serial, words);
      else
        /* Translators: a kind of document, and the name of its file */
        text = g_strdup_printf (_("%s: the file is not in the library"), words);
      hbk_output_wrapped (line->output, "  ", "    ", text);
    }
}

static void
print_steps (HbkCommandLine *line, GPtrArray *steps)
{
  hbk_output_line (line->output, "");
  hbk_output_line (line->output, _("History"));
  for (guint i = 0; i < steps->len; i++)
    {
      const HbkJournalStep *step = g_ptr_array_index (steps, i);
      g_autofree char      *time = hbk_value_words_time (step->at);
      g_autofree char      *what = hbk_step_words_sentence (step);
      g_autofree char      *text = g_strdup_printf ("%s  %s", time, what);

      hbk_output_wrapped (line->output, "  ", "    ", text);
    }
}

static void
print_text (HbkCommandLine *line, const HbkVocabulary *vocabulary, HbkRecord *record, GPtrArray *steps)
{
  g_autofree char *period = hbk_value_words_period (hbk_record_get_start (record), hbk_record_get_end (record));
  g_autofree char *verified = hbk_value_words_verified (record);
  g_autofree char *heading = NULL;

  heading = g_strdup_printf ("%s  %s", hbk_record_get_id (record), hbk_record_get_title (record) != NULL ? hbk_record_get_title (record) : "–");
  hbk_output_wrapped (line->output, "", "  ", heading);
  print_field (line, _("Activity"), hbk_value_words_activity (vocabulary, hbk_record_get_activity (record), line->language));
  print_field (line, _("Date"), period);
  print_field (line, _("Status"), hbk_value_words_status (hbk_record_get_status (record)));
  print_field (line, _("Subject"), hbk_value_words_subject (hbk_record_get_subject (record)));
  print_facts (line, vocabulary, record);
  print_field (line, _("Work"), hbk_record_get_work (record));
  print_field (line, _("Confirmed hours"), verified);
  print_field (line, _("Note"), hbk_record_get_note (record));
  print_evidence (line, vocabulary, record);
  print_steps (line, steps);
}

static HbkExit
run (HbkCommandLine *line, GError **error)
{
  const HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (line->workspace, error);
  g_auto (GStrv) ids = vocabulary != NULL ? hbk_command_line_dup_arguments (line, 0, error) : NULL;
  g_autofree char *id = NULL;
  g_autoptr (HbkRecord) record = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (ids == NULL || !hbk_library_access_open (line, HBK_OPEN_READ, error))
    return HBK_EXIT_INPUT;

  id = hbk_workspace_expand_record_id (line->workspace, ids[0], error);
  record = id != NULL ? hbk_workspace_get_record (line->workspace, id, error) : NULL;
  steps = record != NULL ? hbk_workspace_list_steps (line->workspace, id, STEPS, error) : NULL;
  if (steps == NULL)
    return HBK_EXIT_INPUT;

  if (line->json)
    print_json (line, record, steps);
  else
    print_text (line, vocabulary, record, steps);

  return HBK_EXIT_DONE;
}

const HbkCommand hbk_command_show = {
  .name = "show",
  .arguments = "RECORD",
  .summary = N_ ("Show all of a record: answers, evidence, history"),
  .example = "k3f9",
  .group = HBK_GROUP_RECORDS,
  .options = (const HbkOptionId[]) { HBK_OPTION_LIBRARY, HBK_OPTION_NONE },
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
