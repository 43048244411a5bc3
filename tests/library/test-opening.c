/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "library/hbk-library-backups.h"
#include "library/hbk-library-private.h"
#include "library/hbk-schema.h"

#include "folder.h"
#include "support.h"

static char *
make_library (const char *title)
{
  char *dir = hbk_test_make_dir ();
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_CREATE);

  if (title != NULL)
    hbk_test_put (library, HBK_JOURNAL_ADD, "a", "2024-03-01", title);

  return dir;
}

static char *
back_up (const char *dir)
{
  g_autoptr (HbkLibrary) library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
  char *name = NULL;

  g_assert_true (hbk_library_make_backup (library, HBK_BACKUP_WEEKLY, &name, NULL));

  return name;
}

static void
overwrite (const char *dir, const char *name, gsize at, const char *bytes, gsize n)
{
  g_autofree char *path = hbk_test_path (dir, name);
  g_autofree char *content = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (at + n, <=, length);
  memcpy (content + at, bytes, n);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

/* ---- A database that is not there ---- */

static void
test_empty_file (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "hourbook.db");

  /* Making a library was broken off: there is none, until it is made. */
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  hbk_test_assert_refused (dir, HBK_LIBRARY_READ, HBK_ERROR_NOT_FOUND, "There is no library here. Make one first, or name another folder.");
  hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_NOT_FOUND, "There is no library here.");
  g_object_unref (hbk_test_open (dir, HBK_LIBRARY_CREATE));
}

