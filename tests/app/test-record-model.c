/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/records/hbk-record-model.h"
#include "support.h"

/* What a model told since it was looked at last. */
typedef struct
{
  guint n_changes;
  guint position;
  guint removed;
  guint added;
  guint n_section_changes;
} Told;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Told *told)
{
  told->n_changes++;
  told->position = position;
  told->removed = removed;
  told->added = added;
}

static void
sections_changed_cb (GtkSectionModel *model, guint position, guint n_items, Told *told)
{
  told->n_section_changes++;
}

static void
count_cb (HbkRecordRow *row, guint *count)
{
  (*count)++;
}

static HbkRecordModel *
listen (Told *told)
{
  HbkRecordModel *model = hbk_record_model_new ();

  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), told);
  g_signal_connect (model, "sections-changed", G_CALLBACK (sections_changed_cb), told);

  return model;
}

static void
show (HbkRecordModel *model, HbkState *state, const HbkRecordFilter *filter)
{
  g_autoptr (HbkRecordOrder) order = hbk_record_order (state, filter);

  hbk_record_model_set_order (model, order);
}

static HbkRecord *
dup_changed (HbkRecordModel *model, guint position)
{
  HbkRecord *record = g_ptr_array_index (hbk_record_model_get_order (model)->records, position);

  return hbk_record_copy (record, hbk_record_get_id (record));
}

static void
save (Screen *screen, HbkRecord *record)
{
  screen_perform (screen, hbk_request_new_save_record (record, NULL, NULL));
}

/* Sections are whole months, one after the other, and nothing lies between them. */
static void
assert_sections (HbkRecordModel *model)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  guint position = 0, n_sections = 0;

  while (position < n)
    {
      g_autoptr (HbkRecordRow) first = g_list_model_get_item (G_LIST_MODEL (model), position);
      HbkDate date = hbk_record_get_end (hbk_record_row_get_record (first));
      guint   start, end;

      gtk_section_model_get_section (GTK_SECTION_MODEL (model), position, &start, &end);
      g_assert_cmpuint (start, ==, position);
      g_assert_cmpuint (end, >, start);
      g_assert_cmpuint (end, <=, n);
      for (guint i = start; i < end; i++)
        {
          HbkRecord *record = g_ptr_array_index (hbk_record_model_get_order (model)->records, i);
          guint      other_start, other_end;

          gtk_section_model_get_section (GTK_SECTION_MODEL (model), i, &other_start, &other_end);
          g_assert_cmpuint (other_start, ==, start);
          g_assert_cmpuint (other_end, ==, end);
          g_assert_cmpint (hbk_date_year (hbk_record_get_end (record)), ==, hbk_date_year (date));
          g_assert_cmpint (hbk_date_month (hbk_record_get_end (record)), ==, hbk_date_month (date));
        }
      position = end;
      n_sections++;
    }
  g_assert_cmpuint (n_sections, ==, hbk_record_model_get_order (model)->sections->len);
}

/* Ten thousand records: rows are made for those that are looked at only, and stay the same while somebody has them. */
static void
test_many (void)
{
  g_autoptr (Screen) screen = screen_new_with (10000);
  Told told = { 0 };
  g_autoptr (HbkRecordModel) model = listen (&told);
  HbkRecordFilter filter = { 0 };
  g_autoptr (HbkRecordRow) row = NULL;
  g_autoptr (HbkRecordRow) again = NULL;

  show (model, screen_state (screen), &filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 10000);
  g_assert_cmpuint (told.n_changes, ==, 1);
  g_assert_cmpuint (told.added, ==, 10000);
  assert_sections (model);

  row = g_list_model_get_item (G_LIST_MODEL (model), 5000);
  again = g_list_model_get_item (G_LIST_MODEL (model), 5000);
  g_assert_true (row == again);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 10000));
}

