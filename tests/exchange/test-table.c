/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/hbk-error.h"
#include "exchange/hbk-table.h"

static void
test_cells (void)
{
  g_autoptr (HbkTable) table = hbk_table_new ("记录");
  guint column = 0;

  g_assert_true (hbk_table_add_row (table, 3, NULL));
  g_assert_true (hbk_table_add_cell (table, 1, "b...", 1, NULL));
  g_assert_true (hbk_table_add_cell (table, 2, "", 0, NULL));
  g_assert_true (hbk_table_add_cell (table, 999, "z", 1, NULL));
  g_assert_true (hbk_table_add_row (table, 7, NULL));

  g_assert_cmpstr (hbk_table_get_sheet (table), ==, "记录");
  g_assert_cmpuint (hbk_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (hbk_table_get_n_columns (table), ==, 1000);
  g_assert_cmpint (hbk_table_get_row_number (table, 0), ==, 3);
  g_assert_cmpint (hbk_table_get_row_number (table, 1), ==, 7);
  g_assert_cmpuint (hbk_table_get_row_n_filled (table, 0), ==, 2);
  g_assert_cmpuint (hbk_table_get_row_n_filled (table, 1), ==, 0);
  g_assert_cmpstr (hbk_table_get_cell (table, 0, 0), ==, "");
  g_assert_cmpstr (hbk_table_get_cell (table, 0, 1), ==, "b");
  g_assert_cmpstr (hbk_table_get_cell (table, 0, 2), ==, "");
  g_assert_cmpstr (hbk_table_get_cell (table, 0, 999), ==, "z");
  g_assert_cmpstr (hbk_table_get_cell (table, 0, 5000), ==, "");
  g_assert_cmpstr (hbk_table_get_cell (table, 1, 1), ==, "");
  g_assert_cmpstr (hbk_table_get_filled (table, 0, 1, &column), ==, "z");
  g_assert_cmpuint (column, ==, 999);
}

static void
test_references (void)
{
  g_autoptr (HbkTable) table = hbk_table_new (NULL);
  HbkTable *other = g_boxed_copy (HBK_TYPE_TABLE, table);

  g_assert_true (other == table);
  g_boxed_free (HBK_TYPE_TABLE, other);
  g_assert_null (hbk_table_get_sheet (table));
}

static void
assert_limit (GError *error, const char *message)
{
  g_assert_error (error, HBK_ERROR, HBK_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, message);
  g_error_free (error);
}

static void
test_columns_limit (void)
{
  g_autoptr (HbkTable) table = hbk_table_new (NULL);
  GError *error = NULL;

  g_assert_true (hbk_table_add_row (table, 5, NULL));
  g_assert_false (hbk_table_add_cell (table, 1000, "x", 1, &error));
  assert_limit (error, "Row 5 has more than 1000 columns. Delete the columns that hold no records.");
}

static void
test_cell_limit (void)
{
  g_autoptr (HbkTable) table = hbk_table_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  GError *error = NULL;

  for (guint i = 0; i < HBK_TABLE_CELL_MAX; i++)
    g_string_append (text, "学");

  g_assert_true (hbk_table_add_row (table, 5, NULL));
  g_assert_true (hbk_table_add_cell (table, 0, text->str, text->len, NULL));
  g_string_append_c (text, '.');
  g_assert_false (hbk_table_add_cell (table, 1, text->str, text->len, &error));
  assert_limit (error, "The cell in row 5, column B has more than 32767 characters. Shorten it; perhaps a quotation mark is missing in an earlier row.");
}

static void
test_rows_limit (void)
{
  g_autoptr (HbkTable) table = hbk_table_new (NULL);
  GError *error = NULL;

  for (int i = 1; i <= HBK_TABLE_ROWS_MAX; i++)
    g_assert_true (hbk_table_add_row (table, i, NULL));
  g_assert_false (hbk_table_add_row (table, HBK_TABLE_ROWS_MAX + 1, &error));
  assert_limit (error, "The table has more than 200000 rows. Divide it into several files.");
}

static void
test_bytes_limit (void)
{
  g_autoptr (HbkTable) table = hbk_table_new (NULL);
  g_autofree char *text = g_strnfill (32767, 'x');
  GError          *error = NULL;

  /* With its end, each is 32 KiB. */
  for (int i = 1; i <= HBK_TABLE_BYTES_MAX / 32768; i++)
    {
      g_assert_true (hbk_table_add_row (table, i, NULL));
      g_assert_true (hbk_table_add_cell (table, 0, text, 32767, NULL));
    }
  g_assert_true (hbk_table_add_row (table, 5000, NULL));
  g_assert_false (hbk_table_add_cell (table, 0, "x", 1, &error));
  assert_limit (error, "The cells of the table hold more than 64 MiB of text. Divide it into several files.");
}

static void
test_column_names (void)
{
  static const struct
  {
    guint       column;
    const char *name;
  } names[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 51, "AZ" }, { 52, "BA" }, { 701, "ZZ" }, { 702, "AAA" }, { 999, "ALL" }, { 16383, "XFD" } };
  static const char *const others[] = { "", "1", "A1", "ABCD", "学", "-" };
  guint                    column;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = hbk_table_column_name (names[i].column);

      g_assert_cmpstr (name, ==, names[i].name);
      g_assert_true (hbk_table_column_from_name (name, &column));
      g_assert_cmpuint (column, ==, names[i].column);
    }

  g_assert_true (hbk_table_column_from_name ("aa", &column));
  g_assert_cmpuint (column, ==, 26);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (hbk_table_column_from_name (others[i], &column));
}

static void
test_place (void)
{
  g_autofree char *row = hbk_table_place (12, NULL);
  g_autofree char *cell = hbk_table_place (12, "学时\n（个）");

  g_assert_cmpstr (row, ==, "row 12");
  g_assert_cmpstr (cell, ==, "row 12, column 学时\\u000a（个）");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/cells", test_cells);
  g_test_add_func ("/table/references", test_references);
  g_test_add_func ("/table/columns-limit", test_columns_limit);
  g_test_add_func ("/table/cell-limit", test_cell_limit);
  g_test_add_func ("/table/rows-limit", test_rows_limit);
  g_test_add_func ("/table/bytes-limit", test_bytes_limit);
  g_test_add_func ("/table/column-names", test_column_names);
  g_test_add_func ("/table/place", test_place);

  return g_test_run ();
}
