/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "submission/hbk-grid.h"

#include <string.h>

static const HbkGridColumn columns[] = { { "名称", 10 }, { "学时", 5 }, { "编号", 5 } };

static char *
write_csv (const HbkGrid *grid)
{
  g_autoptr (GBytes) bytes = hbk_grid_write_csv (grid);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_rows (void)
{
  g_autoptr (HbkGrid) grid = hbk_grid_new ("表", columns, G_N_ELEMENTS (columns));
  g_autofree char *csv = NULL;

  hbk_grid_add_text (grid, "一, \"二\"");
  hbk_grid_add_hours (grid, 750);
  hbk_grid_add_count (grid, 3);
  hbk_grid_add_text (grid, "两\r\n行");
  hbk_grid_end_row (grid);
  hbk_grid_end_row (grid);

  g_assert_cmpuint (hbk_grid_get_n_rows (grid), ==, 2);
  g_assert_cmpint (hbk_grid_get_cell (grid, 0, 1)->number, ==, 750);
  g_assert_cmpint (hbk_grid_get_cell (grid, 1, 2)->kind, ==, HBK_GRID_NOTHING);
  csv = write_csv (grid);
  g_assert_cmpstr (csv, ==, "\xef\xbb\xbf名称,学时,编号\r\n\"一, \"\"二\"\"\",7.5,3\r\n\"两\n行\",,\r\n");
}

static void
test_formulas (void)
{
  static const char *const texts[] = { "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", " =1", "'=1" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HbkGrid) grid = hbk_grid_new ("表", columns, 1);
      g_autofree char *csv = NULL;
      const char      *cell;

      hbk_grid_add_text (grid, texts[i]);
      csv = write_csv (grid);
      cell = strchr (csv, '\n') + 1;
      g_assert_true (g_str_has_prefix (cell, "\"'"));
    }
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text, *kept;
  } cases[] = {
    { "a\tb", "a b" },
    { "a\x01\x7f"
      "b",
      "a  b" },
    { "a\xef\xbf\xbe\xef\xbf\xbf", "a\xef\xbf\xbd\xef\xbf\xbd" },
    { "龘䶮𠮷", "龘䶮𠮷" },
    { "a\nb", "a\nb" },
  };
  g_autoptr (HbkGrid) grid = hbk_grid_new ("表", columns, 1);
  g_autofree char *endless = g_strnfill (HBK_GRID_TEXT_MAX + 100, 'x');
  const char      *cut;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      hbk_grid_add_text (grid, cases[i].text);
      g_assert_cmpstr (hbk_grid_get_cell (grid, (guint) i, 0)->text, ==, cases[i].kept);
    }

  hbk_grid_add_text (grid, endless);
  cut = hbk_grid_get_cell (grid, G_N_ELEMENTS (cases), 0)->text;
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, HBK_GRID_TEXT_MAX + 1);
  g_assert_true (g_str_has_suffix (cut, "x…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grid/rows", test_rows);
  g_test_add_func ("/grid/formulas", test_formulas);
  g_test_add_func ("/grid/clean", test_clean);

  return g_test_run ();
}
