/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-library-files.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-library-private.h"
#include "library/hbk-store.h"

#define TYPED_CHARS 40

/* As many digits of a checksum as nobody types by accident. */
#define CHECKSUM_MIN 6

/* Reads the files that a statement gives in its first column. */
static GPtrArray *
read_files (HbkLibrary *self, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_evidence_file_free);
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      HbkEvidenceFile *file;

      if (!hbk_database_next (self->database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&files);
      file = hbk_store_parse_file (hbk_database_column_text (statement, 0), error);
      if (file == NULL)
        {
          sqlite3_reset (statement);
          return NULL;
        }
      g_ptr_array_add (files, file);
    }

  return NULL;
}

/**
 * hbk_library_list_files:
 * @self: a library
 * @only_inbox: only those that prove no record yet
 * @error: return location for an error
 *
 * Lists files.
 *
 * Returns: (transfer full) (element-type HbkEvidenceFile): the files by serial number, or %NULL on error
 */
GPtrArray *
hbk_library_list_files (HbkLibrary *self, gboolean only_inbox, GError **error)
{
  const char *sql;

  g_return_val_if_fail (HBK_IS_LIBRARY (self), NULL);

  if (only_inbox)
    sql = "SELECT doc FROM file WHERE NOT EXISTS (SELECT 1 FROM proof WHERE proof.sha256 = file.sha256) ORDER BY serial";
  else
    sql = "SELECT doc FROM file ORDER BY serial";

  return read_files (self, hbk_database_prepare (self->database, sql, error), error);
}

/**
 * hbk_library_get_file:
 * @self: a library
 * @sha256: a checksum
 * @error: return location for an error
 *
 * Gets what is known of the file with this content.
 *
 * Returns: (transfer full): the file; %NULL with HBK_ERROR_NOT_FOUND or another error
 */
HbkEvidenceFile *
hbk_library_get_file (HbkLibrary *self, const char *sha256, GError **error)
{
  g_autofree char *doc = NULL;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && sha256 != NULL, NULL);

  if (!hbk_store_lookup (self->database, HBK_CHANGE_FILE, sha256, &doc, error))
    return NULL;
  if (doc != NULL)
    return hbk_store_parse_file (doc, error);

  g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("The library has no such file. Look at the list of files."));

  return NULL;
}

/**
 * hbk_library_find_file:
 * @self: a library
 * @typed: a serial number such as XS-0042, or the beginning of a checksum
 * @error: return location for an error
 *
 * Finds the file that a person means.
 *
 * Returns: (transfer full): the file; %NULL with HBK_ERROR_NOT_FOUND, HBK_ERROR_DUPLICATE or another error
 */
HbkEvidenceFile *
hbk_library_find_file (HbkLibrary *self, const char *typed, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *shown = NULL;
  sqlite3_stmt    *statement;
  guint            serial = 0;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && typed != NULL, NULL);

  hbk_evidence_file_parse_serial (typed, &serial);
  statement = hbk_database_prepare (self->database, "SELECT doc FROM file WHERE serial = ?1 OR (length (?2) >= ?3 AND substr (sha256, 1, length (?2)) = lower (?2)) LIMIT 2", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, serial);
  hbk_database_bind_text (statement, 2, typed);
  sqlite3_bind_int (statement, 3, CHECKSUM_MIN);
  files = read_files (self, statement, error);
  if (files == NULL)
    return NULL;
  if (files->len == 1)
    return g_ptr_array_steal_index (files, 0);

  shown = hbk_text_escape (typed, -1, TYPED_CHARS);
  if (files->len == 0)
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("The library has no file “%s”. Give a number such as XS-0042 from the list of files."), shown);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _ ("More than one file begins with “%s”. Give the number of the file."), shown);

  return NULL;
}

/**
 * hbk_library_list_proven:
 * @self: a library
 * @sha256: the checksum of a file
 * @error: return location for an error
 *
 * Lists the records that a file proves.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids, or %NULL on error
 */
