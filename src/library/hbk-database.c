/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-database.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-disk.h"

/* How long to wait for another process that is just writing; a save takes a few milliseconds. */
#define PATIENCE_MS 5000

#define IN_MEMORY ":memory:"

#define COPY_PAGES 1000

/* Where the header of an SQLite file says how it is kept, and what it says of a file with a write-ahead log. */
#define HEADER_BYTES 20
#define HEADER_KEPT 18
#define KEPT_WAL 2

struct _HbkDatabase
{
  sqlite3    *db;
  char       *name; /* to be shown */
  GThread    *owner;
  GHashTable *statements; /* literal → sqlite3_stmt */
};

static const char *const settings[] = {
  "PRAGMA journal_mode = DELETE",
  "PRAGMA synchronous = EXTRA",
  "PRAGMA foreign_keys = ON",
  "PRAGMA recursive_triggers = ON", /* or replacing a row would pass by the guards of the journal */
  "PRAGMA cell_size_check = ON",
  "PRAGMA mmap_size = 0",
  "PRAGMA temp_store = MEMORY",
};

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
set_error (HbkDatabase *self, GError **error)
{
  int code = sqlite3_extended_errcode (self->db);

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s: The disk is full. Nothing was changed; make room and try again."), self->name);
      return;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The database is damaged. It is left as it is; restore the last backup."), self->name);
      return;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, HBK_ERROR, HBK_ERROR_BUSY, _ ("%s: Another program is using the database. Close it, or try again in a moment."), self->name);
      return;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s: It may not be changed. Nothing was changed; correct its permissions, or choose another place."), self->name);
      return;
    case SQLITE_CANTOPEN:
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s: The database cannot be opened. Check the permissions of the folder."), self->name);
      return;
    case SQLITE_IOERR:
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%1$s: The disk reported an error (%2$s). What was saved before is kept; check the disk and try again."), self->name, sqlite3_errmsg (self->db));
      return;
    default:
      g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%1$s: The database does not answer as it should (%2$s). Restore the last backup."), self->name, sqlite3_errmsg (self->db));
    }
}

/* A file that somebody else may have made must not be able to do anything. */
static void
distrust (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
}

/* SQLite would make the file readable by everybody whom the umask allows. */
static gboolean
make_file (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0 && errno == EEXIST)
    return TRUE;
  if (fd < 0)
    {
      hbk_disk_set_error (error, path, errno);
      return FALSE;
    }
  close (fd);

  return TRUE;
}

/* Looks at the header past SQLite, which would change a file with a write-ahead log by looking. */
static gboolean
check_header (HbkDatabase *self, GError **error)
{
  unsigned char header[HEADER_BYTES] = { 0 };
  sqlite3_file *file = NULL;

  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == NULL || file->pMethods == NULL)
    return TRUE;
  if (file->pMethods->xRead (file, header, sizeof header, 0) != SQLITE_OK || header[HEADER_KEPT] != KEPT_WAL)
    return TRUE;

  g_set_error (error, HBK_ERROR, HBK_ERROR_FORMAT, _ ("%s: The database is kept in another way than this Hourbook keeps it (WAL). It was left untouched; open it with the program that made it so."), self->name);

  return FALSE;
}

static gboolean
configure (HbkDatabase *self, HbkDatabaseMode mode, GError **error)
{
  if (!check_header (self, error))
    return FALSE;

  distrust (self->db);
  sqlite3_busy_timeout (self->db, PATIENCE_MS);

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      if (!hbk_database_run (self, settings[i], error))
        return FALSE;
    }

  return mode != HBK_DATABASE_READ || hbk_database_run (self, "PRAGMA query_only = ON", error);
}

/* SQLite is told to follow no link, and minds links among the folders too; those a person may have, as when a home lies on another disk. */
static char *
resolve (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char             real[PATH_MAX];

  return realpath (folder, real) != NULL ? g_build_filename (real, name, NULL) : g_strdup (path);
}

/**
 * hbk_database_open:
 * @path: the file
 * @mode: what for
 * @error: return location for an error
 *
 * Opens a database. What another process left half done is rolled back, also by one who only looks.
 *
 * Returns: (transfer full): the connection, or %NULL with HBK_ERROR_IO, HBK_ERROR_BUSY or HBK_ERROR_DAMAGED
 */
