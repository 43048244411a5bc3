/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "library/hbk-blob-store.h"
#include "library/hbk-edit.h"
#include "library/hbk-library-check.h"
#include "library/hbk-library-private.h"

#include "folder.h"
#include "support.h"

#define CONTENT "the content of a certificate"

/* A library with a record, a file that proves it, one in the inbox and one in the trash. */
static char *
make_library (void)
{
  static const char *const contents[] = { CONTENT, "inbox", "trash" };
  char                    *dir = hbk_test_make_dir ();
  g_autofree char         *evidence_dir = hbk_test_path (dir, "evidence");
  g_autofree char         *source = hbk_test_path (dir, "source.pdf");
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autoptr (HbkBlobStore) store = hbk_blob_store_open (evidence_dir, TRUE, NULL);
  g_autoptr (HbkRecord) record = hbk_test_make_record ("a", "2024-01-01", "one");
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_ADD);
  g_autoptr (HbkJournalStep) step = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *name = g_strdup_printf ("file %u.pdf", (guint) i);
      g_autoptr (HbkEvidenceFile) file = hbk_test_put_file (library, contents[i], name);
      g_autoptr (HbkJournalStep) removed = NULL;
      HbkBlob blob;

      g_assert_true (g_file_set_contents (source, contents[i], -1, NULL));
      g_assert_true (hbk_blob_store_add_path (store, source, HBK_BLOB_MAX_BYTES, NULL, NULL, NULL, &blob, NULL));
      if (i == 0)
        {
          g_autoptr (HbkEvidence) evidence = hbk_evidence_new ("certificate", file->name, file->sha256);

          hbk_record_add_evidence (record, evidence);
        }
      else if (i == 2)
        {
          removed = hbk_test_remove (library, HBK_CHANGE_FILE, file->sha256);
        }
    }
  g_assert_cmpint (g_unlink (source), ==, 0);
  g_assert_true (hbk_edit_put_record (edit, record, NULL));
  step = hbk_edit_commit (edit, NULL);
  g_assert_nonnull (step);

  return dir;
}

static char *
blob_path (const char *dir, const char *content)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  g_autofree char *drawer = g_strndup (sha256, 2);

  return g_build_filename (dir, "evidence", drawer, sha256, NULL);
}

/* Looks; nothing may be changed by it. */
static HbkProblems *
check (const char *dir)
{
  HbkProblems     *problems = hbk_problems_new ();
  g_autofree char *before = hbk_folder_fingerprint (dir);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  hbk_library_check (dir, problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = hbk_folder_fingerprint (dir);
  g_assert_cmpstr (before, ==, after);

  return problems;
}

static void
assert_finds (const char *dir, HbkError code, const char *where, const char *what, const char *action)
{
  g_autoptr (HbkProblems) problems = check (dir);

  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      const HbkProblem *problem = hbk_problems_get (problems, i);
      const char       *path = hbk_problem_get_path (problem);

      if (hbk_problem_get_code (problem) == code && g_str_equal (hbk_problem_get_what (problem), what) && g_str_has_prefix (path, where) && g_str_equal (hbk_problem_get_action (problem), action))
        return;
      g_test_message ("%d %s: %s %s", hbk_problem_get_code (problem), path, hbk_problem_get_what (problem), hbk_problem_get_action (problem));
    }
  g_error ("%s: “%s” was not found", where, what);
}

static void
assert_sound (const char *dir)
{
  g_autoptr (HbkProblems) problems = check (dir);

  g_assert_cmpuint (hbk_problems_get_n (problems), ==, 0);
}

static void
test_sound (void)
{
  g_autofree char *dir = make_library ();
  g_autofree char *empty = hbk_test_make_dir ();

  assert_sound (dir);
  g_object_unref (hbk_test_open (empty, HBK_LIBRARY_CREATE));
  assert_sound (empty);
}

/* While it is open, too. */
static void
test_while_open (void)
{
  g_autofree char *dir = make_library ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_WRITE);

  hbk_test_put (library, HBK_JOURNAL_EDIT, "a", "2024-01-01", "two");
  hbk_test_undo (library);
  assert_sound (dir);
}

/* ---- Files ---- */