/* A library whose database the disk has lost is not made anew. */
static void
test_emptied_file (void)
{
  g_autofree char *dir = make_library ("one");
  g_autofree char *path = hbk_test_path (dir, "hourbook.db");
  g_autofree char *name = back_up (dir);
  g_autofree char *way_out = g_strdup_printf ("Restore the last backup. The last good backup is %s/backups/%s.", dir, name);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  hbk_test_assert_refused (dir, HBK_LIBRARY_CREATE, HBK_ERROR_DAMAGED, way_out);
  hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_DAMAGED, way_out);
  hbk_test_assert_refused (dir, HBK_LIBRARY_READ, HBK_ERROR_DAMAGED, way_out);
  hbk_test_assert_refused (dir, HBK_LIBRARY_READ, HBK_ERROR_DAMAGED, "The database of this library is empty. ");
  g_assert_cmpint (g_unlink (path), ==, 0);
  hbk_test_assert_refused (dir, HBK_LIBRARY_READ, HBK_ERROR_DAMAGED, "The database of this library is missing. ");
  hbk_test_assert_refused (dir, HBK_LIBRARY_CREATE, HBK_ERROR_DAMAGED, way_out);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_foreign (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  hbk_test_tamper (dir, "CREATE TABLE bookmarks (url TEXT)");
  before = hbk_folder_fingerprint (dir);
  hbk_test_assert_refused (dir, HBK_LIBRARY_READ, HBK_ERROR_FORMAT, "This is not a library of Hourbook. Choose another folder.");
  after = hbk_folder_fingerprint (dir);
  g_assert_cmpstr (before, ==, after);
  hbk_test_assert_refused (dir, HBK_LIBRARY_CREATE, HBK_ERROR_FORMAT, "This is not a library of Hourbook.");
  g_assert_cmpint (hbk_test_ask (dir, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

/* Where there are backups it was one, before its header was damaged. */
static void
test_damaged_header (void)
{
  g_autofree char *dir = make_library ("one");
  g_autofree char *name = back_up (dir);

  hbk_test_tamper (dir, "PRAGMA application_id = 7");
  hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_DAMAGED, "The database is damaged. It is left as it is; restore the last backup. The last good backup is ");
  hbk_test_tamper (dir, "PRAGMA application_id = 1212304204; PRAGMA user_version = 2000000000");
  hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_DAMAGED, "The database is damaged.");
}

static void
test_no_folder (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *file = hbk_test_path (dir, "file");
  g_autofree char *inside = hbk_test_path (file, "library");
  g_autofree char *closed = hbk_test_path (dir, "closed");
  g_autofree char *below = hbk_test_path (closed, "library");
  g_autofree char *sealed = make_library ("one");
  g_autofree char *lock = hbk_test_path (sealed, "hourbook.lock");

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  hbk_test_assert_refused (inside, HBK_LIBRARY_CREATE, HBK_ERROR_NOT_FOUND, "A file is where a folder should be. Choose another place.");
  g_assert_cmpint (g_mkdir (closed, 0500), ==, 0);
  hbk_test_assert_refused (below, HBK_LIBRARY_CREATE, HBK_ERROR_IO, "It may not be changed. Nothing was changed; correct its permissions, or choose another place.");

  g_assert_cmpint (g_unlink (lock), ==, 0);
  g_assert_cmpint (chmod (sealed, 0500), ==, 0);
  hbk_test_assert_refused (sealed, HBK_LIBRARY_WRITE, HBK_ERROR_IO, "hourbook.lock: It may not be changed.");
  /* One may look all the same. */
  g_object_unref (hbk_test_open (sealed, HBK_LIBRARY_READ));
  g_assert_cmpint (chmod (sealed, 0700), ==, 0);
}

static void
test_links (void)
{
  g_autofree char *dir = make_library ("one");
  g_autofree char *other = hbk_test_make_dir ();
  g_autofree char *way = hbk_test_path (other, "way");
  g_autofree char *lock = hbk_test_path (dir, "hourbook.lock");
  g_autofree char *trap = hbk_test_path (other, "trap");
  g_autofree char *content = NULL;
  g_autoptr (HbkLibrary) library = NULL;

  g_assert_cmpint (symlink (dir, way), ==, 0);
  library = hbk_test_open (way, HBK_LIBRARY_WRITE);
  hbk_test_assert_titles (library, "one");
  g_clear_object (&library);

  /* A link in the place of a file of the library is not followed. */
  g_assert_true (g_file_set_contents (trap, "precious", -1, NULL));
  g_assert_cmpint (g_unlink (lock), ==, 0);
  g_assert_cmpint (symlink (trap, lock), ==, 0);
  hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_IO, "There is a link where the library has a file of its own. Nothing was changed; put the file back in its place.");
  g_assert_true (g_file_get_contents (trap, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "precious");
}

/* ---- Damage ---- */

/* A database that does not answer says where the way out is. */
static void
test_way_out (void)
{
  g_autofree char *dir = make_library ("one");
  g_autofree char *older = back_up (dir);
  g_autofree char *newer = back_up (dir);
  g_autofree char *newest = g_build_filename ("backups", newer, NULL);
  g_autofree char *way_out = g_strdup_printf ("restore the last backup. The last good backup is %s/backups/%s.", dir, older);
  g_autofree char *found = NULL;
  g_autofree char *expected = g_build_filename (dir, "backups", older, NULL);

  g_assert_cmpstr (older, <, newer);
  overwrite (dir, newest, 100, "xxxxxxxxxxxxxxxx", 16);
  overwrite (dir, "hourbook.db", 0, "xxxxxxxxxxxxxxxx", 16);
  found = hbk_library_find_good_backup (dir);
  g_assert_cmpstr (found, ==, expected);
  hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_DAMAGED, way_out);
  hbk_test_assert_refused (dir, HBK_LIBRARY_READ, HBK_ERROR_DAMAGED, way_out);
}

/* After a crash the whole file is looked at, until somebody has found it in order. */
static void
test_after_crash (void)
{
  g_autofree char *dir = make_library ("one");
  g_autofree char *lock = hbk_test_path (dir, "hourbook.lock");

  hbk_test_tamper (dir, "PRAGMA foreign_keys = OFF; INSERT INTO proof VALUES ('nobody', 'x')");
  g_object_unref (hbk_test_open (dir, HBK_LIBRARY_WRITE));
  g_assert_true (g_file_set_contents (lock, "4711", -1, NULL));
  hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_DAMAGED, "The database is damaged.");
  hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_DAMAGED, "The database is damaged.");
  hbk_test_tamper (dir, "DELETE FROM proof");
  g_object_unref (hbk_test_open (dir, HBK_LIBRARY_WRITE));
}

