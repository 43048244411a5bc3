/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-logbook-csv.h"

#include <string.h>

#include "base/hbk-csv-guard.h"
#include "exchange/hbk-import-names.h"
#include "exchange/hbk-import-value.h"
#include "exchange/hbk-import-words.h"

#define MARK "\xef\xbb\xbf"
#define EVIDENCE_LABEL_ZH "证明材料"
#define EVIDENCE_LABEL_EN "Evidence"

/* What a cell may hold, less some room: the names of many files go no further. */
#define NAMES_CHARS 30000

typedef struct
{
  const HbkVocabulary  *vocabulary;
  const HbkImportNames *names;
  HbkLanguage           language;
  GString              *text;
  GPtrArray            *facts; /* const char, the ids of the facts that any record has */
  gboolean              in_row;
} Writer;

static void
write_cell (Writer *writer, const char *text)
{
  if (writer->in_row)
    g_string_append_c (writer->text, ',');
  writer->in_row = TRUE;

  if (strpbrk (text, ",;\t\"\r\n") == NULL && !hbk_csv_needs_guard (text))
    {
      g_string_append (writer->text, text);
      return;
    }

  g_string_append_c (writer->text, '"');
  if (hbk_csv_needs_guard (text))
    g_string_append_c (writer->text, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (writer->text, '"');
      g_string_append_c (writer->text, *p);
    }
  g_string_append_c (writer->text, '"');
}

static void
end_row (Writer *writer)
{
  g_string_append (writer->text, "\r\n");
  writer->in_row = FALSE;
}

static void
write_label (Writer *writer, HbkImportTargetKind kind)
{
  const HbkImportTarget target = { kind, NULL };

  write_cell (writer, hbk_import_target_get_label (&target, writer->language));
}

/* The label, unless a reader would take it for another column; then the name that only the fact has. */
static void
write_fact_label (Writer *writer, const char *id)
{
  const HbkFactSpec *fact = hbk_vocabulary_lookup_fact (writer->vocabulary, id);
  const char        *label = fact != NULL ? hbk_bilingual_get (&fact->name, writer->language) : NULL;
  HbkImportTarget    target;
  g_autofree char   *name = NULL;

  if (label != NULL && hbk_import_names_find_target (writer->names, label, &target) && target.fact == fact)
    {
      write_cell (writer, label);
      return;
    }

  name = g_strconcat ("fact:", id, NULL);
  write_cell (writer, name);
}

static void
write_headers (Writer *writer)
{
  static const HbkImportTargetKind kinds[] = { HBK_IMPORT_ID, HBK_IMPORT_ACTIVITY, HBK_IMPORT_TITLE, HBK_IMPORT_START, HBK_IMPORT_END, HBK_IMPORT_SUBJECT, HBK_IMPORT_STATUS, HBK_IMPORT_WORK, HBK_IMPORT_VERIFIED_PUBLIC, HBK_IMPORT_VERIFIED_PROFESSIONAL };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    write_label (writer, kinds[i]);

  write_cell (writer, writer->language == HBK_LANGUAGE_ZH ? EVIDENCE_LABEL_ZH : EVIDENCE_LABEL_EN);
  write_label (writer, HBK_IMPORT_NOTE);
  for (guint i = 0; i < writer->facts->len; i++)
    write_fact_label (writer, g_ptr_array_index (writer->facts, i));

  end_row (writer);
}

static void
write_date (Writer *writer, HbkDate date)
{
  g_autofree char *text = date != HBK_DATE_NONE ? hbk_date_format (date) : g_strdup ("");

  write_cell (writer, text);
}

static void
write_verified (Writer *writer, HbkRecord *record)
{
  HbkHours         public_hours, professional_hours;
  g_autofree char *public_text = NULL;
  g_autofree char *professional_text = NULL;

  if (hbk_record_get_verified_hours (record, &public_hours, &professional_hours))
    {
      public_text = hbk_hours_format (public_hours);
      professional_text = hbk_hours_format (professional_hours);
    }

  write_cell (writer, public_text != NULL ? public_text : "");
  write_cell (writer, professional_text != NULL ? professional_text : "");
}

static char *
name_evidence (Writer *writer, HbkRecord *record)
{
  GString *names = g_string_new (NULL);
  glong    n_chars = 0;

  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const HbkEvidence     *evidence = hbk_record_get_evidence (record, i);
      const char            *document = hbk_evidence_get_document (evidence);
      const HbkDocumentSpec *spec = document != NULL ? hbk_vocabulary_lookup_document (writer->vocabulary, document) : NULL;
      const char            *file = hbk_evidence_get_file (evidence);
      const char            *label = document;

      if (spec != NULL)
        label = hbk_bilingual_get (&spec->name, writer->language);
      n_chars += (label != NULL ? g_utf8_strlen (label, -1) : 0) + (file != NULL ? g_utf8_strlen (file, -1) : 0) + 4;
      if (n_chars > NAMES_CHARS)
        {
          g_string_append (names, "; …");
          break;
        }

      if (i > 0)
        g_string_append (names, "; ");
      if (label != NULL)
        g_string_append (names, label);
      if (file != NULL)
        g_string_append_printf (names, " (%s)", file);
    }

  return g_string_free_and_steal (names);
}

