/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "library/hbk-edit.h"
#include "library/hbk-journal.h"
#include "library/hbk-library-check.h"
#include "library/hbk-library-files.h"
#include "library/hbk-library-private.h"

#include "support.h"

/*
 * Every schema that was ever released opens and reads for ever: tests/library/schemas has a database of each, which is never changed.
 * With HOURBOOK_MAKE_SCHEMA set to the name of a file, this program makes the one of today there.
 */

#define SHA256 "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae" /* of "foo" */
#define RULES "{\"rules\":\"of 2023\"}"

static void
put_item (HbkLibrary *library, HbkJournalWhat what, HbkChangeKind kind, const char *id, const char *doc)
{
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, what);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hbk_edit_put (edit, kind, id, doc, NULL));
  step = hbk_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
put_full_record (HbkLibrary *library, const char *sha256)
{
  g_autofree char *doc = g_strdup_printf ("{\"id\":\"full\",\"activity\":\"training\",\"title\":\"公需科目培训\",\"start\":\"2023-12-20\",\"end\":\"2024-01-10\","
                                          "\"facts\":{\"stated_hours\":12.5,\"organizer\":\"市人社局\",\"dates\":[\"2023-12-20\"]},\"subject\":\"public\",\"work\":\"w\","
                                          "\"evidence\":[{\"document\":\"certificate\",\"file\":\"结业证书.pdf\",\"sha256\":\"%s\",\"page\":2}],\"status\":\"verified\","
                                          "\"verified_hours\":{\"public\":12.5,\"professional\":0},\"note\":\"备注\",\"unknown\":{\"a\":[1,null]}}",
                                          sha256);

  put_item (library, HBK_JOURNAL_IMPORT, HBK_CHANGE_RECORD, "full", doc);
}

static void
make_schema (const char *target)
{
  static const char *const ids[] = { "full", NULL };
  g_autofree char         *dir = hbk_test_make_dir ();
  g_autofree char         *path = hbk_test_path (dir, "hourbook.db");
  g_autofree char         *content = NULL;
  g_autofree char         *sha256 = NULL;
  g_autofree char         *doc = NULL;
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autoptr (HbkEvidenceFile) file = hbk_test_put_file (library, "foo", "结业证书.pdf");
  g_autoptr (HbkEvidenceFile) gone = hbk_test_put_file (library, "bar", "旧的.jpg");
  g_autoptr (HbkJournalStep) first = NULL;
  g_autoptr (HbkJournalStep) second = NULL;
  g_autoptr (HbkYearEntry) closed = NULL;
  g_autoptr (GBytes) rules = g_bytes_new_static (RULES, strlen (RULES));
  gsize length;

  put_full_record (library, file->sha256);
  hbk_test_put (library, HBK_JOURNAL_ADD, "plain", "2024-05-01", "plain");
  hbk_test_put (library, HBK_JOURNAL_EDIT, "plain", "2024-05-02", "edited");
  hbk_test_put (library, HBK_JOURNAL_ADD, "removed", "2022-05-01", "removed");
  first = hbk_test_remove (library, HBK_CHANGE_RECORD, "removed");
  second = hbk_test_remove (library, HBK_CHANGE_FILE, gone->sha256);
  put_item (library, HBK_JOURNAL_PROFILE, HBK_CHANGE_PROFILE, "", "{\"name\":\"张三\",\"region\":\"yuxi\"}");
  put_item (library, HBK_JOURNAL_PROFILE, HBK_CHANGE_PROFILE, "2023-09-01", "{\"region\":\"qinghai\"}");
  put_item (library, HBK_JOURNAL_READING, HBK_CHANGE_READING, "qinghai", "{\"QH-A1\":\"strict\"}");
  put_item (library, HBK_JOURNAL_IMPORT, HBK_CHANGE_EXTRA, "from-elsewhere", "[1,2]");
  hbk_test_seal (library, 2023, ids);
  g_assert_true (hbk_library_keep_rules (library, rules, &sha256, NULL));
  closed = hbk_year_entry_new (2022, "yuxi", "1");
  closed->rules[0] = g_strdup (sha256);
  doc = hbk_year_entry_write (closed);
  put_item (library, HBK_JOURNAL_CLOSE, HBK_CHANGE_YEAR, "2022", doc);
  hbk_test_put (library, HBK_JOURNAL_EDIT, "plain", "2024-05-02", "undone");
  hbk_test_undo (library);

  g_clear_object (&library);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (target, content, (gssize) length, NULL));
}

