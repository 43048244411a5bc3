/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "submission/hbk-package-manifest.h"

#include <string.h>

#include "form-fixture.h"

static HbkSubmission *
submit (const HbkSubmissionOptions *options)
{
  g_autoptr (HbkLogbook) logbook = fixture_read_sample ("qinghai");

  return fixture_submit_on ("qinghai", logbook, 2023, 2024, hbk_date_new (2024, 11, 18), options);
}

static HbkPackageManifest *
read_text (const char *text, HbkProblems *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return hbk_package_manifest_read (bytes, problems);
}

/* ---- There and back ---- */

static void
assert_tally (HbkTally found, HbkTally expected)
{
  g_assert_cmpint (found.public_hours, ==, expected.public_hours);
  g_assert_cmpint (found.professional_hours, ==, expected.professional_hours);
}

static void
assert_file (const HbkPackageFile *found, const HbkSubmissionFile *expected)
{
  g_assert_cmpstr (found->number, ==, expected->number);
  g_assert_cmpstr (found->path, ==, expected->path);
  g_assert_cmpstr (found->sha256, ==, expected->file->sha256);
  g_assert_cmpuint (found->size, ==, expected->file->size);
  g_assert_cmpstr (found->document, ==, expected->document);
  g_assert_cmpuint (found->serial, ==, expected->file->serial);
}

static void
assert_entry (const HbkPackageLine *found, const HbkSubmissionEntry *expected)
{
  g_assert_cmpuint (found->number, ==, expected->number);
  g_assert_cmpstr (found->record, ==, hbk_record_get_id (expected->result->record));
  assert_tally (found->credited, expected->result->credited);
  g_assert_cmpint (found->outcome, ==, expected->result->outcome);
  g_assert_cmpuint (found->files->len, ==, expected->files->len);
  for (guint i = 0; i < found->files->len; i++)
    assert_file (g_ptr_array_index (found->files, i), g_ptr_array_index (expected->files, i));
}

static void
assert_readings (const HbkPackageYear *found, const HbkSubmissionYear *expected)
{
  const HbkPack *pack = hbk_assessment_get_pack (expected->assessment);

  g_assert_cmpuint (found->readings->len, ==, pack->readings->len);
  g_assert_cmpuint (found->readings->len, >, 0);
  for (guint i = 0; i < found->readings->len; i++)
    {
      const HbkPackageReading *used = g_ptr_array_index (found->readings, i);
      const HbkReading        *reading = &g_array_index (pack->readings, HbkReading, i);

      g_assert_cmpstr (used->reading, ==, reading->id);
      g_assert_cmpint (hbk_reading_lookup_option (reading, used->option), ==, hbk_assessment_get_option (expected->assessment, i));
    }
}

static void
assert_year (const HbkPackageYear *found, const HbkSubmissionYear *expected)
{
  const HbkPack   *pack = hbk_assessment_get_pack (expected->assessment);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, hbk_pack_get_bytes (pack));

  g_assert_cmpint (found->year, ==, expected->year);
  g_assert_cmpstr (found->rules.id, ==, pack->id);
  g_assert_cmpstr (found->rules.version, ==, pack->revision);
  g_assert_cmpstr (found->rules.sha256, ==, sha256);
  g_assert_cmpint (found->required.public_hours, ==, expected->result->required.public_hours);
  g_assert_cmpint (found->required.professional_hours, ==, expected->result->required.professional_hours);
  g_assert_cmpint (found->required.total, ==, expected->result->required.total);
  assert_tally (found->credited, expected->result->credited);
  assert_tally (found->at_application, expected->result->at_application);
  assert_tally (found->evidenced, expected->result->evidenced);
  assert_tally (found->verified, expected->result->verified);
  assert_tally (found->pending, expected->result->pending);
  assert_tally (found->lost, expected->result->lost);
  g_assert_cmpint (found->verdict, ==, expected->result->verdict);
  assert_readings (found, expected);
  g_assert_cmpuint (found->entries->len, ==, expected->entries->len);
  g_assert_cmpuint (found->entries->len, >, 0);
  for (guint i = 0; i < found->entries->len; i++)
    assert_entry (g_ptr_array_index (found->entries, i), g_ptr_array_index (expected->entries, i));
}

