/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-date.h"

#include <string.h>

/* Every day from the first to the last, against GLib's calendar. */
static void
test_every_day (void)
{
  GDate   date;
  HbkDate expected = 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1);

  while (g_date_get_year (&date) <= 9999)
    {
      int year, month, day;

      expected++;
      g_assert_cmpint (hbk_date_new (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date)), ==, expected);

      hbk_date_split (expected, &year, &month, &day);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, g_date_get_month (&date));
      g_assert_cmpint (day, ==, g_date_get_day (&date));

      g_date_add_days (&date, 1);
    }

  g_assert_cmpint (expected, ==, 3652059);
}

static void
test_new_refused (void)
{
  static const int cases[][3] = {
    { 2023, 2, 29 },
    { 1900, 2, 29 },
    { 2100, 2, 29 },
    { 2024, 2, 30 },
    { 2024, 4, 31 },
    { 2024, 0, 1 },
    { 2024, 13, 1 },
    { 2024, -1, 1 },
    { 2024, 1, 0 },
    { 2024, 1, -1 },
    { 2024, 1, 32 },
    { 0, 1, 1 },
    { -4, 1, 1 },
    { 10000, 1, 1 },
    { G_MAXINT, G_MAXINT, G_MAXINT },
    { G_MININT, G_MININT, G_MININT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hbk_date_new (cases[i][0], cases[i][1], cases[i][2]), ==, HBK_DATE_NONE);
}

static void
test_days_in_month (void)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  for (int month = 1; month <= 12; month++)
    g_assert_cmpint (hbk_date_days_in_month (2023, month), ==, lengths[month - 1]);

  g_assert_cmpint (hbk_date_days_in_month (2024, 2), ==, 29);
  g_assert_cmpint (hbk_date_days_in_month (2000, 2), ==, 29);
  g_assert_cmpint (hbk_date_days_in_month (1900, 2), ==, 28);
  g_assert_cmpint (hbk_date_days_in_month (2023, 0), ==, 0);
  g_assert_cmpint (hbk_date_days_in_month (2023, 13), ==, 0);
}

static void
test_parse (void)
{
  static const char *const good[] = { "1900-01-01", "2000-02-29", "2023-12-31", "2024-02-29", "2024-03-01", "2200-12-31" };
  static const char *const bad[] = {
    "",
    "2",
    "2024",
    "2024-",
    "2024-0",
    "2024-03",
    "2024-03-",
    "2024-03-0",
    "2024-3-1",
    "2024-03-1",
    "2024-03-01 ",
    " 2024-03-01",
    "2024-03-01T00:00",
    "2024/03/01",
    "20240301",
    "01-03-2024",
    "2024-02-30",
    "2023-02-29",
    "2024-00-01",
    "2024-13-01",
    "2024-01-00",
    "2024-01-32",
    "1899-12-31",
    "2201-01-01",
    "0000-00-00",
    "-024-03-01",
    "+024-03-01",
    "2024--3-01",
    "２０２４-03-01",
    "2024年3月1日",
    "2024-03-0a",
    "abcd-ef-gh",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      HbkDate          date = hbk_date_parse (good[i]);
      g_autofree char *text = hbk_date_format (date);

      g_assert_cmpint (date, !=, HBK_DATE_NONE);
      g_assert_cmpstr (text, ==, good[i]);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      /* A copy of exactly its size, so that the sanitizer sees a step too far. */
      g_autofree char *copy = g_strdup (bad[i]);

      g_test_message ("“%s”", bad[i]);
      g_assert_cmpint (hbk_date_parse (copy), ==, HBK_DATE_NONE);
    }

  g_assert_cmpint (hbk_date_parse (NULL), ==, HBK_DATE_NONE);
}

static void
test_format (void)
{
  g_autofree char *none = hbk_date_format (HBK_DATE_NONE);
  g_autofree char *first = hbk_date_format (1);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (first, ==, "0001-01-01");
}