/* A record that stays where it is changes no item: the row that somebody looks at tells of it, and no other. */
static void
test_edit (void)
{
  g_autoptr (Screen) screen = screen_new_with (200);
  Told told = { 0 };
  g_autoptr (HbkRecordModel) model = listen (&told);
  HbkRecordFilter filter = { 0 };
  g_autoptr (HbkRecordRow) row = NULL;
  g_autoptr (HbkRecordRow) other = NULL;
  g_autoptr (HbkRecord) record = NULL;
  guint n_changed = 0, n_other = 0;

  show (model, screen_state (screen), &filter);
  row = g_list_model_get_item (G_LIST_MODEL (model), 70);
  other = g_list_model_get_item (G_LIST_MODEL (model), 190);
  g_signal_connect (row, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect (other, "changed", G_CALLBACK (count_cb), &n_other);
  record = dup_changed (model, 70);
  hbk_record_set_title (record, "Another title");
  save (screen, record);
  told = (Told) { 0 };
  show (model, screen_state (screen), &filter);

  g_assert_cmpuint (told.n_changes, ==, 0);
  g_assert_cmpuint (told.n_section_changes, ==, 0);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_other, ==, 0);
  g_assert_cmpstr (hbk_record_get_title (hbk_record_row_get_record (row)), ==, "Another title");
}

/* One that comes or goes changes one item, wherever it is. */
static void
test_come_and_go (void)
{
  g_autoptr (Screen) screen = screen_new_with (200);
  Told told = { 0 };
  g_autoptr (HbkRecordModel) model = listen (&told);
  HbkRecordFilter filter = { 0 };
  g_autoptr (HbkRecord) record = NULL;
  const char *ids[] = { NULL, NULL };

  show (model, screen_state (screen), &filter);
  record = dup_changed (model, 120);
  ids[0] = hbk_record_get_id (record);
  screen_perform (screen, hbk_request_new_remove_records (ids));
  told = (Told) { 0 };
  show (model, screen_state (screen), &filter);
  g_assert_cmpuint (told.n_changes, ==, 1);
  g_assert_cmpuint (told.position, ==, 120);
  g_assert_cmpuint (told.removed, ==, 1);
  g_assert_cmpuint (told.added, ==, 0);
  assert_sections (model);

  save (screen, record);
  told = (Told) { 0 };
  show (model, screen_state (screen), &filter);
  g_assert_cmpuint (told.n_changes, ==, 1);
  g_assert_cmpuint (told.removed, ==, 0);
  g_assert_cmpuint (told.added, ==, 1);
  assert_sections (model);
}

/* One that moves changes no more than what lies between its old place and its new one. */
static void
test_move (void)
{
  g_autoptr (Screen) screen = screen_new_with (200);
  Told told = { 0 };
  g_autoptr (HbkRecordModel) model = listen (&told);
  HbkRecordFilter filter = { 0 };
  g_autoptr (HbkRecord) record = NULL;

  show (model, screen_state (screen), &filter);
  record = dup_changed (model, 100);
  hbk_record_set_period (record, hbk_date_new (2200, 1, 1), hbk_date_new (2200, 1, 1));
  save (screen, record);
  told = (Told) { 0 };
  show (model, screen_state (screen), &filter);
  g_assert_cmpuint (told.n_changes, ==, 1);
  g_assert_cmpuint (told.position, ==, 0);
  g_assert_cmpuint (told.removed, ==, told.added);
  g_assert_cmpuint (told.added, <=, 101);
  assert_sections (model);
}

/* Without dates there are no months. */
static void
test_sorts (void)
{
  g_autoptr (Screen) screen = screen_new ("qinghai");
  Told told = { 0 };
  g_autoptr (HbkRecordModel) model = listen (&told);
  HbkRecordFilter filter = { .year = 2024 };
  guint           start, end, n;

  show (model, screen_state (screen), &filter);
  assert_sections (model);
  n = g_list_model_get_n_items (G_LIST_MODEL (model));
  filter.sort = HBK_RECORD_SORT_OLDEST;
  show (model, screen_state (screen), &filter);
  assert_sections (model);
  filter.sort = HBK_RECORD_SORT_HOURS;
  show (model, screen_state (screen), &filter);
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, n);
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (HbkRecordRow) before = g_list_model_get_item (G_LIST_MODEL (model), i - 1);
      g_autoptr (HbkRecordRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_cmpint (hbk_tally_total (hbk_record_row_get_sum (before)->credited), >=, hbk_tally_total (hbk_record_row_get_sum (row)->credited));
    }
}

int
main (int argc, char **argv)
{
  screen_init (&argc, &argv);
  g_test_add_func ("/record-model/many", test_many);
  g_test_add_func ("/record-model/edit", test_edit);
  g_test_add_func ("/record-model/come-and-go", test_come_and_go);
  g_test_add_func ("/record-model/move", test_move);
  g_test_add_func ("/record-model/sorts", test_sorts);

  return screen_run ();
}
