/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/hbk-csv-guard.h"
#include "base/hbk-error.h"
#include "exchange/hbk-csv-reader.h"
#include "exchange/support.h"

static void
assert_table (const char *text, char separator, const char *expected, char found)
{
  g_autoptr (GError) error = NULL;
  char actual = '\0';
  g_autoptr (HbkTable) table = hbk_csv_read (text, strlen (text), separator, &actual, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = support_dump_table (table);
  g_assert_cmpstr (dump, ==, expected);
  g_assert_cmpint (actual, ==, found);
  g_assert_null (hbk_table_get_sheet (table));
}

static void
test_rfc_4180 (void)
{
  assert_table ("a,b\r\nc,d\r\n", 0, "1: A=a | B=b\n2: A=c | B=d\n", ',');
  assert_table ("a,b\r\nc,d", 0, "1: A=a | B=b\n2: A=c | B=d\n", ',');
  assert_table ("\"a,b\",\"c\"\"d\"\r\n", 0, "1: A=a,b | B=c\"d\n", ',');
  assert_table ("\"a\r\nb\",c\r\nd,e", 0, "1: A=a\\u000d\\u000ab | B=c\n3: A=d | B=e\n", ',');
  assert_table ("\"\",b\n", 0, "1: B=b\n", ',');
  assert_table ("a,,c", 0, "1: A=a | C=c\n", ',');
  assert_table ("a, b ,c", 0, "1: A=a | B= b  | C=c\n", ',');
}

static void
test_line_ends (void)
{
  assert_table ("a,b\nc,d\n", 0, "1: A=a | B=b\n2: A=c | B=d\n", ',');
  assert_table ("a,b\rc,d\r", 0, "1: A=a | B=b\n2: A=c | B=d\n", ',');
  assert_table ("a,b\n\r\n\nc,d", 0, "1: A=a | B=b\n4: A=c | B=d\n", ',');
  assert_table ("\"a\rb\nc\r\nd\",x\ny,z", 0, "1: A=a\\u000db\\u000ac\\u000d\\u000ad | B=x\n5: A=y | B=z\n", ',');
}

static void
test_empty (void)
{
  assert_table ("", 0, "", ',');
  assert_table ("\n\n\n", 0, "", ',');
  assert_table (",,,\n,,,\n", 0, "", ',');
  assert_table ("a\n,,,\n", 0, "1: A=a\n", ',');
}

static void
test_separator (void)
{
  assert_table ("a;b\nc;d", 0, "1: A=a | B=b\n2: A=c | B=d\n", ';');
  assert_table ("a\tb\nc\td", 0, "1: A=a | B=b\n2: A=c | B=d\n", '\t');
  assert_table ("one cell\nanother", 0, "1: A=one cell\n2: A=another\n", ',');
  /* What most rows agree on counts, not what there is most of. */
  assert_table ("名称;学时\na,b,c,d;3\ne,f;4", 0, "1: A=名称 | B=学时\n2: A=a,b,c,d | B=3\n3: A=e,f | B=4\n", ';');
  assert_table ("title\n\nx;y\n1;2,5\n3;4,5", 0, "1: A=title\n3: A=x | B=y\n4: A=1 | B=2,5\n5: A=3 | B=4,5\n", ';');
  assert_table ("\"a;b\",c\n\"d;e\",f", 0, "1: A=a;b | B=c\n2: A=d;e | B=f\n", ',');
  /* The full-width comma is part of the text. */
  assert_table ("甲，乙,丙\n丁，戊,己", 0, "1: A=甲，乙 | B=丙\n2: A=丁，戊 | B=己\n", ',');
  assert_table ("a,b;c", ';', "1: A=a,b | B=c\n", ';');
  assert_table ("a,b|c", '|', "1: A=a,b | B=c\n", '|');
}

static void
test_separator_line (void)
{
  assert_table ("sep=;\r\na;b,c", 0, "2: A=a | B=b,c\n", ';');
  assert_table ("SEP=\t\na\tb", 0, "2: A=a | B=b\n", '\t');
  assert_table ("sep=,", 0, "", ',');
  assert_table ("sep=;\na;b", ',', "2: A=a;b\n", ',');
  /* Others are cells. */
  assert_table ("sep=x\na,b", 0, "1: A=sep=x\n2: A=a | B=b\n", ',');
  assert_table ("sep=;;\na;b", 0, "1: A=sep=\n2: A=a | B=b\n", ';');
}

/* As spreadsheets read it, rather than refusing a file that they take. */
static void
test_stray_quotes (void)
{
  assert_table ("a\"b,c", 0, "1: A=a\"b | B=c\n", ',');
  assert_table ("\"a\"b,c", 0, "1: A=ab | B=c\n", ',');
  assert_table ("\"a\" ,c", 0, "1: A=a  | B=c\n", ',');
  assert_table ("a,\"\"\"b\"\"\"", 0, "1: A=a | B=\"b\"\n", ',');
}

static void
test_open_quote (void)
{
  static const char *const texts[] = { "a,b\nc,\"d\ne,f\n", "a\nb,\"", "a\n\"x\"\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HbkTable) table = hbk_csv_read (texts[i], strlen (texts[i]), ',', NULL, &error);

      g_assert_null (table);
      g_assert_error (error, HBK_ERROR, HBK_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, "The quotation mark in line 2 is never closed. Close it, or double it where it is part of the text.");
    }
}

static void
test_limits (void)
{
  g_autofree char *commas = g_strnfill (1000, ',');
  g_autofree char *text = g_strconcat (commas, "x", NULL);
  g_autofree char *lines = g_strnfill (300000, '\n');
  g_autofree char *tail = g_strconcat ("a,b", lines, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkTable) table = hbk_csv_read (text, strlen (text), ',', NULL, &error);

  g_assert_null (table);
  g_assert_error (error, HBK_ERROR, HBK_ERROR_LIMIT);

  /* A tail of nothing is no limit. */
  assert_table (tail, ',', "1: A=a | B=b\n", ',');
  assert_table (commas, ',', "", ',');
}

static void
test_guard (void)
{
  static const struct
  {
    const char *text;
    gboolean    needed;
  } texts[] = {
    { "", FALSE },
    { "a=b", FALSE },
    { "=1+1", TRUE },
    { "+1 day", TRUE },
    { "-x", TRUE },
    { "@SUM(A1)", TRUE },
    { "\tx", TRUE },
    { "\rx", TRUE },
    { "\nx", TRUE },
    { "＝1+1", TRUE },
    { "＋1", TRUE },
    { "－1", TRUE },
    { "＠x", TRUE },
    { " =1+1", TRUE },
    { "\xe3\x80\x80=1+1", TRUE },
    { "-5", FALSE },
    { "+5", FALSE },
    { "-7.5", FALSE },
    { "-5-3", TRUE },
    { "-", TRUE },
    { "-.5", TRUE },
    { "-5.", TRUE },
    { "'", FALSE },
    { "'a", FALSE },
    { "'=1", TRUE },
    { "''=1", TRUE },
    { "'-5", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *guarded = g_strconcat (texts[i].needed ? "'" : "", texts[i].text, NULL);

      g_assert_cmpint (hbk_csv_needs_guard (texts[i].text), ==, texts[i].needed);
      g_assert_cmpstr (hbk_csv_without_guard (guarded), ==, texts[i].text);
    }

  assert_table ("'=1+1,''=2\n'x,'-y", 0, "1: A==1+1 | B='=2\n2: A='x | B=-y\n", ',');
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-reader/rfc-4180", test_rfc_4180);
  g_test_add_func ("/csv-reader/line-ends", test_line_ends);
  g_test_add_func ("/csv-reader/empty", test_empty);
  g_test_add_func ("/csv-reader/separator", test_separator);
  g_test_add_func ("/csv-reader/separator-line", test_separator_line);
  g_test_add_func ("/csv-reader/stray-quotes", test_stray_quotes);
  g_test_add_func ("/csv-reader/open-quote", test_open_quote);
  g_test_add_func ("/csv-reader/limits", test_limits);
  g_test_add_func ("/csv-reader/guard", test_guard);

  return g_test_run ();
}
