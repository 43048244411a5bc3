/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "library/hbk-edit.h"
#include "library/hbk-library-backups.h"
#include "library/hbk-library-files.h"
#include "library/hbk-library-private.h"
#include "library/hbk-snapshot.h"

#include "support.h"

/* A library whose clock can be set. */
static HbkLibrary *
open_on (const char *dir, const char *day)
{
  g_autoptr (HbkClock) clock = hbk_clock_new_fixed (hbk_date_parse (day));
  g_autoptr (GError) error = NULL;
  HbkLibrary *library = hbk_library_open (dir, HBK_LIBRARY_CREATE, clock, &error);

  g_assert_no_error (error);

  return library;
}

static void
remove_thing (HbkLibrary *library, HbkChangeKind kind, const char *id)
{
  g_autoptr (HbkJournalStep) step = hbk_test_remove (library, kind, id);

  g_assert_cmpint (step->number, >, 0);
}

static void
attach (HbkLibrary *library, const char *id, const HbkEvidenceFile *file)
{
  g_autoptr (HbkRecord) record = hbk_library_get_record (library, id, NULL);
  g_autoptr (HbkEvidence) evidence = hbk_evidence_new ("certificate", file->name, file->sha256);
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_ATTACH);
  g_autoptr (HbkJournalStep) step = NULL;

  hbk_record_add_evidence (record, evidence);
  g_assert_true (hbk_edit_put_record (edit, record, NULL));
  step = hbk_edit_commit (edit, NULL);
  g_assert_nonnull (step);
}

/* The days left of all that is in the trash, what was removed last first. */
static void
assert_days (HbkLibrary *library, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trash = hbk_library_list_trash (library, &error);
  g_autoptr (GString) days = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < trash->len; i++)
    {
      const HbkTrashEntry *entry = g_ptr_array_index (trash, i);

      g_string_append_printf (days, "%s%s:%d", i > 0 ? " " : "", entry->record != NULL ? hbk_record_get_id (entry->record) : entry->file->name, entry->days_left);
    }
  g_assert_cmpstr (days->str, ==, expected);
}

/* Empties it; says how many records and files are gone. */
static void
assert_emptied (HbkLibrary *library, guint n_records, guint n_files)
{
  g_autoptr (GPtrArray) sha256s = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint found = 99;

  hbk_library_empty_trash (library, &found, sha256s, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found, ==, n_records);
  g_assert_cmpuint (sha256s->len, ==, n_files);
}

static void
test_days (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");

  hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-01-01", "one");
  remove_thing (library, HBK_CHANGE_RECORD, "a");
  assert_days (library, "a:90");
  assert_emptied (library, 0, 0);

  g_clear_object (&library);
  library = open_on (dir, "2024-03-30");
  assert_days (library, "a:1");
  assert_emptied (library, 0, 0);
  hbk_test_undo (library);
  hbk_test_assert_titles (library, "one");
  assert_days (library, "");
  hbk_test_redo (library);
  assert_days (library, "a:90");

  /* After its days it stays until the trash is emptied, and the history still tells of it. */
  g_clear_object (&library);
  library = open_on (dir, "2024-06-28");
  assert_days (library, "a:0");
  assert_emptied (library, 1, 0);
  assert_days (library, "");
  hbk_test_undo (library);
  hbk_test_assert_titles (library, "one");
}

/* The days do not begin before the last step, nor end early, whatever becomes of the clock. */
static void
test_clock (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");

  hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-01-01", "one");
  hbk_test_put (library, HBK_JOURNAL_ADD, "b", "2024-01-01", "two");

  /* A battery is empty: it is 1970. */
  g_clear_object (&library);
  library = open_on (dir, "1970-01-02");
  remove_thing (library, HBK_CHANGE_RECORD, "a");
  assert_days (library, "a:90");
  g_clear_object (&library);
  library = open_on (dir, "2024-01-02");
  assert_days (library, "a:89");
  assert_emptied (library, 0, 0);

  /* Once it was the future. */
  g_clear_object (&library);
  library = open_on (dir, "2050-01-01");
  remove_thing (library, HBK_CHANGE_RECORD, "b");
  g_clear_object (&library);
  library = open_on (dir, "2024-01-03");
  assert_days (library, "b:90 a:88");
  assert_emptied (library, 0, 0);
}

static void
test_wild_moment (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");

  hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-01-01", "one");
  remove_thing (library, HBK_CHANGE_RECORD, "a");
  g_clear_object (&library);
  hbk_test_tamper (dir, "UPDATE trash SET removed = -9223372036854775807");
  library = open_on (dir, "2024-01-01");
  assert_days (library, "a:0");
}