/* What something else has built into the database is not let near it. */
static void
test_foreign_parts (void)
{
  static const char *const parts[] = {
    "CREATE TRIGGER evil AFTER INSERT ON record BEGIN DELETE FROM trash; END",
    "CREATE VIEW evil AS SELECT * FROM record",
    "CREATE TABLE evil (a TEXT)",
    "CREATE INDEX evil ON record (words)",
    "DROP INDEX change_by_id",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *dir = make_library ("one");

      hbk_test_tamper (dir, parts[i]);
      hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_DAMAGED, "The database is not built as Hourbook builds it; something else has changed it. Restore the last backup.");
      hbk_test_assert_refused (dir, HBK_LIBRARY_READ, HBK_ERROR_DAMAGED, "The database is not built as Hourbook builds it");
    }
}

/* Somebody looked at it with another program, and had it gather statistics. */
static void
test_analysed (void)
{
  g_autofree char *dir = make_library ("one");
  g_autoptr (HbkLibrary) library = NULL;

  hbk_test_tamper (dir, "ANALYZE");
  library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
  hbk_test_assert_titles (library, "one");
}

/* A folder that is used for something else stays as it is, with its permissions. */
static void
test_other_files (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *letter = hbk_test_path (dir, "letter.odt");
  g_autofree char *lock = hbk_test_path (dir, "hourbook.lock");
  g_autoptr (HbkLibrary) library = NULL;
  GStatBuf status;

  g_assert_cmpint (g_chmod (dir, 0755), ==, 0);
  g_assert_true (g_file_set_contents (letter, "Dear", -1, NULL));
  hbk_test_assert_refused (dir, HBK_LIBRARY_CREATE, HBK_ERROR_DUPLICATE, "There are other files in this folder. Make the library in a new folder, or in an empty one.");
  g_assert_cmpint (g_stat (dir, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0755);

  /* What was left when making one was broken off is no hindrance. */
  g_assert_cmpint (g_unlink (letter), ==, 0);
  g_assert_true (g_file_set_contents (lock, "123", -1, NULL));
  library = hbk_test_open (dir, HBK_LIBRARY_CREATE);
  g_assert_nonnull (library);
}

/* ---- Versions ---- */

static void
test_newer (void)
{
  g_autofree char *dir = make_library ("one");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *database = hbk_test_path (dir, "hourbook.db");
  g_autofree char *content_before = NULL;
  g_autofree char *content_after = NULL;
  gsize            length_before, length_after;

  hbk_test_tamper (dir, "PRAGMA user_version = 2; CREATE TABLE future (a ANY) STRICT");
  before = hbk_folder_fingerprint (dir);
  hbk_test_assert_refused (dir, HBK_LIBRARY_READ, HBK_ERROR_FORMAT, "A newer Hourbook made this library (form 2; this one knows form 1). It was left untouched; open it with the newer Hourbook.");
  after = hbk_folder_fingerprint (dir);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (g_file_get_contents (database, &content_before, &length_before, NULL));
  hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_FORMAT, "A newer Hourbook made this library");
  hbk_test_assert_refused (dir, HBK_LIBRARY_CREATE, HBK_ERROR_FORMAT, "A newer Hourbook made this library");
  g_assert_true (g_file_get_contents (database, &content_after, &length_after, NULL));
  g_assert_cmpmem (content_before, length_before, content_after, length_after);
}

static HbkLibrary *
open_with (const char *dir, HbkLibraryMode mode, const char *second, GError **error)
{
  const char *const migrations[] = { hbk_schema_migrations[0], second, NULL };
  g_autoptr (HbkClock) clock = hbk_test_clock ();

  return hbk_library_open_with (dir, mode, clock, migrations, error);
}

