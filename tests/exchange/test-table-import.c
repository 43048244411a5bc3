/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/hbk-table-import.h"

#include <string.h>

#include "exchange/hbk-table-reader.h"
#include "exchange/support.h"

#define HEAD "名称,活动类别,日期,"

static void
assert_import (const HbkTableImport *import, const char *records, const char *problems, const char *warnings)
{
  g_autofree char *dump = support_dump_import (import);
  g_autofree char *wrong = support_dump_problems (hbk_table_import_get_problems (import));
  g_autofree char *noted = support_dump_problems (hbk_table_import_get_warnings (import));

  g_assert_cmpstr (wrong, ==, problems);
  g_assert_cmpstr (dump, ==, records);
  g_assert_cmpstr (noted, ==, warnings);
  g_assert_cmpuint (hbk_table_import_get_n_rows (import), ==, hbk_table_import_get_n_records (import) + hbk_table_import_get_n_skipped (import) + hbk_table_import_get_n_refused (import));
}

static void
assert_csv (const char *csv, const char *records, const char *problems, const char *warnings)
{
  g_autoptr (HbkTable) table = support_read_csv (csv);
  g_autoptr (HbkTableImport) import = support_import (table, NULL);

  assert_import (import, records, problems, warnings);
}

static HbkTable *
read_file (const char *file)
{
  g_autoptr (GBytes) bytes = support_read_file (file);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GError) error = NULL;
  HbkTableSource source;
  HbkTable      *table = hbk_table_read (bytes, NULL, &source, problems, &error);

  g_assert_no_error (error);

  return table;
}

static void
test_platform_workbook (void)
{
  g_autoptr (HbkTable) table = read_file ("platform.xlsx");
  g_autoptr (HbkTableImport) import = support_import (table, "+activity=公需课", NULL);

  assert_import (import,
                 "4: public_course “人工智能与科技创新” 2024-03-01..2024-03-15 public recorded_hours=30\n"
                 "5: public_course “机械设计新方法” 2024-05-06..2024-05-08 professional recorded_hours=0.3 note=重修\n"
                 "6: public_course “网络安全” 2024-06-01..2024-06-01 public recorded_hours=7.5 note==1+1\n",
                 "", "row 7: The row is a total. It was left out.\n");
}

static void
test_platform_csv (void)
{
  g_autoptr (HbkTable) table = read_file ("platform-gb18030.csv");
  g_autoptr (HbkTableImport) import = support_import (table, "+activity=training", NULL);

  assert_import (import,
                 "2: training “人工智能应用” 2024-03-01..2024-03-15 public stated_hours=30 note=主办单位：某某市人力资源和社会保障局\\u000a证书编号：№ 2024-001\n"
                 "3: training “焊接工艺，新标准” 2024-05-06..2024-05-08 professional stated_hours=18 note=主办单位：某某学会\\u000a证书编号：XS-2\n",
                 "", "row 4: The row is a total. It was left out.\n");
}

static void
test_spreadsheets (void)
{
  g_autoptr (HbkTable) semicolon = read_file ("semicolon.csv");
  g_autoptr (HbkTableImport) first = support_import (semicolon, NULL);
  g_autoptr (HbkTable) unicode = read_file ("excel-unicode.txt");
  g_autoptr (HbkTableImport) second = support_import (unicode, "学时=fact:recorded_hours", "+activity=training", "+subject=公需", NULL);

  assert_import (first, "3: training “Welding” 2024-03-15..2024-03-17 stated_hours=7.5\n", "", "");
  assert_import (second, "2: training “龘䶮𠮷培训班” 2024-03-15..2024-03-15 public recorded_hours=6\n", "", "");
}

static void
test_all_columns (void)
{
  assert_csv ("id,title,activity,start,end,subject,status,work,note,verified_public,verified_professional,fact:days,fact:completed,发证单位\n"
              "r1,A,论文,2024-03-15,2024-03-17,professional,已审验,doi:1,n,1.5,,2天,是,X\n"
              "r2,B,paper,2024-03-15,,,,,,,,,,\n",
              "2: paper “A” 2024-03-15..2024-03-17 professional verified days=2 completed=true verified 150+0 work=doi:1 note=n\\u000a发证单位：X\n"
              "3: paper “B” 2024-03-15..2024-03-15\n",
              "", "");
}