/* A file goes only when nothing needs it: no record, and none that can still be restored. */
static void
test_shared_files (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");
  g_autoptr (HbkEvidenceFile) shared = hbk_test_put_file (library, "shared", "shared");
  g_autoptr (HbkEvidenceFile) loose = hbk_test_put_file (library, "loose", "loose");
  g_autoptr (HbkEvidenceFile) held = hbk_test_put_file (library, "held", "held");
  g_auto (GStrv) proven = NULL;

  hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-01-01", "one");
  hbk_test_put (library, HBK_JOURNAL_ADD, "b", "2024-01-01", "two");
  attach (library, "a", shared);
  attach (library, "b", shared);
  attach (library, "b", held);
  proven = hbk_library_list_proven (library, shared->sha256, NULL);
  g_assert_cmpuint (g_strv_length (proven), ==, 2);

  remove_thing (library, HBK_CHANGE_RECORD, "a");
  remove_thing (library, HBK_CHANGE_FILE, loose->sha256);
  g_clear_object (&library);
  library = open_on (dir, "2024-02-01");
  remove_thing (library, HBK_CHANGE_RECORD, "b");
  remove_thing (library, HBK_CHANGE_FILE, held->sha256);
  remove_thing (library, HBK_CHANGE_FILE, shared->sha256);

  g_clear_object (&library);
  library = open_on (dir, "2024-04-15");
  assert_days (library, "b:16 shared:16 held:16 a:0 loose:0");
  assert_emptied (library, 1, 1);
  assert_days (library, "b:16 shared:16 held:16");
  g_clear_object (&library);
  library = open_on (dir, "2024-12-01");
  assert_emptied (library, 1, 2);
}

