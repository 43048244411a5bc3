/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hbk-error.h"
#include "library/hbk-edit.h"
#include "library/hbk-library-backups.h"
#include "library/hbk-library-private.h"

#include "support.h"

/* ---- Opening ---- */

static guint
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);

  return status.st_mode & 0777;
}

static void
test_make (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *inner = g_build_filename (dir, "a", "b", NULL);
  g_autoptr (HbkLibrary) library = hbk_test_open (inner, HBK_LIBRARY_CREATE);
  g_autofree char *database = g_build_filename (inner, "hourbook.db", NULL);
  g_autofree char *evidence = g_build_filename (inner, "evidence", NULL);
  g_autofree char *backups = g_build_filename (inner, "backups", NULL);

  g_assert_cmpuint (mode_of (inner), ==, 0700);
  g_assert_cmpuint (mode_of (evidence), ==, 0700);
  g_assert_cmpuint (mode_of (backups), ==, 0700);
  g_assert_cmpuint (mode_of (database), ==, 0600);
}

static void
test_not_there (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkClock) clock = hbk_test_clock ();

  g_assert_null (hbk_library_open (dir, HBK_LIBRARY_WRITE, clock, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  hbk_test_assert_says (error, "There is no library here. Make one first, or name another folder.");
}

static void
test_two_at_once (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) first = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autoptr (HbkClock) clock = hbk_test_clock ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkLibrary) looker = NULL;

  g_assert_null (hbk_library_open (dir, HBK_LIBRARY_WRITE, clock, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_BUSY);
  hbk_test_assert_says (error, "The library is open in another Hourbook (process ");

  looker = hbk_test_open (dir, HBK_LIBRARY_READ);
  g_assert_nonnull (looker);
}

static void
test_look_only (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autoptr (HbkLibrary) looker = hbk_test_open (dir, HBK_LIBRARY_READ);
  g_autoptr (HbkRecord) record = hbk_test_make_record ("a", "2024-03-01", "题目");
  g_autoptr (HbkEdit) edit = hbk_edit_new (looker, HBK_JOURNAL_ADD);
  g_autoptr (GError) error = NULL;

  g_assert_true (hbk_edit_put_record (edit, record, NULL));
  g_assert_null (hbk_edit_commit (edit, &error));
  hbk_test_assert_says (error, "The library was opened to look at only. Open it for writing.");
}

static void
test_missing_database (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *database = g_build_filename (dir, "hourbook.db", NULL);
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autoptr (HbkClock) clock = hbk_test_clock ();
  g_autoptr (GError) error = NULL;

  g_assert_true (hbk_library_make_backup (library, HBK_BACKUP_BEFORE_IMPORT, NULL, NULL));
  g_clear_object (&library);
  g_assert_cmpint (unlink (database), ==, 0);

  g_assert_null (hbk_library_open (dir, HBK_LIBRARY_CREATE, clock, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
  hbk_test_assert_says (error, "The database of this library is missing. Restore the last backup.");
}

/* ---- Undo ---- */

static void
test_undo_redo (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autofree char *expected = NULL;

  hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-03-01", "one");
  hbk_test_put (library, HBK_JOURNAL_ADD, "b", "2024-03-02", "two");
  hbk_test_put (library, HBK_JOURNAL_EDIT, "a", "2024-03-01", "three");
  hbk_test_assert_titles (library, "two three");

  hbk_test_undo (library);
  hbk_test_assert_titles (library, "two one");
  hbk_test_undo (library);
  hbk_test_assert_titles (library, "one");
  hbk_test_redo (library);
  hbk_test_assert_titles (library, "two one");

  /* A restart changes nothing. */
  g_clear_object (&library);
  library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
  hbk_test_redo (library);
  hbk_test_assert_titles (library, "two three");
  hbk_test_assert_no_redo (library);
  hbk_test_undo (library);
  hbk_test_undo (library);
  hbk_test_undo (library);
  hbk_test_assert_titles (library, "");
  hbk_test_assert_no_undo (library);

  hbk_test_redo (library);
  hbk_test_put (library, HBK_JOURNAL_ADD, "c", "2024-01-01", "four");
  hbk_test_assert_no_redo (library);
  hbk_test_assert_titles (library, "one four");
  hbk_test_undo (library);
  hbk_test_undo (library);
  hbk_test_assert_titles (library, "");
}

/* Against a model: two stacks. */
static void
test_undo_at_random (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) undone = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *now = g_strdup ("");
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 400; i++)
    {
      int choice = g_rand_int_range (rand, 0, 3);

      if (choice == 0)
        {
          g_autofree char *title = g_strdup_printf ("t%u", i);

          hbk_test_put (library, HBK_JOURNAL_EDIT, "a", "2024-03-01", title);
          g_ptr_array_add (done, g_steal_pointer (&now));
          g_ptr_array_set_size (undone, 0);
          now = g_steal_pointer (&title);
        }
      else if (choice == 1 && done->len > 0)
        {
          hbk_test_undo (library);
          g_ptr_array_add (undone, g_steal_pointer (&now));
          now = g_ptr_array_steal_index (done, done->len - 1);
        }
      else if (choice == 2 && undone->len > 0)
        {
          hbk_test_redo (library);
          g_ptr_array_add (done, g_steal_pointer (&now));
          now = g_ptr_array_steal_index (undone, undone->len - 1);
        }
      hbk_test_assert_titles (library, now);
      if (done->len == 0)
        hbk_test_assert_no_undo (library);
      if (undone->len == 0)
        hbk_test_assert_no_redo (library);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/make", test_make);
  g_test_add_func ("/library/not-there", test_not_there);
  g_test_add_func ("/library/two-at-once", test_two_at_once);
  g_test_add_func ("/library/look-only", test_look_only);
  g_test_add_func ("/library/missing-database", test_missing_database);
  g_test_add_func ("/library/undo-redo", test_undo_redo);
  g_test_add_func ("/library/undo-at-random", test_undo_at_random);

  return g_test_run ();
}