static void
test_hours (void)
{
  assert_csv (HEAD "学时\na,公需课,2024-01-01,1\nb,在线学习,2024-01-01,2\nc,培训班,2024-01-01,3\nd,授课,2024-01-01,4\ne,培训班,2024-01-01,-\n",
              "2: public_course “a” 2024-01-01..2024-01-01 recorded_hours=1\n"
              "3: online_course “b” 2024-01-01..2024-01-01 recorded_hours=2\n"
              "4: training “c” 2024-01-01..2024-01-01 stated_hours=3\n"
              "5: teaching “d” 2024-01-01..2024-01-01 teaching_hours=4\n"
              "6: training “e” 2024-01-01..2024-01-01\n",
              "", "");
}

static void
test_dates (void)
{
  assert_csv ("title,activity,start,end\na,paper,2024-03-15至17日,\nb,paper,45366,45368\nc,paper,2024-03-15,-\nd,paper,2024年3月15日,2024年3月17日 17:00\n",
              "2: paper “a” 2024-03-15..2024-03-17\n"
              "3: paper “b” 2024-03-15..2024-03-17\n"
              "4: paper “c” 2024-03-15..2024-03-15\n"
              "5: paper “d” 2024-03-15..2024-03-17\n",
              "", "");
  assert_csv ("title,activity,start,end\na,paper,2024-03-15,2024-03-14\nb,paper,,2024-03-14\nc,paper,03/04/2024,\n", "",
              "row 2: The end is before the start. Correct one of the two dates.\n"
              "row 3: The row has no date. Write when it was, or delete the row.\n"
              "row 4, column start: “03/04/2024” can be read as more than one date. Write it with the whole year first, such as 2024-03-15.\n",
              "");
}

static void
test_months (void)
{
  g_autoptr (HbkTable) table = support_read_csv (HEAD "天数\na,paper,2024年3月-5月,\nb,paper,2024-03,\n");
  g_autoptr (HbkColumnMapping) mapping = hbk_column_mapping_suggest (table, support_get_vocabulary ());
  g_autoptr (HbkTableImport) strict = hbk_table_import (mapping, HBK_DATE_TEXT_STRICT);
  g_autoptr (HbkTableImport) months = hbk_table_import (mapping, HBK_DATE_TEXT_MONTHS);

  assert_import (strict, "",
                 "row 2, column 日期: “2024年3月-5月” does not say the day. Write it as 2024-03-15, or a whole month as 2024-03-01 to 2024-03-31.\n"
                 "row 3, column 日期: “2024-03” does not say the day. Write it as 2024-03-15, or a whole month as 2024-03-01 to 2024-03-31.\n",
                 "");
  assert_import (months, "2: paper “a” 2024-03-01..2024-05-31\n3: paper “b” 2024-03-01..2024-03-31\n", "", "");
}