static void
write_facts (Writer *writer, HbkRecord *record)
{
  for (guint i = 0; i < writer->facts->len; i++)
    {
      const char      *id = g_ptr_array_index (writer->facts, i);
      const HbkValue  *value = hbk_record_get_fact (record, id);
      g_autofree char *text = value != NULL ? hbk_import_write_fact (hbk_vocabulary_lookup_fact (writer->vocabulary, id), value, writer->language) : NULL;

      write_cell (writer, text != NULL ? text : "");
    }
}

static void
write_record (Writer *writer, HbkRecord *record)
{
  const HbkActivitySpec *activity = hbk_vocabulary_lookup_activity (writer->vocabulary, hbk_record_get_activity (record));
  const char            *work = hbk_record_get_work (record);
  const char            *note = hbk_record_get_note (record);
  g_autofree char       *evidence = name_evidence (writer, record);

  write_cell (writer, hbk_record_get_id (record));
  write_cell (writer, activity != NULL ? hbk_bilingual_get (&activity->name, writer->language) : hbk_record_get_activity (record));
  write_cell (writer, hbk_record_get_title (record));
  write_date (writer, hbk_record_get_start (record));
  write_date (writer, hbk_record_get_end (record));
  write_cell (writer, hbk_import_words_for_subject (hbk_record_get_subject (record), writer->language));
  write_cell (writer, hbk_import_words_for_status (hbk_record_get_status (record), writer->language));
  write_cell (writer, work != NULL ? work : "");
  write_verified (writer, record);
  write_cell (writer, evidence);
  write_cell (writer, note != NULL ? note : "");
  write_facts (writer, record);
  end_row (writer);
}

/* In the order of the vocabulary, then what it does not know in the order met. */
static GPtrArray *
list_facts (HbkLogbook *logbook, const HbkVocabulary *vocabulary)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  GPtrArray *facts = g_ptr_array_new ();

  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    {
      HbkFacts *own = hbk_record_get_facts (hbk_logbook_get_record (logbook, i));

      for (guint j = 0; j < hbk_facts_get_n (own); j++)
        {
          const char *id;

          hbk_facts_nth (own, j, &id);
          if (g_hash_table_add (used, (gpointer) id) && hbk_vocabulary_lookup_fact (vocabulary, id) == NULL)
            g_ptr_array_add (unknown, (gpointer) id);
        }
    }

  for (guint i = 0; i < hbk_vocabulary_get_n_facts (vocabulary); i++)
    {
      if (g_hash_table_contains (used, hbk_vocabulary_get_fact (vocabulary, i)->id))
        g_ptr_array_add (facts, (gpointer) hbk_vocabulary_get_fact (vocabulary, i)->id);
    }
  g_ptr_array_extend (facts, unknown, NULL, NULL);

  return facts;
}

/**
 * hbk_logbook_write_csv:
 * @logbook: a logbook
 * @vocabulary: the words all packs share
 * @language: the language of headers and answers
 *
 * Writes the records of a logbook as a table for people: CSV by RFC 4180 in UTF-8 with a mark, as spreadsheets expect it.
 *
 * A cell that a spreadsheet would take for a formula begins with an apostrophe. What [func@csv_read] and [func@table_import]
 * make of it are the same records, save what a table cannot hold: evidence, which is only named, what Hourbook does not know,
 * and blanks at the ends of a text.
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes *
hbk_logbook_write_csv (HbkLogbook *logbook, const HbkVocabulary *vocabulary, HbkLanguage language)
{
  g_autoptr (HbkImportNames) names = NULL;
  Writer writer = { vocabulary, NULL, language, NULL, NULL, FALSE };

  g_return_val_if_fail (HBK_IS_LOGBOOK (logbook) && vocabulary != NULL, NULL);

  names = hbk_import_names_new (vocabulary);
  writer.names = names;
  writer.text = g_string_new (MARK);
  writer.facts = list_facts (logbook, vocabulary);
  write_headers (&writer);
  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    write_record (&writer, hbk_logbook_get_record (logbook, i));
  g_ptr_array_unref (writer.facts);

  return g_string_free_to_bytes (writer.text);
}
