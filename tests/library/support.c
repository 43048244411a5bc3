/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <string.h>

#include <sqlite3.h>

#include "library/hbk-edit.h"
#include "library/hbk-library-files.h"
#include "library/hbk-seal.h"

#include "folder.h"

static void
remove_dir_cb (gpointer dir)
{
  hbk_folder_remove (dir);
}

/* Gone with the end of the test case. */
char *
hbk_test_make_dir (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("hourbook-library-XXXXXX", &error);

  g_assert_no_error (error);
  g_test_queue_destroy (remove_dir_cb, g_strdup (dir));

  return dir;
}

HbkClock *
hbk_test_clock (void)
{
  return hbk_clock_new_fixed (hbk_date_new (2024, 11, 18));
}

HbkLibrary *
hbk_test_open (const char *dir, HbkLibraryMode mode)
{
  g_autoptr (HbkClock) clock = hbk_test_clock ();
  g_autoptr (GError) error = NULL;
  HbkLibrary *library = hbk_library_open (dir, mode, clock, &error);

  g_assert_no_error (error);

  return library;
}

HbkRecord *
hbk_test_make_record (const char *id, const char *day, const char *title)
{
  HbkRecord *record = hbk_record_new (id, "training");

  hbk_record_set_title (record, title);
  hbk_record_set_period (record, hbk_date_parse (day), HBK_DATE_NONE);

  return record;
}

void
hbk_test_put (HbkLibrary *library, HbkJournalWhat what, const char *id, const char *day, const char *title)
{
  g_autoptr (HbkRecord) record = hbk_test_make_record (id, day, title);
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, what);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  hbk_edit_put_record (edit, record, &error);
  g_assert_no_error (error);
  step = hbk_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step->number, >, 0);
}

void
hbk_test_undo (HbkLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_library_undo (library, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step->what, ==, HBK_JOURNAL_UNDO);
}

void
hbk_test_redo (HbkLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_library_redo (library, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step->what, ==, HBK_JOURNAL_REDO);
}

/* Compares the titles of all records, the newest record first. */
void
hbk_test_assert_titles (HbkLibrary *library, const char *titles)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = hbk_library_list (library, NULL, 0, 1000, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", hbk_record_get_title (g_ptr_array_index (records, i)));
  g_assert_cmpstr (found->str, ==, titles);
}

void
hbk_test_assert_no_undo (HbkLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_library_undo (library, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  hbk_test_assert_says (error, "There is nothing to undo.");
}

void
hbk_test_assert_no_redo (HbkLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hbk_library_redo (library, NULL, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  hbk_test_assert_says (error, "There is nothing to do again.");
}

void
hbk_test_assert_says (const GError *error, const char *text)
{
  g_assert_nonnull (error);
  if (strstr (error->message, text) == NULL)
    g_error ("“%s” does not say “%s”", error->message, text);
}

/* Notes a file as if it had been copied in, with its content left out. */
HbkEvidenceFile *
hbk_test_put_file (HbkLibrary *library, const char *content, const char *name)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_TAKE_IN);
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;
  guint            serial = 0;
  HbkEvidenceFile *file;

  hbk_library_reserve_serials (library, 1, &serial, &error);
  g_assert_no_error (error);
  file = hbk_evidence_file_new (sha256, serial, name, strlen (content));
  hbk_edit_put_file (edit, file, &error);
  g_assert_no_error (error);
  step = hbk_edit_commit (edit, &error);
  g_assert_no_error (error);

  return file;
}

HbkJournalStep *
hbk_test_remove (HbkLibrary *library, HbkChangeKind kind, const char *id)
{
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_REMOVE);
  g_autoptr (GError) error = NULL;
  HbkJournalStep *step;

  hbk_edit_remove (edit, kind, id, &error);
  g_assert_no_error (error);
  step = hbk_edit_commit (edit, &error);
  g_assert_no_error (error);

  return step;
}