/* All that is wrong in a row is said, and the other rows are read all the same. */
static void
test_problems (void)
{
  g_autofree char *title = g_strnfill (2001, 'x');
  g_autofree char *work = g_strnfill (1001, 'x');
  g_autofree char *note = g_strnfill (20001, 'x');
  g_autofree char *id = g_strnfill (201, 'x');
  g_autofree char *csv = g_strconcat ("id,title,activity,period,subject,status,work,note,fact:days,学时,verified_public\n"
                                      ",a,游泳,明天,选修,好,,,两天,多,x\n"
                                      "1,a,paper,2024-01-01,,,,,,,\n"
                                      "2,,paper,2024-01-01,,,,,,,\n"
                                      "3,b,,2024-01-01,,,,,,,\n",
                                      id, ",", title, ",paper,2024-01-01,,,", work, ",", note, ",,,\n", NULL);

  assert_csv (csv, "3: paper “a” 2024-01-01..2024-01-01\n",
              "row 2, column activity: “游泳” is not an activity that Hourbook knows. Write the name or the id of an activity, or leave it empty and name one for all rows, such as activity=training.\n"
              "row 2, column period: “明天” is not a date. Write it as 2024-03-15, or a range as 2024-03-15 to 2024-03-17.\n"
              "row 2, column subject: “选修” is not a subject. Write 公需科目 or 专业科目, public or professional, or leave it empty.\n"
              "row 2, column status: “好” is not a status. Write planned, done, submitted, verified or returned, or leave it empty.\n"
              "row 2, column fact:days: “两天” is not a number. Write one with at most two decimals, such as 30 or 7.5.\n"
              "row 2, column verified_public: “x” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5.\n"
              "row 2, column 学时: “多” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5.\n"
              "row 4: The row has no title. Write what it was, or delete the row.\n"
              "row 5: The row does not say the activity. Write it, or name one for all rows, such as activity=training.\n"
              "row 6, column id: The text has more than 200 characters. Shorten it.\n"
              "row 6, column title: The text has more than 2000 characters. Shorten it.\n"
              "row 6, column work: The text has more than 1000 characters. Shorten it.\n"
              "row 6: The text has more than 20000 characters. Shorten it.\n",
              "");
}

static void
test_missing_columns (void)
{
  assert_csv ("颜色,形状\n1,2\n", "",
              "No column of the table is known to be the title. Say which one is, such as B=title.\n"
              "No column of the table is known to be the date. Say which one is, such as C=start or C=period.\n"
              "No column of the table is known to be the activity. Say which one is, such as D=activity, or name one for all rows, such as activity=training.\n",
              "");
  assert_csv ("", "",
              "No column of the table is known to be the title. Say which one is, such as B=title.\n"
              "No column of the table is known to be the date. Say which one is, such as C=start or C=period.\n"
              "No column of the table is known to be the activity. Say which one is, such as D=activity, or name one for all rows, such as activity=training.\n",
              "");
}

/* A vocabulary without the facts that say hours. */
static void
test_no_fact_for_hours (void)
{
  static const char json[] = "{\"format\": \"hourbook-vocabulary\", \"version\": 1,"
                             "\"choice_lists\": [{\"id\": \"c\", \"choices\": [{\"id\": \"x\", \"name\": {\"zh\": \"一\", \"en\": \"x\"}}]}],"
                             "\"groups\": [{\"id\": \"g\", \"name\": {\"zh\": \"组\", \"en\": \"Group\"}}],"
                             "\"activities\": [{\"id\": \"talk\", \"name\": {\"zh\": \"讲\", \"en\": \"Talk\"}, \"group\": \"g\", \"date\": {\"zh\": \"日\", \"en\": \"on\"}}],"
                             "\"facts\": [{\"id\": \"f\", \"type\": \"boolean\", \"name\": {\"zh\": \"问\", \"en\": \"F\"}, \"ask\": {\"zh\": \"问\", \"en\": \"F\"}}],"
                             "\"profile\": [{\"id\": \"p\", \"type\": \"boolean\", \"name\": {\"zh\": \"人\", \"en\": \"P\"}, \"ask\": {\"zh\": \"人\", \"en\": \"P\"}}],"
                             "\"documents\": [{\"id\": \"d\", \"name\": {\"zh\": \"件\", \"en\": \"D\"}, \"effort\": 1}],"
                             "\"warnings\": [{\"id\": \"W-X\", \"severity\": \"info\", \"name\": {\"zh\": \"警\", \"en\": \"W\"}, \"action\": {\"zh\": \"做\", \"en\": \"A\"}}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (HbkVocabulary) vocabulary = hbk_vocabulary_read (bytes, problems);
  g_autoptr (HbkTable) table = support_read_csv ("title,activity,date,hours\na,talk,2024-01-01,3\n");
  g_autofree char *said = support_dump_problems (problems);
  g_autoptr (HbkColumnMapping) mapping = NULL;
  g_autoptr (HbkTableImport) import = NULL;

  g_assert_cmpstr (said, ==, "");
  mapping = hbk_column_mapping_suggest (table, vocabulary);
  import = hbk_table_import (mapping, HBK_DATE_TEXT_STRICT);
  assert_import (import, "", "row 2, column hours: The vocabulary has no fact for these hours. Name the fact the column answers, as fact: and its id.\n", "");
}

