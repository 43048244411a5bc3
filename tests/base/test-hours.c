/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-error.h"
#include "base/hbk-hours.h"

#include <math.h>

static void
test_from_double (void)
{
  static const struct
  {
    double value;
    gint64 hundredths; /* -1: refused */
  } cases[] = {
    { 0, 0 },
    { -0.0, 0 },
    { 1, 100 },
    { 0.1, 10 },
    { 0.29, 29 },
    { 1.15, 115 },
    { 4.35, 435 },
    { 89.5, 8950 },
    { 1e8, HBK_HOURS_MAX },
    { 99999999.99, HBK_HOURS_MAX - 1 },
    { 0.1 + 0.2, 30 },
    { 0.001, -1 },
    { 0.005, -1 },
    { 7.333, -1 },
    { 99999999.995, -1 },
    { 100000000.01, -1 },
    { 1e300, -1 },
    { -0.01, -1 },
    { -1, -1 },
    { INFINITY, -1 },
    { -INFINITY, -1 },
    { NAN, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HbkHours hours = 4711;
      gboolean ok = hbk_hours_from_double (cases[i].value, &hours);

      g_test_message ("%.17g", cases[i].value);
      g_assert_cmpint (ok, ==, cases[i].hundredths >= 0);
      g_assert_cmpint (hours, ==, ok ? cases[i].hundredths : 4711);
    }
}

/* Every amount of two decimals survives the way over a double, whatever its size. */
static void
test_double_exact (void)
{
  for (HbkHours hours = 0; hours <= HBK_HOURS_MAX; hours += 1 + hours / 97)
    {
      HbkHours back = -1;

      g_assert_true (hbk_hours_from_double (hbk_hours_to_double (hours), &back));
      g_assert_cmpint (back, ==, hours);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64      hundredths;
  } cases[] = {
    { "0", 0 },
    { "30", 3000 },
    { "007", 700 },
    { "7.5", 750 },
    { "7.50", 750 },
    { "0.25", 25 },
    { "0.01", 1 },
    { "0.00", 0 },
    { "100000000", HBK_HOURS_MAX },
    { "100000000.00", HBK_HOURS_MAX },
    { "99999999.99", HBK_HOURS_MAX - 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      HbkHours hours = -1;

      g_assert_true (hbk_hours_parse (cases[i].text, &hours, &error));
      g_assert_no_error (error);
      g_assert_cmpint (hours, ==, cases[i].hundredths);
    }
}

static void
test_parse_refused (void)
{
  static const struct
  {
    const char *text;
    int         code;
  } cases[] = {
    { "", HBK_ERROR_VALUE },
    { ".", HBK_ERROR_VALUE },
    { ".5", HBK_ERROR_VALUE },
    { "5.", HBK_ERROR_VALUE },
    { "5.123", HBK_ERROR_VALUE },
    { "5.1234", HBK_ERROR_VALUE },
    { "5.1.2", HBK_ERROR_VALUE },
    { "-1", HBK_ERROR_VALUE },
    { "+1", HBK_ERROR_VALUE },
    { " 1", HBK_ERROR_VALUE },
    { "1 ", HBK_ERROR_VALUE },
    { "1e2", HBK_ERROR_VALUE },
    { "0x10", HBK_ERROR_VALUE },
    { "1,5", HBK_ERROR_VALUE },
    { "1,000", HBK_ERROR_VALUE },
    { "５", HBK_ERROR_VALUE },
    { "inf", HBK_ERROR_VALUE },
    { "nan", HBK_ERROR_VALUE },
    { "100000000.01", HBK_ERROR_LIMIT },
    { "100000001", HBK_ERROR_LIMIT },
    { "18446744073709551616", HBK_ERROR_LIMIT },
    { "99999999999999999999999999999999999999999", HBK_ERROR_LIMIT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      HbkHours hours = -1;

      g_test_message ("“%s”", cases[i].text);
      g_assert_false (hbk_hours_parse (cases[i].text, &hours, &error));
      g_assert_error (error, HBK_ERROR, cases[i].code);
      g_assert_cmpint (hours, ==, -1);
      g_assert_false (hbk_hours_parse (cases[i].text, &hours, NULL));
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64      hundredths;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 1, "0.01" },
    { 10, "0.1" },
    { 25, "0.25" },
    { 3000, "30" },
    { 8950, "89.5" },
    { 8905, "89.05" },
    { HBK_HOURS_MAX, "100000000" },
    { -1, "-0.01" },
    { -8950, "-89.5" },
    { -10000, "-100" },
    { G_MAXINT64, "92233720368547758.07" },
    { G_MININT64, "-92233720368547758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hbk_hours_format (cases[i].hundredths);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_format_parse (void)
{
  for (HbkHours hours = 0; hours <= HBK_HOURS_MAX; hours += 1 + hours / 31)
    {
      g_autofree char *text = hbk_hours_format (hours);
      HbkHours         back = -1;

      g_assert_true (hbk_hours_parse (text, &back, NULL));
      g_assert_cmpint (back, ==, hours);
    }
}

static void
test_times (void)
{
  static const struct
  {
    gint64 rate, amount, product;
  } cases[] = {
    { 700, 500, 3500 },
    { 700, 50, 350 },
    { 33, 10, 3 },  /* 0.33 × 0.1 = 0.033: down */
    { 99, 99, 98 }, /* 0.99 × 0.99 = 0.9801 */
    { 0, HBK_HOURS_MAX, 0 },
    { -33, 10, -4 }, /* down, not towards 0 */
    { -700, 500, -3500 },
    { HBK_HOURS_MAX, 100, HBK_HOURS_MAX },
    { HBK_HOURS_MAX, 101, HBK_HOURS_MAX },
    { HBK_HOURS_MAX, HBK_HOURS_MAX, HBK_HOURS_MAX },
    { G_MAXINT64, G_MAXINT64, HBK_HOURS_MAX },
    { G_MAXINT64, G_MININT64, -HBK_HOURS_MAX },
    { G_MININT64, G_MININT64, HBK_HOURS_MAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (hbk_hours_times (cases[i].rate, cases[i].amount), ==, cases[i].product);
      g_assert_cmpint (hbk_hours_times (cases[i].amount, cases[i].rate), ==, cases[i].product);
    }
}

static void
test_ratio (void)
{
  static const struct
  {
    gint64 hours, numerator, denominator, down, up;
  } cases[] = {
    { 9000, 7, 12, 5250, 5250 },
    { 9000, 5, 12, 3750, 3750 },
    { 9000, 1, 7, 1285, 1286 },
    { 13500, 11, 12, 12375, 12375 },
    { 1, 1, 3, 0, 1 },
    { 1, 2, 3, 0, 1 },
    { 0, 1, 3, 0, 0 },
    { -1, 1, 3, -1, 0 },
    { 1, -1, 3, -1, 0 },
    { 100, 366, 366, 100, 100 },
    { HBK_HOURS_MAX, 2, 1, HBK_HOURS_MAX, HBK_HOURS_MAX },
    { -HBK_HOURS_MAX, 2, 1, -HBK_HOURS_MAX, -HBK_HOURS_MAX },
    { G_MAXINT64, G_MAXINT64, 1, HBK_HOURS_MAX, HBK_HOURS_MAX },
    { G_MAXINT64, 1, G_MAXINT64, 1, 1 },
    { G_MININT64, G_MININT64, 1, HBK_HOURS_MAX, HBK_HOURS_MAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (hbk_hours_ratio_floor (cases[i].hours, cases[i].numerator, cases[i].denominator), ==, cases[i].down);
      g_assert_cmpint (hbk_hours_ratio_ceil (cases[i].hours, cases[i].numerator, cases[i].denominator), ==, cases[i].up);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hours/from-double", test_from_double);
  g_test_add_func ("/hours/double-exact", test_double_exact);
  g_test_add_func ("/hours/parse", test_parse);
  g_test_add_func ("/hours/parse-refused", test_parse_refused);
  g_test_add_func ("/hours/format", test_format);
  g_test_add_func ("/hours/format-parse", test_format_parse);
  g_test_add_func ("/hours/times", test_times);
  g_test_add_func ("/hours/ratio", test_ratio);

  return g_test_run ();
}