char **
hbk_library_list_proven (HbkLibrary *self, const char *sha256, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  sqlite3_stmt *statement;
  gboolean      has_row = TRUE;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && sha256 != NULL, NULL);

  statement = hbk_database_prepare (self->database, "SELECT record FROM proof WHERE sha256 = ?1 ORDER BY record", error);
  if (statement == NULL)
    return NULL;
  hbk_database_bind_text (statement, 1, sha256);
  while (has_row)
    {
      if (!hbk_database_next (self->database, statement, &has_row, error))
        return NULL;
      if (has_row)
        g_strv_builder_add (ids, hbk_database_column_text (statement, 0));
    }

  return g_strv_builder_end (ids);
}

/**
 * hbk_library_reserve_serials:
 * @self: a library
 * @n: how many
 * @first: (out): the first one
 * @error: return location for an error
 *
 * Reserves serial numbers. They stand on paper: none is ever given twice, whatever becomes of its file.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_library_reserve_serials (HbkLibrary *self, guint n, guint *first, GError **error)
{
  sqlite3_stmt *statement;
  gboolean      has_row;
  gint64        last;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && first != NULL, FALSE);

  if (!hbk_library_check_writable (self, error))
    return FALSE;
  statement = hbk_database_prepare (self->database, "UPDATE meta SET value = max (value, (SELECT coalesce (max (serial), 0) FROM file)) + ?1 WHERE key = 'serial' RETURNING value", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, n);
  if (!hbk_database_next (self->database, statement, &has_row, error))
    return FALSE;
  last = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  if (!hbk_database_finish (self->database, statement, error))
    return FALSE;

  if (last < n || last > HBK_SERIAL_MAX)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("The library cannot count its files. Restore the last backup."));
      return FALSE;
    }
  *first = (guint) last - n + 1;

  return TRUE;
}

/* Whether a number stands for a file now, or did for one in the trash. */
static gboolean
is_serial_taken (HbkLibrary *self, guint serial, gboolean *is_taken, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (self->database,
                                                  "SELECT 1 FROM file WHERE serial = ?1 UNION ALL SELECT 1 FROM trash WHERE kind = 'file' AND json_extract (doc, '$.serial') = ?1",
                                                  error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, serial);
  if (!hbk_database_next (self->database, statement, is_taken, error))
    return FALSE;
  sqlite3_reset (statement);

  return TRUE;
}

/* Makes sure that numbers up to one are not given again. */
static gboolean
raise_serials (HbkLibrary *self, guint serial, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (self->database, "UPDATE meta SET value = max (value, ?1) WHERE key = 'serial'", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, serial);

  return hbk_database_finish (self->database, statement, error);
}

/**
 * hbk_library_adopt_file:
 * @self: a library
 * @edit: the step that is to tell of the file
 * @doc: a file that another library, or this one long ago, kept
 * @error: return location for an error
 *
 * Adds a file that has a number already. It keeps the number unless another file has it.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_library_adopt_file (HbkLibrary *self, HbkEdit *edit, const char *doc, GError **error)
{
  g_autoptr (HbkEvidenceFile) file = hbk_store_parse_file (doc, error);
  g_autoptr (HbkEvidenceFile) trashed = NULL;
  gboolean is_taken = FALSE;

  if (file == NULL)
    return FALSE;

  trashed = hbk_library_get_trashed_file (self, file->sha256, NULL);
  if (trashed != NULL)
    file->serial = trashed->serial;
  else if (!is_serial_taken (self, file->serial, &is_taken, error) || !(is_taken ? hbk_library_reserve_serials (self, 1, &file->serial, error) : raise_serials (self, file->serial, error)))
    return FALSE;

  return hbk_edit_put_file (edit, file, error);
}

/* ---- Trash ---- */

static HbkTrashEntry *
make_entry (HbkLibrary *self, sqlite3_stmt *statement, GError **error)
{
  gboolean    is_record = g_strcmp0 (hbk_database_column_text (statement, 0), "record") == 0;
  const char *doc = hbk_database_column_text (statement, 2);
  gint64      removed = sqlite3_column_int64 (statement, 1);
  g_autoptr (HbkRecord) record = is_record ? hbk_store_parse_record (doc, error) : NULL;
  g_autoptr (HbkEvidenceFile) file = is_record ? NULL : hbk_store_parse_file (doc, error);

  if (record == NULL && file == NULL)
    return NULL;

  return hbk_trash_entry_new (record, file, removed, hbk_clock_now (self->clock));
}

