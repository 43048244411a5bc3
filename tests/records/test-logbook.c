/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-logbook.h"

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u=%u ", position, removed, added, g_list_model_get_n_items (model));
}

static HbkRecord *
append (HbkLogbook *logbook, const char *id)
{
  g_autoptr (HbkRecord) record = hbk_record_new (id, "training");

  g_assert_true (hbk_logbook_append (logbook, record));

  return record;
}

static void
test_append (void)
{
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  g_autoptr (HbkRecord) twin = hbk_record_new ("a", "paper");
  HbkRecord *a, *b;
  guint      position = 9;

  g_assert_cmpuint (hbk_logbook_get_n_records (logbook), ==, 0);
  a = append (logbook, "a");
  b = append (logbook, "b");

  g_assert_cmpuint (hbk_logbook_get_n_records (logbook), ==, 2);
  g_assert_true (hbk_logbook_get_record (logbook, 0) == a);
  g_assert_true (hbk_logbook_lookup (logbook, "b") == b);
  g_assert_null (hbk_logbook_lookup (logbook, "c"));
  g_assert_true (hbk_logbook_find (logbook, "b", &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (hbk_logbook_find (logbook, "a", NULL));
  g_assert_false (hbk_logbook_find (logbook, "c", &position));

  /* An id is there once. */
  g_assert_false (hbk_logbook_append (logbook, twin));
  g_assert_cmpuint (hbk_logbook_get_n_records (logbook), ==, 2);
  g_assert_true (hbk_logbook_lookup (logbook, "a") == a);
}

static void
test_insert_remove (void)
{
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  g_autoptr (HbkRecord) between = hbk_record_new ("between", "training");
  g_autoptr (GString) changes = g_string_new (NULL);

  g_signal_connect (logbook, "items-changed", G_CALLBACK (changed_cb), changes);
  append (logbook, "a");
  append (logbook, "b");
  g_assert_true (hbk_logbook_insert (logbook, 1, between));
  g_assert_cmpstr (changes->str, ==, "0-0+1=1 1-0+1=2 1-0+1=3 ");
  g_assert_true (hbk_logbook_get_record (logbook, 1) == between);

  g_string_truncate (changes, 0);
  g_assert_true (hbk_logbook_remove (logbook, "a"));
  g_assert_false (hbk_logbook_remove (logbook, "a"));
  g_assert_cmpstr (changes->str, ==, "0-1+0=2 ");
  g_assert_true (hbk_logbook_get_record (logbook, 0) == between);

  /* By the record's own id, which goes with it. */
  g_assert_true (hbk_logbook_remove (logbook, hbk_record_get_id (hbk_logbook_get_record (logbook, 1))));
  g_assert_null (hbk_logbook_lookup (logbook, "b"));

  /* An id that is free again. */
  append (logbook, "a");
  g_assert_cmpuint (hbk_logbook_get_n_records (logbook), ==, 2);
}

static void
test_list_model (void)
{
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  GListModel *model = G_LIST_MODEL (logbook);
  HbkRecord  *a = append (logbook, "a");
  g_autoptr (HbkRecord) item = NULL;

  g_assert_true (g_list_model_get_item_type (model) == HBK_TYPE_RECORD);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  item = g_list_model_get_item (model, 0);
  g_assert_true (item == a);
  g_assert_null (g_list_model_get_item (model, 1));
  g_assert_null (g_list_model_get_item (model, G_MAXUINT));
}

static void
test_parts (void)
{
  g_autoptr (HbkLogbook) logbook = hbk_logbook_new ();
  g_autoptr (JsonObject) extra = json_object_new ();

  g_assert_true (HBK_IS_PROFILE (hbk_logbook_get_profile (logbook)));
  g_assert_null (hbk_logbook_get_extra (logbook));
  hbk_logbook_set_extra (logbook, extra);
  g_assert_true (hbk_logbook_get_extra (logbook) == extra);
  hbk_logbook_set_extra (logbook, extra);
  g_assert_true (hbk_logbook_get_extra (logbook) == extra);
  hbk_logbook_set_extra (logbook, NULL);
  g_assert_null (hbk_logbook_get_extra (logbook));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logbook/append", test_append);
  g_test_add_func ("/logbook/insert-remove", test_insert_remove);
  g_test_add_func ("/logbook/list-model", test_list_model);
  g_test_add_func ("/logbook/parts", test_parts);

  return g_test_run ();
}
