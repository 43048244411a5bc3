/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "library/hbk-database.h"

#include "folder.h"
#include "support.h"

#define TABLE "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT"

static HbkDatabase *
open_good (const char *path, HbkDatabaseMode mode)
{
  g_autoptr (GError) error = NULL;
  HbkDatabase *database = hbk_database_open (path, mode, &error);

  g_assert_no_error (error);

  return database;
}

static void
assert_not_opened (const char *path, HbkDatabaseMode mode, HbkError code, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkDatabase) database = hbk_database_open (path, mode, &error);

  g_assert_null (database);
  g_assert_error (error, HBK_ERROR, (int) code);
  hbk_test_assert_says (error, text);
}

static void
assert_not_run (HbkDatabase *database, const char *sql, HbkError code, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hbk_database_run (database, sql, &error));
  g_assert_error (error, HBK_ERROR, (int) code);
  hbk_test_assert_says (error, text);
}

static void
run (HbkDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  hbk_database_run (database, sql, &error);
  g_assert_no_error (error);
}

static gint64
ask (HbkDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  hbk_database_get_int (database, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

/* What makes a commit last, and a hostile file harmless, is really in force. */
static void
test_settings (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "a.db");
  g_autoptr (HbkDatabase) database = open_good (path, HBK_DATABASE_CREATE);
  gboolean         has_row;
  sqlite3_stmt    *statement;
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS other", path);

  run (database, TABLE);
  g_assert_cmpint (ask (database, "PRAGMA synchronous"), ==, 3);
  g_assert_cmpint (ask (database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask (database, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (ask (database, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (ask (database, "PRAGMA mmap_size"), ==, 0);
  statement = hbk_database_prepare (database, "PRAGMA journal_mode", NULL);
  g_assert_true (hbk_database_next (database, statement, &has_row, NULL));
  g_assert_cmpstr (hbk_database_column_text (statement, 0), ==, "delete");
  sqlite3_reset (statement);

  /* Writing into the schema is ignored first, then refused. */
  run (database, "PRAGMA writable_schema = ON");
  assert_not_run (database, "UPDATE sqlite_schema SET sql = 'x'", HBK_ERROR_DAMAGED, "may not be modified");
  assert_not_run (database, "SELECT load_extension ('x')", HBK_ERROR_DAMAGED, "The database does not answer as it should (");
  assert_not_run (database, attach, HBK_ERROR_DAMAGED, "too many attached databases");
  assert_not_run (database, "CREATE VIEW v AS SELECT 1; SELECT * FROM v", HBK_ERROR_DAMAGED, "The database does not answer as it should (");
  assert_not_run (database, "SELECT \"text in the wrong quotes\"", HBK_ERROR_DAMAGED, "Restore the last backup.");
}

static void
test_look_only (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "a.db");
  g_autoptr (HbkDatabase) database = open_good (path, HBK_DATABASE_CREATE);

  run (database, TABLE);
  g_clear_pointer (&database, hbk_database_close);
  database = open_good (path, HBK_DATABASE_READ);
  assert_not_run (database, "INSERT INTO t (b) VALUES ('x')", HBK_ERROR_IO, "It may not be changed. Nothing was changed; correct its permissions, or choose another place.");
}

static void
test_links (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *real = hbk_test_path (dir, "real");
  g_autofree char *way = hbk_test_path (dir, "way");
  g_autofree char *path = hbk_test_path (way, "a.db");
  g_autofree char *link_path = hbk_test_path (way, "link.db");

  g_assert_cmpint (g_mkdir (real, 0700), ==, 0);
  g_assert_cmpint (symlink (real, way), ==, 0);
  /* A home may lie on another disk … */
  hbk_database_close (open_good (path, HBK_DATABASE_CREATE));
  /* … but the file itself is what it is. */
  g_assert_cmpint (symlink (path, link_path), ==, 0);
  assert_not_opened (link_path, HBK_DATABASE_WRITE, HBK_ERROR_IO, "link.db: The database cannot be opened. Check the permissions of the folder.");
}

static void
test_no_file (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "a.db");
  g_autofree char *lost = hbk_test_path (dir, "no/a.db");
  g_autofree char *pipe_path = hbk_test_path (dir, "pipe");
  g_autofree char *closed = hbk_test_path (dir, "closed");
  g_autofree char *inside = hbk_test_path (closed, "a.db");

  assert_not_opened (path, HBK_DATABASE_WRITE, HBK_ERROR_IO, "The database cannot be opened. Check the permissions of the folder.");
  assert_not_opened (dir, HBK_DATABASE_READ, HBK_ERROR_IO, "The database cannot be opened.");
  assert_not_opened (lost, HBK_DATABASE_CREATE, HBK_ERROR_NOT_FOUND, "There is no such file or folder. Check the name.");
  g_assert_cmpint (g_mkdir (closed, 0500), ==, 0);
  assert_not_opened (inside, HBK_DATABASE_CREATE, HBK_ERROR_IO, "It may not be changed.");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_not_opened (pipe_path, HBK_DATABASE_READ, HBK_ERROR_IO, "The disk reported an error (");
}

static void
test_not_a_database (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "a.db");
  g_autofree char *text = g_strnfill (5000, 'x');

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  assert_not_opened (path, HBK_DATABASE_READ, HBK_ERROR_DAMAGED, "a.db: The database is damaged. It is left as it is; restore the last backup.");
}

/* A file with a write-ahead log is changed by whoever looks at it; so nobody looks. */
static void
test_write_ahead_log (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "a.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL; " TABLE, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  before = hbk_folder_fingerprint (dir);
  assert_not_opened (path, HBK_DATABASE_READ, HBK_ERROR_FORMAT, "The database is kept in another way than this Hourbook keeps it (WAL). It was left untouched; open it with the program that made it so.");
  assert_not_opened (path, HBK_DATABASE_WRITE, HBK_ERROR_FORMAT, "left untouched");
  after = hbk_folder_fingerprint (dir);
  g_assert_cmpstr (before, ==, after);
}

static void
test_busy (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "a.db");
  g_autofree char *copy = hbk_test_path (dir, "b.db");
  g_autoptr (HbkDatabase) database = open_good (path, HBK_DATABASE_CREATE);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  run (database, TABLE);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  run (database, "PRAGMA busy_timeout = 0");
  assert_not_run (database, "INSERT INTO t (b) VALUES ('x')", HBK_ERROR_BUSY, "Another program is using the database. Close it, or try again in a moment.");

  /* A copy of nothing is no copy. */
  g_assert_false (hbk_database_copy_to (database, copy, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_BUSY);
  hbk_test_assert_says (error, "Another program is using the database.");
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));

  sqlite3_close (db);
  g_clear_error (&error);
  g_assert_true (hbk_database_copy_to (database, copy, &error));
  g_assert_no_error (error);
}

/* What was committed stays, what did not fit is gone whole, and the file is in order. */
static void
test_disk_full (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "a.db");
  g_autofree char *copy = hbk_test_path (dir, "b.db");
  g_autofree char *finding = NULL;
  g_autoptr (HbkDatabase) database = open_good (path, HBK_DATABASE_CREATE);
  g_autoptr (GError) error = NULL;
  struct rlimit old, little = { 40000, 40000 };

  run (database, TABLE "; INSERT INTO t (b) VALUES ('kept')");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  little.rlim_max = old.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);

  g_assert_true (hbk_database_begin (database, NULL));
  run (database, "INSERT INTO t (b) VALUES (zeroblob (1) || hex (zeroblob (50000)))");
  g_assert_false (hbk_database_commit (database, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_IO);
  g_clear_error (&error);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM t"), ==, 1);

  little.rlim_cur = 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_false (hbk_database_copy_to (database, copy, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_IO);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_true (hbk_database_check (database, TRUE, &finding, NULL));
  run (database, "INSERT INTO t (b) VALUES ('after')");
}

static void
test_check (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "a.db");
  g_autofree char *finding = NULL;
  g_autoptr (HbkDatabase) database = open_good (path, HBK_DATABASE_CREATE);
  g_autoptr (GError) error = NULL;

  run (database, TABLE "; CREATE TABLE u (c INTEGER REFERENCES t (a)) STRICT");
  g_assert_true (hbk_database_check (database, FALSE, &finding, &error));
  g_assert_no_error (error);
  run (database, "PRAGMA foreign_keys = OFF; INSERT INTO u VALUES (9)");
  g_assert_false (hbk_database_check (database, FALSE, &finding, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
  hbk_test_assert_says (error, "The database is damaged. It is left as it is; restore the last backup.");
  g_assert_null (finding);
}

static void
test_transactions (void)
{
  g_autofree char *dir = hbk_test_make_dir ();
  g_autofree char *path = hbk_test_path (dir, "a.db");
  g_autoptr (HbkDatabase) database = open_good (path, HBK_DATABASE_CREATE);
  g_autoptr (GError) error = NULL;
  gint64 value = 7;

  run (database, TABLE);
  g_assert_true (hbk_database_begin (database, NULL));
  run (database, "INSERT INTO t (b) VALUES ('x')");
  hbk_database_roll_back (database);
  hbk_database_roll_back (database);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM t"), ==, 0);
  g_assert_true (hbk_database_get_int (database, "SELECT a FROM t", &value, NULL));
  g_assert_cmpint (value, ==, 0);
  g_assert_false (hbk_database_get_int (database, "SELECT a FROM nowhere", &value, &error));
  hbk_test_assert_says (error, "The database does not answer as it should (no such table: nowhere). Restore the last backup.");

  /* A commit without a transaction is an error, and harms nothing. */
  g_clear_error (&error);
  g_assert_false (hbk_database_commit (database, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_DAMAGED);
}

/* A text that cannot be NULL may be, in a file that was tampered with. */
static void
test_null (void)
{
  g_autoptr (HbkDatabase) database = open_good (":memory:", HBK_DATABASE_WRITE);
  sqlite3_stmt *statement = hbk_database_prepare (database, "SELECT NULL", NULL);
  gboolean      has_row;

  g_assert_true (hbk_database_next (database, statement, &has_row, NULL));
  g_assert_true (has_row);
  g_assert_cmpstr (hbk_database_column_text (statement, 0), ==, "");
  g_assert_null (hbk_database_column_optional_text (statement, 0));
  g_assert_true (hbk_database_finish (database, statement, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/database/settings", test_settings);
  g_test_add_func ("/database/look-only", test_look_only);
  g_test_add_func ("/database/links", test_links);
  g_test_add_func ("/database/no-file", test_no_file);
  g_test_add_func ("/database/not-a-database", test_not_a_database);
  g_test_add_func ("/database/write-ahead-log", test_write_ahead_log);
  g_test_add_func ("/database/busy", test_busy);
  g_test_add_func ("/database/disk-full", test_disk_full);
  g_test_add_func ("/database/check", test_check);
  g_test_add_func ("/database/transactions", test_transactions);
  g_test_add_func ("/database/null", test_null);

  return g_test_run ();
}
