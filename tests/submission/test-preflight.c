/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "form-fixture.h"
#include "submission/hbk-preflight.h"

#define MIB (1024 * 1024)

static const char plain[] =
  "{\"format\": \"hourbook-logbook\", \"version\": 1, \"profile\": {\"name\": \"张三\", \"employer\": \"某单位\", \"region\": \"qinghai\"},"
  " \"records\": [{\"id\": \"r1\", \"activity\": \"training\", \"title\": \"研修班\", \"start\": \"2024-05-06\", \"end\": \"2024-05-08\","
  " \"evidence\": [{\"document\": \"notice\", \"file\": \"通知.pdf\", \"sha256\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}]}]}";

static gboolean
has_all (const char *sha256, gpointer user_data)
{
  return TRUE;
}

static gboolean
has_none (const char *sha256, gpointer user_data)
{
  return FALSE;
}

static const HbkFinding *
find (GPtrArray *findings, const char *nick)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const HbkFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (hbk_finding_get_nick (finding), nick))
        return finding;
    }

  return NULL;
}

static const HbkFinding *
require (GPtrArray *findings, const char *nick)
{
  const HbkFinding *finding = find (findings, nick);

  if (finding == NULL)
    g_error ("%s was not found", nick);
  return finding;
}

static HbkSubmission *
submit (const char *json, const HbkSubmissionOptions *options)
{
  g_autoptr (HbkLogbook) logbook = fixture_read_logbook (json);

  return fixture_submit ("qinghai", logbook, 2024, 2024, options);
}

static HbkEvidenceFile *
get_file (const HbkSubmission *submission)
{
  const HbkSubmissionYear  *year = g_ptr_array_index (submission->years, 0);
  const HbkSubmissionEntry *entry = g_ptr_array_index (year->entries, 0);

  return ((const HbkSubmissionFile *) g_ptr_array_index (entry->files, 0))->file;
}

