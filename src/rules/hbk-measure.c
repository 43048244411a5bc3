/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-measure.h"
#include "rules/hbk-scope.h"

/* Left-over days make a month count as "more than": half a month, in hundredths. */
#define PART_MONTH 50

static gboolean
covers_record (HbkScope *scope)
{
  HbkPeriod whole = hbk_record_get_period (scope->record);

  return scope->part.start == whole.start && scope->part.end == whole.end;
}

/**
 * hbk_scope_share:
 * @scope: the evaluation
 * @whole: an amount of the whole record, in hundredths
 * @next_year: (nullable): the fact that states how much of it lies in the second year
 * @by_date: the amount is one a day, so that the dates divide it
 * @share: (out): what belongs to the part looked at
 *
 * Divides an amount between the years of a record that runs over New Year, or takes the part inside a learning window.
 * Where neither dates nor a fact decide, nothing is guessed: the fact is asked for.
 *
 * Returns: %FALSE when the share is not known
 */
gboolean
hbk_scope_share (HbkScope          *scope,
                 HbkHours           whole,
                 const HbkFactSpec *next_year,
                 gboolean           by_date,
                 HbkHours          *share)
{
  HbkPeriod period = hbk_record_get_period (scope->record);
  HbkHours  later;

  *share = whole;
  if (covers_record (scope))
    return TRUE;
  if (by_date)
    {
      *share = 100 * (HbkHours) hbk_period_days (scope->part);
      return TRUE;
    }
  if (scope->clipped)
    {
      hbk_scope_ask (scope, scope->core->hours_in_window);
      return FALSE;
    }
  if (hbk_date_year (period.end) == hbk_date_year (period.start) + 1 && hbk_scope_get_number (scope, next_year, &later))
    {
      if (later > whole)
        {
          hbk_scope_ask (scope, next_year);
          return FALSE;
        }
      *share = scope->year == hbk_date_year (period.end) ? later : whole - later;
      return TRUE;
    }
  hbk_scope_ask (scope, next_year);
  return FALSE;
}

/* The days of activity of the whole record. */
static gboolean
days_of_record (HbkScope *scope,
                HbkHours *gross,
                HbkHours *off,
                HbkHours *net)
{
  const HbkCoreFacts *core = scope->core;
  HbkHours            transit = 0;
  HbkHours            rest = 0;

  if (!hbk_scope_get_number (scope, core->days, gross))
    {
      hbk_scope_ask (scope, core->days);
      return FALSE;
    }
  hbk_scope_get_number (scope, core->transit_days, &transit);
  hbk_scope_get_number (scope, core->rest_days, &rest);
  *off = transit + rest;
  *net = MAX (*gross - *off, 0);
  if (hbk_measure_days_exceed (scope, *gross))
    *net = MIN (*net, 100 * (HbkHours) hbk_period_days (hbk_record_get_period (scope->record)));
  return TRUE;
}

/**
 * hbk_measure_days_exceed:
 * @scope: the evaluation
 * @days: days stated, in hundredths
 *
 * Whether a record states more days than lie between its two dates. A record of one date may state any number: it names the
 * day on which it ended.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_measure_days_exceed (HbkScope *scope,
                         HbkHours  days)
{
  HbkPeriod period = hbk_record_get_period (scope->record);

  return period.end > period.start && days > 100 * (HbkHours) hbk_period_days (period);
}

/**
 * hbk_measure_net_days:
 * @scope: the evaluation
 * @gross: (out): days stated
 * @off: (out): days of travel and rest
 * @net: (out): days of activity in the part looked at
 *
 * Takes the days of activity: days less travel and rest, never below zero.
 *
 * Returns: %FALSE when they are not known; the missing fact is then asked for
 */
gboolean
hbk_measure_net_days (HbkScope *scope,
                      HbkHours *gross,
                      HbkHours *off,
                      HbkHours *net)
{
  HbkHours days;

  if (!days_of_record (scope, gross, off, &days))
    return FALSE;
  return hbk_scope_share (scope, days, scope->core->days_next_year,
                          days == 100 * (HbkHours) hbk_period_days (hbk_record_get_period (scope->record)), net);
}

static HbkHours
months_of (HbkPeriod period)
{
  int rest = 0;
  int months;

  if (hbk_period_is_empty (period))
    return 0;
  months = hbk_period_whole_months (period, &rest);
  return 100 * (HbkHours) months + (rest > 0 ? PART_MONTH : 0);
}

/* A record that has days but one date only: 30 days make a month, since no calendar month can be read off. */
static HbkHours
months_of_days (HbkHours days)
{
  return days / 3000 * 100 + (days % 3000 > 0 ? PART_MONTH : 0);
}