static void
test_round_trip (void)
{
  g_autoptr (HbkSubmission) submission = submit (NULL);
  const HbkSubmissionYear  *first = g_ptr_array_index (submission->years, 0);
  const HbkSubmissionEntry *entry = g_ptr_array_index (first->entries, 0);
  const HbkSubmissionFile  *file = g_ptr_array_index (entry->files, 0);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HbkPackageManifest) manifest = NULL;

  /* A film goes beyond what 32 bits say. */
  file->file->size = G_GUINT64_CONSTANT (5000000000);
  bytes = hbk_package_manifest_write (submission, "Hourbook 1.2");
  manifest = hbk_package_manifest_read (bytes, problems);

  g_assert_nonnull (manifest);
  g_assert_cmpstr (manifest->application, ==, "Hourbook 1.2");
  g_assert_cmpint (manifest->apply_year, ==, 0);
  g_assert_cmpint (manifest->level, ==, HBK_TITLE_LEVEL_UNKNOWN);
  g_assert_cmpint (manifest->as_of, ==, hbk_date_new (2024, 11, 18));
  g_assert_cmpstr (manifest->name, ==, "学时簿示例·祁文静");
  g_assert_cmpstr (manifest->employer, ==, "示例市生态环境监测站");
  g_assert_cmpstr (manifest->title, ==, "工程师（生态环境工程）");
  g_assert_cmpuint (manifest->years->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    assert_year (g_ptr_array_index (manifest->years, i), g_ptr_array_index (submission->years, i));
}

static void
test_title (void)
{
  const HbkSubmissionOptions options = { .level = HBK_TITLE_LEVEL_SENIOR, .apply_year = 2025 };
  g_autoptr (HbkSubmission) submission = submit (&options);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = hbk_package_manifest_write (submission, "x");
  g_autoptr (HbkPackageManifest) manifest = hbk_package_manifest_read (bytes, problems);

  g_assert_nonnull (manifest);
  g_assert_cmpint (manifest->level, ==, HBK_TITLE_LEVEL_SENIOR);
  g_assert_cmpint (manifest->apply_year, ==, 2025);
}

/* ---- What nobody may claim ---- */

typedef struct
{
  const char *what;
  const char *from;
  const char *to;
  HbkError    code;
} Change;

static void
test_refused (void)
{
  static const Change changes[] = {
    { "format", "\"hourbook-package\"", "\"hourbook-logbook\"", HBK_ERROR_FORMAT },
    { "newer version", "\"version\": 1", "\"version\": 2", HBK_ERROR_FORMAT },
    { "unknown member", "\"as_of\"", "\"signed\": true, \"as_of\"", HBK_ERROR_UNKNOWN },
    { "half", "\"years\": [", "\"years\": [[", HBK_ERROR_SYNTAX },
    { "no day", "\"2024-11-18\"", "\"2024-02-30\"", HBK_ERROR_VALUE },
    { "order of years", "\"year\": 2023,", "\"year\": 2025,", HBK_ERROR_VALUE },
    { "other target", "\"year\": 2024\n  }", "\"year\": 2022\n  }", HBK_ERROR_REFERENCE },
    { "sum", "\"total\": 111", "\"total\": 112", HBK_ERROR_VALUE },
    { "below zero", "\"public\": 27,", "\"public\": -27,", HBK_ERROR_VALUE },
    { "verdict", "\"verdict\": \"short\"", "\"verdict\": \"true\"", HBK_ERROR_UNKNOWN },
    { "outcome", "\"outcome\": \"credited\"", "\"outcome\": \"planned\"", HBK_ERROR_UNKNOWN },
    { "number", "\"number\": 2,", "\"number\": 3,", HBK_ERROR_VALUE },
    { "number of a file", "\"number\": \"01-1\"", "\"number\": \"01-2\"", HBK_ERROR_VALUE },
    { "parent folder", "\"path\": \"", "\"path\": \"../", HBK_ERROR_VALUE },
    { "this folder", "\"path\": \"", "\"path\": \"./", HBK_ERROR_VALUE },
    { "absolute path", "\"path\": \"", "\"path\": \"/", HBK_ERROR_VALUE },
    { "backslash", "\"path\": \"", "\"path\": \"..\\\\", HBK_ERROR_VALUE },
    { "drive", "\"path\": \"", "\"path\": \"C:", HBK_ERROR_VALUE },
    { "device", "\"path\": \"", "\"path\": \"NUL/", HBK_ERROR_VALUE },
    { "direction of writing", "\"path\": \"", "\"path\": \"\\u202e", HBK_ERROR_VALUE },
    { "decomposed", "\"path\": \"", "\"path\": \"e\\u0301", HBK_ERROR_VALUE },
    { "checksum", "\"vocabulary_sha256\": \"", "\"vocabulary_sha256\": \"g", HBK_ERROR_VALUE },
    { "serial", "\"serial\": \"XS-", "\"serial\": \"YS-", HBK_ERROR_VALUE },
    { "size below zero", "\"size\": 1000", "\"size\": -1", HBK_ERROR_VALUE },
    { "part of a byte", "\"size\": 1000", "\"size\": 0.5", HBK_ERROR_VALUE },
    { "no pack", "\"parent\"", "\"parents\"", HBK_ERROR_UNKNOWN },
    { "empty", "\"record\": \"", "\"record\": \"\", \"x\": \"", HBK_ERROR_UNKNOWN },
  };
  g_autoptr (HbkSubmission) submission = submit (NULL);
  g_autoptr (GBytes) bytes = hbk_package_manifest_write (submission, "x");
  g_autofree char *good = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GString) text = g_string_new (good);
      g_autoptr (HbkPackageManifest) manifest = NULL;

      g_test_message ("%s", changes[i].what);
      /* No parent in the pack of Qinghai. */
      if (g_string_replace (text, changes[i].from, changes[i].to, 1) == 0)
        g_string_replace (text, "\"vocabulary_sha256\"", "\"parents\": \"x\", \"vocabulary_sha256\"", 1);
      manifest = read_text (text->str, problems);
      g_assert_null (manifest);
      g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (problems, 0)), ==, changes[i].code);
    }
}