/* A record comes back with what proves it. */
static void
test_restore (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");
  g_autoptr (HbkEvidenceFile) file = hbk_test_put_file (library, "content", "file");
  g_autoptr (HbkEvidenceFile) found = NULL;
  g_autoptr (HbkEdit) edit = NULL;
  g_autoptr (HbkEdit) nothing = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-01-01", "one");
  attach (library, "a", file);
  remove_thing (library, HBK_CHANGE_RECORD, "a");
  remove_thing (library, HBK_CHANGE_FILE, file->sha256);
  assert_days (library, "a:90 file:90");
  g_assert_null (hbk_library_get_record (library, "a", &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  hbk_test_assert_says (error, "The record “a” is in the trash. Restore it first.");
  g_clear_error (&error);
  g_assert_null (hbk_library_get_file (library, file->sha256, &error));
  hbk_test_assert_says (error, "The library has no such file. Look at the list of files.");
  g_clear_error (&error);

  edit = hbk_edit_new (library, HBK_JOURNAL_RESTORE);
  g_assert_true (hbk_edit_restore (edit, HBK_CHANGE_RECORD, "a", NULL));
  step = hbk_edit_commit (edit, NULL);
  g_assert_cmpuint (step->changes->len, ==, 2);
  assert_days (library, "");
  found = hbk_library_find_file (library, "XS-0001", NULL);
  g_assert_cmpstr (found->sha256, ==, file->sha256);

  nothing = hbk_edit_new (library, HBK_JOURNAL_RESTORE);
  g_assert_false (hbk_edit_restore (nothing, HBK_CHANGE_RECORD, "a\n", &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  hbk_test_assert_says (error, "” is not in the trash. Look at what is there.");
}

/* Numbers stand on paper: none is given twice. */
static void
test_serials (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");
  g_autoptr (HbkEvidenceFile) first = hbk_test_put_file (library, "1", "1");
  g_autoptr (HbkEvidenceFile) second = NULL;
  g_autoptr (HbkEvidenceFile) third = NULL;
  g_autoptr (HbkEvidenceFile) fourth = NULL;
  g_autoptr (HbkLibrary) looker = NULL;
  g_autoptr (GError) error = NULL;
  guint serial;

  g_assert_cmpuint (first->serial, ==, 1);
  hbk_test_undo (library);
  second = hbk_test_put_file (library, "2", "2");
  g_assert_cmpuint (second->serial, ==, 2);
  remove_thing (library, HBK_CHANGE_FILE, second->sha256);
  g_clear_object (&library);
  library = open_on (dir, "2025-01-01");
  assert_emptied (library, 0, 2);
  third = hbk_test_put_file (library, "3", "3");
  g_assert_cmpuint (third->serial, ==, 3);

  /* The counter of an older database is put into its place; the files know better. */
  g_clear_object (&library);
  hbk_test_tamper (dir, "UPDATE meta SET value = 0 WHERE key = 'serial'");
  library = open_on (dir, "2025-01-01");
  fourth = hbk_test_put_file (library, "4", "4");
  g_assert_cmpuint (fourth->serial, ==, 4);

  g_clear_object (&library);
  hbk_test_tamper (dir, "UPDATE meta SET value = 99999999 WHERE key = 'serial'");
  library = open_on (dir, "2025-01-01");
  g_assert_false (hbk_library_reserve_serials (library, 1, &serial, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
  hbk_test_assert_says (error, "The library cannot count its files. Restore the last backup.");

  g_clear_error (&error);
  looker = hbk_test_open (dir, HBK_LIBRARY_READ);
  g_assert_false (hbk_library_reserve_serials (looker, 1, &serial, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_USAGE);
}

/* A backup that takes the place of a damaged database does not know the last numbers. */
static void
test_serials_after_damage (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "hourbook.db");
  g_autoptr (HbkClock) clock = hbk_test_clock ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");
  g_autoptr (HbkEvidenceFile) first = hbk_test_put_file (library, "1", "1");
  g_autoptr (HbkEvidenceFile) later = NULL;
  g_autoptr (HbkEvidenceFile) next = NULL;
  g_autoptr (HbkSnapshot) snapshot = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hbk_library_make_backup (library, HBK_BACKUP_WEEKLY, NULL, NULL));
  later = hbk_test_put_file (library, "2", "2");
  g_clear_object (&library);
  g_assert_true (g_file_set_contents (path, "no database any more", -1, NULL));
  backup = hbk_library_find_good_backup (dir);
  snapshot = hbk_snapshot_open (dir, backup, clock, NULL, &error);
  g_assert_no_error (error);
  hbk_snapshot_replace (snapshot, NULL, &error);
  g_assert_no_error (error);

  library = open_on (dir, "2024-01-01");
  next = hbk_test_put_file (library, "3", "3");
  g_assert_cmpuint (next->serial, >, later->serial);
}

static void
test_find_file (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");
  g_autoptr (HbkEvidenceFile) file = hbk_test_put_file (library, "content", "file");
  g_autofree char *upper = g_ascii_strup (file->sha256, -1);
  g_autofree char *beginning = g_strndup (upper, 6);
  g_autofree char *too_short = g_strndup (upper, 5);
  const char      *good[] = { "XS-0001", "xs1", "ＸＳ－０００１", file->sha256, upper, beginning };
  const char      *bad[] = { "XS-0002", "", "1", too_short, "x' OR 1" };
  g_autofree char *twin = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (HbkEvidenceFile) found = hbk_library_find_file (library, good[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (found->sha256, ==, file->sha256);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (hbk_library_find_file (library, bad[i], &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
      hbk_test_assert_says (error, "”. Give a number such as XS-0042 from the list of files.");
      g_clear_error (&error);
    }

  /* Two whose checksums begin alike. */
  twin = g_strdup_printf ("INSERT INTO file SELECT substr (sha256, 1, 60) || '0000', 77, replace (doc, substr (sha256, 61), '0000') FROM file");
  g_clear_object (&library);
  hbk_test_tamper (dir, twin);
  library = open_on (dir, "2024-01-01");
  g_assert_null (hbk_library_find_file (library, beginning, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE);
  hbk_test_assert_says (error, "More than one file begins with “");
}

/* Undo has no limit, but what was removed for good stays so: the rest of the step comes back, and the steps before it can be undone. */
static void
test_undo_after_emptying (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");
  g_autoptr (HbkEvidenceFile) file = NULL;
  g_autoptr (GPtrArray) files = NULL;

  hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-01-01", "one");
  file = hbk_test_put_file (library, "loose", "loose");
  remove_thing (library, HBK_CHANGE_RECORD, "a");
  remove_thing (library, HBK_CHANGE_FILE, file->sha256);
  g_clear_object (&library);
  library = open_on (dir, "2024-12-01");
  assert_emptied (library, 1, 1);

  hbk_test_undo (library);
  files = hbk_library_list_files (library, FALSE, NULL);
  g_assert_cmpuint (files->len, ==, 0);
  hbk_test_undo (library);
  hbk_test_assert_titles (library, "one");
  hbk_test_undo (library);
  hbk_test_undo (library);
  hbk_test_assert_no_undo (library);
  for (int i = 0; i < 4; i++)
    hbk_test_redo (library);
  hbk_test_assert_no_redo (library);
  hbk_test_assert_titles (library, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trash/days", test_days);
  g_test_add_func ("/trash/clock", test_clock);
  g_test_add_func ("/trash/wild-moment", test_wild_moment);
  g_test_add_func ("/trash/shared-files", test_shared_files);
  g_test_add_func ("/trash/restore", test_restore);
  g_test_add_func ("/trash/serials", test_serials);
  g_test_add_func ("/trash/serials-after-damage", test_serials_after_damage);
  g_test_add_func ("/trash/find-file", test_find_file);
  g_test_add_func ("/trash/undo-after-emptying", test_undo_after_emptying);

  return g_test_run ();
}
