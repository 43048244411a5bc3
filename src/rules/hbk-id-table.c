/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-id-table.h"

#include <string.h>

/**
 * hbk_id_table_init:
 * @self: a table
 * @entry_size: the size of an entry
 * @clear: frees what an entry holds, its id included
 *
 * Makes an empty table.
 */
void
hbk_id_table_init (HbkIdTable *self, guint entry_size, gpointer clear)
{
  self->entries = g_array_new (FALSE, TRUE, entry_size);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->clear = (GDestroyNotify) clear;
  g_array_set_clear_func (self->entries, self->clear);
}

/**
 * hbk_id_table_clear:
 * @self: a table, perhaps never initialised
 *
 * Frees a table with its entries.
 */
void
hbk_id_table_clear (HbkIdTable *self)
{
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_array_unref);
}

/**
 * hbk_id_table_get:
 * @self: a table
 * @position: which entry
 *
 * Gives an entry.
 *
 * Returns: (transfer none): the entry, until the table grows
 */
gpointer
hbk_id_table_get (const HbkIdTable *self, guint position)
{
  return self->entries->data + (gsize) position * g_array_get_element_size (self->entries);
}

/**
 * hbk_id_table_find:
 * @self: a table
 * @id: an id, which need not be interned
 *
 * Says where an entry is.
 *
 * Returns: the position, or -1 when there is no entry of this id
 */
int
hbk_id_table_find (const HbkIdTable *self, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->positions, id)) - 1;
}

/**
 * hbk_id_table_lookup:
 * @self: a table
 * @id: an id, which need not be interned
 *
 * Finds an entry.
 *
 * Returns: (transfer none) (nullable): the entry, until the table grows; %NULL when there is none of this id
 */
gpointer
hbk_id_table_lookup (const HbkIdTable *self, const char *id)
{
  int position = hbk_id_table_find (self, id);

  return position >= 0 ? hbk_id_table_get (self, (guint) position) : NULL;
}

/**
 * hbk_id_table_append:
 * @self: a table
 * @id: an id
 *
 * Adds an entry in which only the id is set.
 *
 * Returns: (transfer none) (nullable): the entry, until the table grows; %NULL when the id is taken
 */
gpointer
hbk_id_table_append (HbkIdTable *self, const char *id)
{
  guint  position = self->entries->len;
  char **entry;

  if (g_hash_table_contains (self->positions, id))
    return NULL;

  g_array_set_size (self->entries, position + 1);
  entry = hbk_id_table_get (self, position);
  *entry = g_ref_string_new_intern (id);
  g_hash_table_insert (self->positions, *entry, GUINT_TO_POINTER (position + 1));

  return entry;
}

/**
 * hbk_id_table_put:
 * @self: a table
 * @id: an id
 *
 * Adds an entry in which only the id is set, in the place of the one that has the id already, if there is one.
 *
 * Returns: (transfer none): the entry, until the table grows
 */
gpointer
hbk_id_table_put (HbkIdTable *self, const char *id)
{
  char **entry = hbk_id_table_lookup (self, id);
  char  *interned;

  if (entry == NULL)
    return hbk_id_table_append (self, id);

  /* Taken first, so that the string stays the same one: it is the key of the entry. */
  interned = g_ref_string_acquire (*entry);
  self->clear (entry);
  memset (entry, 0, g_array_get_element_size (self->entries));
  *entry = interned;

  return entry;
}
