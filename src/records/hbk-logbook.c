/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-logbook.h"

/**
 * HbkLogbook:
 *
 * What a person keeps: a profile and records, in the order of the file.
 *
 * As a list model it holds the records. `items-changed` tells of one record at a time: inserting at the end costs the
 * same however many there are, elsewhere and when removing the records behind move up. A change within a record is not
 * told here but by the record itself.
 */
struct _HbkLogbook
{
  GObject     parent_instance;
  HbkProfile *profile;
  GPtrArray  *records;
  GHashTable *by_id; /* the record's own id → the record */
  JsonObject *extra;
};

static void hbk_logbook_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HbkLogbook, hbk_logbook, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hbk_logbook_list_model_init))

/* ---- List model ---- */

static GType
get_item_type (GListModel *model)
{
  return HBK_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return HBK_LOGBOOK (model)->records->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  HbkLogbook *self = HBK_LOGBOOK (model);

  return position < self->records->len ? g_object_ref (g_ptr_array_index (self->records, position)) : NULL;
}

static void
hbk_logbook_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- Object ---- */

static void
hbk_logbook_finalize (GObject *object)
{
  HbkLogbook *self = HBK_LOGBOOK (object);

  g_object_unref (self->profile);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->records);
  g_clear_pointer (&self->extra, json_object_unref);

  G_OBJECT_CLASS (hbk_logbook_parent_class)->finalize (object);
}

static void
hbk_logbook_class_init (HbkLogbookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_logbook_finalize;
}

static void
hbk_logbook_init (HbkLogbook *self)
{
  self->profile = hbk_profile_new ();
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * hbk_logbook_new:
 *
 * Makes an empty logbook.
 *
 * Returns: (transfer full): the logbook
 */
HbkLogbook *
hbk_logbook_new (void)
{
  return g_object_new (HBK_TYPE_LOGBOOK, NULL);
}

/**
 * hbk_logbook_get_profile:
 * @self: a logbook
 *
 * Gives the person whose logbook it is.
 *
 * Returns: (transfer none): the profile
 */
HbkProfile *
hbk_logbook_get_profile (HbkLogbook *self)
{
  g_return_val_if_fail (HBK_IS_LOGBOOK (self), NULL);

  return self->profile;
}

/**
 * hbk_logbook_get_n_records:
 * @self: a logbook
 *
 * Counts the records.
 *
 * Returns: the number
 */
guint
hbk_logbook_get_n_records (HbkLogbook *self)
{
  g_return_val_if_fail (HBK_IS_LOGBOOK (self), 0);

  return self->records->len;
}

/**
 * hbk_logbook_get_record:
 * @self: a logbook
 * @position: which record, below [method@Logbook.get_n_records]
 *
 * Gives a record without taking a reference, for loops over many.
 *
 * Returns: (transfer none): the record
 */
HbkRecord *
hbk_logbook_get_record (HbkLogbook *self, guint position)
{
  g_return_val_if_fail (HBK_IS_LOGBOOK (self) && position < self->records->len, NULL);

  return g_ptr_array_index (self->records, position);
}

/**
 * hbk_logbook_lookup:
 * @self: a logbook
 * @id: the id of a record
 *
 * Finds a record by its id.
 *
 * Returns: (transfer none) (nullable): the record, or %NULL when there is none
 */
HbkRecord *
hbk_logbook_lookup (HbkLogbook *self, const char *id)
{
  g_return_val_if_fail (HBK_IS_LOGBOOK (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * hbk_logbook_find:
 * @self: a logbook
 * @id: the id of a record
 * @position: (out) (optional): where to put its position
 *
 * Finds where a record stands; takes time in proportion to the number of records.
 *
 * Returns: %TRUE when there is one
 */
gboolean
hbk_logbook_find (HbkLogbook *self, const char *id, guint *position)
{
  HbkRecord *record = hbk_logbook_lookup (self, id);

  return record != NULL && g_ptr_array_find (self->records, record, position);
}

/**
 * hbk_logbook_insert:
 * @self: a logbook
 * @position: before which record, or the number of records to append
 * @record: the record
 *
 * Puts a record into the logbook.
 *
 * Returns: %TRUE when it was; %FALSE when there is already one with that id
 */
gboolean
hbk_logbook_insert (HbkLogbook *self, guint position, HbkRecord *record)
{
  const char *id;

  g_return_val_if_fail (HBK_IS_LOGBOOK (self) && HBK_IS_RECORD (record), FALSE);
  g_return_val_if_fail (position <= self->records->len, FALSE);

  id = hbk_record_get_id (record);
  if (g_hash_table_contains (self->by_id, id))
    return FALSE;

  g_ptr_array_insert (self->records, (int) position, g_object_ref (record));
  g_hash_table_insert (self->by_id, (gpointer) id, record);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);

  return TRUE;
}

/**
 * hbk_logbook_append:
 * @self: a logbook
 * @record: the record
 *
 * Puts a record at the end of the logbook.
 *
 * Returns: %TRUE when it was; %FALSE when there is already one with that id
 */
gboolean
hbk_logbook_append (HbkLogbook *self, HbkRecord *record)
{
  g_return_val_if_fail (HBK_IS_LOGBOOK (self), FALSE);

  return hbk_logbook_insert (self, self->records->len, record);
}

/**
 * hbk_logbook_remove:
 * @self: a logbook
 * @id: the id of a record
 *
 * Takes a record out of the logbook.
 *
 * Returns: %TRUE when there was one
 */
gboolean
hbk_logbook_remove (HbkLogbook *self, const char *id)
{
  guint position;

  if (!hbk_logbook_find (self, id, &position))
    return FALSE;

  g_hash_table_remove (self->by_id, id);
  g_ptr_array_remove_index (self->records, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);

  return TRUE;
}

/**
 * hbk_logbook_get_extra:
 * @self: a logbook
 *
 * Gives the members at the root of the file that Hourbook does not know.
 *
 * Returns: (transfer none) (nullable): the members
 */
JsonObject *
hbk_logbook_get_extra (HbkLogbook *self)
{
  g_return_val_if_fail (HBK_IS_LOGBOOK (self), NULL);

  return self->extra;
}

/**
 * hbk_logbook_set_extra:
 * @self: a logbook
 * @extra: (nullable): the members, not to be changed any more
 *
 * Keeps members at the root of the file that Hourbook does not know, to be written back.
 */
void
hbk_logbook_set_extra (HbkLogbook *self, JsonObject *extra)
{
  g_return_if_fail (HBK_IS_LOGBOOK (self));

  if (extra != NULL)
    json_object_ref (extra);
  g_clear_pointer (&self->extra, json_object_unref);
  self->extra = extra;
}
