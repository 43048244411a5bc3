/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/hbk-table-reader.h"

#include <string.h>

#include "base/hbk-error.h"
#include "exchange/support.h"

static void
assert_table (const char *file, const HbkTableOptions *options, const char *described, const char *expected)
{
  g_autoptr (GBytes) bytes = support_read_file (file);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  HbkTableSource source;
  g_autoptr (HbkTable) table = hbk_table_read (bytes, options, &source, problems, &error);
  g_autofree char *dump = NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  dump = support_dump_table (table);
  words = hbk_table_source_describe (&source, table);
  g_assert_cmpstr (words, ==, described);
  g_assert_cmpstr (dump, ==, expected);
}

static void
test_kinds (void)
{
  static const HbkTableOptions bar = { HBK_ENCODING_UTF_8, '|', NULL };

  assert_table ("chart.xlsx", NULL, "XLSX, sheet “数据”", "1: A=x\n");
  assert_table ("excel-utf8.csv", NULL, "CSV, utf-8, separator comma", "1: A=名称 | B=日期 | C=学时\n2: A=培训班 | B=2024/3/15 9:00 | C=6\n");
  assert_table ("excel-unicode.txt", NULL, "CSV, utf-16le, separator tab", "1: A=名称 | B=日期 | C=学时\n2: A=龘䶮𠮷培训班 | B=2024/3/15 | C=6\n");
  assert_table ("semicolon.csv", NULL, "CSV, utf-8, separator semicolon", "2: A=Title | B=Activity | C=Start | D=End | E=Hours\n3: A=Welding | B=training | C=2024-03-15 | D=2024-03-17 | E=7.5\n");
  assert_table ("excel-utf8.csv", &bar, "CSV, utf-8, separator vertical bar", "1: A=名称,日期,学时\n2: A=培训班,2024/3/15 9:00,6\n");
  assert_table ("platform-gb18030.csv", NULL, "CSV, gb18030, separator comma",
                "1: A=序号 | B=课程名称 | C=类别 | D=起止时间 | E=学时 | F=主办单位 | G=证书编号\n"
                "2: A=1 | B=人工智能应用 | C=公需 | D=2024年3月1日至3月15日 | E=30学时 | F=某某市人力资源和社会保障局 | G=№ 2024-001\n"
                "3: A=2 | B=焊接工艺，新标准 | C=专业 | D=2024.5.6-5.8 | E=１８ | F=某某学会 | G=XS-2\n"
                "4: A=合计 | E=48\n");
}

static void
test_other_kinds (void)
{
  static const struct
  {
    const char *file;
    HbkError    code;
    const char *message;
  } cases[] = {
    { "bad-xls.xlsx", HBK_ERROR_FORMAT, "The file is a workbook of the old format XLS. Open it in a spreadsheet and save it as XLSX or CSV." },
    { "bad-password.xlsx", HBK_ERROR_FORMAT, "The file is protected by a password. Open it in a spreadsheet and save it without one, as XLSX or CSV." },
    { "bad-web-page.xlsx", HBK_ERROR_FORMAT, "The file is a web page or XML, whatever its name says. Open it in a spreadsheet and save it as XLSX or CSV." },
    { "bad-xml-2003.xlsx", HBK_ERROR_FORMAT, "The file is a web page or XML, whatever its name says. Open it in a spreadsheet and save it as XLSX or CSV." },
    { "bad-truncated.xlsx", HBK_ERROR_SYNTAX, "The file is damaged or incomplete. Fetch it again, or open it in a spreadsheet and save it anew." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = support_read_file (cases[i].file);
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GError) error = NULL;
      HbkTableSource source;

      g_assert_null (hbk_table_read (bytes, NULL, &source, problems, &error));
      g_assert_error (error, HBK_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* A table may begin as other files do. */
static void
test_look_alikes (void)
{
  static const char *const texts[] = { "PK,b\n", "PK\n", "PK", "P", "<b>,x\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GError) error = NULL;
      HbkTableSource source;
      g_autoptr (HbkTable) table = hbk_table_read (bytes, NULL, &source, problems, &error);

      g_assert_no_error (error);
      g_assert_false (source.is_workbook);
      g_assert_cmpuint (hbk_table_get_n_rows (table), ==, 1);
    }
}

static void
test_limit (void)
{
  gsize            length = HBK_TABLE_FILE_MAX + 1;
  g_autofree char *data = g_strnfill (length, '\n');
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (GBytes) largest = g_bytes_new_static (data, length - 1);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  HbkTableSource source;
  g_autoptr (HbkTable) table = NULL;

  g_assert_null (hbk_table_read (bytes, NULL, &source, problems, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "The file is larger than 64 MiB. Copy the rows that matter to a new file.");

  table = hbk_table_read (largest, NULL, &source, problems, NULL);
  g_assert_nonnull (table);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-reader/kinds", test_kinds);
  g_test_add_func ("/table-reader/other-kinds", test_other_kinds);
  g_test_add_func ("/table-reader/look-alikes", test_look_alikes);
  g_test_add_func ("/table-reader/limit", test_limit);

  return g_test_run ();
}
