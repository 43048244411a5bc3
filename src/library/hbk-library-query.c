/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-library-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-store.h"
#include "records/hbk-logbook-reader.h"

#define ID_CHARS 40

/* An id that is easy to read and type: no letter or digit looks like another. 31^8 are enough for a lifetime of records. */
#define ID_ALPHABET "23456789abcdefghjkmnpqrstuvwxyz"
#define ID_LENGTH 8

/**
 * hbk_library_lookup:
 * @self: a library
 * @kind: what kind of thing
 * @id: which one
 * @doc: (out) (transfer full) (nullable): what is kept of it, as JSON; %NULL when there is none
 * @error: return location for an error
 *
 * Looks up what is kept of a thing.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_library_lookup (HbkLibrary *self, HbkChangeKind kind, const char *id, char **doc, GError **error)
{
  g_return_val_if_fail (HBK_IS_LIBRARY (self) && id != NULL && doc != NULL, FALSE);

  return hbk_store_lookup (self->database, kind, id, doc, error);
}

static void
set_no_record_error (HbkLibrary *self, const char *id, GError **error)
{
  g_autofree char *shown = hbk_text_escape (id, -1, ID_CHARS);
  g_autofree char *doc = NULL;

  if (hbk_store_lookup_trash (self->database, HBK_CHANGE_RECORD, id, &doc, NULL) && doc != NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("The record “%s” is in the trash. Restore it first."), shown);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("There is no record “%s”. Look at the list for its id."), shown);
}

/**
 * hbk_library_get_record:
 * @self: a library
 * @id: the id of a record
 * @error: return location for an error
 *
 * Gets a record.
 *
 * Returns: (transfer full): the record; %NULL with HBK_ERROR_NOT_FOUND or another error
 */
HbkRecord *
hbk_library_get_record (HbkLibrary *self, const char *id, GError **error)
{
  g_autofree char *doc = NULL;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && id != NULL, NULL);

  if (!hbk_store_lookup (self->database, HBK_CHANGE_RECORD, id, &doc, error))
    return NULL;
  if (doc == NULL)
    {
      set_no_record_error (self, id, error);
      return NULL;
    }

  return hbk_store_parse_record (doc, error);
}

/**
 * hbk_library_expand_id:
 * @self: a library
 * @typed: an id, or how one begins
 * @error: return location for an error
 *
 * Finds the record that a person means. The trash is looked at where no other record fits.
 *
 * Returns: (transfer full): the id; %NULL with HBK_ERROR_NOT_FOUND, or HBK_ERROR_DUPLICATE when several begin so
 */
char *
hbk_library_expand_id (HbkLibrary *self, const char *typed, GError **error)
{
  g_autofree char *found = NULL;
  g_autofree char *shown = NULL;
  sqlite3_stmt    *statement;
  gboolean         has_row = TRUE, is_gone = FALSE;
  guint            n = 0;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && typed != NULL, NULL);

  statement = hbk_database_prepare (self->database,
                                    "SELECT id, gone FROM (SELECT id, 0 AS gone FROM record UNION ALL SELECT id, 1 FROM trash WHERE kind = 'record')"
                                    " WHERE substr (id, 1, length (?1)) = ?1 ORDER BY id != ?1, gone, id LIMIT 3",
                                    error);
  if (statement == NULL)
    return NULL;
  hbk_database_bind_text (statement, 1, typed);
  while (has_row)
    {
      if (!hbk_database_next (self->database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      if (n == 0)
        {
          found = g_strdup (hbk_database_column_text (statement, 0));
          is_gone = sqlite3_column_int (statement, 1) != 0;
        }
      if ((sqlite3_column_int (statement, 1) != 0) == is_gone)
        n++;
    }

  shown = hbk_text_escape (typed, -1, ID_CHARS);
  if (n == 0 || *typed == '\0')
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("There is no record “%s”. Look at the list for its id."), shown);
  else if (n > 1 && !g_str_equal (found, typed))
    g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _ ("More than one record begins with “%s”. Give more of the id."), shown);
  else
    return g_steal_pointer (&found);

  return NULL;
}

/**
 * hbk_library_make_id:
 * @self: a library
 * @error: return location for an error
 *
 * Makes an id for a new record, unlike every id that the library ever had.
 *
 * Returns: (transfer full): the id, or %NULL on error
 */
