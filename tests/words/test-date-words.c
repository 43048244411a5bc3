/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "words/hbk-date-words.h"

#include <locale.h>

static void
check (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static HbkDate
date (const char *text)
{
  return hbk_date_parse (text);
}

static void
test_date (void)
{
  check (hbk_words_date (date ("2024-11-08")), "8 Nov 2024");
  check (hbk_words_date_short (date ("2024-11-08")), "8 Nov");
  check (hbk_words_date (HBK_DATE_NONE), "–");
  check (hbk_words_date_short (HBK_DATE_NONE), "–");
}

/* The year is said once. */
static void
test_period_full (void)
{
  check (hbk_words_period_full (date ("2024-07-29"), date ("2024-07-29")), "29 Jul 2024");
  check (hbk_words_period_full (date ("2024-07-29"), date ("2024-07-30")), "29–30 Jul 2024");
  check (hbk_words_period_full (date ("2023-12-30"), date ("2024-01-02")), "30 Dec 2023 – 2 Jan 2024");
  check (hbk_words_period_full (date ("2024-07-29"), HBK_DATE_NONE), "29 Jul 2024");
  check (hbk_words_period_full (HBK_DATE_NONE, date ("2024-07-29")), "29 Jul 2024");
}

/* What both days have in common is said once. */
static void
test_period (void)
{
  check (hbk_words_period (date ("2024-07-29"), date ("2024-07-29")), "29 Jul");
  check (hbk_words_period (date ("2024-07-29"), date ("2024-07-30")), "29–30 Jul");
  check (hbk_words_period (date ("2024-07-29"), date ("2024-08-02")), "29 Jul – 2 Aug");
  check (hbk_words_period (date ("2023-12-30"), date ("2024-01-02")), "30 Dec 2023 – 2 Jan 2024");
  check (hbk_words_period (date ("2023-07-29"), date ("2024-07-30")), "29 Jul 2023 – 30 Jul 2024");
  check (hbk_words_period (date ("2024-07-29"), HBK_DATE_NONE), "29 Jul");
  check (hbk_words_period (HBK_DATE_NONE, date ("2024-07-29")), "29 Jul");
  check (hbk_words_period (HBK_DATE_NONE, HBK_DATE_NONE), "–");
}

static void
test_month (void)
{
  check (hbk_words_month (2024, 2), "February 2024");
  check (hbk_words_month_short (2), "Feb");
}

static void
test_days_left (void)
{
  HbkDate today = date ("2024-11-18");

  check (hbk_words_days_left (today, date ("2024-12-10")), "22 days left");
  check (hbk_words_days_left (today, date ("2024-11-19")), "1 day left");
  check (hbk_words_days_left (today, today), "today");
  check (hbk_words_days_left (today, date ("2024-11-17")), "1 day ago");
  check (hbk_words_days_left (today, date ("2024-11-15")), "3 days ago");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-words/date", test_date);
  g_test_add_func ("/date-words/period", test_period);
  g_test_add_func ("/date-words/period-full", test_period_full);
  g_test_add_func ("/date-words/month", test_month);
  g_test_add_func ("/date-words/days-left", test_days_left);

  return g_test_run ();
}