/* Hands a year in with these records. */
void
hbk_test_seal (HbkLibrary *library, int year, const char *const *ids)
{
  g_autoptr (HbkYearEntry) entry = hbk_year_entry_new (year, "qinghai", "1");
  g_autoptr (GStrvBuilder) records = g_strv_builder_new ();
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, HBK_JOURNAL_HAND_IN);
  g_autofree char *id = g_strdup_printf ("%d", year);
  g_autofree char *doc = NULL;
  g_autoptr (HbkJournalStep) step = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (HbkRecord) record = hbk_library_get_record (library, ids[i], &error);
      g_autofree char *digest = hbk_seal_digest (record);

      g_assert_no_error (error);
      g_strv_builder_take (records, g_strdup_printf ("%s %s", digest, ids[i]));
    }
  g_strfreev (entry->records);
  entry->records = g_strv_builder_end (records);
  entry->handed_in = TRUE;
  doc = hbk_year_entry_write (entry);

  hbk_edit_put (edit, HBK_CHANGE_YEAR, id, doc, &error);
  g_assert_no_error (error);
  step = hbk_edit_commit (edit, &error);
  g_assert_no_error (error);
}

char *
hbk_test_path (const char *dir, const char *name)
{
  return g_build_filename (dir, name, NULL);
}

static sqlite3 *
open_raw (const char *dir)
{
  g_autofree char *path = hbk_test_path (dir, "hourbook.db");
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);

  return db;
}

static void
run_raw (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static int
add_row (void *text, int n, char **columns, char **names)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s;", columns[i]);

  return 0;
}

/* Changes the database as somebody would who has taken its guards away, and puts these back. */
void
hbk_test_tamper (const char *dir, const char *sql)
{
  sqlite3 *db = open_raw (dir);
  g_autoptr (GString) guards = g_string_new (NULL);
  g_autoptr (GString) drops = g_string_new (NULL);

  g_assert_cmpint (sqlite3_exec (db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", add_row, guards, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'", add_row, drops, NULL), ==, SQLITE_OK);
  run_raw (db, drops->str);
  run_raw (db, sql);
  run_raw (db, guards->str);
  sqlite3_close (db);
}

/* Puts a value into a column of all rows, whatever the schema says of it: what the disk, or somebody with a hex editor, may do. What SQLite
 * refuses all the same stays as it is. */
void
hbk_test_force (const char *dir, const char *table, const char *column, const char *value)
{
  sqlite3         *db = open_raw (dir);
  g_autofree char *schema = NULL;
  g_autofree char *loosen = NULL;
  g_autofree char *update = g_strdup_printf ("UPDATE OR IGNORE %s SET %s = %s", table, column, value);
  g_autofree char *restore = NULL;
  g_autoptr (GString) guards = g_string_new (NULL);
  g_autoptr (GString) drops = g_string_new (NULL);
  g_autoptr (GString) sql = g_string_new (NULL);

  sqlite3_exec (db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", add_row, guards, NULL);
  sqlite3_exec (db, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'", add_row, drops, NULL);
  run_raw (db, drops->str);
  schema = g_strdup_printf ("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '%s'", table);
  sqlite3_exec (db, schema, add_row, sql, NULL);
  g_string_truncate (sql, sql->len - 1);
  loosen = g_strdup_printf ("PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON;"
                            "UPDATE sqlite_schema SET sql = replace (replace (sql, ' NOT NULL', ''), 'STRICT', '') WHERE name = '%s';"
                            "UPDATE sqlite_schema SET sql = replace (sql, ', WITHOUT', 'WITHOUT') WHERE name = '%s'; PRAGMA writable_schema = RESET",
                            table, table);
  run_raw (db, loosen);
  sqlite3_exec (db, update, NULL, NULL, NULL);
  restore = g_strdup_printf ("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '%s' WHERE name = '%s'; PRAGMA writable_schema = OFF", sql->str, table);
  run_raw (db, restore);
  sqlite3_close (db);
  db = open_raw (dir);
  run_raw (db, guards->str);
  sqlite3_close (db);
}

/* The number that a statement gives. */
gint64
hbk_test_ask (const char *dir, const char *sql)
{
  sqlite3      *db = open_raw (dir);
  sqlite3_stmt *statement = NULL;
  gint64        number;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return number;
}

void
hbk_test_assert_refused (const char *dir, HbkLibraryMode mode, HbkError code, const char *text)
{
  g_autoptr (HbkClock) clock = hbk_test_clock ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkLibrary) library = hbk_library_open (dir, mode, clock, &error);

  g_assert_null (library);
  g_assert_error (error, HBK_ERROR, (int) code);
  hbk_test_assert_says (error, text);
}

void
hbk_test_assert_ends (const char *text, const char *end)
{
  if (!g_str_has_suffix (text, end))
    g_error ("“%s” does not end with “%s”", text, end);
}
