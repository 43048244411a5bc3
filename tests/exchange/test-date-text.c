/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "base/hbk-error.h"
#include "exchange/hbk-date-text.h"

static void
assert_period (const char *text, HbkDateTextFlags flags, const char *start, const char *end)
{
  HbkPeriod period = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_test_message ("%s", text);
  hbk_date_text_read_period (text, flags, &period, &error);
  g_assert_no_error (error);
  first = hbk_date_format (period.start);
  last = hbk_date_format (period.end);
  g_assert_cmpstr (first, ==, start);
  g_assert_cmpstr (last, ==, end);
}

static void
test_days (void)
{
  static const char *const texts[] = {
    "2024-03-15",
    "2024-3-15",
    "2024/3/15",
    "2024/03/15",
    "2024.3.15",
    "2024.03.15",
    "20240315",
    "2024年3月15日",
    "2024年03月15号",
    "2024年3月15",
    "２０２４年３月１５日",
    "２０２４－０３－１５",
    "2024．3．15",
    "2024。3。15",
    "二〇二四年三月十五日",
    "二零二四年三月十五日",
    "二○二四年三月十五日",
    "　2024-03-15 ",
    " 2024 年 3 月 15 日 ",
    "2024-03-15 09:00",
    "2024/3/15 9:00:00",
    "2024-03-15T09:00:00",
    "2024-03-15T09:00:00+08:00",
    "2024-03-15T01:00:00.000Z",
    "2024/3/15 9:00 AM",
    "2024/3/15 上午9:00",
    "2024年3月15日下午3时",
    "2024年3月15日9时30分",
    "2024年3月15日 9点半",
    "2024年3月15日（星期五）",
    "2024年3月15日星期五",
    "2024-03-15 周五",
    "2024-03-15(周五) 09:00",
    "2024-03-15 09:00-11:30",
    "2024年3月15日9:00至11:30",
    "2024-03-15 09:00 ~ 2024-03-15 17:00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      HbkDate day = HBK_DATE_NONE;
      g_autoptr (GError) error = NULL;

      assert_period (texts[i], HBK_DATE_TEXT_STRICT, "2024-03-15", "2024-03-15");
      g_assert_true (hbk_date_text_read_day (texts[i], HBK_DATE_TEXT_STRICT, &day, &error));
      g_assert_cmpint (day, ==, hbk_date_new (2024, 3, 15));
    }
}