static gboolean
span_months (HbkScope *scope,
             HbkHours *amount)
{
  HbkPeriod period = hbk_record_get_period (scope->record);
  HbkHours  transit = 0;
  HbkHours  days;

  hbk_scope_get_number (scope, scope->core->transit_days, &transit);
  if (period.start == period.end && hbk_scope_get_number (scope, scope->core->days, &days))
    {
      *amount = months_of_days (MAX (days - transit, 0));
      return TRUE;
    }
  period.end -= (HbkDate) (transit / 100);
  *amount = months_of (period);
  return TRUE;
}

static gboolean
months_in_year (HbkScope *scope,
                HbkHours *amount)
{
  if (covers_record (scope) && hbk_scope_get_number (scope, scope->core->months, amount))
    return TRUE;
  *amount = months_of (scope->part);
  return TRUE;
}

/* Hours a day, to compare with what a day can hold: rounded down to 1/100. Both figures are of the whole record. */
static gboolean
hours_per_day (HbkScope *scope,
               HbkHours *amount)
{
  HbkHours gross;
  HbkHours off;
  HbkHours net;
  gboolean stated = hbk_scope_get_number (scope, scope->core->stated_hours, amount);

  if (!stated)
    hbk_scope_ask (scope, scope->core->stated_hours);
  if (!days_of_record (scope, &gross, &off, &net) || !stated)
    return FALSE;
  *amount = net > 0 ? hbk_hours_ratio_floor (*amount, 100, net) : HBK_HOURS_MAX;
  return TRUE;
}

/* Rounded down to 1/100 of a unit; where unfinished units count as whole ones, the least rest must show. */
static HbkHours
divide (const HbkMeasure *measure,
        HbkHours          amount,
        int               divisor)
{
  return amount / divisor + (measure->up && amount % divisor != 0);
}

static gboolean
take_fact (const HbkMeasure *measure,
           HbkScope         *scope,
           HbkHours         *amount)
{
  HbkHours minutes;

  if (hbk_scope_get_number (scope, measure->fact, amount))
    {
      *amount = divide (measure, *amount, measure->divide);
    }
  else if (measure->minutes_fact != NULL && hbk_scope_get_number (scope, measure->minutes_fact, &minutes))
    {
      *amount = divide (measure, minutes, measure->minutes);
    }
  else
    {
      hbk_scope_ask (scope, measure->fact);
      return FALSE;
    }
  return TRUE;
}

static gboolean
take (const HbkMeasure *measure,
      HbkScope         *scope,
      HbkHours         *amount)
{
  HbkHours gross;
  HbkHours off;

  switch (measure->kind)
    {
    case HBK_MEASURE_NET_DAYS:
      return hbk_measure_net_days (scope, &gross, &off, amount);
    case HBK_MEASURE_SPAN_MONTHS:
      return span_months (scope, amount);
    case HBK_MEASURE_MONTHS_IN_YEAR:
      return months_in_year (scope, amount);
    case HBK_MEASURE_SPAN_YEARS:
      *amount = 100 * (HbkHours) hbk_period_whole_years (hbk_record_get_period (scope->record));
      return TRUE;
    case HBK_MEASURE_SPAN_DAYS:
      *amount = 100 * (HbkHours) hbk_period_days (hbk_record_get_period (scope->record));
      return TRUE;
    case HBK_MEASURE_HOURS_PER_DAY:
      return hours_per_day (scope, amount);
    case HBK_MEASURE_FACT:
    default:
      return take_fact (measure, scope, amount);
    }
}

/**
 * hbk_measure_round:
 * @measure: a measure
 * @amount: an amount, in hundredths of the unit
 *
 * Drops unfinished units or counts them as whole ones, as the measure says.
 *
 * Returns: the amount that counts
 */
HbkHours
hbk_measure_round (const HbkMeasure *measure,
                   HbkHours          amount)
{
  HbkHours part = amount % 100;

  if (part == 0 || !(measure->whole || measure->up))
    return amount;
  return measure->up ? amount + 100 - part : amount - part;
}

/**
 * hbk_measure_take:
 * @measure: what to count
 * @scope: the evaluation
 * @amount: (out): the amount, in hundredths of the unit; rounded down where a division does not come out even
 *
 * Reads a number off a record.
 *
 * Returns: %FALSE when it is not known; the missing fact is then asked for
 */
gboolean
hbk_measure_take (const HbkMeasure *measure,
                  HbkScope         *scope,
                  HbkHours         *amount)
{
  if (!take (measure, scope, amount))
    return FALSE;
  *amount = hbk_measure_round (measure, *amount);
  return TRUE;
}