static void
test_missing (void)
{
  static const struct
  {
    const char *content;
    const char *where;
  } files[] = { { CONTENT, "XS-0001 file 0.pdf" }, { "inbox", "XS-0002 file 1.pdf" }, { "trash", "XS-0003 file 2.pdf" } };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *dir = make_library ();
      g_autofree char *path = blob_path (dir, files[i].content);

      g_assert_cmpint (g_unlink (path), ==, 0);
      assert_finds (dir, HBK_ERROR_MISSING, files[i].where, "The file is missing.", "Attach it again from where it came from, or restore a full backup.");
    }
}

static void
test_no_evidence (void)
{
  g_autofree char *dir = make_library ();
  g_autofree char *evidence = hbk_test_path (dir, "evidence");
  g_autofree char *away = hbk_test_path (dir, "away");
  g_autoptr (HbkProblems) problems = NULL;

  g_assert_cmpint (g_rename (evidence, away), ==, 0);
  problems = check (dir);
  g_assert_cmpuint (hbk_problems_get_n (problems), ==, 3);
  g_assert_cmpint (hbk_problem_get_code (hbk_problems_get (problems, 0)), ==, HBK_ERROR_MISSING);
}

static void
test_changed (void)
{
  g_autofree char *dir = make_library ();
  g_autofree char *path = blob_path (dir, CONTENT);

  g_assert_cmpint (chmod (path, 0600), ==, 0);
  g_assert_true (g_file_set_contents (path, "the content of a forgery....", -1, NULL));
  assert_finds (dir, HBK_ERROR_VALUE, "XS-0001 file 0.pdf", "The file was changed on the disk since it was taken in. It is kept as it is.", "Attach the right one again; both are kept.");
}

static void
test_unreadable (void)
{
  g_autofree char *dir = make_library ();
  g_autofree char *path = blob_path (dir, CONTENT);

  g_assert_cmpint (chmod (path, 0), ==, 0);
  assert_finds (dir, HBK_ERROR_IO, "XS-0001 file 0.pdf", "The disk does not give the file.", "Check the disk and the permissions.");
}

static void
test_strays (void)
{
  g_autofree char *dir = make_library ();
  g_autofree char *known = blob_path (dir, CONTENT);
  g_autofree char *drawer = g_path_get_dirname (known);
  g_autofree char *stray = blob_path (dir, "stray");
  g_autofree char *stray_drawer = g_path_get_dirname (stray);
  g_autofree char *strange = g_build_filename (dir, "evidence", "holiday.jpg", NULL);
  g_autofree char *new_dir = g_build_filename (dir, "evidence", ".new", NULL);
  g_autofree char *half = g_build_filename (new_dir, "0123456789abcdef0123456789abcdef", NULL);

  g_mkdir (stray_drawer, 0700);
  g_assert_true (g_file_set_contents (stray, "stray", -1, NULL));
  assert_finds (dir, HBK_ERROR_UNKNOWN, "evidence/", "No record and no list knows of this file. It is kept.", "Take it into the inbox if it is yours, else remove it.");
  g_assert_true (g_file_set_contents (strange, "x", -1, NULL));
  assert_finds (dir, HBK_ERROR_UNKNOWN, "evidence/holiday.jpg", "This is not a file that Hourbook put here. It is kept.", "Look at it, and move it to where it belongs.");
  g_mkdir (new_dir, 0700);
  g_assert_true (g_file_set_contents (half, "x", -1, NULL));
  assert_finds (dir, HBK_ERROR_UNKNOWN, "", "This copy was not finished.", "It does no harm; the next time a file is taken in it is removed.");
}

/* ---- The database ---- */