static void
test_chinese_numbers (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } cases[] = {
    { "二〇二四年一月一日", "2024-01-01" },
    { "二〇二四年十月十日", "2024-10-10" },
    { "二〇二四年十一月二十日", "2024-11-20" },
    { "二〇二四年十二月二十一日", "2024-12-21" },
    { "二〇二四年十二月三十一日", "2024-12-31" },
    { "二〇二四年十二月三十日", "2024-12-30" },
    { "二〇二四年五月廿三日", "2024-05-23" },
    { "二〇二四年五月卅一日", "2024-05-31" },
    { "一九九九年九月九日", "1999-09-09" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_period (cases[i].text, HBK_DATE_TEXT_STRICT, cases[i].date, cases[i].date);
}

static void
test_ranges (void)
{
  static const char *const texts[] = {
    "2024年3月15日至17日",
    "2024年3月15日至3月17日",
    "2024年3月15日至2024年3月17日",
    "2024年3月15日—3月17日",
    "2024年3月15日——3月17日",
    "2024年3月15日到17日",
    "2024年3月15-17日",
    "2024年3月15日-17日",
    "2024年3月15日～17日",
    "二〇二四年三月十五日至十七日",
    "自2024年3月15日起至2024年3月17日止",
    "2024.3.15-2024.3.17",
    "2024.3.15-3.17",
    "2024.3.15-17",
    "2024.03.15—2024.03.17",
    "2024/03/15~2024/03/17",
    "2024/03/15 ~ 2024/03/17",
    "2024/3/15-3/17",
    "2024/3/15-2024/3/17",
    "2024-03-15至2024-03-17",
    "2024-03-15 至 2024-03-17",
    "2024-03-15 - 2024-03-17",
    "2024-03-15-2024-03-17",
    "2024-03-15/2024-03-17",
    "2024-03-15 to 2024-03-17",
    "2024-03-15~03-17",
    "2024-03-15 – 2024-03-17",
    "20240315-20240317",
    "2024-03-15 09:00 至 2024-03-17 17:00",
    "2024-03-15 09:00:00~2024-03-17 17:00:00",
    "2024年3月15日（星期五）至17日（星期日）",
    "2024年3月15日9:00-2024年3月17日11:00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_period (texts[i], HBK_DATE_TEXT_STRICT, "2024-03-15", "2024-03-17");

  assert_period ("2023年12月30日至2024年1月2日", HBK_DATE_TEXT_STRICT, "2023-12-30", "2024-01-02");
  assert_period ("2024年3月30日至4月2日", HBK_DATE_TEXT_STRICT, "2024-03-30", "2024-04-02");
}

static void
test_months (void)
{
  static const struct
  {
    const char *text;
    const char *start;
    const char *end;
  } cases[] = {
    { "2024年2月", "2024-02-01", "2024-02-29" },
    { "2024-02", "2024-02-01", "2024-02-29" },
    { "2024.2", "2024-02-01", "2024-02-29" },
    { "2024年3月-5月", "2024-03-01", "2024-05-31" },
    { "2024年3月至5月", "2024-03-01", "2024-05-31" },
    { "2024年3-5月", "2024-03-01", "2024-05-31" },
    { "2024.3-2024.5", "2024-03-01", "2024-05-31" },
    { "2024-03-2024-05", "2024-03-01", "2024-05-31" },
    { "2023年11月至2024年2月", "2023-11-01", "2024-02-29" },
    { "2024年3月15日至5月", "2024-03-15", "2024-05-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HbkPeriod period;
      HbkDate   day;
      g_autoptr (GError) error = NULL;

      assert_period (cases[i].text, HBK_DATE_TEXT_MONTHS, cases[i].start, cases[i].end);
      g_assert_false (hbk_date_text_read_period (cases[i].text, HBK_DATE_TEXT_STRICT, &period, &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
      g_assert_nonnull (g_strstr_len (error->message, -1, "does not say the day"));
      /* Where one day is asked for, a month never is. */
      g_assert_false (hbk_date_text_read_day (cases[i].text, HBK_DATE_TEXT_MONTHS, &day, NULL));
    }
}

static void
test_serials (void)
{
  HbkPeriod period;

  assert_period ("45366", HBK_DATE_TEXT_SERIAL, "2024-03-15", "2024-03-15");
  assert_period ("45366.5", HBK_DATE_TEXT_SERIAL, "2024-03-15", "2024-03-15");
  assert_period ("４５３６６", HBK_DATE_TEXT_SERIAL, "2024-03-15", "2024-03-15");
  g_assert_false (hbk_date_text_read_period ("45366", HBK_DATE_TEXT_STRICT, &period, NULL));
  g_assert_false (hbk_date_text_read_period ("2024", HBK_DATE_TEXT_SERIAL, &period, NULL));
  g_assert_false (hbk_date_text_read_period ("453661", HBK_DATE_TEXT_SERIAL, &period, NULL));
  g_assert_false (hbk_date_text_read_period ("01234", HBK_DATE_TEXT_SERIAL, &period, NULL));
}

static void
assert_refused (const char *text, const char *message)
{
  HbkPeriod period = { 7, 7 };
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", text);
  g_assert_false (hbk_date_text_read_period (text, HBK_DATE_TEXT_SERIAL, &period, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
  g_assert_nonnull (g_strstr_len (error->message, -1, message));
  g_assert_cmpint (period.start, ==, 7);
}

static void
test_unclear (void)
{
  static const char *const texts[] = { "03/04/2024", "3/4/24", "24-3-15", "24.3.15", "24年3月15日", "15.3.2024", "202403", "240315", "2024-03-15-17" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], "” can be read as more than one date. Write it with the whole year first, such as 2024-03-15.");
}

static void
test_no_year (void)
{
  static const char *const texts[] = { "3月15日", "3.15", "3/15", "3月15日-3月17日" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], "” does not say the year. Write it as 2024-03-15.");
}

static void
test_no_day (void)
{
  static const char *const texts[] = { "2024年", "2024", "2024年3月", "2024-03", "2024年3月-5月", "2024年3月15日至5月" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], "” does not say the day. Write it as 2024-03-15, or a whole month as 2024-03-01 to 2024-03-31.");
}

static void
test_no_such_day (void)
{
  static const char *const texts[] = { "2023-02-29", "2024-13-01", "2024-00-10", "2024年4月31日", "20240230", "1900-02-29" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], "” is a day that the calendar does not have. Correct it.");

  assert_refused ("1899-12-31", "” is before 1900 or after 2200. Correct the year.");
  assert_refused ("2201-01-01", "” is before 1900 or after 2200. Correct the year.");
  assert_refused ("2024-03-17至2024-03-15", "“2024-03-17至2024-03-15” ends before it begins. Correct it, and write both years where they differ.");
  assert_refused ("2023年12月30日至1月2日", "” ends before it begins.");
}

static void
test_unreadable (void)
{
  static const char *const texts[] = {
    "", "x", "明天", "2024-03-15x", "x2024-03-15", "2024-03-15 17", "2024-03/15", "2024-03-15 至", "2024年12", "2024年三.15",
    "第3期", "2024年3月15日、17日", "2024年度", "12345", "12", "-", "2024-03-15 25:", "二十十年", "2024年3月15日 星期", "99999999999999999999",
    "2024-03-15 9时3", "2024年3月至15日"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      HbkPeriod period;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_false (hbk_date_text_read_period (texts[i], HBK_DATE_TEXT_STRICT, &period, &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
      g_assert_true (g_str_has_suffix (error->message, "” is not a date. Write it as 2024-03-15, or a range as 2024-03-15 to 2024-03-17."));
    }
}

static void
test_one_day (void)
{
  HbkDate day = 7;
  g_autoptr (GError) error = NULL;
  g_autofree char *much = g_strnfill (100000, '1');

  g_assert_false (hbk_date_text_read_day ("2024年3月15日至17日", HBK_DATE_TEXT_STRICT, &day, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "“2024年3月15日至17日” is a range of days where one day is asked for. Write one day such as 2024-03-15.");
  g_assert_cmpint (day, ==, 7);
  g_assert_false (hbk_date_text_read_day (much, HBK_DATE_TEXT_SERIAL, &day, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-text/days", test_days);
  g_test_add_func ("/date-text/chinese-numbers", test_chinese_numbers);
  g_test_add_func ("/date-text/ranges", test_ranges);
  g_test_add_func ("/date-text/months", test_months);
  g_test_add_func ("/date-text/serials", test_serials);
  g_test_add_func ("/date-text/unclear", test_unclear);
  g_test_add_func ("/date-text/no-year", test_no_year);
  g_test_add_func ("/date-text/no-day", test_no_day);
  g_test_add_func ("/date-text/no-such-day", test_no_such_day);
  g_test_add_func ("/date-text/unreadable", test_unreadable);
  g_test_add_func ("/date-text/one-day", test_one_day);

  return g_test_run ();
}