/**
 * hbk_library_list_trash:
 * @self: a library
 * @error: return location for an error
 *
 * Lists what was removed and can be restored.
 *
 * Returns: (transfer full) (element-type HbkTrashEntry): what was removed last first; %NULL on error
 */
GPtrArray *
hbk_library_list_trash (HbkLibrary *self, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_trash_entry_free);
  sqlite3_stmt *statement;
  gboolean      has_row;

  g_return_val_if_fail (HBK_IS_LIBRARY (self), NULL);

  statement = hbk_database_prepare (self->database, "SELECT kind, removed, doc FROM trash ORDER BY removed DESC, kind DESC, id", error);
  has_row = statement != NULL;
  while (has_row)
    {
      HbkTrashEntry *entry;

      if (!hbk_database_next (self->database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);
      entry = make_entry (self, statement, error);
      if (entry == NULL)
        {
          sqlite3_reset (statement);
          return NULL;
        }
      g_ptr_array_add (entries, entry);
    }

  return NULL;
}

/**
 * hbk_library_get_trashed_file:
 * @self: a library
 * @sha256: a checksum
 * @error: return location for an error
 *
 * Gets what was known of a file that is in the trash.
 *
 * Returns: (transfer full) (nullable): the file; %NULL without an error when it is not there
 */
HbkEvidenceFile *
hbk_library_get_trashed_file (HbkLibrary *self, const char *sha256, GError **error)
{
  g_autofree char *doc = NULL;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && sha256 != NULL, NULL);

  if (!hbk_store_lookup_trash (self->database, HBK_CHANGE_FILE, sha256, &doc, error) || doc == NULL)
    return NULL;

  return hbk_store_parse_file (doc, error);
}

/* The condition of a file that nothing needs any more: no record has it, and none that is still in the trash. */
#define NEEDLESS                                                                           \
  "kind = 'file' AND removed <= ?1 AND NOT EXISTS (SELECT 1 FROM proof WHERE sha256 = id)" \
  " AND NOT EXISTS (SELECT 1 FROM trash AS t WHERE t.kind = 'record' AND instr (t.doc, trash.id))"

static gboolean
remove_expired (HbkLibrary *self, guint *n_records, GPtrArray *sha256s, GError **error)
{
  gint64        limit = hbk_clock_now (self->clock) - HBK_TRASH_DAYS * 24 * G_TIME_SPAN_HOUR;
  sqlite3_stmt *statement = hbk_database_prepare (self->database, "DELETE FROM trash WHERE kind = 'record' AND removed <= ?1", error);
  gboolean      has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, limit);
  if (!hbk_database_finish (self->database, statement, error))
    return FALSE;
  *n_records = (guint) hbk_database_get_n_changed (self->database);

  statement = hbk_database_prepare (self->database, "DELETE FROM trash WHERE " NEEDLESS " RETURNING id", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, limit);
  while (has_row)
    {
      if (!hbk_database_next (self->database, statement, &has_row, error))
        return FALSE;
      if (has_row)
        g_ptr_array_add (sha256s, g_strdup (hbk_database_column_text (statement, 0)));
    }

  return TRUE;
}

/**
 * hbk_library_empty_trash:
 * @self: a library
 * @n_records: (out): how many records are gone for good
 * @sha256s: (element-type utf8): gets the checksums of the files that nothing needs any more
 * @error: return location for an error
 *
 * Forgets what has been in the trash for its days. The history still tells of it.
 *
 * Returns: %FALSE on error; the trash is then as it was
 */
gboolean
hbk_library_empty_trash (HbkLibrary *self, guint *n_records, GPtrArray *sha256s, GError **error)
{
  g_return_val_if_fail (HBK_IS_LIBRARY (self) && n_records != NULL && sha256s != NULL, FALSE);

  if (!hbk_library_check_writable (self, error) || !hbk_database_begin (self->database, error))
    return FALSE;

  if (!remove_expired (self, n_records, sha256s, error))
    {
      hbk_database_roll_back (self->database);
      g_ptr_array_set_size (sha256s, 0);
      return FALSE;
    }

  return hbk_database_commit (self->database, error);
}
