/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/hbk-column-mapping.h"

#include "base/hbk-error.h"
#include "exchange/support.h"

/* The targets of the columns, from left to right. */
static char *
name_targets (const HbkColumnMapping *mapping)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < hbk_column_mapping_get_n_columns (mapping); i++)
    {
      g_autofree char *name = hbk_import_target_to_name (hbk_column_mapping_get_target (mapping, i));

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }

  return g_string_free_and_steal (names);
}

static void
assert_suggests (const char *csv, int header_row, const char *targets)
{
  g_autoptr (HbkTable) table = support_read_csv (csv);
  g_autoptr (HbkColumnMapping) mapping = hbk_column_mapping_suggest (table, support_get_vocabulary ());
  g_autofree char *names = name_targets (mapping);

  g_assert_cmpstr (names, ==, targets);
  g_assert_cmpint (hbk_column_mapping_get_header_row (mapping), ==, header_row);
}

static void
test_platforms (void)
{
  assert_suggests ("课程名称,开始时间,结束时间,学时\n", 1, "title start end hours");
  assert_suggests ("培训名称,培训时间,获得学时,备注\n", 1, "title period hours note");
  assert_suggests ("项目名称,起始时间,结业时间,学分\n", 1, "title start end hours");
  assert_suggests ("序号,姓名,身份证号,学习内容,起止时间,学时数,科目类型\n", 1, "ignore ignore ignore title period hours subject");
  assert_suggests ("名称,日期,活动类型,主办单位,证书编号\n", 1, "title period activity append_note append_note");
  assert_suggests ("论文题目,发表日期,级别,作者排名\nx,2024-01-01,省级,1\n", 1, "title period fact:level fact:author_position");
  assert_suggests ("Course title,Start date,End date,Credit hours,Organiser,Remarks\n", 1, "title start end hours append_note note");
  assert_suggests ("title,activity,start,end,fact:days,stated_hours\n", 1, "title activity start end fact:days fact:stated_hours");
  assert_suggests ("Title,Date,Days,Level of the organiser\nx,2024-01-01,2,省级\n", 1, "title period fact:days fact:organiser_level");
  assert_suggests ("记录编号,名称,起止日期,状态,成果标识,审验公需学时,审验专业学时\n", 1, "id title period status work verified_public verified_professional");
}

/* Headers as they come: with blanks, brackets, colons, stars, in full width and in capitals. */
static void
test_headers (void)
{
  assert_suggests ("\" 课程 名称 \",开始时间：,学时（个）,* 备注\n", 1, "title start hours note");
  assert_suggests ("\"课程\n名称\",ＤＡＴＥ,HOURS\n", 1, "title period hours");
  assert_suggests ("名称,日期,颜色,\n", 1, "title period ignore");
}

static void
test_header_row (void)
{
  assert_suggests ("学习记录\n\n导出时间,2024-12-20\n名称,日期,学时\nx,2024-01-01,3\n", 4, "title period hours");
  /* Without any that is known, the first with more than one cell. */
  assert_suggests ("x\na,b,c\n1,2,3\n", 2, "ignore ignore ignore");
  assert_suggests ("x\ny\n", 0, "ignore");
  assert_suggests ("", 0, "");
}

/* What one platform calls the subject the next calls the activity; the values say which. */
static void
test_values_decide (void)
{
  assert_suggests ("名称,日期,类别\na,2024-01-01,公需\nb,2024-01-02,专业\n", 1, "title period subject");
  assert_suggests ("名称,日期,类别\na,2024-01-01,论文\nb,2024-01-02,培训班\n", 1, "title period activity");
  assert_suggests ("名称,日期,类别\na,2024-01-01,线上\n", 1, "title period append_note");
  assert_suggests ("名称,日期,Type\na,2024-01-01,-\nb,2024-01-02,Paper\n", 1, "title period activity");
  /* Names are no answer to the question which kind of organiser it was. */
  assert_suggests ("名称,日期,组织单位\na,2024-01-01,某某学会\n", 1, "title period append_note");
  assert_suggests ("名称,日期,组织单位\na,2024-01-01,所在单位\n", 1, "title period fact:organiser_kind");
}

