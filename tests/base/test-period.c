/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-period.h"

static HbkPeriod
period (const char *start, const char *end)
{
  return (HbkPeriod) { hbk_date_parse (start), hbk_date_parse (end) };
}

static void
assert_period (HbkPeriod actual, const char *start, const char *end)
{
  g_assert_cmpint (actual.start, ==, hbk_date_parse (start));
  g_assert_cmpint (actual.end, ==, hbk_date_parse (end));
}

static void
test_days (void)
{
  static const struct
  {
    const char *start, *end;
    int         days;
  } cases[] = {
    { "2024-03-01", "2024-03-01", 1 },
    { "2024-02-28", "2024-03-01", 3 },
    { "2023-02-28", "2023-03-01", 2 },
    { "2024-01-01", "2024-12-31", 366 },
    { "2023-01-01", "2023-12-31", 365 },
    { "2023-12-31", "2024-01-01", 2 },
    { "2024-03-02", "2024-03-01", 0 },
    { "", "2024-03-01", 0 },
    { "2024-03-01", "", 0 },
    { "", "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HbkPeriod p = period (cases[i].start, cases[i].end);

      g_assert_cmpint (hbk_period_days (p), ==, cases[i].days);
      g_assert_cmpint (hbk_period_is_empty (p), ==, cases[i].days == 0);
    }
}

static void
test_overlap (void)
{
  HbkPeriod march = period ("2024-03-01", "2024-03-31");
  HbkPeriod common = period ("2000-01-01", "2000-01-01");

  g_assert_true (hbk_period_overlap (march, period ("2024-03-10", "2024-04-10"), &common));
  assert_period (common, "2024-03-10", "2024-03-31");
  g_assert_true (hbk_period_overlap (march, period ("2024-02-01", "2024-03-01"), &common));
  assert_period (common, "2024-03-01", "2024-03-01");
  g_assert_true (hbk_period_overlap (march, period ("2020-01-01", "2030-01-01"), &common));
  assert_period (common, "2024-03-01", "2024-03-31");
  g_assert_true (hbk_period_overlap (march, march, NULL));

  /* Nothing in common leaves the result alone. */
  common = march;
  g_assert_false (hbk_period_overlap (march, period ("2024-04-01", "2024-04-30"), &common));
  g_assert_false (hbk_period_overlap (march, period ("2024-02-01", "2024-02-29"), &common));
  g_assert_false (hbk_period_overlap (march, period ("2024-03-20", "2024-03-10"), &common));
  g_assert_false (hbk_period_overlap (period ("", "2024-03-10"), march, &common));
  assert_period (common, "2024-03-01", "2024-03-31");
}

static void
test_in_year (void)
{
  HbkPeriod posting = period ("2022-11-15", "2024-02-29");
  HbkPeriod part;

  g_assert_true (hbk_period_in_year (posting, 2022, &part));
  assert_period (part, "2022-11-15", "2022-12-31");
  g_assert_true (hbk_period_in_year (posting, 2023, &part));
  assert_period (part, "2023-01-01", "2023-12-31");
  g_assert_true (hbk_period_in_year (posting, 2024, &part));
  assert_period (part, "2024-01-01", "2024-02-29");
  g_assert_false (hbk_period_in_year (posting, 2021, &part));
  g_assert_false (hbk_period_in_year (posting, 2025, NULL));
  g_assert_false (hbk_period_in_year (posting, 0, NULL));
  g_assert_false (hbk_period_in_year (posting, 10000, NULL));

  /* The days of the years add up to the days of the whole. */
  int days = 0;
  for (int year = 2022; year <= 2024; year++)
    {
      g_assert_true (hbk_period_in_year (posting, year, &part));
      days += hbk_period_days (part);
    }
  g_assert_cmpint (days, ==, hbk_period_days (posting));
}

static void
test_contains (void)
{
  HbkPeriod march = period ("2024-03-01", "2024-03-31");

  g_assert_true (hbk_period_contains (march, march));
  g_assert_true (hbk_period_contains (march, period ("2024-03-31", "2024-03-31")));
  g_assert_false (hbk_period_contains (march, period ("2024-03-31", "2024-04-01")));
  g_assert_false (hbk_period_contains (march, period ("2024-02-29", "2024-03-01")));
  g_assert_false (hbk_period_contains (march, period ("2024-03-10", "2024-03-09")));
  g_assert_false (hbk_period_contains (period ("", ""), period ("", "")));
}

static void
test_whole_months (void)
{
  static const struct
  {
    const char *start, *end;
    int         months, rest;
  } cases[] = {
    { "2024-03-01", "2024-03-01", 0, 1 },
    { "2024-03-01", "2024-03-30", 0, 30 },
    { "2024-03-01", "2024-03-31", 1, 0 },
    { "2024-03-01", "2024-04-01", 1, 1 },
    { "2024-03-15", "2024-04-14", 1, 0 },
    { "2024-03-15", "2024-04-13", 0, 30 },
    { "2024-02-01", "2024-02-29", 1, 0 },
    { "2024-02-01", "2024-02-28", 0, 28 },
    { "2023-02-01", "2023-02-28", 1, 0 },
    { "2024-01-01", "2024-12-31", 12, 0 },
    { "2023-12-01", "2024-01-31", 2, 0 },
    /* From the 31st: the month is only full when the next one has run out. */
    { "2024-01-31", "2024-02-28", 0, 29 },
    { "2024-01-31", "2024-02-29", 1, 0 },
    { "2024-01-31", "2024-03-30", 2, 0 },
    { "2024-01-31", "2024-03-29", 1, 29 },
    { "2024-05-31", "2024-06-29", 0, 30 },
    { "2024-05-31", "2024-06-30", 1, 0 },
    { "2023-01-29", "2023-02-27", 0, 30 },
    { "2023-01-29", "2023-02-28", 1, 0 },
    { "2024-03-02", "2024-03-01", 0, 0 },
    { "", "2024-03-01", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HbkPeriod p = period (cases[i].start, cases[i].end);
      int       rest = -1;

      g_test_message ("%s to %s", cases[i].start, cases[i].end);
      g_assert_cmpint (hbk_period_whole_months (p, &rest), ==, cases[i].months);
      g_assert_cmpint (rest, ==, cases[i].rest);
      g_assert_cmpint (hbk_period_whole_months (p, NULL), ==, cases[i].months);
    }
}

static void
test_whole_years (void)
{
  static const struct
  {
    const char *start, *end;
    int         years;
  } cases[] = {
    { "2022-05-10", "2023-05-09", 1 },
    { "2022-05-10", "2023-05-08", 0 },
    { "2022-05-10", "2024-05-08", 1 },
    { "2022-05-10", "2024-05-09", 2 },
    { "2024-01-01", "2024-12-31", 1 },
    { "2024-01-01", "2024-12-30", 0 },
    { "2024-02-29", "2025-02-27", 0 },
    { "2024-02-29", "2025-02-28", 1 },
    { "2024-02-29", "2028-02-28", 4 },
    { "2023-03-01", "2024-02-28", 0 },
    { "2023-03-01", "2024-02-29", 1 },
    { "2024-05-02", "2024-05-01", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s to %s", cases[i].start, cases[i].end);
      g_assert_cmpint (hbk_period_whole_years (period (cases[i].start, cases[i].end)), ==, cases[i].years);
    }
}

/* What whole months promise, for every period of up to 14 months from every day of four years. */
static void
test_whole_months_promise (void)
{
  for (HbkDate start = hbk_date_new (2023, 1, 1); start < hbk_date_new (2025, 1, 1); start++)
    {
      for (HbkDate end = start; end < start + 430; end++)
        {
          int rest;
          int months = hbk_period_whole_months ((HbkPeriod) { start, end }, &rest);

          g_assert_cmpint (hbk_date_add_months (start, months), <=, end + 1);
          g_assert_cmpint (hbk_date_add_months (start, months + 1), >, end + 1);
          g_assert_cmpint (hbk_date_add_months (start, months) + rest, ==, end + 1);
        }
    }
}

static void
test_last_year (void)
{
  HbkPeriod last = { hbk_date_new (9999, 1, 1), hbk_date_new (9999, 12, 31) };
  int       rest;

  g_assert_cmpint (hbk_period_whole_months (last, &rest), ==, 11);
  g_assert_cmpint (rest, ==, 31);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/days", test_days);
  g_test_add_func ("/period/overlap", test_overlap);
  g_test_add_func ("/period/in-year", test_in_year);
  g_test_add_func ("/period/contains", test_contains);
  g_test_add_func ("/period/whole-months", test_whole_months);
  g_test_add_func ("/period/whole-years", test_whole_years);
  g_test_add_func ("/period/whole-months-promise", test_whole_months_promise);
  g_test_add_func ("/period/last-year", test_last_year);

  return g_test_run ();
}
