/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * sheet-worker FOLDER: writes summaries, tables and descriptions into a folder, for check-sheets.py to read them with other programs, and
 * prints the point of the locale.
 *
 * sheet-worker read FILE…: reads descriptions, and prints of each "good", or the path of the first problem.
 */

#include "form-fixture.h"

#include <locale.h>

#include "submission/hbk-clerk-summary.h"
#include "submission/hbk-package-manifest.h"
#include "submission/hbk-summary-csv.h"
#include "submission/hbk-summary-xlsx.h"

#define APPLICATION "Hourbook 0"

static void
save (const char *folder, const char *name, const char *suffix, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strconcat (name, ".", suffix, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

/* Gives back what the description says. */
static HbkPackageManifest *
save_all (const char *folder, const char *name, const HbkSubmission *submission)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) workbook = hbk_summary_xlsx_write (submission, &error);
  g_autoptr (GBytes) table = hbk_summary_csv_write (submission);
  g_autoptr (GBytes) description = hbk_package_manifest_write (submission, APPLICATION);
  HbkPackageManifest *manifest = hbk_package_manifest_read (description, problems);

  g_assert_no_error (error);
  g_assert_nonnull (manifest);
  save (folder, name, "xlsx", workbook);
  save (folder, name, "csv", table);
  save (folder, name, "json", description);

  return manifest;
}

static HbkPackageManifest *
save_sample (const char *folder, const char *name, int from, int to, HbkDate as_of, const HbkSubmissionOptions *options)
{
  g_autoptr (HbkLogbook) logbook = fixture_read_sample (name);
  g_autoptr (HbkSubmission) submission = fixture_submit_on (name, logbook, from, to, as_of, options);

  return save_all (folder, name, submission);
}

/* Texts that spreadsheets and XML would make something else of. */
static HbkPackageManifest *
save_naughty (const char *folder)
{
  static const char *const titles[] = { "=1+1", "+A1", "-2+3", "@SUM(A1)", "\\u3000＝1+1", "'=1", "\\t=1", "_x0041_", "2024-05-01", "007", "x\\ufffey", "a\\u0007b", "=HYPERLINK(\\\"http://x.invalid\\\",\\\"y\\\")", "两\\n行, \\\"引\\\"；", "http://x.invalid/" };
  g_autoptr (GString) json = g_string_new ("{\"format\":\"hourbook-logbook\",\"version\":1,\"profile\":{\"name\":\"=cmd|x\",\"employer\":\"@单位\",\"title\":\"+工程师\"},\"records\":[");
  g_autoptr (HbkLogbook) logbook = NULL;
  g_autoptr (HbkSubmission) submission = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    g_string_append_printf (json, "%s{\"id\":\"n%02" G_GSIZE_FORMAT "\",\"activity\":\"advanced_seminar\",\"title\":\"%s\",\"start\":\"2024-%02" G_GSIZE_FORMAT "-10\",\"facts\":{\"organiser_level\":\"provincial\",\"days\":5}}", i > 0 ? "," : "", i, titles[i], i % 12 + 1);
  g_string_append (json, "]}");
  logbook = fixture_read_logbook (json->str);
  submission = fixture_submit_on ("yuxi", logbook, 2024, 2024, hbk_date_new (2025, 2, 1), NULL);

  return save_all (folder, "naughty", submission);
}

static void
save_nobody (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GBytes) workbook = hbk_clerk_summary_write (lines, &error);

  g_assert_no_error (error);
  save (folder, "nobody", "xlsx", workbook);
}

/* With a package that cannot be read, one that was changed, and a person twice. */
static void
save_clerk (const char *folder, HbkPackageManifest *yuxi, HbkPackageManifest *qinghai, HbkPackageManifest *naughty)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_clerk_line_free);
  g_autoptr (GBytes) workbook = NULL;
  HbkClerkLine *broken = hbk_clerk_line_new ("坏\xe2\x80\xae包.zip", NULL);
  HbkClerkLine *changed = hbk_clerk_line_new ("naughty.zip", naughty);

  hbk_clerk_line_add_problem (broken, "不是 ZIP 文件。");
  hbk_clerk_line_add_problem (changed, "=文件被改动");
  hbk_clerk_line_add_problem (changed, "缺少一个文件");
  g_ptr_array_add (lines, hbk_clerk_line_new ("yuxi.zip", yuxi));
  g_ptr_array_add (lines, hbk_clerk_line_new ("qinghai.zip", qinghai));
  g_ptr_array_add (lines, broken);
  g_ptr_array_add (lines, changed);
  g_ptr_array_add (lines, hbk_clerk_line_new ("yuxi (2).zip", save_sample (folder, "yuxi", 2024, 2024, hbk_date_new (2024, 11, 18), NULL)));

  workbook = hbk_clerk_summary_write (lines, &error);
  g_assert_no_error (error);
  save (folder, "clerk", "xlsx", workbook);
}

static int
read_all (char **paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GBytes) bytes = NULL;
      HbkPackageManifest *manifest;
      char               *text = NULL;
      gsize               length;

      g_file_get_contents (paths[i], &text, &length, &error);
      g_assert_no_error (error);
      bytes = g_bytes_new_take (text, length);
      manifest = hbk_package_manifest_read (bytes, problems);
      g_assert_true ((manifest == NULL) == !hbk_problems_is_empty (problems));
      if (manifest == NULL)
        g_print ("%s\n", hbk_problem_get_path (hbk_problems_get (problems, 0)));
      else
        g_print ("good\n");
      g_clear_pointer (&manifest, hbk_package_manifest_free);
    }

  return 0;
}

int
main (int argc, char **argv)
{
  const HbkSubmissionOptions title = { .level = HBK_TITLE_LEVEL_SENIOR, .apply_year = 2025, .ascii_names = TRUE };

  setlocale (LC_ALL, "");
  if (argc > 2 && g_str_equal (argv[1], "read"))
    return read_all (argv + 2);

  g_assert_cmpint (argc, ==, 2);
  g_print ("%s\n", localeconv ()->decimal_point);
  hbk_package_manifest_free (save_sample (argv[1], "changzhou", 2024, 2024, hbk_date_new (2024, 12, 31), NULL));
  save_nobody (argv[1]);
  save_clerk (argv[1], save_sample (argv[1], "yuxi", 2024, 2024, hbk_date_new (2024, 11, 18), NULL), save_sample (argv[1], "qinghai", 2020, 2024, hbk_date_new (2024, 11, 18), &title), save_naughty (argv[1]));

  return 0;
}
