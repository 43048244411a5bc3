/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/records/hbk-record-row.h"

/**
 * HbkRecordRow:
 *
 * A record in a list, with what became of it. It stays the same object while the record stays in the list.
 */
struct _HbkRecordRow
{
  GObject parent_instance;

  HbkRecordOrder *order; /* has the record, and the state that has the results */
  HbkRecord      *record;
  HbkRecordSum    sum;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HbkRecordRow, hbk_record_row, G_TYPE_OBJECT)

static gboolean
names_year (const HbkRecordOrder *order)
{
  return order->year == 0 && order->sort != HBK_RECORD_SORT_NEWEST && order->sort != HBK_RECORD_SORT_OLDEST;
}

static void
hbk_record_row_finalize (GObject *object)
{
  hbk_record_order_unref (HBK_RECORD_ROW (object)->order);

  G_OBJECT_CLASS (hbk_record_row_parent_class)->finalize (object);
}

static void
hbk_record_row_class_init (HbkRecordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_record_row_finalize;

  /* What is shown of it is another now. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HBK_TYPE_RECORD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hbk_record_row_init (HbkRecordRow *self)
{
}

/**
 * hbk_record_row_new:
 * @order: a list of records
 * @record: one of them
 *
 * Makes the row of a record.
 *
 * Returns: (transfer full): the row
 */
HbkRecordRow *
hbk_record_row_new (HbkRecordOrder *order, HbkRecord *record)
{
  HbkRecordRow *self = g_object_new (HBK_TYPE_RECORD_ROW, NULL);

  self->order = hbk_record_order_ref (order);
  self->record = record;
  self->sum = hbk_record_sum (order->state, record, order->year);

  return self;
}

/**
 * hbk_record_row_update:
 * @self: a row
 * @order: a newer list
 * @record: the same record in it
 *
 * Takes over what became of the record since.
 */
void
hbk_record_row_update (HbkRecordRow *self, HbkRecordOrder *order, HbkRecord *record)
{
  HbkRecordSum    sum;
  gboolean        is_same;
  HbkRecordOrder *before;

  g_return_if_fail (HBK_IS_RECORD_ROW (self) && order != NULL && record != NULL);

  before = self->order;
  sum = hbk_record_sum (order->state, record, order->year);
  is_same = record == self->record && names_year (order) == names_year (before) && hbk_record_sum_looks_equal (&sum, &self->sum);
  self->order = hbk_record_order_ref (order);
  self->record = record;
  self->sum = sum;
  hbk_record_order_unref (before);
  if (!is_same)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * hbk_record_row_get_record:
 * @self: a row
 *
 * Gets its record.
 *
 * Returns: (transfer none): the record; not to be changed
 */
HbkRecord *
hbk_record_row_get_record (HbkRecordRow *self)
{
  g_return_val_if_fail (HBK_IS_RECORD_ROW (self), NULL);

  return self->record;
}

/**
 * hbk_record_row_get_id:
 * @self: a row
 *
 * Gets the id of its record.
 *
 * Returns: (transfer none): the id
 */
const char *
hbk_record_row_get_id (HbkRecordRow *self)
{
  g_return_val_if_fail (HBK_IS_RECORD_ROW (self), NULL);

  return hbk_record_get_id (self->record);
}

/**
 * hbk_record_row_get_state:
 * @self: a row
 *
 * Gets the state that its results belong to.
 *
 * Returns: (transfer none): the state
 */
HbkState *
hbk_record_row_get_state (HbkRecordRow *self)
{
  g_return_val_if_fail (HBK_IS_RECORD_ROW (self), NULL);

  return self->order->state;
}

/**
 * hbk_record_row_get_year:
 * @self: a row
 *
 * Gets the year that the list is about.
 *
 * Returns: the year; 0 for all
 */
int
hbk_record_row_get_year (HbkRecordRow *self)
{
  g_return_val_if_fail (HBK_IS_RECORD_ROW (self), 0);

  return self->order->year;
}

/**
 * hbk_record_row_names_year:
 * @self: a row
 *
 * Whether the year of a date must be said: it must be where neither the list nor the headings of months say it.
 *
 * Returns: %TRUE if so
 */
gboolean
hbk_record_row_names_year (HbkRecordRow *self)
{
  g_return_val_if_fail (HBK_IS_RECORD_ROW (self), FALSE);

  return names_year (self->order);
}

/**
 * hbk_record_row_get_sum:
 * @self: a row
 *
 * Gets what became of the record in the year that the list is about.
 *
 * Returns: (transfer none): the sum, until the row changes
 */
const HbkRecordSum *
hbk_record_row_get_sum (HbkRecordRow *self)
{
  g_return_val_if_fail (HBK_IS_RECORD_ROW (self), NULL);

  return &self->sum;
}