static void
test_parts (void)
{
  HbkDate date = hbk_date_new (2024, 2, 29);

  g_assert_cmpint (hbk_date_year (date), ==, 2024);
  g_assert_cmpint (hbk_date_month (date), ==, 2);
  g_assert_cmpint (hbk_date_day (date), ==, 29);
  g_assert_cmpint (hbk_date_year (HBK_DATE_NONE), ==, 0);
  g_assert_cmpint (hbk_date_month (HBK_DATE_NONE), ==, 0);
  g_assert_cmpint (hbk_date_day (HBK_DATE_NONE), ==, 0);
  g_assert_cmpint (hbk_date_year (-5), ==, 0);

  /* Days are numbers: the next day, the days between two dates. */
  g_assert_cmpint (date + 1, ==, hbk_date_new (2024, 3, 1));
  g_assert_cmpint (hbk_date_new (2025, 1, 1) - hbk_date_new (2024, 1, 1), ==, 366);
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *date;
    int         months;
    const char *result;
  } cases[] = {
    { "2024-03-15", 0, "2024-03-15" },
    { "2024-03-15", 1, "2024-04-15" },
    { "2024-03-15", -1, "2024-02-15" },
    { "2024-12-01", 1, "2025-01-01" },
    { "2024-01-01", -1, "2023-12-01" },
    { "2024-12-31", 1, "2025-01-31" },
    { "2024-11-30", 13, "2025-12-30" },
    { "2024-03-15", 12, "2025-03-15" },
    { "2024-03-15", -27, "2021-12-15" },
    /* The day does not exist: the first of the month after it. */
    { "2024-01-31", 1, "2024-03-01" },
    { "2023-01-31", 1, "2023-03-01" },
    { "2024-01-30", 1, "2024-03-01" },
    { "2023-01-29", 1, "2023-03-01" },
    { "2024-01-29", 1, "2024-02-29" },
    { "2024-01-31", 2, "2024-03-31" },
    { "2024-01-31", 3, "2024-05-01" },
    { "2024-03-31", -1, "2024-03-01" },
    { "2024-05-31", 1, "2024-07-01" },
    { "2024-10-31", 1, "2024-12-01" },
    { "2024-10-31", 4, "2025-03-01" },
    { "2024-02-29", 12, "2025-03-01" },
    { "2024-02-29", 48, "2028-02-29" },
    { "2024-02-29", -12, "2023-03-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HbkDate          date = hbk_date_add_months (hbk_date_parse (cases[i].date), cases[i].months);
      g_autofree char *text = hbk_date_format (date);

      g_test_message ("%s + %d", cases[i].date, cases[i].months);
      g_assert_cmpstr (text, ==, cases[i].result);
    }
}

static void
test_add_years (void)
{
  HbkDate leap = hbk_date_parse ("2024-02-29");

  g_assert_cmpint (hbk_date_add_years (leap, 1), ==, hbk_date_parse ("2025-03-01"));
  g_assert_cmpint (hbk_date_add_years (leap, 4), ==, hbk_date_parse ("2028-02-29"));
  g_assert_cmpint (hbk_date_add_years (leap, -1), ==, hbk_date_parse ("2023-03-01"));
  g_assert_cmpint (hbk_date_add_years (hbk_date_parse ("2022-05-10"), 1), ==, hbk_date_parse ("2023-05-10"));
}

static void
test_add_limits (void)
{
  HbkDate first = hbk_date_new (1, 1, 1);
  HbkDate last = hbk_date_new (9999, 12, 31);

  g_assert_cmpint (hbk_date_add_months (HBK_DATE_NONE, 1), ==, HBK_DATE_NONE);
  g_assert_cmpint (hbk_date_add_months (-1, 1), ==, HBK_DATE_NONE);
  g_assert_cmpint (hbk_date_add_months (first, -1), ==, HBK_DATE_NONE);
  g_assert_cmpint (hbk_date_add_months (last, 1), ==, HBK_DATE_NONE);
  g_assert_cmpint (hbk_date_add_months (first, 9998 * 12 + 11), ==, hbk_date_new (9999, 12, 1));
  g_assert_cmpint (hbk_date_add_months (last, -9998 * 12 - 11), ==, hbk_date_new (1, 1, 31));
  g_assert_cmpint (hbk_date_add_months (last, G_MAXINT), ==, HBK_DATE_NONE);
  g_assert_cmpint (hbk_date_add_months (first, G_MININT), ==, HBK_DATE_NONE);
  g_assert_cmpint (hbk_date_add_years (last, G_MAXINT), ==, HBK_DATE_NONE);
  g_assert_cmpint (hbk_date_add_years (first, G_MININT), ==, HBK_DATE_NONE);
}

/* Adding months never goes back, and never takes a later date before an earlier one. */
static void
test_add_months_order (void)
{
  for (HbkDate date = hbk_date_new (2023, 1, 1); date < hbk_date_new (2025, 1, 1); date++)
    {
      for (int months = 0; months < 14; months++)
        {
          HbkDate later = hbk_date_add_months (date, months);

          g_assert_cmpint (later, >=, date);
          g_assert_cmpint (hbk_date_add_months (date, months + 1), >, later);
          g_assert_cmpint (hbk_date_add_months (date + 1, months), >=, later);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/new-refused", test_new_refused);
  g_test_add_func ("/date/days-in-month", test_days_in_month);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/parts", test_parts);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/add-years", test_add_years);
  g_test_add_func ("/date/add-limits", test_add_limits);
  g_test_add_func ("/date/add-months-order", test_add_months_order);

  return g_test_run ();
}