static char *
copy_schema (int version)
{
  char            *dir = hbk_test_make_dir ();
  g_autofree char *name = g_strdup_printf ("%d.db", version);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "schemas", name, NULL);
  g_autofree char *target = hbk_test_path (dir, "hourbook.db");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (source, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (target, content, (gssize) length, NULL));

  return dir;
}

static void
assert_region (HbkLibrary *library, const char *day, const char *region)
{
  g_autoptr (HbkFacts) profile = hbk_library_dup_profile (library, hbk_date_parse (day), NULL);

  g_assert_cmpstr (hbk_facts_lookup (profile, "region")->text, ==, region);
}

static void
assert_years (HbkLibrary *library)
{
  g_autoptr (GPtrArray) years = hbk_library_list_years (library, NULL);
  const HbkYearEntry *closed, *handed_in;
  gboolean            has_changed = TRUE;
  g_autoptr (GBytes) rules = NULL;

  g_assert_cmpuint (years->len, ==, 2);
  closed = g_ptr_array_index (years, 0);
  handed_in = g_ptr_array_index (years, 1);
  g_assert_cmpint (closed->year, ==, 2022);
  g_assert_false (closed->handed_in);
  g_assert_true (handed_in->handed_in);
  g_assert_true (hbk_library_has_year_changed (library, handed_in, &has_changed, NULL));
  g_assert_false (has_changed);
  rules = hbk_library_get_rules (library, closed->rules[0], NULL);
  g_assert_cmpmem (g_bytes_get_data (rules, NULL), g_bytes_get_size (rules), RULES, strlen (RULES));
}

static void
assert_record (HbkLibrary *library)
{
  g_autoptr (HbkRecord) record = hbk_library_get_record (library, "full", NULL);
  HbkHours public_hours, professional_hours;

  g_assert_cmpstr (hbk_record_get_title (record), ==, "公需科目培训");
  g_assert_true (hbk_record_get_verified_hours (record, &public_hours, &professional_hours));
  g_assert_cmpint (public_hours, ==, 1250);
  g_assert_cmpint (hbk_record_get_status (record), ==, HBK_STATUS_VERIFIED);
  g_assert_cmpstr (hbk_evidence_get_sha256 (hbk_record_get_evidence (record, 0)), ==, SHA256);
  g_assert_cmpuint (hbk_facts_get_n (hbk_record_get_facts (record)), ==, 3);
}

static void
test_version_1 (void)
{
  g_autofree char *dir = copy_schema (1);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkLibrary) library = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) trash = NULL;
  g_autoptr (GPtrArray) extra = NULL;
  g_autoptr (HbkEvidenceFile) file = NULL;
  gint64 broken = -1;

  /* All is as it was written; only the files are not here, of which there are two. */
  g_assert_true (hbk_library_check (dir, problems, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (hbk_problems_get_n (problems), ==, 2);
  g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (problems, 0)), ==, HBK_ERROR_MISSING);
  g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (problems, 1)), ==, HBK_ERROR_MISSING);

  library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
  hbk_test_assert_titles (library, "edited 公需科目培训");
  assert_record (library);
  assert_region (library, "2023-08-31", "yuxi");
  assert_region (library, "2023-09-01", "qinghai");
  assert_years (library);
  trash = hbk_library_list_trash (library, NULL);
  g_assert_cmpuint (trash->len, ==, 2);
  extra = hbk_library_list_items (library, HBK_CHANGE_EXTRA, NULL);
  g_assert_cmpstr (hbk_change_get_after (g_ptr_array_index (extra, 0)), ==, "[1,2]");
  file = hbk_library_find_file (library, "XS-0001", NULL);
  g_assert_cmpstr (file->name, ==, "结业证书.pdf");
  steps = hbk_library_list_steps (library, NULL, 100, NULL);
  g_assert_cmpuint (steps->len, ==, 16);
  g_assert_true (hbk_journal_verify (library->database, &broken, NULL));
  g_assert_cmpint (broken, ==, 0);

  hbk_test_redo (library);
  hbk_test_assert_titles (library, "undone 公需科目培训");
  hbk_test_put (library, HBK_JOURNAL_ADD, "today", "2025-01-01", "today");
  hbk_test_undo (library);
  hbk_test_undo (library);
  hbk_test_assert_titles (library, "edited 公需科目培训");
}

int
main (int argc, char **argv)
{
  const char *target = g_getenv ("HOURBOOK_MAKE_SCHEMA");

  g_test_init (&argc, &argv, NULL);

  if (target != NULL)
    {
      make_schema (target);
      return 0;
    }

  g_test_add_func ("/schemas/1", test_version_1);

  return g_test_run ();
}
