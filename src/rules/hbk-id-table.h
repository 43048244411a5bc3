/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkIdTable:
 * @entries: structs whose first member is their id, an interned #GRefString that the clear function releases
 * @positions: id → position + 1
 * @clear: frees what an entry holds
 *
 * A list whose entries are found by id. Entries may move while the list grows.
 */
typedef struct
{
  GArray        *entries;
  GHashTable    *positions;
  GDestroyNotify clear;
} HbkIdTable;

void     hbk_id_table_init (HbkIdTable *self, guint entry_size, gpointer clear);
void     hbk_id_table_clear (HbkIdTable *self);
gpointer hbk_id_table_get (const HbkIdTable *self, guint position);
int      hbk_id_table_find (const HbkIdTable *self, const char *id);
gpointer hbk_id_table_lookup (const HbkIdTable *self, const char *id);
gpointer hbk_id_table_append (HbkIdTable *self, const char *id);
gpointer hbk_id_table_put (HbkIdTable *self, const char *id);

G_END_DECLS
