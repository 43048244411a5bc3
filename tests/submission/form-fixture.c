/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "form-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "records/hbk-logbook-reader.h"

/* ---- Reading what was written ---- */

static GBytes *
ask (const char *const *command, GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *path = NULL;
  GBytes          *output;
  int              fd = g_file_open_tmp ("hourbook-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  for (guint i = 0; command[i] != NULL; i++)
    g_ptr_array_add (arguments, (char *) (g_str_equal (command[i], "@") ? path : command[i]));
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char *const *) arguments->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_unlink (path);

  return output;
}

char *
fixture_ask (const char *const *command, GBytes *pdf)
{
  g_autoptr (GBytes) output = ask (command, pdf);

  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

guint
fixture_measure_ink (GBytes *pdf, guint x, guint y, guint width, guint height)
{
  g_autofree char *numbers = g_strdup_printf ("%u %u %u %u", x, y, width, height);
  g_auto (GStrv) at = g_strsplit (numbers, " ", -1);
  const char *const command[] = { "pdftoppm", "-f", "1", "-l", "1", "-r", "72", "-gray", "-x", at[0], "-y", at[1], "-W", at[2], "-H", at[3], "@", NULL };
  /* A grey picture of so many bytes, after some of a head. */
  g_autoptr (GBytes) picture = ask (command, pdf);
  const guchar *data = g_bytes_get_data (picture, NULL);
  gsize         size = g_bytes_get_size (picture), n_dots = (gsize) width * height;
  guint         ink = 0;

  g_assert_cmpuint (size, >, n_dots);
  for (gsize i = size - n_dots; i < size; i++)
    ink += 255 - data[i];

  return ink / 255;
}

char *
fixture_read_text (GBytes *pdf)
{
  static const char *const command[] = { "pdftotext", "-enc", "UTF-8", "@", "-", NULL };
  g_autofree char         *text = fixture_ask (command, pdf);
  GString                 *joined = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '\f')
      g_string_append_unichar (joined, g_utf8_get_char (p));

  return g_string_free_and_steal (joined);
}

guint
fixture_count_pages (GBytes *pdf)
{
  static const char *const command[] = { "qpdf", "--show-npages", "@", NULL };
  g_autofree char         *text = fixture_ask (command, pdf);

  return (guint) g_ascii_strtoull (text, NULL, 10);
}

/* ---- Something to hand in ---- */

static GBytes *
read_data (const char *folder, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("HOURBOOK_DATA_DIR"), folder, name, NULL);
  char            *text = NULL;
  gsize            length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static HbkVocabulary *
get_vocabulary (void)
{
  static HbkVocabulary *vocabulary;

  if (vocabulary == NULL)
    {
      g_autoptr (GBytes) bytes = read_data ("packs", "vocabulary");
      g_autoptr (HbkProblems) problems = hbk_problems_new ();

      vocabulary = hbk_vocabulary_read (bytes, problems);
      g_assert_nonnull (vocabulary);
    }

  return vocabulary;
}

static HbkPack *
read_pack (const char *id)
{
  g_autoptr (GBytes) bytes = read_data ("packs", id);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *extends = hbk_pack_peek_extends (bytes);
  g_autoptr (HbkPack) parent = extends != NULL ? read_pack (extends) : NULL;
  HbkPack *pack = hbk_pack_read (bytes, get_vocabulary (), parent, problems);

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
fixture_read_sample (const char *id)
{
  g_autoptr (GBytes) bytes = read_data ("samples", id);

  return read_logbook (bytes);
}

HbkLogbook *
fixture_read_logbook (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return read_logbook (bytes);
}

/* As the library would: every piece of evidence has a checksum, and a file under it. */
static void
add_files (HbkRecord *record, GHashTable *files)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      HbkEvidence     *evidence = hbk_record_get_evidence (record, i);
      const char      *name = hbk_evidence_get_file (evidence) != NULL ? hbk_evidence_get_file (evidence) : "a.pdf";
      g_autofree char *key = g_strdup_printf ("%s %u", hbk_record_get_id (record), i);
      char            *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
      g_autofree char *base = g_path_get_basename (name);
      g_autoptr (HbkEvidence) kept = hbk_evidence_new (hbk_evidence_get_document (evidence), name, sha256);

      g_hash_table_insert (files, sha256, hbk_evidence_file_new (sha256, g_hash_table_size (files) + 1, base, 1000));
      hbk_record_replace_evidence (record, i, kept);
    }
}

HbkSubmission *
fixture_submit_on (const char *pack_id, HbkLogbook *logbook, int from, int to, HbkDate as_of, const HbkSubmissionOptions *options)
{
  g_autoptr (HbkPack) pack = read_pack (pack_id);
  g_autoptr (HbkAssessment) assessment = NULL;
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hbk_evidence_file_free);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  HbkSubmission *submission;

  for (guint i = 0; i < hbk_logbook_get_n_records (logbook); i++)
    add_files (hbk_logbook_get_record (logbook, i), files);
  for (int year = from; year <= to; year++)
    g_array_append_val (years, year);
  assessment = hbk_assess (logbook, pack, as_of, &(HbkAssessmentOptions) { .years = years });
  submission = hbk_submission_new (get_vocabulary (), hbk_logbook_get_profile (logbook), as_of, options);
  for (int year = from; year <= to; year++)
    hbk_submission_add_year (submission, assessment, year, files);

  return submission;
}

HbkSubmission *
fixture_submit (const char *pack_id, HbkLogbook *logbook, int from, int to, const HbkSubmissionOptions *options)
{
  return fixture_submit_on (pack_id, logbook, from, to, hbk_date_new (to, 12, 31), options);
}

HbkSubmission *
fixture_submit_sample (const char *id, int from, int to)
{
  g_autoptr (HbkLogbook) logbook = fixture_read_sample (id);

  return fixture_submit (id, logbook, from, to, NULL);
}
