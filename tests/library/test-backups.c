/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "library/hbk-library-backups.h"
#include "library/hbk-library-private.h"
#include "library/hbk-snapshot.h"

#include "support.h"

static HbkLibrary *
open_at (const char *dir, HbkDate day)
{
  g_autoptr (HbkClock) clock = hbk_clock_new_fixed (day);
  g_autoptr (GError) error = NULL;
  HbkLibrary *library = hbk_library_open (dir, HBK_LIBRARY_CREATE, clock, &error);

  g_assert_no_error (error);

  return library;
}

static HbkLibrary *
open_on (const char *dir, const char *day)
{
  return open_at (dir, hbk_date_parse (day));
}

static char *
back_up (HbkLibrary *library, HbkBackupReason reason)
{
  g_autoptr (GError) error = NULL;
  char *name = NULL;

  hbk_library_make_backup (library, reason, &name, &error);
  g_assert_no_error (error);

  return name;
}

static guint
count (const char *dir)
{
  g_autoptr (GPtrArray) backups = hbk_library_list_backups (dir);

  return backups->len;
}

static char *
name_of (const char *dir, guint position)
{
  g_autoptr (GPtrArray) backups = hbk_library_list_backups (dir);

  g_assert_cmpuint (position, <, backups->len);

  return g_path_get_basename (g_ptr_array_index (backups, position));
}

static void
test_names (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2026-11-26");
  static const HbkBackupReason reasons[] = { HBK_BACKUP_WEEKLY, HBK_BACKUP_BEFORE_IMPORT, HBK_BACKUP_BEFORE_EMPTYING, HBK_BACKUP_BEFORE_RESTORE, HBK_BACKUP_WEEKLY };
  static const char *const     names[] = {
    "hourbook-20261126T120000Z-01-weekly.db", "hourbook-20261126T120000Z-02-before-import.db", "hourbook-20261126T120000Z-03-before-emptying.db",
    "hourbook-20261126T120000Z-04-before-restore.db", "hourbook-20261126T120000Z-05-weekly.db"
  };
  struct stat status;

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *name = back_up (library, reasons[i]);
      g_autofree char *path = g_build_filename (dir, "backups", name, NULL);
      g_autofree char *newest = name_of (dir, 0);

      g_assert_cmpstr (name, ==, names[i]);
      /* Within a second, too, the last is the first of the list. */
      g_assert_cmpstr (newest, ==, name);
      g_assert_cmpint (stat (path, &status), ==, 0);
      g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
      g_assert_cmpint (hbk_library_get_backup_moment (path), ==, hbk_clock_now (library->clock));
    }
  g_assert_cmpint (hbk_library_get_backup_moment ("/x/hourbook-1.db"), ==, 0);
}

/* Ten newest, and the newest of each of twelve months. */
static void
test_rotation (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *oldest = NULL;
  g_autofree char *own = g_build_filename (dir, "backups", "hourbook-my-very-own-copy-of-it.db", NULL);

  g_object_unref (open_on (dir, "2022-01-03"));
  g_assert_true (g_file_set_contents (own, "mine", -1, NULL));
  for (guint week = 0; week < 130; week++)
    {
      g_autoptr (HbkLibrary) library = open_at (dir, hbk_date_new (2022, 1, 3) + (HbkDate) (7 * week));
      g_autofree char *name = back_up (library, HBK_BACKUP_WEEKLY);

      g_assert_cmpuint (count (dir), <=, 22);
    }

  /* 2024-06-24 is the last one: ten weeks reach back to April, twelve months to July. */
  g_assert_cmpuint (count (dir), ==, 10 + 12 - 3);
  for (guint i = 0; i < count (dir); i++)
    {
      g_autofree char *name = name_of (dir, i);

      g_hash_table_add (months, g_strndup (name + strlen ("hourbook-"), 6));
    }
  g_assert_cmpuint (g_hash_table_size (months), ==, 12);
  oldest = name_of (dir, count (dir) - 1);
  g_assert_cmpstr (oldest, ==, "hourbook-20230731T120000Z-01-weekly.db");
  /* What we did not make we do not remove. */
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
}

static void
make_weekly (const char *dir, const char *day, guint n_after)
{
  g_autoptr (HbkLibrary) library = open_on (dir, day);
  g_autoptr (GError) error = NULL;

  hbk_library_make_weekly_backup (library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (dir), ==, n_after);
}

