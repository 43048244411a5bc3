/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-day-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Any leap year: 02-29 is a day of some years. */
#define LEAP_YEAR 2024

/* MM-DD */
static gboolean
split_month_day (const char *text, HbkDay *day)
{
  int month, number;

  if (strlen (text) != 5 || text[2] != '-' || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;

  month = 10 * (text[0] - '0') + text[1] - '0';
  number = 10 * (text[3] - '0') + text[4] - '0';
  if (month < 1 || month > 12 || number < 1 || number > hbk_date_days_in_month (LEAP_YEAR, month))
    return FALSE;

  *day = (HbkDay) { .month = (gint8) month, .day = (gint8) number };
  return TRUE;
}

static gboolean
parse (HbkPackContext *context, const char *member, HbkJsonNeed need, gboolean allow_date, HbkDay *day)
{
  HbkJsonReader *reader = context->reader;
  HbkJsonKind    kind = hbk_json_reader_get_kind (reader, member);

  if (kind == HBK_JSON_ABSENT)
    {
      hbk_json_reader_get_string (reader, member, need, 0);
      return FALSE;
    }

  if (kind == HBK_JSON_STRING)
    {
      const char *text = hbk_json_reader_get_string (reader, member, HBK_JSON_REQUIRED, G_MAXSIZE);

      if (split_month_day (text, day))
        return TRUE;

      day->date = allow_date ? hbk_date_parse (text) : HBK_DATE_NONE;
      if (day->date != HBK_DATE_NONE)
        return TRUE;
    }

  if (allow_date)
    hbk_json_reader_report_expected (reader, member, _ ("a date or a month and day"), _ ("Write a date such as “2024-12-20”, or a month and day such as “12-20”."));
  else
    hbk_json_reader_report_expected (reader, member, _ ("a month and day"), _ ("Write a month and day such as “12-20”."));
  return FALSE;
}

/**
 * hbk_day_parse:
 * @context: a context
 * @member: the key
 * @day: (inout): set when a good day is there
 *
 * Reads a bound of dates, which need not be there: a date, or a month and day of the credit year.
 *
 * Returns: %TRUE when @day was set
 */
gboolean
hbk_day_parse (HbkPackContext *context, const char *member, HbkDay *day)
{
  return parse (context, member, HBK_JSON_OPTIONAL, TRUE, day);
}

/**
 * hbk_day_parse_month_day:
 * @context: a context
 * @member: the key
 * @need: whether it has to be there
 * @day: (inout): set when a good day is there
 *
 * Reads a month and day of the credit year.
 *
 * Returns: %TRUE when @day was set
 */
gboolean
hbk_day_parse_month_day (HbkPackContext *context, const char *member, HbkJsonNeed need, HbkDay *day)
{
  return parse (context, member, need, FALSE, day);
}

/**
 * hbk_day_check_order:
 * @context: a context, at the object that has both days
 * @from: the first day, perhaps unset
 * @to: the last day, perhaps unset
 *
 * Reports a span that ends before it begins. A date and a month and day are not compared: that depends on the year.
 */
void
hbk_day_check_order (HbkPackContext *context, const HbkDay *from, const HbkDay *to)
{
  gboolean wrong;

  if (from->date != HBK_DATE_NONE && to->date != HBK_DATE_NONE)
    wrong = from->date > to->date;
  else if (from->month > 0 && to->month > 0)
    wrong = from->month > to->month || (from->month == to->month && from->day > to->day);
  else
    wrong = FALSE;

  if (wrong)
    hbk_json_reader_report (context->reader, HBK_ERROR_VALUE, _ ("“to” lies before “from”."), _ ("Exchange the two, or correct one of them."));
}

/**
 * hbk_year_parse:
 * @context: a context
 * @member: the key
 * @need: whether it has to be there
 *
 * Reads a year.
 *
 * Returns: the year, or 0 when there is none
 */
int
hbk_year_parse (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  int year = 0;

  hbk_json_reader_get_int (context->reader, member, need, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX, &year);

  return year;
}

/**
 * hbk_years_check_order:
 * @context: a context, at the object that has both years
 * @from: the first year; 0 = open
 * @to: the last year; 0 = open
 *
 * Reports a run of years that ends before it begins.
 */
void
hbk_years_check_order (HbkPackContext *context, int from, int to)
{
  if (from > 0 && to > 0 && from > to)
    hbk_json_reader_report_printf (context->reader, NULL, HBK_ERROR_VALUE, _ ("Exchange the two, or correct one of them."), _ ("The last year, %1$d, lies before the first, %2$d."), to, from);
}

/**
 * hbk_years_parse:
 * @context: a context
 * @member: the key
 * @need: whether it has to be there
 * @from: (inout): set to the first year; 0 = open
 * @to: (inout): set to the last year; 0 = open
 *
 * Reads a run of years, `{"from": 2024, "to": 2024}`.
 */
void
hbk_years_parse (HbkPackContext *context, const char *member, HbkJsonNeed need, int *from, int *to)
{
  static const char *const keys[] = { "from", "to", NULL };
  HbkJsonReader           *reader = context->reader;

  if (!hbk_json_reader_enter_object (reader, member, need))
    return;

  hbk_json_reader_only_keys (reader, keys);
  if (!hbk_json_reader_has_member (reader, "from") && !hbk_json_reader_has_member (reader, "to"))
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("There is no year."), _ ("Add “from”, “to” or both."));
  *from = hbk_year_parse (context, "from", HBK_JSON_OPTIONAL);
  *to = hbk_year_parse (context, "to", HBK_JSON_OPTIONAL);
  hbk_years_check_order (context, *from, *to);
  hbk_json_reader_leave (reader);
}
