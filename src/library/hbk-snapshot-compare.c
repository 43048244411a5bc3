/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library/hbk-snapshot-private.h"

#include <string.h>

#include "library/hbk-library-private.h"
#include "library/hbk-store.h"

/**
 * hbk_snapshot_load_docs:
 * @library: a library, or the copy of one
 * @sql: what to load, such as HBK_SNAPSHOT_RECORDS
 * @error: return location for an error
 *
 * Loads what is kept of each thing of a kind.
 *
 * Returns: (transfer full) (element-type utf8 utf8): by id, the JSON; %NULL on error
 */
GHashTable *
hbk_snapshot_load_docs (HbkLibrary *library, const char *sql, GError **error)
{
  g_autoptr (GHashTable) docs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement = hbk_database_prepare (library->database, sql, error);
  gboolean      has_row = statement != NULL;

  while (has_row)
    {
      if (!hbk_database_next (library->database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&docs);
      g_hash_table_insert (docs, g_strdup (hbk_database_column_text (statement, 0)), g_strdup (hbk_database_column_text (statement, 1)));
    }

  return NULL;
}

/**
 * hbk_snapshot_split_item:
 * @key: what an item of HBK_SNAPSHOT_ITEMS is known by
 * @kind: (out): its kind
 * @id: (out) (nullable): its id
 *
 * Splits what an item is known by.
 *
 * Returns: %FALSE when it is of a kind that Hourbook does not know; such an item is left alone
 */
gboolean
hbk_snapshot_split_item (const char *key, HbkChangeKind *kind, const char **id)
{
  const char      *space = strchr (key, ' ');
  g_autofree char *nick = space != NULL ? g_strndup (key, (gsize) (space - key)) : NULL;

  /* A kind with a zero byte in it, which only a forged backup has, ends before the space. */
  *id = space != NULL ? space + 1 : NULL;

  return nick != NULL && hbk_change_kind_from_nick (nick, kind);
}

static void
add_title (GPtrArray *titles, const char *doc)
{
  g_autoptr (HbkRecord) record = hbk_store_parse_record (doc, NULL);

  g_ptr_array_add (titles, g_strdup (record != NULL ? hbk_record_get_title (record) : ""));
}

static void
note_item (const char *key, gboolean *is_profile_changed, gboolean *are_readings_changed)
{
  HbkChangeKind kind;
  const char   *id;

  if (!hbk_snapshot_split_item (key, &kind, &id))
    return;

  *is_profile_changed |= kind == HBK_CHANGE_PROFILE;
  *are_readings_changed |= kind == HBK_CHANGE_READING;
}

/**
 * hbk_snapshot_compare_items:
 * @self: a snapshot
 * @library: the library as it is
 * @is_profile_changed: (out): whether restoring would change what holds of the person
 * @are_readings_changed: (out): whether it would change how unclear clauses are read
 * @error: return location for an error
 *
 * Says what besides records restoring would change.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_snapshot_compare_items (HbkSnapshot *self, HbkLibrary *library, gboolean *is_profile_changed, gboolean *are_readings_changed, GError **error)
{
  g_autoptr (GHashTable) then = hbk_snapshot_load_docs (self->library, HBK_SNAPSHOT_ITEMS, error);
  g_autoptr (GHashTable) now = then != NULL ? hbk_snapshot_load_docs (library, HBK_SNAPSHOT_ITEMS, error) : NULL;
  GHashTableIter iter;
  gpointer       key, doc;

  g_return_val_if_fail (is_profile_changed != NULL && are_readings_changed != NULL, FALSE);

  *is_profile_changed = *are_readings_changed = FALSE;
  if (now == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, then);
  while (g_hash_table_iter_next (&iter, &key, &doc))
    {
      if (g_strcmp0 (g_hash_table_lookup (now, key), doc) != 0)
        note_item (key, is_profile_changed, are_readings_changed);
    }
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!g_hash_table_contains (then, key))
        note_item (key, is_profile_changed, are_readings_changed);
    }

  return TRUE;
}

/**
 * hbk_snapshot_compare:
 * @self: a snapshot
 * @library: (nullable): the library as it is; %NULL when there is none that can be read
 * @adds: (element-type utf8): gets the titles of records that would come back
 * @changes: (element-type utf8): gets the titles of records that would be put back to what they were
 * @removes: (element-type utf8): gets the titles of records that would go to the trash
 * @error: return location for an error
 *
 * Says what restoring it would do.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_snapshot_compare (HbkSnapshot *self, HbkLibrary *library, GPtrArray *adds, GPtrArray *changes, GPtrArray *removes, GError **error)
{
  g_autoptr (GHashTable) then = hbk_snapshot_load_docs (self->library, HBK_SNAPSHOT_RECORDS, error);
  g_autoptr (GHashTable) now = NULL;
  GHashTableIter iter;
  gpointer       id, doc;

  if (then == NULL)
    return FALSE;
  now = library != NULL ? hbk_snapshot_load_docs (library, HBK_SNAPSHOT_RECORDS, error) : g_hash_table_new (g_str_hash, g_str_equal);
  if (now == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, then);
  while (g_hash_table_iter_next (&iter, &id, &doc))
    {
      const char *other = g_hash_table_lookup (now, id);

      if (other == NULL)
        add_title (adds, doc);
      else if (!g_str_equal (other, doc))
        add_title (changes, doc);
    }
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &id, &doc))
    {
      if (!g_hash_table_contains (then, id))
        add_title (removes, doc);
    }

  return TRUE;
}