static void
test_weeks (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");

  g_clear_object (&library);
  make_weekly (dir, "2024-01-01", 0); /* nothing was done yet */
  library = open_on (dir, "2024-01-01");
  hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-01-01", "one");
  g_free (back_up (library, HBK_BACKUP_BEFORE_IMPORT));
  g_clear_object (&library);

  make_weekly (dir, "2024-01-01", 2); /* that one was not weekly */
  make_weekly (dir, "2024-01-07", 2);
  make_weekly (dir, "2024-01-08", 3);
  make_weekly (dir, "2024-01-07", 3);
  /* The clock goes back, and one that seems to be of the future does not stop the weeks. */
  make_weekly (dir, "2020-01-01", 4);
  make_weekly (dir, "2020-01-05", 4);
  make_weekly (dir, "2020-01-08", 5);
  make_weekly (dir, "2024-01-14", 5);
  make_weekly (dir, "2024-01-15", 6);
}

/* What a crash left half-written goes, and nothing counts it. */
static void
test_leftovers (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");
  g_autofree char *half = g_build_filename (dir, "backups", ".new-4711", NULL);
  g_autofree char *journal = g_build_filename (dir, "backups", ".new-4711-journal", NULL);

  g_assert_true (g_file_set_contents (half, "half", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "half", -1, NULL));
  g_assert_cmpuint (count (dir), ==, 0);
  g_free (back_up (library, HBK_BACKUP_WEEKLY));
  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count (dir), ==, 1);
}

/* A damaged database is not copied over good backups. */
static void
test_damaged (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");
  g_autofree char *good = back_up (library, HBK_BACKUP_WEEKLY);
  g_autofree char *way_out = g_strdup_printf ("The database is damaged. It is left as it is; restore the last backup. The last good backup is %s/backups/%s.", dir, good);
  g_autoptr (GError) error = NULL;

  g_clear_object (&library);
  hbk_test_tamper (dir, "PRAGMA foreign_keys = OFF; INSERT INTO proof VALUES ('nobody', 'x')");
  library = open_on (dir, "2024-03-01");
  g_assert_false (hbk_library_make_backup (library, HBK_BACKUP_WEEKLY, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
  hbk_test_assert_says (error, way_out);
  g_assert_cmpuint (count (dir), ==, 1);
}

static void
test_refused (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = open_on (dir, "2024-01-01");
  g_autoptr (HbkLibrary) looker = hbk_test_open (dir, HBK_LIBRARY_READ);
  g_autofree char *backups = hbk_test_path (dir, "backups");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_false (hbk_library_make_backup (looker, HBK_BACKUP_WEEKLY, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (hbk_library_copy_database (looker, &path, &n, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_USAGE);
  g_clear_error (&error);

  g_assert_cmpint (chmod (backups, 0500), ==, 0);
  g_assert_false (hbk_library_make_backup (library, HBK_BACKUP_WEEKLY, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_IO);
  hbk_test_assert_says (error, "It may not be changed.");
  g_assert_cmpuint (count (dir), ==, 0);
  g_assert_cmpint (chmod (backups, 0700), ==, 0);
  g_assert_null (hbk_library_find_good_backup (dir));

  hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-01-01", "one");
  g_assert_true (hbk_library_copy_database (library, &path, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  hbk_library_remove_copy (path);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A backup whose database is in order, but which holds what cannot be read, is known before anything is restored. */
static void
test_unreadable_contents (void)
{
  static const char *const spoils[] = {
    "INSERT INTO item (kind, id, doc) VALUES ('profile', '2024-01-01', '{')",
    "INSERT INTO item (kind, id, doc) VALUES ('reading', 'yuxi', '[]')",
    "INSERT INTO item (kind, id, doc) VALUES ('year', '2024', '{\"year\":2024}')",
    "UPDATE record SET doc = '{}'",
    "INSERT INTO trash (kind, id, doc, removed) VALUES ('file', 'x', '{}', 0)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autofree char *dir = hbk_test_make_dir ();
      g_autofree char *other = hbk_test_make_dir ();
      g_autofree char *path = hbk_test_path (dir, "hourbook.db");
      g_autoptr (HbkClock) clock = hbk_test_clock ();
      g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
      g_autoptr (GError) error = NULL;

      hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-03-01", "one");
      g_clear_object (&library);
      hbk_test_tamper (dir, spoils[i]);
      g_assert_null (hbk_snapshot_open (other, path, clock, NULL, &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
      hbk_test_assert_says (error, "What the library keeps cannot be read: ");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backups/names", test_names);
  g_test_add_func ("/backups/rotation", test_rotation);
  g_test_add_func ("/backups/weeks", test_weeks);
  g_test_add_func ("/backups/leftovers", test_leftovers);
  g_test_add_func ("/backups/damaged", test_damaged);
  g_test_add_func ("/backups/refused", test_refused);
  g_test_add_func ("/backups/unreadable-contents", test_unreadable_contents);

  return g_test_run ();
}