static void
test_left_out (void)
{
  assert_csv ("序号," HEAD "学时\n"
              "1,a,paper,2024-01-01,1\n"
              ",-,—,/,\n"
              "序号," HEAD "学时\n"
              "2,b,paper,2024-01-02,2\n"
              ",合计,,,3\n"
              "总计：,,,,3\n"
              "制表人：某某,,,,\n"
              ",合计学习班,paper,2024-01-03,1\n",
              "2: paper “a” 2024-01-01..2024-01-01 stated_hours=1\n"
              "5: paper “b” 2024-01-02..2024-01-02 stated_hours=2\n"
              "9: paper “合计学习班” 2024-01-03..2024-01-03 stated_hours=1\n",
              "",
              "row 3: The row is empty. It was left out.\n"
              "row 4: The row repeats the headers. It was left out.\n"
              "row 6: The row is a total. It was left out.\n"
              "row 7: The row is a total. It was left out.\n"
              "row 8: The row has one cell only, as a remark has. It was left out.\n");
}

static void
test_defaults (void)
{
  g_autoptr (HbkTable) table = support_read_csv ("名称,活动类型,日期,天数\na,,2024-01-01,\nb,论文,2024-01-02,5\nc,-,2024-01-03,-\n");
  g_autoptr (HbkTableImport) import = support_import (table, "+activity=training", "+fact:days=2天", "+status=已提交", NULL);
  g_autoptr (HbkTable) titles = support_read_csv ("x,y\na,1\nb,2\n");
  g_autoptr (HbkTableImport) same_day = support_import (titles, "A=title", "+activity=paper", "+start=2024-01-01", "+hours=3", NULL);
  g_autoptr (HbkTableImport) wrong = support_import (titles, "A=title", "+activity=游泳", "+start=2024-01-01", NULL);
  g_autoptr (HbkTable) periods = support_read_csv ("名称,起止日期\na,2024-03-15至17日\nb,-\n");
  g_autoptr (HbkTableImport) own_days = support_import (periods, "+activity=paper", "+start=2024-01-01", "+end=2024-12-31", NULL);
  g_autofree char *problems = support_dump_problems (hbk_table_import_get_problems (wrong));

  assert_import (own_days, "2: paper “a” 2024-03-15..2024-03-17\n3: paper “b” 2024-01-01..2024-12-31\n", "", "");
  assert_import (import,
                 "2: training “a” 2024-01-01..2024-01-01 submitted days=2\n"
                 "3: paper “b” 2024-01-02..2024-01-02 submitted days=5\n"
                 "4: training “c” 2024-01-03..2024-01-03 submitted days=2\n",
                 "", "");
  assert_import (same_day, "2: paper “a” 2024-01-01..2024-01-01 stated_hours=3\n3: paper “b” 2024-01-01..2024-01-01 stated_hours=3\n", "", "");
  g_assert_nonnull (strstr (problems, "row 2, column activity: “游泳” is not an activity that Hourbook knows."));
}

static char *
list_ids (const HbkTableImport *import)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < hbk_table_import_get_n_records (import); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", hbk_record_get_id (hbk_table_import_get_record (import, i)));

  return g_string_free_and_steal (ids);
}