#define SECOND "ALTER TABLE record ADD COLUMN colour TEXT; CREATE TABLE colours (name TEXT PRIMARY KEY) STRICT;"

static void
test_migration (void)
{
  g_autofree char *dir = make_library ("one");
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkLibrary) library = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (HbkLibrary) kept = NULL;
  g_autofree char *copy = hbk_test_make_dir ();
  g_autofree char *target = hbk_test_path (copy, "hourbook.db");
  g_autofree char *content = NULL;
  gsize            length;

  g_assert_null (open_with (dir, HBK_LIBRARY_READ, SECOND, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_FORMAT);
  hbk_test_assert_says (error, "This library was made by an older Hourbook. Open it once for writing, and it is brought up to date.");
  g_clear_error (&error);

  library = open_with (dir, HBK_LIBRARY_WRITE, SECOND, &error);
  g_assert_no_error (error);
  hbk_test_assert_titles (library, "one");
  hbk_test_undo (library);
  hbk_test_redo (library);
  g_clear_object (&library);
  g_assert_cmpint (hbk_test_ask (dir, "PRAGMA user_version"), ==, 2);

  /* The one before it, as it was. */
  backups = hbk_library_list_backups (dir);
  g_assert_cmpuint (backups->len, ==, 1);
  hbk_test_assert_ends (g_ptr_array_index (backups, 0), "-before-migration.db");
  g_assert_true (g_file_get_contents (g_ptr_array_index (backups, 0), &content, &length, NULL));
  g_assert_true (g_file_set_contents (target, content, (gssize) length, NULL));
  kept = hbk_test_open (copy, HBK_LIBRARY_WRITE);
  hbk_test_assert_titles (kept, "one");

  /* No way back; nothing is touched by trying. */
  hbk_test_assert_refused (dir, HBK_LIBRARY_WRITE, HBK_ERROR_FORMAT, "A newer Hourbook made this library (form 2; this one knows form 1).");
  library = open_with (dir, HBK_LIBRARY_WRITE, SECOND, &error);
  g_assert_no_error (error);
}

/* A migration that breaks off in the middle has not begun. */
static void
test_migration_fails (void)
{
  g_autofree char *dir = make_library ("one");
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkLibrary) library = NULL;

  g_assert_null (open_with (dir, HBK_LIBRARY_WRITE, SECOND "INSERT INTO nowhere VALUES (1);", &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
  g_assert_cmpint (hbk_test_ask (dir, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (hbk_test_ask (dir, "SELECT count(*) FROM sqlite_schema WHERE name = 'colours'"), ==, 0);
  library = hbk_test_open (dir, HBK_LIBRARY_WRITE);
  hbk_test_assert_titles (library, "one");
}

/* Making a library is one step too: one that cannot count its files is not left behind. */
static void
test_making_is_whole (void)
{
  g_autofree char *dir = make_library (NULL);

  g_assert_cmpint (hbk_test_ask (dir, "SELECT count(*) FROM meta WHERE key IN ('library', 'created', 'serial')"), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opening/empty-file", test_empty_file);
  g_test_add_func ("/opening/emptied-file", test_emptied_file);
  g_test_add_func ("/opening/foreign", test_foreign);
  g_test_add_func ("/opening/damaged-header", test_damaged_header);
  g_test_add_func ("/opening/no-folder", test_no_folder);
  g_test_add_func ("/opening/links", test_links);
  g_test_add_func ("/opening/way-out", test_way_out);
  g_test_add_func ("/opening/after-crash", test_after_crash);
  g_test_add_func ("/opening/foreign-parts", test_foreign_parts);
  g_test_add_func ("/opening/analysed", test_analysed);
  g_test_add_func ("/opening/other-files", test_other_files);
  g_test_add_func ("/opening/newer", test_newer);
  g_test_add_func ("/opening/migration", test_migration);
  g_test_add_func ("/opening/migration-fails", test_migration_fails);
  g_test_add_func ("/opening/making-is-whole", test_making_is_whole);

  return g_test_run ();
}
