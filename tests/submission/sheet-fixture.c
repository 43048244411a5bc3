/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet-fixture.h"

#include <string.h>

#include "records/hbk-logbook-reader.h"

static GBytes *
read_data (const char *folder, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), folder, file, NULL);
  char            *text = NULL;
  gsize            length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static HbkPack *
read_pack (const char *id, HbkVocabulary *vocabulary)
{
  g_autoptr (GBytes) bytes = read_data ("packs", id);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *extends = hbk_pack_peek_extends (bytes);
  g_autoptr (HbkPack) parent = extends != NULL ? read_pack (extends, vocabulary) : NULL;
  HbkPack *pack = hbk_pack_read (bytes, vocabulary, parent, problems);

  g_assert_nonnull (pack);

  return pack;
}

static HbkLogbook *
read_logbook (GBytes *bytes)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkLogbook *logbook = hbk_logbook_read (bytes, problems);

  g_assert_nonnull (logbook);

  return logbook;
}

HbkLogbook *
sheet_fixture_read_sample (const char *name)
{
  g_autoptr (GBytes) bytes = read_data ("samples", name);

  return read_logbook (bytes);
}

HbkLogbook *
sheet_fixture_read_logbook (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return read_logbook (bytes);
}

/* As the library keeps them: evidence has a checksum, and a file under it. */
static void
add_files (HbkRecord *record, GHashTable *files)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      const HbkEvidence *evidence = hbk_record_get_evidence (record, i);
      const char        *name = hbk_evidence_get_file (evidence) != NULL ? hbk_evidence_get_file (evidence) : "x.pdf";
      g_autofree char   *key = g_strdup_printf ("%s %u", hbk_record_get_id (record), i);
      g_autofree char   *base = g_path_get_basename (name);
      char              *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
      g_autoptr (HbkEvidence) kept = hbk_evidence_new (hbk_evidence_get_document (evidence), name, sha256);

      /* One beyond 32 bits. */
      g_hash_table_insert (files, sha256, hbk_evidence_file_new (sha256, g_hash_table_size (files) + 1, base, i == 0 ? 1000 : G_GUINT64_CONSTANT (5000000000)));
      hbk_record_replace_evidence (record, i, kept);
    }
}

HbkSubmission *
sheet_fixture_submit (HbkLogbook *logbook, const char *pack_id, HbkDate as_of, const int *years, const HbkSubmissionOptions *options)
{
  g_autoptr (GBytes) words = read_data ("packs", "vocabulary");
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkVocabulary) vocabulary = hbk_vocabulary_read (words, problems);
  g_autoptr (HbkPack) pack = read_pack (pack_id, vocabulary);
  g_autoptr (GArray) reported = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hbk_evidence_file_free);
  g_autoptr (HbkAssessment) assessment = NULL;
  HbkSubmission *submission;

  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    add_files (hbk_logbook_get_record (logbook, i), files);
  for (guint i = 0; years[i] != 0; i++)
    g_array_append_val (reported, years[i]);
  assessment = hbk_assess (logbook, pack, as_of, &(HbkAssessmentOptions) { .years = reported });
  submission = hbk_submission_new (vocabulary, hbk_logbook_get_profile (logbook), as_of, options);
  for (guint i = 0; years[i] != 0; i++)
    hbk_submission_add_year (submission, assessment, years[i], files);

  return submission;
}