/* What a reader of the file should know, and for what it comes back. */
static void
test_files (void)
{
  static const struct
  {
    const char *mark, *media_type;
    guint       width;
    gboolean    without_location;
    const char *nick;
    HbkSeverity severity;
  } cases[] = {
    { "encrypted", "application/pdf", 0, FALSE, "file-encrypted", HBK_SEVERITY_WARNING },
    { "damaged", "application/pdf", 0, FALSE, "file-damaged", HBK_SEVERITY_WARNING },
    { "scripts", "application/pdf", 0, FALSE, "file-active", HBK_SEVERITY_WARNING },
    { "attachments", "application/pdf", 0, FALSE, "file-active", HBK_SEVERITY_WARNING },
    { "launch", "application/pdf", 0, FALSE, "file-active", HBK_SEVERITY_WARNING },
    { "unexamined", "application/pdf", 0, FALSE, "file-unseen", HBK_SEVERITY_INFO },
    { "location", "image/jpeg", 4000, FALSE, "file-location", HBK_SEVERITY_INFO },
    { "location", "image/jpeg", 4000, TRUE, NULL, HBK_SEVERITY_INFO },
    { "location", "image/heif", 4000, TRUE, "file-location-stays", HBK_SEVERITY_ERROR },
    { NULL, "image/png", 999, FALSE, "file-small", HBK_SEVERITY_WARNING },
    { NULL, "image/png", 1000, FALSE, NULL, HBK_SEVERITY_INFO },
    { NULL, "application/pdf", 595, FALSE, NULL, HBK_SEVERITY_INFO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HbkSubmissionOptions options = { .without_location = cases[i].without_location };
      g_autoptr (HbkSubmission) submission = submit (plain, &options);
      HbkEvidenceFile  *file = get_file (submission);
      const char *const marks[] = { cases[i].mark, NULL };
      g_autoptr (GPtrArray) findings = NULL;
      guint n_about_file = 0;

      g_set_str (&file->media_type, cases[i].media_type);
      g_strfreev (file->marks);
      file->marks = g_strdupv ((char **) marks);
      file->width = cases[i].width;
      file->height = cases[i].width / 2;
      findings = hbk_preflight (submission, NULL, has_all, NULL);
      for (guint j = 0; j < findings->len; j++)
        n_about_file += ((const HbkFinding *) g_ptr_array_index (findings, j))->file != NULL;

      g_assert_cmpuint (n_about_file, ==, cases[i].nick != NULL ? 1 : 0);
      if (cases[i].nick == NULL)
        continue;
      g_assert_cmpint (require (findings, cases[i].nick)->severity, ==, cases[i].severity);
      g_assert_cmpint (hbk_preflight_stops (findings), ==, cases[i].severity == HBK_SEVERITY_ERROR);
    }
}

static void
test_missing (void)
{
  g_autoptr (HbkSubmission) submission = submit (plain, NULL);
  g_autoptr (GPtrArray) findings = hbk_preflight (submission, NULL, has_none, NULL);
  const HbkFinding *finding = require (findings, "file-missing");
  g_autofree char  *title = NULL;

  g_assert_true (hbk_preflight_stops (findings));
  g_assert_true (g_ptr_array_index (findings, 0) == finding);
  title = hbk_finding_dup_title (finding, HBK_LANGUAGE_ZH);
  g_assert_nonnull (strstr (title, "01-1"));
}

/* A record that names a file which nobody has; what lies in the paper folder only is named without a file. */
static void
test_absent (void)
{
  g_autoptr (HbkSubmission) submission = submit ("{\"format\": \"hourbook-logbook\", \"version\": 1, \"profile\": {\"name\": \"张三\", \"employer\": \"某单位\", \"region\": \"qinghai\"},"
                                                " \"records\": [{\"id\": \"r1\", \"activity\": \"training\", \"title\": \"研修班\", \"start\": \"2024-05-06\", \"evidence\": [{\"document\": \"notice\"}]}]}",
                                                NULL);
  g_autoptr (GPtrArray) findings = hbk_preflight (submission, NULL, has_all, NULL);

  g_assert_null (find (findings, "file-absent"));
  g_assert_null (find (findings, "no-name"));
  g_assert_null (find (findings, "no-employer"));
}

static void
test_person (void)
{
  g_autoptr (HbkSubmission) submission = submit ("{\"format\": \"hourbook-logbook\", \"version\": 1, \"profile\": {\"region\": \"qinghai\"}, \"records\": []}", NULL);
  g_autoptr (GPtrArray) findings = hbk_preflight (submission, NULL, has_all, NULL);

  g_assert_cmpint (require (findings, "no-entries")->severity, ==, HBK_SEVERITY_ERROR);
  g_assert_nonnull (find (findings, "no-name"));
  g_assert_nonnull (find (findings, "no-employer"));
}

/* A year is assessed with the profile of that year. */
static void
test_other_name (void)
{
  g_autoptr (HbkSubmission) submission = submit (plain, NULL);
  g_autoptr (HbkLogbook) then = fixture_read_logbook ("{\"format\": \"hourbook-logbook\", \"version\": 1, \"profile\": {\"name\": \"张三丰\"}, \"records\": []}");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  before = hbk_preflight (submission, NULL, has_all, NULL);
  g_assert_null (find (before, "name-differs"));

  hbk_submission_set_logbook (submission, 2024, then);
  findings = hbk_preflight (submission, NULL, has_all, NULL);
  g_assert_cmpstr (require (findings, "name-differs")->name, ==, "张三丰");
}

/* There is no limit but the person's own. */
static void
test_limits (void)
{
  const char *const     types[] = { "image/jpeg", NULL };
  const HbkPortalLimits file = { .max_file = 2 * MIB }, total = { .max_total = 2 * MIB }, type = { .types = types };
  g_autoptr (HbkSubmission) submission = submit (plain, NULL);
  g_autoptr (GPtrArray) at = NULL;
  g_autoptr (GPtrArray) over = NULL;
  g_autoptr (GPtrArray) over_total = NULL;
  g_autoptr (GPtrArray) other_type = NULL;

  get_file (submission)->size = 2 * MIB;
  g_set_str (&get_file (submission)->media_type, "application/pdf");
  at = hbk_preflight (submission, &file, has_all, NULL);
  g_assert_null (find (at, "file-large"));

  get_file (submission)->size = 2 * MIB + 1;
  over = hbk_preflight (submission, &file, has_all, NULL);
  g_assert_nonnull (find (over, "file-large"));
  g_assert_true (hbk_preflight_stops (over));
  over_total = hbk_preflight (submission, &total, has_all, NULL);
  g_assert_nonnull (find (over_total, "total-large"));
  g_assert_null (find (over_total, "file-large"));
  other_type = hbk_preflight (submission, &type, has_all, NULL);
  g_assert_nonnull (find (other_type, "file-type"));
}

/* Warnings of the assessment name what they ask for, in both languages and whatever the locale. */
static void
test_warnings (void)
{
  g_autoptr (HbkSubmission) submission = fixture_submit_sample ("qinghai", 2024, 2024);
  g_autoptr (GPtrArray) findings = hbk_preflight (submission, NULL, has_all, NULL);
  const HbkFinding *document = require (findings, "W-EVIDENCE-MISSING");
  const HbkFinding *fact = require (findings, "W-FACT-MISSING");
  g_autofree char  *zh = NULL, *en = NULL, *asked = NULL;

  g_assert_false (hbk_preflight_stops (findings));
  zh = hbk_finding_dup_title (document, HBK_LANGUAGE_ZH);
  en = hbk_finding_dup_title (document, HBK_LANGUAGE_EN);
  asked = hbk_finding_dup_line (fact, HBK_LANGUAGE_ZH);
  g_assert_nonnull (strstr (zh, "邀请函"));
  g_assert_null (strstr (en, "邀请函"));
  g_assert_nonnull (strstr (asked, "几位作者"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preflight/files", test_files);
  g_test_add_func ("/preflight/missing", test_missing);
  g_test_add_func ("/preflight/absent", test_absent);
  g_test_add_func ("/preflight/person", test_person);
  g_test_add_func ("/preflight/other-name", test_other_name);
  g_test_add_func ("/preflight/limits", test_limits);
  g_test_add_func ("/preflight/warnings", test_warnings);

  return g_test_run ();
}
