/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-credit-years.h"

/* A record is not spread over more years than a working life; a longer one is a slip of the pen. */
#define YEARS_MAX 60

static void
add_year (GArray   *years,
          int       year,
          HbkPeriod part,
          HbkDate   date)
{
  HbkCreditYear entry = { year, part, date, FALSE };

  if (years->len < YEARS_MAX)
    g_array_append_val (years, entry);
}

static void
add_whole (GArray   *years,
           HbkScope *scope,
           HbkDate   date)
{
  add_year (years, hbk_date_year (date), hbk_record_get_period (scope->record), date);
}

static void
add_touched (GArray   *years,
             HbkPeriod period)
{
  HbkPeriod part;

  if (hbk_period_is_empty (period))
    return;
  for (int year = hbk_date_year (period.start); year <= hbk_date_year (period.end) && years->len < YEARS_MAX; year++)
    if (hbk_period_in_year (period, year, &part))
      add_year (years, year, part, part.end);
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  return ((const HbkCreditYear *) a)->year - ((const HbkCreditYear *) b)->year;
}

/* Most days first; of two years with as many, the earlier. */
static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  int difference = hbk_period_days (((const HbkCreditYear *) b)->part) - hbk_period_days (((const HbkCreditYear *) a)->part);

  return difference != 0 ? difference : compare_years (a, b);
}

/* What is still going on counts up to the day of the assessment; the rest has not happened. */
static HbkPeriod
happened (HbkScope *scope)
{
  HbkPeriod period = hbk_record_get_period (scope->record);

  if (period.start <= scope->as_of && period.end > scope->as_of)
    period.end = scope->as_of;
  return period;
}

static gboolean
find_latest (const HbkYearMode *mode,
             HbkScope          *scope,
             GArray            *years)
{
  HbkDate  latest = mode->with_end ? hbk_record_get_end (scope->record) : HBK_DATE_NONE;
  gboolean known = TRUE;

  for (guint i = 0; i < mode->facts->len; i++)
    {
      const HbkFactSpec *spec = g_ptr_array_index (mode->facts, i);
      HbkDate            date = hbk_scope_get_date (scope, spec, FALSE);

      if (date == HBK_DATE_NONE)
        {
          hbk_scope_ask (scope, spec);
          known = FALSE;
        }
      latest = MAX (latest, date);
    }
  if (latest == HBK_DATE_NONE)
    latest = hbk_record_get_end (scope->record);
  add_whole (years, scope, latest);
  return known;
}

static gboolean
find_numbers (const HbkYearMode *mode,
              HbkScope          *scope,
              GArray            *years)
{
  int bounds[2] = { 0, 0 };

  for (guint i = 0; i < mode->facts->len && i < 2; i++)
    {
      const HbkFactSpec *spec = g_ptr_array_index (mode->facts, i);
      HbkHours           number;

      if (hbk_scope_get_number (scope, spec, &number) && number / 100 >= HBK_DATE_YEAR_MIN && number / 100 <= HBK_DATE_YEAR_MAX)
        bounds[i] = (int) (number / 100);
      else
        hbk_scope_ask (scope, spec);
    }
  if (mode->facts->len == 1)
    bounds[1] = bounds[0];
  if (bounds[0] == 0 || bounds[1] == 0)
    {
      add_whole (years, scope, hbk_record_get_end (scope->record));
      return FALSE;
    }
  for (int year = bounds[0]; year <= bounds[1]; year++)
    add_year (years, year, hbk_record_get_period (scope->record), hbk_record_get_end (scope->record));
  return TRUE;
}

/* The years in which a study year ends, that is, its last day lies. Degrees are awarded in summer: the last prescribed year
 * ends with the studies when more than half of it has passed. */
static void
add_study_ends (GArray   *years,
                HbkPeriod period,
                int       length)
{
  for (int i = 1; i <= length; i++)
    {
      HbkDate last = hbk_date_add_years (period.start, i) - 1;
      HbkDate half = hbk_date_add_months (hbk_date_add_years (period.start, i - 1), 6);

      if (last > period.end && (i < length || period.end < half))
        break;
      last = MIN (last, period.end);
      add_year (years, hbk_date_year (last), (HbkPeriod) { hbk_date_add_years (period.start, i - 1), last }, last);
    }
}

/* Without an end the studies go on: for as long as is prescribed. */
static gboolean
find_study (const HbkYearMode *mode,
            HbkScope          *scope,
            GArray            *years)
{
  HbkPeriod          period = hbk_record_get_period (scope->record);
  const HbkFactSpec *spec = g_ptr_array_index (mode->facts, 0);
  HbkHours           number;
  int                length;

  if (!hbk_scope_get_number (scope, spec, &number))
    {
      hbk_scope_ask (scope, spec);
      add_whole (years, scope, period.end);
      return FALSE;
    }
  length = (int) MIN (number / 100, YEARS_MAX);
  if (period.end == period.start)
    period.end = MAX (hbk_date_add_years (period.start, length) - 1, period.start);
  if (mode->count == HBK_YEAR_COUNT_ENDED)
    {
      add_study_ends (years, period, length);
      return TRUE;
    }
  period.end = MIN (period.end, hbk_date_add_years (period.start, length) - 1);
  add_touched (years, period);
  if (mode->count == HBK_YEAR_COUNT_FROM_ENROLMENT && years->len > (guint) length)
    g_array_set_size (years, (guint) length);
  return TRUE;
}

