/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/records/hbk-record-model.h"

/**
 * HbkRecordModel:
 *
 * The records of an order as a list with sections. Rows are made when somebody looks at them, and live as long as somebody does, so that the number
 * of records costs nothing. A new order changes only what is not where it was, by the ids of the records; rows that stay take their new results over.
 */
struct _HbkRecordModel
{
  GObject parent_instance;

  HbkRecordOrder *order;
  GHashTable     *rows; /* id → HbkRecordRow, without references */
};

enum {
  SIGNAL_SUMS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HbkRecordModel, hbk_record_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static guint
count (const HbkRecordOrder *order)
{
  return order != NULL ? order->records->len : 0;
}

static HbkRecord *
nth (const HbkRecordOrder *order, guint position)
{
  return g_ptr_array_index (order->records, position);
}

static gboolean
is_same_record (HbkRecord *a, HbkRecord *b)
{
  return a == b || g_str_equal (hbk_record_get_id (a), hbk_record_get_id (b));
}

/* ---- Rows ---- */

static void
row_gone_cb (gpointer data, GObject *row)
{
  HbkRecordModel *self = data;
  GHashTableIter  iter;
  gpointer        value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (value == row)
        {
          g_hash_table_iter_remove (&iter);
          return;
        }
    }
}

static HbkRecordRow *
dup_row (HbkRecordModel *self, HbkRecord *record)
{
  HbkRecordRow *row = g_hash_table_lookup (self->rows, hbk_record_get_id (record));

  if (row != NULL)
    return g_object_ref (row);

  row = hbk_record_row_new (self->order, record);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);
  g_hash_table_insert (self->rows, g_strdup (hbk_record_get_id (record)), row);

  return row;
}

/* Those that somebody looks at. What is no longer in the list keeps its last results until it is let go. */
static void
update_rows (HbkRecordModel *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (rows, g_object_ref (value));
  for (guint i = 0; i < rows->len; i++)
    {
      HbkRecordRow *row = g_ptr_array_index (rows, i);
      HbkRecord    *record = hbk_state_lookup_record (self->order->state, hbk_record_row_get_id (row));

      if (record != NULL)
        hbk_record_row_update (row, self->order, record);
    }
}

/* ---- Sections ---- */

static gboolean
starts_section (const HbkRecordOrder *order, guint position)
{
  return hbk_record_order_get_section (order, position)->start == position;
}

/* Whether a month begins elsewhere among the records that stay where they are: the first ones, and those behind what was put in. */
static gboolean
sections_differ (const HbkRecordOrder *before, const HbkRecordOrder *after, guint n_first, guint n_last)
{
  for (guint i = 0; i < n_first; i++)
    {
      if (starts_section (before, i) != starts_section (after, i))
        return TRUE;
    }
  for (guint i = 0; i < n_last; i++)
    {
      if (starts_section (before, before->records->len - n_last + i) != starts_section (after, after->records->len - n_last + i))
        return TRUE;
    }

  return FALSE;
}

/* ---- Interfaces ---- */

static GType
hbk_record_model_get_item_type (GListModel *model)
{
  return HBK_TYPE_RECORD_ROW;
}

static guint
hbk_record_model_get_n_items (GListModel *model)
{
  return count (HBK_RECORD_MODEL (model)->order);
}

static gpointer
hbk_record_model_get_item (GListModel *model, guint position)
{
  HbkRecordModel *self = HBK_RECORD_MODEL (model);

  return position < count (self->order) ? dup_row (self, nth (self->order, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hbk_record_model_get_item_type;
  iface->get_n_items = hbk_record_model_get_n_items;
  iface->get_item = hbk_record_model_get_item;
}

static void
hbk_record_model_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  HbkRecordModel         *self = HBK_RECORD_MODEL (model);
  const HbkRecordSection *section = self->order != NULL ? hbk_record_order_get_section (self->order, position) : NULL;

  /* What lies behind the end is one section, as the interface wants it. */
  *start = section != NULL ? section->start : count (self->order);
  *end = section != NULL ? section->start + section->n_records : G_MAXUINT;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = hbk_record_model_get_section;
}

static void
hbk_record_model_finalize (GObject *object)
{
  HbkRecordModel *self = HBK_RECORD_MODEL (object);
  GHashTableIter  iter;
  gpointer        value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_object_weak_unref (value, row_gone_cb, self);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->order, hbk_record_order_unref);

  G_OBJECT_CLASS (hbk_record_model_parent_class)->finalize (object);
}

static void
hbk_record_model_class_init (HbkRecordModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_record_model_finalize;

  /* The sums of months may be others now. */
  signals[SIGNAL_SUMS_CHANGED] = g_signal_new ("sums-changed", HBK_TYPE_RECORD_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hbk_record_model_init (HbkRecordModel *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * hbk_record_model_new:
 *
 * Makes a model without records.
 *
 * Returns: (transfer full): the model
 */
HbkRecordModel *
hbk_record_model_new (void)
{
  return g_object_new (HBK_TYPE_RECORD_MODEL, NULL);
}

/**
 * hbk_record_model_get_order:
 * @self: a model
 *
 * Gets what it shows.
 *
 * Returns: (transfer none) (nullable): the records
 */
HbkRecordOrder *
hbk_record_model_get_order (HbkRecordModel *self)
{
  g_return_val_if_fail (HBK_IS_RECORD_MODEL (self), NULL);

  return self->order;
}

/**
 * hbk_record_model_set_order:
 * @self: a model
 * @order: (transfer none): the records
 *
 * Shows other records, or the same with other results.
 */
void
hbk_record_model_set_order (HbkRecordModel *self, HbkRecordOrder *order)
{
  g_autoptr (HbkRecordOrder) before = NULL;
  guint n_before, n_after, n_least, n_first = 0, n_last = 0;

  g_return_if_fail (HBK_IS_RECORD_MODEL (self) && order != NULL);

  before = self->order;
  n_before = count (before);
  n_after = count (order);
  n_least = MIN (n_before, n_after);
  while (n_first < n_least && is_same_record (nth (before, n_first), nth (order, n_first)))
    n_first++;
  while (n_last < n_least - n_first && is_same_record (nth (before, n_before - n_last - 1), nth (order, n_after - n_last - 1)))
    n_last++;

  self->order = hbk_record_order_ref (order);
  update_rows (self);
  if (n_before - n_first - n_last > 0 || n_after - n_first - n_last > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_first, n_before - n_first - n_last, n_after - n_first - n_last);
  if (before != NULL && sections_differ (before, order, n_first, n_last))
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, n_after);
  g_signal_emit (self, signals[SIGNAL_SUMS_CHANGED], 0);
}

/**
 * hbk_record_model_find:
 * @self: a model
 * @id: the id of a record
 * @position: (out) (optional): where to put its position
 *
 * Finds a record in the list.
 *
 * Returns: %TRUE when it is there
 */
gboolean
hbk_record_model_find (HbkRecordModel *self, const char *id, guint *position)
{
  HbkRecord *record;

  g_return_val_if_fail (HBK_IS_RECORD_MODEL (self) && id != NULL, FALSE);

  record = self->order != NULL ? hbk_state_lookup_record (self->order->state, id) : NULL;

  return record != NULL && g_ptr_array_find (self->order->records, record, position);
}
