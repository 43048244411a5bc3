/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-name-dates.h"

#include <string.h>

/* No record is older, and no plan reaches further. */
#define FIRST_YEAR 1980
#define LAST_YEAR 2099

static gboolean
is_right (const HbkNameDate *date)
{
  return (date->year == 0 || (date->year >= FIRST_YEAR && date->year <= LAST_YEAR)) && date->month >= 0 && date->month <= 12 && date->day >= 0 && date->day <= 31;
}

/* Reads the digits at a place, and moves it behind them. */
static int
read_number (const char **at, guint *length)
{
  int number = 0;

  for (*length = 0; g_ascii_isdigit (**at) && *length < 9; (*length)++, (*at)++)
    number = number * 10 + (**at - '0');

  return number;
}

static gboolean
skip (const char **at, const char *what)
{
  if (!g_str_has_prefix (*at, what))
    return FALSE;
  *at += strlen (what);

  return TRUE;
}

static gboolean
skip_separator (const char **at)
{
  if (**at == '\0' || strchr ("-._/", **at) == NULL || !g_ascii_isdigit ((*at)[1]))
    return FALSE;
  (*at)++;

  return TRUE;
}

/* Behind “7月”, or behind a month and its separator. */
static void
read_day (const char **at, HbkNameDate *date)
{
  const char *start = *at;
  guint       length;
  int         day = read_number (at, &length);

  if (length >= 1 && length <= 2 && day >= 1 && day <= 31)
    date->day = day;
  else
    *at = start;
}

/* “2024年7月29日”, “2024-7-29”, “2024.07”: what follows the year. */
static void
read_month (const char **at, HbkNameDate *date)
{
  const char *start = *at;
  gboolean    is_chinese = skip (at, "年");
  guint       length;
  int         month;

  if (!is_chinese && !skip_separator (at))
    return;

  month = read_number (at, &length);
  if (length < 1 || length > 2 || month < 1 || month > 12)
    {
      *at = start;
      if (is_chinese)
        skip (at, "年");
      return;
    }
  date->month = month;
  if (is_chinese ? skip (at, "月") : skip_separator (at))
    read_day (at, date);
}

/* Takes what stands at a place, which is a digit; a number that is no date is passed over. */
static gboolean
read_date (const char **at, HbkNameDate *date)
{
  guint length;
  int   number = read_number (at, &length);

  *date = (HbkNameDate) { 0 };
  if (length == 8)
    *date = (HbkNameDate) { number / 10000, number / 100 % 100, number % 100 };
  else if (length == 6)
    *date = (HbkNameDate) { number / 100, number % 100, 0 };
  else if (length == 4)
    {
      date->year = number;
      read_month (at, date);
    }
  else if (length <= 2 && skip (at, "月"))
    {
      date->month = number;
      read_day (at, date);
    }

  return is_right (date) && (date->year != 0 || (date->month != 0 && date->day != 0));
}

/**
 * hbk_name_dates_find:
 * @name: the name of a file
 * @dates: gets the dates in it
 *
 * Finds dates in the name of a file, such as “IMG_20240729_1012.jpg”, “7月29日通知.pdf”, “2024-07-29.pdf” or “2024年结业证书.pdf”.
 *
 * Returns: how many there are, at most %HBK_NAME_DATES_MAX
 */
guint
hbk_name_dates_find (const char *name, HbkNameDate dates[HBK_NAME_DATES_MAX])
{
  guint n = 0;

  g_return_val_if_fail (name != NULL, 0);

  for (const char *at = name; *at != '\0' && n < HBK_NAME_DATES_MAX;)
    {
      if (!g_ascii_isdigit (*at))
        at++;
      else if (read_date (&at, &dates[n]))
        n++;
      else
        while (g_ascii_isdigit (*at))
          at++;
    }

  return n;
}

static gboolean
touches (HbkPeriod period, HbkDate first, HbkDate last)
{
  return first <= period.end && last >= period.start;
}

/**
 * hbk_name_date_match:
 * @date: a date in a name
 * @period: when something took place
 *
 * Says how well a date fits: a day fits fully, a month in part, and a year hardly tells anything.
 *
 * Returns: 0 to 1; from %HBK_NAME_DATE_SURE on it is no accident
 */
double
hbk_name_date_match (const HbkNameDate *date, HbkPeriod period)
{
  HbkDate first, last;

  g_return_val_if_fail (date != NULL, 0);

  if (date->day != 0)
    {
      int year = date->year != 0 ? date->year : hbk_date_year (period.end);

      first = hbk_date_new (year, date->month, date->day);
      if (first == HBK_DATE_NONE || !touches (period, first, first))
        return 0;

      /* A day in something that goes on for months says less. */
      return period.end - period.start <= 31 ? (date->year != 0 ? 1 : 0.9) : 0.4;
    }
  if (date->month != 0)
    {
      first = hbk_date_new (date->year, date->month, 1);
      last = hbk_date_new (date->year, date->month, hbk_date_days_in_month (date->year, date->month));

      return touches (period, first, last) ? 0.5 : 0;
    }

  return touches (period, hbk_date_new (date->year, 1, 1), hbk_date_new (date->year, 12, 31)) ? 0.15 : 0;
}