static void
test_rows (void)
{
  static const struct
  {
    const char *sql;
    const char *where;
    const char *what;
  } cases[] = {
    { "UPDATE record SET doc = replace (doc, 'one', 'two')", "a", "The record is not as it was stored." },
    { "UPDATE record SET doc = replace (doc, '2024-01-01', '2024-01-02'), first = first + 1, last = last + 1", "a", "What is kept is not what the journal says." },
    { "UPDATE record SET first = first + 1", "a", "The record is not as it was stored." },
    { "UPDATE record SET last = last + 1", "a", "The record is not as it was stored." },
    { "UPDATE record SET words = ''", "a", "The record is not as it was stored." },
    { "UPDATE record SET activity = ''", "a", "The record is not as it was stored." },
    { "UPDATE record SET status = 0", "a", "The record is not as it was stored." },
    { "UPDATE record SET subject = 7", "a", "The record is not as it was stored." },
    { "UPDATE record SET doc = 'x'", "a", "The record is not as it was stored." },
    { "UPDATE record SET doc = ''", "a", "The record is not as it was stored." },
    { "DELETE FROM proof; DELETE FROM record", "a", "What is kept is not what the journal says." },
    { "INSERT INTO record SELECT 'b', first, last, activity, status, subject, words, replace (doc, '\"a\"', '\"b\"') FROM record", "b", "What is kept is not what the journal says." },
    { "INSERT INTO item VALUES ('year', '2024', '{}')", "2024", "What is kept is not what the journal says." },
    { "UPDATE file SET doc = '{}' WHERE serial = 1", "", "What is known of this file is not as it was stored." },
    { "UPDATE step SET note = 'x' WHERE number = 2", "hourbook.db", "Step 2 of the journal is not as it was written." },
    { "CREATE TABLE evil (a TEXT)", "hourbook.db", "The database is not built as Hourbook builds it; something else has changed it." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dir = make_library ();

      hbk_test_tamper (dir, cases[i].sql);
      assert_finds (dir, HBK_ERROR_DAMAGED, cases[i].where, cases[i].what, "Restore the last backup.");
    }
}

static void
test_no_database (void)
{
  g_autofree char *dir = make_library ();
  g_autofree char *path = hbk_test_path (dir, "hourbook.db");

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_finds (dir, HBK_ERROR_DAMAGED, "hourbook.db", "The database is empty.", "Restore the last backup.");
  g_assert_true (g_file_set_contents (path, "this is no database at all", -1, NULL));
  assert_finds (dir, HBK_ERROR_DAMAGED, "hourbook.db", "The database is damaged.", "Restore the last backup.");
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_finds (dir, HBK_ERROR_DAMAGED, "hourbook.db", "The database is missing.", "Restore the last backup.");
}

static void
test_cannot_look (void)
{
  g_autofree char *dir = make_library ();
  g_autofree char *nothing = hbk_test_make_dir ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (hbk_library_check (nothing, problems, NULL, NULL, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  hbk_test_assert_says (error, "There is no library here. Make one first, or name another folder.");
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (hbk_library_check (dir, problems, NULL, NULL, cancellable, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_CANCELLED);
  hbk_test_assert_says (error, "This was stopped. Nothing was changed.");
  g_clear_error (&error);

  /* A newer one is no damaged one. */
  hbk_test_tamper (dir, "PRAGMA user_version = 2");
  g_assert_false (hbk_library_check (dir, problems, NULL, NULL, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_FORMAT);
  hbk_test_assert_says (error, "A newer Hourbook made this library");
  g_assert_true (hbk_problems_is_empty (problems));
}

static void
note_progress (guint64 done, guint64 total, gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;
}

static void
test_progress (void)
{
  g_autofree char *dir = make_library ();
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  guint64 last = 0;

  g_assert_true (hbk_library_check (dir, problems, note_progress, &last, NULL, NULL));
  g_assert_cmpuint (last, ==, sizeof CONTENT - 1 + 5 + 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library-check/sound", test_sound);
  g_test_add_func ("/library-check/while-open", test_while_open);
  g_test_add_func ("/library-check/missing", test_missing);
  g_test_add_func ("/library-check/no-evidence", test_no_evidence);
  g_test_add_func ("/library-check/changed", test_changed);
  g_test_add_func ("/library-check/unreadable", test_unreadable);
  g_test_add_func ("/library-check/strays", test_strays);
  g_test_add_func ("/library-check/rows", test_rows);
  g_test_add_func ("/library-check/no-database", test_no_database);
  g_test_add_func ("/library-check/cannot-look", test_cannot_look);
  g_test_add_func ("/library-check/progress", test_progress);

  return g_test_run ();
}
