/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-schema.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"

#define VERSIONS_AHEAD 1000

/* record, file and item are what is kept now; step and change are how it came about, and are only ever added to. The columns
 * beside doc are taken from it, to find and to sort by. */
static const char version_1[] =
  "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE TABLE record ("
  " id TEXT NOT NULL PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, activity TEXT NOT NULL, status INTEGER NOT NULL,"
  " subject INTEGER NOT NULL, words TEXT NOT NULL, doc TEXT NOT NULL) STRICT;"
  "CREATE INDEX record_by_date ON record (first);"
  "CREATE TABLE proof ("
  " record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE, sha256 TEXT NOT NULL, PRIMARY KEY (record, sha256)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX proof_by_file ON proof (sha256);"
  "CREATE TABLE file (sha256 TEXT NOT NULL PRIMARY KEY, serial INTEGER NOT NULL UNIQUE, doc TEXT NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE TABLE item (kind TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE trash ("
  " kind TEXT NOT NULL, id TEXT NOT NULL, removed INTEGER NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE rules (sha256 TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL) STRICT;"
  "CREATE TABLE step ("
  " number INTEGER PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, of INTEGER REFERENCES step (number), note TEXT,"
  " correction TEXT, undo_next INTEGER, redo_next INTEGER, chain TEXT NOT NULL) STRICT;"
  "CREATE INDEX step_by_of ON step (of) WHERE of IS NOT NULL;"
  "CREATE TABLE change ("
  " step INTEGER NOT NULL REFERENCES step (number), position INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, before TEXT,"
  " after TEXT, PRIMARY KEY (step, position)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX change_by_id ON change (kind, id);"
  "CREATE TRIGGER step_stays BEFORE UPDATE ON step BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;"
  "CREATE TRIGGER step_is_kept BEFORE DELETE ON step BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;"
  "CREATE TRIGGER change_stays BEFORE UPDATE ON change BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;"
  "CREATE TRIGGER change_is_kept BEFORE DELETE ON change BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;";

const char *const hbk_schema_migrations[] = { version_1, NULL };

/**
 * hbk_schema_count:
 * @migrations: migrations, ended with %NULL
 *
 * Says to which version they lead.
 *
 * Returns: the version
 */
int
hbk_schema_count (const char *const *migrations)
{
  int n = 0;

  while (migrations[n] != NULL)
    n++;

  return n;
}

/**
 * hbk_schema_get_version:
 * @database: a connection
 * @name: the file's name, to be shown
 * @newest: the newest version that this Hourbook knows
 * @version: (out): the version of the file; 0 when it is empty
 * @error: return location for an error
 *
 * Looks which version of the schema a file has. Nothing is changed.
 *
 * Returns: %FALSE with HBK_ERROR_FORMAT when it is newer or no library at all
 */
gboolean
hbk_schema_get_version (HbkDatabase *database, const char *name, int newest, int *version, GError **error)
{
  gint64 application, found, n_tables;

  if (!hbk_database_get_int (database, "PRAGMA application_id", &application, error) || !hbk_database_get_int (database, "PRAGMA user_version", &found, error) || !hbk_database_get_int (database, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  *version = (int) found;
  if (application == 0 && found == 0 && n_tables == 0)
    return TRUE;

  if (application != HBK_SCHEMA_APPLICATION_ID || found < 1)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_FORMAT, _ ("%s: This is not a library of Hourbook. Choose another folder."), name);
      return FALSE;
    }
  /* No Hourbook of the next decades will be so far ahead: this is no version but damage. */
  if (found > newest + VERSIONS_AHEAD)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The database is damaged. It is left as it is; restore the last backup."), name);
      return FALSE;
    }
  if (found > newest)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_FORMAT, _ ("%1$s: A newer Hourbook made this library (form %2$d; this one knows form %3$d). It was left untouched; open it with the newer Hourbook."), name, *version, newest);
      return FALSE;
    }

  return TRUE;
}

static gboolean
run_migrations (HbkDatabase *database, const char *const *migrations, int from, int to, GError **error)
{
  for (int i = from; i < to; i++)
    {
      if (!hbk_database_run (database, migrations[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_schema_migrate:
 * @database: a connection in a transaction
 * @migrations: migrations, ended with %NULL
 * @from: the version the file has
 * @error: return location for an error
 *
 * Leads a file to the newest version, inside the transaction of the caller.
 *
 * Returns: %FALSE on error; the transaction is then to be rolled back
 */
gboolean
hbk_schema_migrate (HbkDatabase *database, const char *const *migrations, int from, GError **error)
{
  int              newest = hbk_schema_count (migrations);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", HBK_SCHEMA_APPLICATION_ID, newest);

  return run_migrations (database, migrations, from, newest, error) && hbk_database_run (database, stamp, error);
}

/* All that a schema says, as one text. */
static char *
describe (HbkDatabase *database, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *statement = hbk_database_prepare (database, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4')) ORDER BY type, name", error);
  gboolean      has_row = statement != NULL;

  while (has_row)
    {
      if (!hbk_database_next (database, statement, &has_row, error))
        return NULL;
      for (int i = 0; has_row && i < 4; i++)
        g_string_append_printf (text, "%s\n", hbk_database_column_text (statement, i));
    }

  return statement != NULL ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/**
 * hbk_schema_compare:
 * @database: a connection
 * @migrations: migrations, ended with %NULL
 * @version: the version it has
 * @error: return location for an error
 *
 * Looks whether a file has exactly the tables, indexes and triggers that Hourbook makes, and no other. What SQLite itself adds when somebody
 * has it gather statistics does no harm.
 *
 * Returns: %FALSE with HBK_ERROR_DAMAGED when it has not
 */
gboolean
hbk_schema_compare (HbkDatabase *database, const char *const *migrations, int version, GError **error)
{
  g_autoptr (HbkDatabase) model = hbk_database_open (":memory:", HBK_DATABASE_WRITE, error);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  if (model == NULL || !run_migrations (model, migrations, 0, version, error))
    return FALSE;

  expected = describe (model, error);
  found = describe (database, error);
  if (expected == NULL || found == NULL)
    return FALSE;

  if (!g_str_equal (expected, found))
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("The database is not built as Hourbook builds it; something else has changed it. Restore the last backup."));
      return FALSE;
    }

  return TRUE;
}