/* The same content has the same id, wherever it stands, and however often the table is imported. */
static void
test_ids (void)
{
  g_autoptr (HbkTable) table = support_read_csv (HEAD "学时\na,paper,2024-01-01,1\nb,paper,2024-01-01,1\na,paper,2024-01-01,2\n");
  g_autoptr (HbkTable) other = support_read_csv ("日期,课程名称,类型\n2024年1月1日,b,论文\n2024年1月1日,a,论文\n");
  g_autoptr (HbkTableImport) first = support_import (table, NULL);
  g_autoptr (HbkTableImport) second = support_import (other, NULL);
  g_autofree char *first_ids = list_ids (first);
  g_autofree char *second_ids = list_ids (second);

  g_assert_cmpstr (first_ids, ==, "import-67893921461c import-a18a7f7b5c73 import-67893921461c-2");
  g_assert_cmpstr (second_ids, ==, "import-a18a7f7b5c73 import-67893921461c");
}

static void
test_given_ids (void)
{
  g_autoptr (HbkTable) table = support_read_csv ("id,title,activity,date\n r1 ,a,paper,2024-01-01\n,a,paper,2024-01-01\nr1,b,paper,2024-01-01\n");
  g_autoptr (HbkTableImport) import = support_import (table, NULL);
  g_autofree char *ids = list_ids (import);
  g_autofree char *problems = support_dump_problems (hbk_table_import_get_problems (import));

  g_assert_cmpstr (ids, ==, "r1 import-67893921461c");
  g_assert_cmpstr (problems, ==, "row 4: Row 2 has the id “r1” too. Give each record an id of its own.\n");
  g_assert_cmpuint (hbk_table_import_get_n_refused (import), ==, 1);
}

/* An id that a row gives may be the one another would get. */
static void
test_taken_id (void)
{
  g_autoptr (HbkTable) table = support_read_csv ("id,title,activity,date\nimport-67893921461c,b,paper,2024-01-01\n,a,paper,2024-01-01\n");
  g_autoptr (HbkTableImport) import = support_import (table, NULL);
  g_autofree char *ids = list_ids (import);

  g_assert_cmpstr (ids, ==, "import-67893921461c import-67893921461c-2");
}

/* Without headers the columns have letters. */
static void
test_no_headers (void)
{
  g_autoptr (HbkTable) table = support_read_csv ("a,2024-01-01,3\nb,2024-01-02,x\n");
  g_autoptr (HbkColumnMapping) mapping = hbk_column_mapping_suggest (table, support_get_vocabulary ());
  g_autoptr (HbkTableImport) import = NULL;

  g_assert_true (hbk_column_mapping_set_header_row (mapping, 0, NULL));
  g_assert_true (hbk_column_mapping_assign (mapping, "A=title", NULL));
  g_assert_true (hbk_column_mapping_assign (mapping, "B=period", NULL));
  g_assert_true (hbk_column_mapping_assign (mapping, "C=hours", NULL));
  g_assert_true (hbk_column_mapping_set_default (mapping, "activity=training", NULL));
  import = hbk_table_import (mapping, HBK_DATE_TEXT_STRICT);
  assert_import (import, "1: training “a” 2024-01-01..2024-01-01 stated_hours=3\n", "row 2, column C: “x” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5.\n", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-import/platform-workbook", test_platform_workbook);
  g_test_add_func ("/table-import/platform-csv", test_platform_csv);
  g_test_add_func ("/table-import/spreadsheets", test_spreadsheets);
  g_test_add_func ("/table-import/all-columns", test_all_columns);
  g_test_add_func ("/table-import/hours", test_hours);
  g_test_add_func ("/table-import/dates", test_dates);
  g_test_add_func ("/table-import/months", test_months);
  g_test_add_func ("/table-import/problems", test_problems);
  g_test_add_func ("/table-import/missing-columns", test_missing_columns);
  g_test_add_func ("/table-import/no-fact-for-hours", test_no_fact_for_hours);
  g_test_add_func ("/table-import/left-out", test_left_out);
  g_test_add_func ("/table-import/defaults", test_defaults);
  g_test_add_func ("/table-import/ids", test_ids);
  g_test_add_func ("/table-import/given-ids", test_given_ids);
  g_test_add_func ("/table-import/taken-id", test_taken_id);
  g_test_add_func ("/table-import/no-headers", test_no_headers);

  return g_test_run ();
}
