/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-clock.h"

static HbkDate
local_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%d");

  return hbk_date_parse (text);
}

static void
test_fixed (void)
{
  g_autoptr (HbkClock) clock = hbk_clock_new_fixed (hbk_date_new (2024, 2, 29));

  g_assert_cmpint (hbk_clock_today (clock), ==, hbk_date_new (2024, 2, 29));
  g_assert_cmpint (hbk_clock_today (clock), ==, hbk_date_new (2024, 2, 29));
}

static void
test_system (void)
{
  g_autoptr (HbkClock) clock = hbk_clock_new_system ();
  HbkDate before = local_day ();
  HbkDate today = hbk_clock_today (clock);
  HbkDate after = local_day ();

  /* Midnight may come between two looks. */
  g_assert_cmpint (today, >=, before);
  g_assert_cmpint (today, <=, after);
}

static void
test_now (void)
{
  g_autoptr (HbkClock) fixed = hbk_clock_new_fixed (hbk_date_new (1970, 1, 2));
  g_autoptr (HbkClock) early = hbk_clock_new_fixed (hbk_date_new (1969, 12, 31));
  g_autoptr (HbkClock) system = hbk_clock_new_system ();
  gint64 before = g_get_real_time ();
  gint64 now = hbk_clock_now (system);

  g_assert_cmpint (hbk_clock_now (fixed), ==, G_TIME_SPAN_HOUR * 36);
  g_assert_cmpint (hbk_clock_now (early), ==, -G_TIME_SPAN_HOUR * 12);
  /* A clock that is set meanwhile may go back. */
  g_assert_cmpint (ABS (now - before), <, G_TIME_SPAN_DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/clock/now", test_now);

  return g_test_run ();
}
