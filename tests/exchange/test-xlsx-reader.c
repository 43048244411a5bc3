/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/hbk-xlsx-reader.h"

#include "base/hbk-error.h"
#include "exchange/support.h"

/* The files are described in make-files.py. */

static void
assert_sheet (const char *file, const char *sheet, const char *name, const char *expected, const char *warnings)
{
  g_autoptr (GBytes) bytes = support_read_file (file);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkTable) table = hbk_xlsx_read (bytes, sheet, problems, &error);
  g_autofree char *dump = NULL;
  g_autofree char *said = support_dump_problems (problems);

  g_assert_no_error (error);
  dump = support_dump_table (table);
  g_assert_cmpstr (dump, ==, expected);
  g_assert_cmpstr (said, ==, warnings);
  g_assert_cmpstr (hbk_table_get_sheet (table), ==, name);
}

static void
test_excel (void)
{
  assert_sheet ("excel.xlsx", NULL, "Sheet1",
                "2: A=名称 | B=2024-03-15 | C=2024-03-15 | D=2024-03 | E=2024-03-15 | F=2024-03-15 | G=09:00 | H=0.5 | I=45366\n"
                "3: A=新材料 培训班 | C=東京 | D=line\\u000d\\u000atwo _x0041_ <&>\"' 中\n"
                "4: A=2 | B=ab | C=TRUE | D=FALSE | H=0.3\n"
                "6: B=2024-03-15 | C=abc | D=inline\n"
                "8: A=1 | C=3\n"
                "9: C=6\n",
                "row 4, column E: The formula of the cell gives the error “#DIV/0!”. It is read as empty. Mend the formula, or write the value in its place.\n"
                "row 4, column F: The cell has a formula without its result. It is read as empty. Open the file in a spreadsheet and save it, which works out the formula.\n"
                "row 6, column C: The cell should hold a number, but holds “abc”. It is read as text. Check it.\n");
}

/* As openpyxl writes it; the first sheet is empty, row 5 hidden, the title merged. */
static void
test_openpyxl (void)
{
  assert_sheet ("platform.xlsx", NULL, "学习记录",
                "1: A=2024年度专业技术人员继续教育学习记录\n"
                "2: A=导出时间：2024-12-20\n"
                "3: A=序号 | B=课程名称 | C=科目类型 | D=开始时间 | E=结束时间 | F=获得学时 | G=考试成绩 | H=备注\n"
                "4: A=1 | B=人工智能与科技创新 | C=公需科目 | D=2024-03-01 | E=2024-03-15 | F=30 | G=96\n"
                "5: A=2 | B=机械设计新方法 | C=专业科目 | D=2024-05-06 | E=2024-05-08 | F=0.3 | G=88.5 | H=重修\n"
                "6: A=3 | B=网络安全 | C=公需科目 | D=2024-06-01 | E=2024-06-01 | F=7.5 | H==1+1\n"
                "7: A=合计\n",
                "row 6, column G: The formula of the cell gives the error “#N/A”. It is read as empty. Mend the formula, or write the value in its place.\n"
                "row 7, column F: The cell has a formula without its result. It is read as empty. Open the file in a spreadsheet and save it, which works out the formula.\n");
}

static void
test_other_writers (void)
{
  assert_sheet ("prefixes.xlsx", NULL, "b", "1: A=甲 | B=1\n2: A=2 | B=<乙>\n", "");
  assert_sheet ("prefixes.xlsx", "a", "a", "", "");
  assert_sheet ("chart.xlsx", NULL, "数据", "1: A=x\n", "");
  assert_sheet ("hidden-sheet.xlsx", NULL, "数据", "1: A=x\n", "");
  assert_sheet ("hidden-sheet.xlsx", "列表", "列表", "1: A=choice\n", "");
  assert_sheet ("far.xlsx", NULL, "Sheet1", "1048576: ALL=x\n", "");
}

static void
test_dates (void)
{
  assert_sheet ("from-1904.xlsx", NULL, "Sheet1", "1: A=2024-03-15 | B=1904-01-01\n", "");
  assert_sheet ("leap-1900.xlsx", NULL, "Sheet1", "1: A=1900-02-29 | B=1900-02-28 | C=1900-03-01\n", "");
}

