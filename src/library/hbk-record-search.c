/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include "library/hbk-record-search.h"

#include <string.h>

#include "base/hbk-date.h"
#include "library/hbk-record-words.h"

/* @id_at and @id_length say where its id stands, @slot which piece of the text are its words. */
typedef struct
{
  gint64      row;
  const char *activity; /* interned */
  HbkDate     first;
  HbkDate     last;
  HbkStatus   status;
  guint       id_length;
  gsize       id_at;
  guint       slot;
} Entry;

/* All words stand in one text, a piece for each record that ends with a newline, which no word has in it: one pass over it finds them all.
 * Pieces that were replaced stay behind; that is little beside what a session can type. */
struct _HbkRecordSearch
{
  GArray  *entries; /* Entry, in the order of the list */
  GString *ids;
  GString *text;
  GArray  *slots; /* gsize: where each piece begins, and where the last one ends */
};

#define COLUMNS "SELECT rowid, id, activity, first, last, status, words FROM record "

static void
read_entry (HbkRecordSearch *self, sqlite3_stmt *statement, Entry *entry)
{
  const char *id = hbk_database_column_text (statement, 1);

  entry->row = sqlite3_column_int64 (statement, 0);
  entry->activity = g_intern_string (hbk_database_column_text (statement, 2));
  entry->first = sqlite3_column_int (statement, 3);
  entry->last = sqlite3_column_int (statement, 4);
  entry->status = (HbkStatus) sqlite3_column_int (statement, 5);
  entry->id_length = (guint) strlen (id);
  entry->id_at = self->ids->len;
  g_string_append_len (self->ids, id, (gssize) entry->id_length);
  entry->slot = self->slots->len - 1;
  g_string_append (self->text, hbk_database_column_text (statement, 6));
  g_string_append_c (self->text, '\n');
  g_array_append_val (self->slots, self->text->len);
}

/* The newest first. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->first != y->first)
    return x->first > y->first ? -1 : 1;

  return x->row > y->row ? -1 : x->row < y->row;
}

/**
 * hbk_record_search_new:
 * @database: the database
 * @error: return location for an error
 *
 * Reads what records are searched by.
 *
 * Returns: (transfer full): the search, or %NULL on error
 */
HbkRecordSearch *
hbk_record_search_new (HbkDatabase *database, GError **error)
{
  g_autoptr (HbkRecordSearch) self = g_new0 (HbkRecordSearch, 1);
  sqlite3_stmt *statement = hbk_database_prepare (database, COLUMNS, error);
  gboolean      has_row = statement != NULL;

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->ids = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->slots = g_array_new (FALSE, TRUE, sizeof (gsize));
  g_array_set_size (self->slots, 1);

  while (has_row)
    {
      Entry entry;

      if (!hbk_database_next (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      read_entry (self, statement, &entry);
      g_array_append_val (self->entries, entry);
    }
  if (statement == NULL)
    return NULL;

  /* Reading the table from end to end and sorting is far quicker than reading it in the order of an index. */
  g_array_sort (self->entries, compare_entries);

  return g_steal_pointer (&self);
}

/**
 * hbk_record_search_free:
 * @self: (transfer full) (nullable): the search
 *
 * Frees it.
 */
void
hbk_record_search_free (HbkRecordSearch *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->entries);
  g_string_free (self->ids, TRUE);
  g_string_free (self->text, TRUE);
  g_array_unref (self->slots);
  g_free (self);
}

static guint
find_place (const HbkRecordSearch *self, const Entry *entry)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      guint        middle = low + (high - low) / 2;
      const Entry *other = &g_array_index (self->entries, Entry, middle);

      if (compare_entries (other, entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * hbk_record_search_update:
 * @self: the search
 * @database: the database
 * @id: a record that was added, changed or removed
 * @error: return location for an error
 *
 * Takes over what has become of a record.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_record_search_update (HbkRecordSearch *self, HbkDatabase *database, const char *id, GError **error)
{
  sqlite3_stmt *statement = hbk_database_prepare (database, COLUMNS "WHERE id = ?1", error);
  gsize         length = strlen (id);
  gboolean      has_row;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->id_length != length || memcmp (self->ids->str + entry->id_at, id, length) != 0)
        continue;
      g_array_remove_index (self->entries, i);
      break;
    }

  if (statement == NULL)
    return FALSE;
  hbk_database_bind_text (statement, 1, id);
  if (!hbk_database_next (database, statement, &has_row, error))
    return FALSE;
  if (has_row)
    {
      Entry entry;

      read_entry (self, statement, &entry);
      g_array_insert_val (self->entries, find_place (self, &entry), entry);
      sqlite3_reset (statement);
    }

  return TRUE;
}

/* Takes the pieces that do not have a word off those that may be wanted. */
static void
keep_those_with (const HbkRecordSearch *self, const char *word, guint8 *is_wanted)
{
  const gsize *starts = &g_array_index (self->slots, gsize, 0);
  const guint  n_slots = self->slots->len - 1;
  const char  *text = self->text->str;
  gsize        length = strlen (word);
  guint        slot = 0;

  while (slot < n_slots)
    {
      const char *hit = memmem (text + starts[slot], self->text->len - starts[slot], word, length);
      gsize       at = hit != NULL ? (gsize) (hit - text) : self->text->len;

      for (; slot < n_slots && starts[slot + 1] <= at; slot++)
        is_wanted[slot] = FALSE;
      slot++;
    }
}

static guint8 *
find_pieces (const HbkRecordSearch *self, const char *text)
{
  const guint      n_slots = self->slots->len - 1;
  guint8          *is_wanted = g_malloc (n_slots + 1);
  g_autofree char *folded = hbk_record_words_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);

  memset (is_wanted, TRUE, n_slots + 1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        keep_those_with (self, words[i], is_wanted);
    }

  return is_wanted;
}

/**
 * hbk_record_search_run:
 * @self: the search
 * @query: which records are wanted
 *
 * Finds records.
 *
 * Returns: (transfer full) (element-type gint64): their row numbers in the database, the newest record first
 */
GArray *
hbk_record_search_run (HbkRecordSearch *self, const HbkRecordQuery *query)
{
  GArray            *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree guint8 *is_wanted = find_pieces (self, query->text != NULL ? query->text : "");
  HbkDate            first = query->year != 0 ? hbk_date_new (query->year, 1, 1) : HBK_DATE_NONE;
  HbkDate            last = query->year != 0 ? hbk_date_new (query->year, 12, 31) : G_MAXINT32;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->first > last || entry->last < first)
        continue;
      if (query->activity != NULL && !g_str_equal (query->activity, entry->activity))
        continue;
      if (query->has_status && query->status != entry->status)
        continue;
      if (is_wanted[entry->slot])
        g_array_append_val (rows, entry->row);
    }

  return rows;
}
