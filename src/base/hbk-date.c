/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-date.h"

/*
 * The arithmetic counts years from 1 March, so that the leap day is the last day of its year and the lengths of the
 * months before it follow one linear formula. An era is 400 years, after which the calendar repeats.
 */
#define DAYS_PER_ERA 146097

/* Day 1 (0001-01-01) lies this many days after 0000-03-01, less the one that makes the count start at 1. */
#define SHIFT 305

#define YEAR_LAST 9999

static gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static HbkDate
serial (int year, int month, int day)
{
  int march_year = month > 2 ? year : year - 1;
  int march_month = month > 2 ? month - 3 : month + 9;
  int day_of_year = (153 * march_month + 2) / 5 + day;

  return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year - SHIFT - 1;
}

/**
 * hbk_date_days_in_month:
 * @year: the year, from 1
 * @month: the month, 1 to 12
 *
 * Says how long a month is.
 *
 * Returns: 28 to 31, or 0 when there is no such month
 */
int
hbk_date_days_in_month (int year, int month)
{
  if (month < 1 || month > 12)
    return 0;

  if (month == 2)
    return is_leap (year) ? 29 : 28;

  /* 31 and 30 alternate, with a second 31 in a row in August. */
  return 30 + ((month + month / 8) & 1);
}

/**
 * hbk_date_new:
 * @year: the year, 1 to 9999
 * @month: the month, 1 to 12
 * @day: the day of the month, from 1
 *
 * Makes a date of its parts.
 *
 * Returns: the date, or %HBK_DATE_NONE when there is no such day
 */
HbkDate
hbk_date_new (int year, int month, int day)
{
  if (year < 1 || year > YEAR_LAST || day < 1 || day > hbk_date_days_in_month (year, month))
    return HBK_DATE_NONE;

  return serial (year, month, day);
}

/* Reads exactly count digits; -1 when there is anything else. */
static int
read_number (const char *text, int count)
{
  int value = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }

  return value;
}

/**
 * hbk_date_parse:
 * @text: (nullable): a date in the form YYYY-MM-DD
 *
 * Reads a date strictly: ten ASCII characters, a day that exists, a year from %HBK_DATE_YEAR_MIN to
 * %HBK_DATE_YEAR_MAX.
 *
 * Returns: the date, or %HBK_DATE_NONE
 */
HbkDate
hbk_date_parse (const char *text)
{
  int year, month, day;

  /* Each part is looked at only when all before it is as it should be, so that a short text is never overrun. */
  if (text == NULL || (year = read_number (text, 4)) < HBK_DATE_YEAR_MIN || year > HBK_DATE_YEAR_MAX)
    return HBK_DATE_NONE;
  if (text[4] != '-' || (month = read_number (text + 5, 2)) < 1)
    return HBK_DATE_NONE;
  if (text[7] != '-' || (day = read_number (text + 8, 2)) < 1 || text[10] != '\0')
    return HBK_DATE_NONE;

  return hbk_date_new (year, month, day);
}

/**
 * hbk_date_append:
 * @date: a date
 * @string: the string to append to
 *
 * Appends a date in the form YYYY-MM-DD, and nothing for no date.
 */
void
hbk_date_append (HbkDate date, GString *string)
{
  int year, month, day;

  g_return_if_fail (string != NULL);

  if (date == HBK_DATE_NONE)
    return;

  hbk_date_split (date, &year, &month, &day);
  g_string_append_printf (string, "%04d-%02d-%02d", year, month, day);
}

/**
 * hbk_date_format:
 * @date: a date
 *
 * Writes a date in the form YYYY-MM-DD; no date is the empty text.
 *
 * Returns: (transfer full): the text
 */
char *
hbk_date_format (HbkDate date)
{
  GString *string = g_string_sized_new (12);

  hbk_date_append (date, string);

  return g_string_free_and_steal (string);
}

/**
 * hbk_date_split:
 * @date: a date
 * @year: (out) (optional): where to put the year
 * @month: (out) (optional): where to put the month, 1 to 12
 * @day: (out) (optional): where to put the day of the month, from 1
 *
 * Takes a date apart; all parts of no date are 0.
 */
void
hbk_date_split (HbkDate date, int *year, int *month, int *day)
{
  int y = 0, m = 0, d = 0;

  if (date > HBK_DATE_NONE)
    {
      int days = date + SHIFT;
      int era = days / DAYS_PER_ERA;
      int day_of_era = days % DAYS_PER_ERA;
      int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
      int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
      int march_month = (5 * day_of_year + 2) / 153;

      d = day_of_year - (153 * march_month + 2) / 5 + 1;
      m = march_month < 10 ? march_month + 3 : march_month - 9;
      y = era * 400 + year_of_era + (m <= 2 ? 1 : 0);
    }

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = d;
}

/**
 * hbk_date_year:
 * @date: a date
 *
 * Gives the calendar year of a date.
 *
 * Returns: the year, or 0 for no date
 */
int
hbk_date_year (HbkDate date)
{
  int year;

  hbk_date_split (date, &year, NULL, NULL);

  return year;
}

/**
 * hbk_date_month:
 * @date: a date
 *
 * Gives the month of a date.
 *
 * Returns: 1 to 12, or 0 for no date
 */
int
hbk_date_month (HbkDate date)
{
  int month;

  hbk_date_split (date, NULL, &month, NULL);

  return month;
}

/**
 * hbk_date_day:
 * @date: a date
 *
 * Gives the day of the month of a date.
 *
 * Returns: 1 to 31, or 0 for no date
 */
int
hbk_date_day (HbkDate date)
{
  int day;

  hbk_date_split (date, NULL, NULL, &day);

  return day;
}

/**
 * hbk_date_add_months:
 * @date: a date
 * @months: how many months later; negative for earlier
 *
 * Finds the same day of another month.
 *
 * When that month is too short to have the day, the first of the month after it is given. This is the cautious
 * reading: a month that began on the 31st is only full when the next month has run out.
 *
 * Returns: the date, or %HBK_DATE_NONE when @date is none or the result leaves the years 1 to 9999
 */
HbkDate
hbk_date_add_months (HbkDate date, int months)
{
  int    year, month, day;
  gint64 count;

  if (date <= HBK_DATE_NONE)
    return HBK_DATE_NONE;

  hbk_date_split (date, &year, &month, &day);

  count = (gint64) year * 12 + (month - 1) + months;
  if (count < 12 || count >= (YEAR_LAST + 1) * 12)
    return HBK_DATE_NONE;

  year = (int) (count / 12);
  month = (int) (count % 12) + 1;

  /* Only a month other than December can be too short, so that the month after it is in the same year. */
  if (day > hbk_date_days_in_month (year, month))
    return serial (year, month + 1, 1);

  return serial (year, month, day);
}

/**
 * hbk_date_add_years:
 * @date: a date
 * @years: how many years later; negative for earlier
 *
 * Finds the same day of another year; 29 February becomes 1 March where there is none.
 *
 * Returns: the date, or %HBK_DATE_NONE when @date is none or the result leaves the years 1 to 9999
 */
HbkDate
hbk_date_add_years (HbkDate date, int years)
{
  if (years < -YEAR_LAST || years > YEAR_LAST)
    return HBK_DATE_NONE;

  return hbk_date_add_months (date, years * 12);
}