HbkDatabase *
hbk_database_open (const char *path, HbkDatabaseMode mode, GError **error)
{
  g_autoptr (HbkDatabase) self = NULL;
  g_autofree char *real = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  real = g_str_equal (path, IN_MEMORY) ? g_strdup (path) : resolve (path);
  if (mode == HBK_DATABASE_CREATE && !make_file (path, error))
    return NULL;

  self = g_new0 (HbkDatabase, 1);
  self->owner = g_thread_self ();
  self->name = hbk_disk_dup_name (path);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize);
  if (sqlite3_open_v2 (real, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }

  return configure (self, mode, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hbk_database_close:
 * @self: (transfer full) (nullable): a connection
 *
 * Closes a connection. What was not committed is undone.
 */
void
hbk_database_close (HbkDatabase *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close (self->db);
  g_free (self->name);
  g_free (self);
}

/**
 * hbk_database_run:
 * @self: a connection
 * @sql: one or more statements whose results nobody wants
 * @error: return location for an error
 *
 * Runs statements.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_database_run (HbkDatabase *self, const char *sql, GError **error)
{
  g_return_val_if_fail (self != NULL && sql != NULL && self->owner == g_thread_self (), FALSE);

  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  set_error (self, error);

  return FALSE;
}

/**
 * hbk_database_begin:
 * @self: a connection
 * @error: return location for an error
 *
 * Begins a transaction, and makes sure at once that nobody else writes.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_database_begin (HbkDatabase *self, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (self, "BEGIN IMMEDIATE", error);

  return statement != NULL && hbk_database_finish (self, statement, error);
}

/**
 * hbk_database_commit:
 * @self: a connection in a transaction
 * @error: return location for an error
 *
 * Commits: when it returns %TRUE, the changes are on the disk. Otherwise they are undone.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_database_commit (HbkDatabase *self, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (self, "COMMIT", error);

  if (statement != NULL && hbk_database_finish (self, statement, error))
    return TRUE;

  hbk_database_roll_back (self);

  return FALSE;
}

/**
 * hbk_database_roll_back:
 * @self: a connection
 *
 * Undoes what was not committed, if anything.
 */
void
hbk_database_roll_back (HbkDatabase *self)
{
  g_return_if_fail (self != NULL && self->owner == g_thread_self ());

  /* Some errors roll back by themselves. */
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * hbk_database_prepare:
 * @self: a connection
 * @sql: a statement, as a literal
 * @error: return location for an error
 *
 * Gets a statement ready to be bound; one that was used before is used again.
 *
 * Returns: (transfer none): the statement, or %NULL on error
 */
sqlite3_stmt *
hbk_database_prepare (HbkDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && sql != NULL && self->owner == g_thread_self (), NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);

  return statement;
}

/**
 * hbk_database_next:
 * @self: a connection
 * @statement: a statement of it
 * @has_row: (out): whether there is a row to look at; after the last one the statement is done
 * @error: return location for an error
 *
 * Goes to the next row.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_database_next (HbkDatabase *self, sqlite3_stmt *statement, gboolean *has_row, GError **error)
{
  int result;

  g_return_val_if_fail (self != NULL && statement != NULL && self->owner == g_thread_self (), FALSE);

  result = sqlite3_step (statement);
  *has_row = result == SQLITE_ROW;
  if (result == SQLITE_ROW)
    return TRUE;

  if (result != SQLITE_DONE)
    set_error (self, error);
  sqlite3_reset (statement);

  return result == SQLITE_DONE;
}

/**
 * hbk_database_finish:
 * @self: a connection
 * @statement: a statement of it
 * @error: return location for an error
 *
 * Runs a statement to its end, or from where it stands.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_database_finish (HbkDatabase *self, sqlite3_stmt *statement, GError **error)
{
  gboolean has_row;

  do
    {
      if (!hbk_database_next (self, statement, &has_row, error))
        return FALSE;
    }
  while (has_row);

  return TRUE;
}

/**
 * hbk_database_get_int:
 * @self: a connection
 * @sql: a statement that gives one number, as a literal
 * @value: (out): the number; 0 where there is no row or it is NULL
 * @error: return location for an error
 *
 * Asks for a number.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_database_get_int (HbkDatabase *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (self, sql, error);
  gboolean      has_row;

  *value = 0;
  if (statement == NULL || !hbk_database_next (self, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  *value = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return TRUE;
}

/**
 * hbk_database_get_n_changed:
 * @self: a connection
 *
 * Counts the rows that the last statement changed.
 *
 * Returns: how many
 */
int
hbk_database_get_n_changed (HbkDatabase *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_changes (self->db);
}

/**
 * hbk_database_check:
 * @self: a connection
 * @thoroughly: compare indexes with their tables too
 * @finding: (out) (nullable): what SQLite says of the first damage
 * @error: return location for an error
 *
 * Looks whether the file is in order.
 *
 * Returns: %FALSE with HBK_ERROR_DAMAGED and perhaps @finding when it is not, or when it cannot be read
 */
gboolean
hbk_database_check (HbkDatabase *self, gboolean thoroughly, char **finding, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (self, thoroughly ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)", error);
  gboolean      has_row;
  const char   *answer;

  *finding = NULL;
  if (statement == NULL || !hbk_database_next (self, statement, &has_row, error))
    return FALSE;

  answer = has_row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
  if (g_strcmp0 (answer, "ok") != 0)
    {
      *finding = g_strdup (answer);
      sqlite3_reset (statement);
      g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The database is damaged. It is left as it is; restore the last backup."), self->name);
      return FALSE;
    }
  sqlite3_reset (statement);

  statement = hbk_database_prepare (self, "PRAGMA foreign_key_check", error);
  if (statement == NULL || !hbk_database_next (self, statement, &has_row, error))
    return FALSE;
  sqlite3_reset (statement);
  if (has_row)
    g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The database is damaged. It is left as it is; restore the last backup."), self->name);

  return !has_row;
}

static void
set_copy_error (HbkDatabase *self, HbkDatabase *target, int result, GError **error)
{
  int code = result & 0xff;

  if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    g_set_error (error, HBK_ERROR, HBK_ERROR_BUSY, _ ("%s: Another program is using the database. Close it, or try again in a moment."), self->name);
  else
    set_error (target, error);
}

/**
 * hbk_database_copy_to:
 * @self: a connection
 * @path: a file that does not exist yet
 * @error: return location for an error
 *
 * Copies the database as it stands now to another file, and makes sure it is on the disk.
 *
 * Returns: %FALSE on error; then there is no such file
 */
gboolean
hbk_database_copy_to (HbkDatabase *self, const char *path, GError **error)
{
  g_autoptr (HbkDatabase) target = NULL;
  sqlite3_backup *backup;
  int             result = SQLITE_OK;

  g_return_val_if_fail (self != NULL && path != NULL && self->owner == g_thread_self (), FALSE);

  target = hbk_database_open (path, HBK_DATABASE_CREATE, error);
  if (target == NULL)
    {
      unlink (path);
      return FALSE;
    }

  backup = sqlite3_backup_init (target->db, "main", self->db, "main");
  while (backup != NULL && result == SQLITE_OK)
    result = sqlite3_backup_step (backup, COPY_PAGES);
  /* Finishing is fine with a copy that stopped half-way because somebody else was writing. */
  if (backup == NULL || sqlite3_backup_finish (backup) != SQLITE_OK || result != SQLITE_DONE)
    {
      set_copy_error (self, target, result, error);
      g_clear_pointer (&target, hbk_database_close);
      unlink (path);
      return FALSE;
    }

  return TRUE;
}

/**
 * hbk_database_bind_text:
 * @statement: a statement
 * @position: which parameter, from 1
 * @text: (nullable): the text, which must stay until the statement is done
 *
 * Binds a text.
 */
void
hbk_database_bind_text (sqlite3_stmt *statement, int position, const char *text)
{
  if (text != NULL)
    sqlite3_bind_text (statement, position, text, -1, SQLITE_STATIC);
}

/**
 * hbk_database_column_text:
 * @statement: a statement that stands at a row
 * @column: which column, from 0
 *
 * Gets a text. In a file that was tampered with it may be NULL where it cannot be; what reads it then finds it empty.
 *
 * Returns: (transfer none): the text, until the next row
 */
const char *
hbk_database_column_text (sqlite3_stmt *statement, int column)
{
  const char *text = hbk_database_column_optional_text (statement, column);

  return text != NULL ? text : "";
}

/**
 * hbk_database_column_optional_text:
 * @statement: a statement that stands at a row
 * @column: which column, from 0
 *
 * Gets a text that need not be there.
 *
 * Returns: (transfer none) (nullable): the text, until the next row; %NULL when it is not there
 */
const char *
hbk_database_column_optional_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}