/* Names that are one file on some systems. */
static void
test_same_path (void)
{
  static const char *const pairs[][2] = { { "a/B.pdf", "a/B.pdf" }, { "a/B.pdf", "A/b.PDF" }, { "材料/É.pdf", "材料/é.pdf" } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (HbkSubmission) submission = submit (NULL);
      const HbkSubmissionYear *year = g_ptr_array_index (submission->years, 0);
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (HbkPackageManifest) manifest = NULL;

      for (guint j = 0; j < 2; j++)
        {
          const HbkSubmissionEntry *entry = g_ptr_array_index (year->entries, j);
          HbkSubmissionFile        *file = g_ptr_array_index (entry->files, 0);

          g_set_str (&file->path, pairs[i][j]);
        }
      bytes = hbk_package_manifest_write (submission, "x");
      manifest = hbk_package_manifest_read (bytes, problems);

      g_assert_null (manifest);
      g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (problems, 0)), ==, HBK_ERROR_DUPLICATE);
    }
}

static void
test_bounds (void)
{
  static const char *const texts[] = { "", "{}", "[]", "null", "{\"format\":\"hourbook-package\",\"version\":1}", "{\"format\":\"hourbook-package\",\"version\":1,\"application\":\"x\",\"target\":{\"kind\":\"year\",\"year\":2024},\"as_of\":\"2024-01-01\",\"person\":{},\"years\":[]}" };
  g_autofree char         *endless = g_strnfill (17 * 1024 * 1024, ' ');
  g_autofree char         *deep = g_strnfill (100, '[');

  for (gsize i = 0; i < G_N_ELEMENTS (texts) + 2; i++)
    {
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (HbkPackageManifest) manifest = read_text (i < G_N_ELEMENTS (texts) ? texts[i] : i == G_N_ELEMENTS (texts) ? endless
                                                                                                                          : deep,
                                                          problems);

      g_assert_null (manifest);
      g_assert_false (hbk_problems_is_empty (problems));
      if (i == G_N_ELEMENTS (texts))
        g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (problems, 0)), ==, HBK_ERROR_LIMIT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/package-manifest/round-trip", test_round_trip);
  g_test_add_func ("/package-manifest/title", test_title);
  g_test_add_func ("/package-manifest/refused", test_refused);
  g_test_add_func ("/package-manifest/same-path", test_same_path);
  g_test_add_func ("/package-manifest/bounds", test_bounds);

  return g_test_run ();
}