char *
hbk_library_make_id (HbkLibrary *self, GError **error)
{
  g_return_val_if_fail (HBK_IS_LIBRARY (self), NULL);

  for (;;)
    {
      char          id[ID_LENGTH + 1] = "";
      sqlite3_stmt *statement = hbk_database_prepare (self->database, "SELECT 1 FROM change WHERE kind = 'record' AND id = ?1", error);
      gboolean      is_taken;

      if (statement == NULL)
        return NULL;
      for (guint i = 0; i < ID_LENGTH; i++)
        id[i] = ID_ALPHABET[g_random_int_range (0, (gint32) strlen (ID_ALPHABET))];
      hbk_database_bind_text (statement, 1, id);
      if (!hbk_database_next (self->database, statement, &is_taken, error))
        return NULL;
      sqlite3_reset (statement);
      if (!is_taken)
        return g_strdup (id);
    }
}

/* ---- Lists ---- */

static gboolean
add_records (HbkLibrary *self, sqlite3_stmt *statement, GPtrArray *records, GError **error)
{
  gboolean has_row = statement != NULL;

  while (has_row)
    {
      HbkRecord *record;

      if (!hbk_database_next (self->database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      record = hbk_store_parse_record (hbk_database_column_text (statement, 0), error);
      if (record == NULL)
        {
          sqlite3_reset (statement);
          return FALSE;
        }
      g_ptr_array_add (records, record);
    }

  return FALSE;
}

static gboolean
list_all (HbkLibrary *self, guint offset, guint limit, GPtrArray *records, guint *n_total, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (self->database, "SELECT doc FROM record ORDER BY first DESC, rowid DESC LIMIT ?1 OFFSET ?2", error);
  gint64        total = 0;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, limit);
  sqlite3_bind_int64 (statement, 2, offset);
  if (!add_records (self, statement, records, error))
    return FALSE;
  if (n_total == NULL)
    return TRUE;

  if (!hbk_database_get_int (self->database, "SELECT count(*) FROM record", &total, error))
    return FALSE;
  *n_total = (guint) total;

  return TRUE;
}

/* Where another process stored something meanwhile, all is read anew. Our own changes are followed. */
static gboolean
prepare_search (HbkLibrary *self, GError **error)
{
  gint64 version;

  if (!hbk_database_get_int (self->database, "PRAGMA data_version", &version, error))
    return FALSE;
  if (self->search != NULL && version != self->search_version)
    g_clear_pointer (&self->search, hbk_record_search_free);
  if (self->search == NULL)
    self->search = hbk_record_search_new (self->database, error);
  self->search_version = version;

  return self->search != NULL;
}

static gboolean
list_found (HbkLibrary *self, const HbkRecordQuery *query, guint offset, guint limit, GPtrArray *records, guint *n_total, GError **error)
{
  g_autoptr (GArray) rows = NULL;

  if (!prepare_search (self, error))
    return FALSE;

  rows = hbk_record_search_run (self->search, query);
  if (n_total != NULL)
    *n_total = rows->len;
  for (guint i = offset; i < rows->len && i - offset < limit; i++)
    {
      sqlite3_stmt *statement = hbk_database_prepare (self->database, "SELECT doc FROM record WHERE rowid = ?1", error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, g_array_index (rows, gint64, i));
      if (!add_records (self, statement, records, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_library_list:
 * @self: a library
 * @query: (nullable): which records are wanted; %NULL for all
 * @offset: how many to leave out at the beginning
 * @limit: how many at most
 * @n_total: (out) (optional): how many there are, without offset and limit
 * @error: return location for an error
 *
 * Lists records, the newest first.
 *
 * Returns: (transfer full) (element-type HbkRecord): the records, or %NULL on error
 */
GPtrArray *
hbk_library_list (HbkLibrary *self, const HbkRecordQuery *query, guint offset, guint limit, guint *n_total, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_done;

  g_return_val_if_fail (HBK_IS_LIBRARY (self), NULL);

  if (query == NULL)
    is_done = list_all (self, offset, limit, records, n_total, error);
  else
    is_done = list_found (self, query, offset, limit, records, n_total, error);

  return is_done ? g_steal_pointer (&records) : NULL;
}

/**
 * hbk_library_load_records:
 * @self: a library
 * @logbook: gets the records, the earliest first
 * @error: return location for an error
 *
 * Reads all records.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_library_load_records (HbkLibrary *self, HbkLogbook *logbook, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && HBK_IS_LOGBOOK (logbook), FALSE);

  statement = hbk_database_prepare (self->database, "SELECT doc FROM record ORDER BY first, rowid", error);
  if (!add_records (self, statement, records, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    hbk_logbook_append (logbook, g_ptr_array_index (records, i));

  return TRUE;
}

/**
 * hbk_library_list_items:
 * @self: a library
 * @kind: what kind of thing; neither records nor files
 * @error: return location for an error
 *
 * Lists all there is of a kind.
 *
 * Returns: (transfer full) (element-type HbkChange): for each its id, and what is kept of it as after; by id; %NULL on error
 */
GPtrArray *
hbk_library_list_items (HbkLibrary *self, HbkChangeKind kind, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_change_unref);
  sqlite3_stmt *statement;
  gboolean      has_row = TRUE;

  g_return_val_if_fail (HBK_IS_LIBRARY (self), NULL);

  statement = hbk_database_prepare (self->database, "SELECT id, doc FROM item WHERE kind = ?1 ORDER BY id", error);
  if (statement == NULL)
    return NULL;
  hbk_database_bind_text (statement, 1, hbk_change_kind_to_nick (kind));
  while (has_row)
    {
      if (!hbk_database_next (self->database, statement, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (items, hbk_change_new (kind, hbk_database_column_text (statement, 0), NULL, hbk_database_column_text (statement, 1)));
    }

  return g_steal_pointer (&items);
}

/* Lays what holds from a day on over what held before. An answer of null takes one back. */
static void
lay_over (HbkFacts *profile, const HbkFacts *later)
{
  for (guint i = 0; i < hbk_facts_get_n (later); i++)
    {
      const char     *id;
      const HbkValue *value = hbk_facts_nth (later, i, &id);
      JsonNode       *verbatim = hbk_facts_nth_verbatim (later, i);

      if (verbatim != NULL)
        hbk_facts_set_json (profile, id, verbatim);
      else
        hbk_facts_set (profile, id, value);
    }
}

/**
 * hbk_library_dup_profile:
 * @self: a library
 * @on: a day
 * @error: return location for an error
 *
 * Says what holds of the person on a day: what has held always, and over it what was noted to hold from a day up to then.
 *
 * Returns: (transfer full): the attributes, or %NULL on error
 */
HbkFacts *
hbk_library_dup_profile (HbkLibrary *self, HbkDate on, GError **error)
{
  g_autoptr (HbkFacts) profile = hbk_facts_new ();
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (HBK_IS_LIBRARY (self) && on > HBK_DATE_NONE, NULL);

  items = hbk_library_list_items (self, HBK_CHANGE_PROFILE, error);
  if (items == NULL)
    return NULL;

  day = hbk_date_format (on);
  for (guint i = 0; i < items->len; i++)
    {
      const HbkChange *item = g_ptr_array_index (items, i);
      g_autoptr (HbkFacts) part = NULL;

      /* Ids are days of the form 2023-09-01, or empty: their order is that of time. */
      if (strcmp (hbk_change_get_id (item), day) > 0)
        break;
      part = hbk_library_parse_facts (hbk_change_get_after (item), error);
      if (part == NULL)
        return NULL;
      lay_over (profile, part);
    }

  return g_steal_pointer (&profile);
}

/**
 * hbk_library_parse_facts:
 * @doc: answers, as the library keeps them
 * @error: return location for an error
 *
 * Reads answers.
 *
 * Returns: (transfer full): the answers, or %NULL with HBK_ERROR_DAMAGED
 */
HbkFacts *
hbk_library_parse_facts (const char *doc, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  HbkFacts *facts;

  g_return_val_if_fail (doc != NULL, NULL);

  bytes = g_bytes_new_static (doc, strlen (doc));
  facts = hbk_attributes_read (bytes, problems);
  if (facts == NULL)
    g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("What the library keeps cannot be read: %s It is left as it is; restore the last backup."), hbk_problem_get_what (hbk_problems_get (problems, 0)));

  return facts;
}