static void
find_full_years (const HbkYearMode *mode,
                 HbkScope          *scope,
                 GArray            *years)
{
  HbkPeriod period = happened (scope);
  int       full = hbk_period_whole_years (period);

  if (full < 1)
    return;
  add_touched (years, period);
  if (mode->count == HBK_YEAR_COUNT_TOUCHED)
    return;
  if (mode->count == HBK_YEAR_COUNT_CALENDAR)
    {
      for (guint i = years->len; i > 0; i--)
        {
          HbkCreditYear *entry = &g_array_index (years, HbkCreditYear, i - 1);

          if (entry->part.start != hbk_date_new (entry->year, 1, 1) || entry->part.end != hbk_date_new (entry->year, 12, 31))
            g_array_remove_index (years, i - 1);
        }
      return;
    }
  g_array_sort (years, compare_days);
  if (years->len > (guint) full)
    g_array_set_size (years, (guint) full);
  g_array_sort (years, compare_years);
}

static void
keep_long_years (const HbkYearMode *mode,
                 GArray            *years)
{
  for (guint i = years->len; i > 0; i--)
    if (hbk_period_whole_months (g_array_index (years, HbkCreditYear, i - 1).part, NULL) < mode->months_served)
      g_array_remove_index (years, i - 1);
}

static void
find_months_served (const HbkYearMode *mode,
                    HbkScope          *scope,
                    GArray            *years)
{
  HbkPeriod period = happened (scope);
  int       rest = 0;
  int       months = hbk_period_whole_months (period, &rest);

  if (months < mode->months_served)
    return;
  add_touched (years, period);
  if (months > mode->all_above || (months == mode->all_above && rest > 0))
    return;
  keep_long_years (mode, years);
  if (years->len == 0)
    {
      HbkDate   reached = hbk_date_add_months (period.start, mode->months_served) - 1;
      HbkPeriod part;

      if (hbk_period_in_year (period, hbk_date_year (reached), &part))
        add_year (years, hbk_date_year (reached), part, reached);
    }
}

/* The register of the years before the prize is closed: there it counts at an application only. */
static gboolean
find_post (HbkScope *scope,
           GArray   *years)
{
  HbkDate post_from = hbk_scope_get_date (scope, scope->core->post_from, TRUE);
  HbkDate date = hbk_record_get_end (scope->record);
  int     earned = hbk_date_year (date);

  if (post_from == HBK_DATE_NONE)
    {
      hbk_scope_ask (scope, scope->core->post_from);
      add_whole (years, scope, date);
      return FALSE;
    }
  for (int year = hbk_date_year (post_from); year <= MAX (earned, hbk_date_year (scope->as_of)) && years->len < YEARS_MAX; year++)
    {
      HbkPeriod     part = { date, date };
      HbkCreditYear entry = { year, part, date, year < earned };

      g_array_append_val (years, entry);
    }
  if (years->len == 0)
    add_whole (years, scope, date);
  return TRUE;
}

static void
add_posting_years (GArray   *years,
                   HbkPeriod period)
{
  for (int i = 0; i < YEARS_MAX; i++)
    {
      HbkPeriod part = { hbk_date_add_years (period.start, i), MIN (hbk_date_add_years (period.start, i + 1) - 1, period.end) };

      if (hbk_period_is_empty (part))
        return;
      add_year (years, hbk_date_year (part.start), part, part.end);
    }
}

/**
 * hbk_credit_years_find:
 * @mode: how the rule finds the year
 * @scope: the record looked at
 * @years: (element-type HbkCreditYear): filled in order of the years; empty when the clause gives no year at all
 *
 * Finds the credit year or years of a record. When a fact that decides it is missing, the year of the record's end
 * stands in, so that the pending hours show up somewhere.
 *
 * Returns: %FALSE when a fact is missing; it is then asked for in @scope
 */
gboolean
hbk_credit_years_find (const HbkYearMode *mode,
                       HbkScope          *scope,
                       GArray            *years)
{
  g_array_set_size (years, 0);
  switch (mode->kind)
    {
    case HBK_YEAR_START:
      add_whole (years, scope, hbk_record_get_start (scope->record));
      return TRUE;
    case HBK_YEAR_EACH_DAY:
    case HBK_YEAR_EACH_YEAR:
      add_touched (years, hbk_record_get_period (scope->record));
      return TRUE;
    case HBK_YEAR_EACH_MONTH:
      add_touched (years, happened (scope));
      return TRUE;
    case HBK_YEAR_LATEST:
      return find_latest (mode, scope, years);
    case HBK_YEAR_NUMBER:
      return find_numbers (mode, scope, years);
    case HBK_YEAR_STUDY:
      return find_study (mode, scope, years);
    case HBK_YEAR_FULL_YEARS:
      find_full_years (mode, scope, years);
      return TRUE;
    case HBK_YEAR_MONTHS_SERVED:
      find_months_served (mode, scope, years);
      return TRUE;
    case HBK_YEAR_POST:
      return find_post (scope, years);
    case HBK_YEAR_POSTING_YEARS:
      add_posting_years (years, happened (scope));
      return TRUE;
    case HBK_YEAR_END:
    default:
      add_whole (years, scope, hbk_record_get_end (scope->record));
      return TRUE;
    }
}
