/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/hbk-period.h"

/**
 * hbk_period_is_empty:
 * @period: a period
 *
 * Says whether a period has no day at all.
 *
 * Returns: %TRUE when it has none
 */
gboolean
hbk_period_is_empty (HbkPeriod period)
{
  return period.start <= HBK_DATE_NONE || period.end < period.start;
}

/**
 * hbk_period_days:
 * @period: a period
 *
 * Counts the days of a period, both ends included.
 *
 * Returns: the number of days; 0 for an empty period
 */
int
hbk_period_days (HbkPeriod period)
{
  return hbk_period_is_empty (period) ? 0 : period.end - period.start + 1;
}

/**
 * hbk_period_overlap:
 * @a: a period
 * @b: another period
 * @common: (out) (optional): where to put the days that belong to both
 *
 * Finds the days that two periods share.
 *
 * Returns: %TRUE when there is one at least; otherwise @common is untouched
 */
gboolean
hbk_period_overlap (HbkPeriod a, HbkPeriod b, HbkPeriod *common)
{
  HbkPeriod both = { MAX (a.start, b.start), MIN (a.end, b.end) };

  if (hbk_period_is_empty (a) || hbk_period_is_empty (b) || hbk_period_is_empty (both))
    return FALSE;

  if (common != NULL)
    *common = both;

  return TRUE;
}

/**
 * hbk_period_in_year:
 * @period: a period
 * @year: a calendar year
 * @part: (out) (optional): where to put the days of @period that lie in @year
 *
 * Cuts a period to a calendar year.
 *
 * Returns: %TRUE when a day is left; otherwise @part is untouched
 */
gboolean
hbk_period_in_year (HbkPeriod period, int year, HbkPeriod *part)
{
  HbkPeriod whole_year = { hbk_date_new (year, 1, 1), hbk_date_new (year, 12, 31) };

  return hbk_period_overlap (period, whole_year, part);
}

/**
 * hbk_period_contains:
 * @outer: the period that may contain
 * @inner: the period that may be contained
 *
 * Says whether every day of one period belongs to another; an empty period is contained in none.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_period_contains (HbkPeriod outer, HbkPeriod inner)
{
  return !hbk_period_is_empty (outer) && !hbk_period_is_empty (inner) && outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * hbk_period_whole_months:
 * @period: a period
 * @rest_days: (out) (optional): where to put the days that are left over
 *
 * Counts the whole months of a period, from its first day on.
 *
 * A month is whole when [func@date_add_months] of the first day is not after the day that follows the period.
 *
 * Returns: the number of whole months; 0 for an empty period
 */
int
hbk_period_whole_months (HbkPeriod period, int *rest_days)
{
  int months = 0;
  int rest = 0;

  if (!hbk_period_is_empty (period))
    {
      int     start_year, start_month, after_year, after_month;
      HbkDate after = period.end + 1;
      HbkDate full;

      hbk_date_split (period.start, &start_year, &start_month, NULL);
      hbk_date_split (after, &after_year, &after_month, NULL);
      months = (after_year - start_year) * 12 + after_month - start_month;

      /* The difference of the months is the answer or one too many; the calendar's last year has no day after it. */
      full = hbk_date_add_months (period.start, months);
      if (full == HBK_DATE_NONE || full > after)
        full = hbk_date_add_months (period.start, --months);

      rest = after - full;
    }

  if (rest_days != NULL)
    *rest_days = rest;

  return months;
}

/**
 * hbk_period_whole_years:
 * @period: a period
 *
 * Counts the whole years of a period, from its first day on: 2022-05-10 to 2023-05-09 is one.
 *
 * Returns: the number of whole years; 0 for an empty period
 */
int
hbk_period_whole_years (HbkPeriod period)
{
  return hbk_period_whole_months (period, NULL) / 12;
}