static void
test_doubles (void)
{
  assert_suggests ("课程名称,培训名称,日期\n", 1, "title append_note period");
  assert_suggests ("学时,获得学时,名称,日期\n", 1, "hours append_note title period");
}

/* Where only the end is said, it is the date. */
static void
test_only_end (void)
{
  assert_suggests ("课程名称,完成时间,学时\n", 1, "title period hours");
  assert_suggests ("课程名称,开始时间,完成时间\n", 1, "title start end");
}

static HbkColumnMapping *
make_mapping (const char *csv)
{
  g_autoptr (HbkTable) table = support_read_csv (csv);

  return hbk_column_mapping_suggest (table, support_get_vocabulary ());
}

static void
test_assign (void)
{
  g_autoptr (HbkColumnMapping) mapping = make_mapping ("甲,乙=丙,C,4,课程名称\n");
  static const struct
  {
    const char *option;
    const char *targets;
  } steps[] = {
    { "甲=start", "start ignore ignore ignore title" },
    { "乙=丙=note", "start note ignore ignore title" },
    /* A header goes before a letter, a letter before a number. */
    { "c=fact:days", "start note fact:days ignore title" },
    { "4=append_note", "start note fact:days append_note title" },
    { "D=append_note", "start note fact:days append_note title" },
    { "1=append_note", "append_note note fact:days append_note title" },
    { "b= hours", "append_note hours fact:days append_note title" },
    /* There is one title only. */
    { "甲=title", "title hours fact:days append_note ignore" },
    { "甲=ignore", "ignore hours fact:days append_note ignore" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *names = NULL;

      hbk_column_mapping_assign (mapping, steps[i].option, &error);
      g_assert_no_error (error);
      names = name_targets (mapping);
      g_assert_cmpstr (names, ==, steps[i].targets);
    }
}

static void
test_assign_refused (void)
{
  static const struct
  {
    const char *option;
    HbkError    code;
    const char *message;
  } cases[] = {
    { "title", HBK_ERROR_USAGE, "“title” does not say what a column is. Write the column and what it says, such as B=title." },
    { "X=title", HBK_ERROR_NOT_FOUND, "The table has no column “X”. Name one by its header, its letter or its number." },
    { "0=title", HBK_ERROR_NOT_FOUND, "The table has no column “0”. Name one by its header, its letter or its number." },
    { "99=title", HBK_ERROR_NOT_FOUND, "The table has no column “99”. Name one by its header, its letter or its number." },
    { "=title", HBK_ERROR_NOT_FOUND, "The table has no column “”. Name one by its header, its letter or its number." },
    { "A=colour", HBK_ERROR_UNKNOWN, "A record has no “colour”. Name one of: id, title, activity, start, end, period, subject, status, work, note, append_note, verified_public, verified_professional, hours, ignore, or fact: and the id of a fact." },
    { "A=fact:colour", HBK_ERROR_UNKNOWN, "A record has no “fact:colour”. Name one of: id, title, activity, start, end, period, subject, status, work, note, append_note, verified_public, verified_professional, hours, ignore, or fact: and the id of a fact." },
  };
  g_autoptr (HbkColumnMapping) mapping = make_mapping ("名称,日期\n");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hbk_column_mapping_assign (mapping, cases[i].option, &error));
      g_assert_error (error, HBK_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_defaults (void)
{
  g_autoptr (HbkColumnMapping) mapping = make_mapping ("名称,日期\n");
  static const char *const refused[] = { "activity", "id=x", "ignore=x", "append_note=x" };
  HbkImportTarget          target;

  g_assert_true (hbk_column_mapping_set_default (mapping, "activity=training", NULL));
  g_assert_true (hbk_column_mapping_set_default (mapping, "fact:days=2", NULL));
  g_assert_true (hbk_column_mapping_set_default (mapping, "note=a=b", NULL));
  g_assert_true (hbk_column_mapping_set_default (mapping, "activity=paper", NULL));

  g_assert_cmpuint (hbk_column_mapping_get_n_defaults (mapping), ==, 3);
  g_assert_cmpstr (hbk_column_mapping_get_default (mapping, 0, &target), ==, "2");
  g_assert_cmpint (target.kind, ==, HBK_IMPORT_FACT);
  g_assert_cmpstr (target.fact->id, ==, "days");
  g_assert_cmpstr (hbk_column_mapping_find_default (mapping, HBK_IMPORT_ACTIVITY), ==, "paper");
  g_assert_cmpstr (hbk_column_mapping_find_default (mapping, HBK_IMPORT_NOTE), ==, "a=b");
  g_assert_null (hbk_column_mapping_find_default (mapping, HBK_IMPORT_TITLE));

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hbk_column_mapping_set_default (mapping, refused[i], &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_USAGE);
      g_assert_true (g_str_has_suffix (error->message, "” cannot hold for all rows. Write what they have in common, such as activity=training."));
    }
  g_assert_false (hbk_column_mapping_set_default (mapping, "colour=red", NULL));
}

static void
test_set_header_row (void)
{
  g_autoptr (HbkColumnMapping) mapping = make_mapping ("名称,日期,学时\n\nx,y,z\n课程,备注\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  g_assert_true (hbk_column_mapping_set_header_row (mapping, 4, &error));
  names = name_targets (mapping);
  g_assert_cmpstr (names, ==, "title note ignore");
  g_assert_cmpuint (hbk_column_mapping_get_first_row (mapping), ==, 3);
  g_assert_cmpstr (hbk_column_mapping_get_header (mapping, 0), ==, "课程");
  g_assert_cmpstr (hbk_column_mapping_get_header (mapping, 2), ==, "C");

  g_assert_false (hbk_column_mapping_set_header_row (mapping, 2, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "Row 2 is empty or not in the table. Name the row with the headers, or 0 when there are none.");

  g_assert_true (hbk_column_mapping_set_header_row (mapping, 0, NULL));
  g_assert_cmpint (hbk_column_mapping_get_header_row (mapping), ==, 0);
  g_assert_cmpuint (hbk_column_mapping_get_first_row (mapping), ==, 0);
  g_assert_cmpstr (hbk_column_mapping_get_header (mapping, 1), ==, "B");
}

static void
test_describe (void)
{
  g_autoptr (HbkColumnMapping) mapping = make_mapping ("\"课程\n名称\",天数,颜色,学时\n");
  g_autofree char *first = hbk_column_mapping_describe (mapping, 0, HBK_LANGUAGE_EN);
  g_autofree char *second = hbk_column_mapping_describe (mapping, 1, HBK_LANGUAGE_ZH);
  g_autofree char *third = hbk_column_mapping_describe (mapping, 2, HBK_LANGUAGE_EN);
  g_autofree char *fourth = hbk_column_mapping_describe (mapping, 3, HBK_LANGUAGE_ZH);

  g_assert_cmpstr (first, ==, "A “课程\\u000a名称” → title (Title)");
  g_assert_cmpstr (second, ==, "B “天数” → fact:days (天数)");
  g_assert_cmpstr (third, ==, "C “颜色” → ignore (not imported)");
  g_assert_cmpstr (fourth, ==, "D “学时” → hours (学时（按活动类别）)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/column-mapping/platforms", test_platforms);
  g_test_add_func ("/column-mapping/headers", test_headers);
  g_test_add_func ("/column-mapping/header-row", test_header_row);
  g_test_add_func ("/column-mapping/values-decide", test_values_decide);
  g_test_add_func ("/column-mapping/doubles", test_doubles);
  g_test_add_func ("/column-mapping/only-end", test_only_end);
  g_test_add_func ("/column-mapping/assign", test_assign);
  g_test_add_func ("/column-mapping/assign-refused", test_assign_refused);
  g_test_add_func ("/column-mapping/defaults", test_defaults);
  g_test_add_func ("/column-mapping/set-header-row", test_set_header_row);
  g_test_add_func ("/column-mapping/describe", test_describe);

  return g_test_run ();
}