/* What the directory of the archive says of sizes is not needed. */
static void
test_lying_directory (void)
{
  assert_sheet ("wrong-size.xlsx", NULL, "Sheet1", "1: A=x\n", "");
  assert_sheet ("wrong-packed-size.xlsx", NULL, "Sheet1", "1: A=x\n", "");
}

static void
test_sheets (void)
{
  g_autoptr (GBytes) bytes = support_read_file ("platform.xlsx");
  g_autoptr (GBytes) bad = support_read_file ("bad-ods.xlsx");
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = hbk_xlsx_list_sheets (bytes, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = g_strjoinv ("|", names);
  g_assert_cmpstr (joined, ==, "说明|学习记录");

  g_assert_null (hbk_xlsx_read (bytes, "记\n录", problems, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no sheet “记\\u000a录”. Name one of these: 说明, 学习记录.");
  g_clear_error (&error);

  g_assert_null (hbk_xlsx_list_sheets (bad, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_FORMAT);
}

#define DAMAGED "The file is damaged or incomplete. Fetch it again, or open it in a spreadsheet and save it anew."
#define NOT_XML "A part of the file is not well-formed XML. Fetch the file again, or open it in a spreadsheet and save it anew."
#define TOO_LARGE "The file unpacks to more than Hourbook reads. Copy the rows that matter to a new file."
#define DOCTYPE "The file declares a document type, which no spreadsheet needs. Open it in a spreadsheet and save it anew."
#define OTHER_KIND "This is not a workbook in XLSX. Open it in a spreadsheet and save it as XLSX or CSV."
#define ODD_SHEET(row) "In row " row " or after it, the sheet is not as a spreadsheet writes it. Open the file in a spreadsheet and save it anew."
#define LACKS(part) "The file lacks the part “" part "”. Open it in a spreadsheet and save it anew."

static const struct
{
  const char *file;
  HbkError    code;
  const char *message;
} bad[] = {
  { "bad-truncated", HBK_ERROR_SYNTAX, DAMAGED },
  { "bad-no-directory", HBK_ERROR_SYNTAX, DAMAGED },
  { "bad-only-magic", HBK_ERROR_SYNTAX, DAMAGED },
  { "bad-damaged", HBK_ERROR_SYNTAX, DAMAGED },
  { "bad-overlap", HBK_ERROR_MISSING, LACKS ("xl/worksheets/sheet2.xml") },
  { "bad-encrypted-zip", HBK_ERROR_FORMAT, "The file is protected by a password. Open it in a spreadsheet and save it without one, as XLSX or CSV." },
  { "bad-method", HBK_ERROR_FORMAT, "The file is packed in an unusual way. Open it in a spreadsheet and save it anew as XLSX or CSV." },
  { "bad-bomb", HBK_ERROR_LIMIT, TOO_LARGE },
  { "bad-strings-bomb", HBK_ERROR_LIMIT, TOO_LARGE },
  { "bad-many-entries", HBK_ERROR_LIMIT, TOO_LARGE },
  { "bad-part-twice", HBK_ERROR_DUPLICATE, "The file holds the part “xl/workbook.xml” twice. Open it in a spreadsheet and save it anew." },
  { "bad-doctype", HBK_ERROR_FORMAT, DOCTYPE },
  { "bad-external-entity", HBK_ERROR_FORMAT, DOCTYPE },
  { "bad-unknown-entity", HBK_ERROR_SYNTAX, NOT_XML },
  { "bad-not-xml", HBK_ERROR_SYNTAX, NOT_XML },
  { "bad-empty-part", HBK_ERROR_SYNTAX, NOT_XML },
  { "bad-not-utf8", HBK_ERROR_SYNTAX, NOT_XML },
  { "bad-deep", HBK_ERROR_LIMIT, "The file has elements nested more than 64 deep. Open it in a spreadsheet and save it anew." },
  { "bad-without-sheet1.xml", HBK_ERROR_MISSING, LACKS ("xl/worksheets/sheet1.xml") },
  { "bad-without-workbook.xml", HBK_ERROR_MISSING, LACKS ("xl/workbook.xml") },
  { "bad-without-workbook.xml.rels", HBK_ERROR_MISSING, LACKS ("xl/_rels/workbook.xml.rels") },
  { "bad-ods", HBK_ERROR_FORMAT, OTHER_KIND },
  { "bad-docx", HBK_ERROR_FORMAT, OTHER_KIND },
  { "bad-no-sheets", HBK_ERROR_FORMAT, "The workbook has no sheet with cells. Choose a file with a table." },
  { "bad-external-sheet", HBK_ERROR_FORMAT, "The workbook has no sheet with cells. Choose a file with a table." },
  { "bad-many-sheets", HBK_ERROR_LIMIT, "The workbook has more than 200 sheets. Copy the sheet with the records to a new file." },
  { "bad-column-limit", HBK_ERROR_LIMIT, "Row 2 has more than 1000 columns. Delete the columns that hold no records." },
  { "bad-cell-too-long", HBK_ERROR_LIMIT, "The cell in row 1, column A has more than 32767 characters. Shorten it; perhaps a quotation mark is missing in an earlier row." },
  { "bad-merges-overlap", HBK_ERROR_SYNTAX, "In row 2, merged cells overlap. Open the file in a spreadsheet, unmerge them and save it anew." },
  { "bad-no-such-column", HBK_ERROR_SYNTAX, ODD_SHEET ("2") },
  { "bad-no-such-row", HBK_ERROR_SYNTAX, ODD_SHEET ("1") },
  { "bad-row-after-last", HBK_ERROR_SYNTAX, ODD_SHEET ("1048576") },
  { "bad-rows-backwards", HBK_ERROR_SYNTAX, ODD_SHEET ("2") },
  { "bad-cells-backwards", HBK_ERROR_SYNTAX, ODD_SHEET ("1") },
  { "bad-cell-outside", HBK_ERROR_SYNTAX, ODD_SHEET ("1") },
  { "bad-cell-in-cell", HBK_ERROR_SYNTAX, ODD_SHEET ("1") },
  { "bad-row-in-cell", HBK_ERROR_SYNTAX, ODD_SHEET ("1") },
  { "bad-string-missing", HBK_ERROR_SYNTAX, ODD_SHEET ("1") },
  { "bad-string-negative", HBK_ERROR_SYNTAX, ODD_SHEET ("1") },
  { "bad-string-huge", HBK_ERROR_SYNTAX, ODD_SHEET ("1") },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *file = g_strconcat (bad[i].file, ".xlsx", NULL);
      g_autoptr (GBytes) bytes = support_read_file (file);
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", file);
      g_assert_null (hbk_xlsx_read (bytes, NULL, problems, &error));
      g_assert_error (error, HBK_ERROR, (int) bad[i].code);
      g_assert_cmpstr (error->message, ==, bad[i].message);
    }
}

/* Whatever is cut off or turned over, the reader comes back with a table or an error. */
static void
test_mutations (void)
{
  g_autoptr (GBytes) bytes = support_read_file ("excel.xlsx");
  gsize         length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (data, length);
      g_autoptr (GBytes) turned = NULL;
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (HbkTable) table = NULL;

      g_assert_null (hbk_xlsx_read (cut, NULL, problems, NULL));

      changed[i] ^= 0x55;
      turned = g_bytes_new (changed, length);
      table = hbk_xlsx_read (turned, NULL, problems, &error);
      g_assert_true ((table == NULL) == (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xlsx-reader/excel", test_excel);
  g_test_add_func ("/xlsx-reader/openpyxl", test_openpyxl);
  g_test_add_func ("/xlsx-reader/other-writers", test_other_writers);
  g_test_add_func ("/xlsx-reader/dates", test_dates);
  g_test_add_func ("/xlsx-reader/lying-directory", test_lying_directory);
  g_test_add_func ("/xlsx-reader/sheets", test_sheets);
  g_test_add_func ("/xlsx-reader/bad", test_bad);
  g_test_add_func ("/xlsx-reader/mutations", test_mutations);

  return g_test_run ();
}
