/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-day-spread.h"

#include "rules/hbk-credit-worker.h"

static const HbkCredit *
find_by_day (const HbkCredit *credit)
{
  if (credit == NULL || credit->kind == HBK_CREDIT_BY_DAY)
    return credit;
  for (guint i = 0; credit->kind == HBK_CREDIT_FIRST && i < credit->children->len; i++)
    {
      const HbkCredit *child = g_ptr_array_index (credit->children, i);

      if (child->kind == HBK_CREDIT_BY_DAY)
        return child;
    }
  return NULL;
}

/* The hours of each day as the record lists them; a list with one figure for each date of the record is @dated, and only the
 * days of the piece are taken from it. */
static GArray *
take_listed (const HbkPiece *piece,
             HbkScope       *scope,
             HbkHours       *sum,
             gboolean       *dated)
{
  const HbkCredit *by_day = find_by_day (piece->rule->credit);
  HbkPeriod        whole = hbk_record_get_period (piece->record);
  const HbkValue  *value;
  GArray          *days;

  *sum = 0;
  if (by_day == NULL || !hbk_scope_get_value (scope, by_day->measure.fact, FALSE, &value))
    return NULL;
  days = g_array_new (FALSE, TRUE, sizeof (gint64));
  *dated = (int) value->list->len == hbk_period_days (whole);
  for (guint i = 0; i < value->list->len; i++)
    {
      HbkHours day = hbk_credit_scale_day (by_day, g_array_index (value->list, gint64, i));
      HbkDate  date = whole.start + (HbkDate) i;

      if (*dated && (date < piece->part.start || date > piece->part.end))
        continue;
      g_array_append_val (days, day);
      *sum += day;
    }
  return days;
}

/* @net days from the first on: whole days alike, the odd hundredths on the first of them, a part of a day at the end. Where a
 * whole day could not hold its share, the part of a day is taken for a day as well. */
static GArray *
spread_evenly (HbkHours total,
               HbkHours net,
               HbkHours day_limit)
{
  GArray  *days = g_array_new (FALSE, TRUE, sizeof (gint64));
  gint64   n_whole;
  HbkHours last;
  HbkHours rest;

  if (hbk_hours_ratio_floor (total, 100, net) > day_limit)
    net = (net + 99) / 100 * 100;
  n_whole = net / 100;
  last = net % 100 != 0 ? hbk_hours_ratio_floor (total, net % 100, net) : 0;
  rest = total - last;
  for (gint64 i = 0; i < n_whole; i++)
    {
      gint64 day = rest / n_whole + (i < rest % n_whole ? 1 : 0);

      g_array_append_val (days, day);
    }
  if (n_whole == 0)
    last = total;
  if (last > 0)
    g_array_append_val (days, last);
  return days;
}

/* The days of activity a piece names, in hundredths; its dates where it names none. */
static HbkHours
days_named (const HbkPiece *piece,
            HbkScope       *scope)
{
  HbkPeriod whole = hbk_record_get_period (piece->record);
  HbkHours  transit = 0;
  HbkHours  rest = 0;
  HbkHours  days;

  if (piece->part.start != whole.start || piece->part.end != whole.end || !hbk_scope_get_number (scope, scope->core->days, &days))
    return 100 * (HbkHours) hbk_period_days (piece->part);
  hbk_scope_get_number (scope, scope->core->transit_days, &transit);
  hbk_scope_get_number (scope, scope->core->rest_days, &rest);
  return MAX (days - transit - rest, 1);
}

/**
 * hbk_day_spread_new:
 * @piece: one record in one year
 * @scope: looks at the piece
 * @hours: the hours to lay on its days
 * @day_limit: what one day can hold
 * @dated: (out): the first figure belongs to the first day of the piece, the second to the next; else it is not known on which
 *   dates the days lie
 *
 * Says how the hours of a piece lie on its days: as the record lists them, else evenly.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the hours of each day; %NULL when nobody can say, for the record
 *   names other than as many days as it has dates
 */
GArray *
hbk_day_spread_new (const HbkPiece *piece,
                    HbkScope       *scope,
                    HbkHours        hours,
                    HbkHours        day_limit,
                    gboolean       *dated)
{
  HbkHours dates = 100 * (HbkHours) hbk_period_days (piece->part);
  HbkHours sum;
  g_autoptr (GArray) listed = take_listed (piece, scope, &sum, dated);
  HbkHours net;

  /* More than @hours where another cap has cut before: on which days is not known, so that none is freed. */
  if (listed != NULL && listed->len > 0 && sum >= hours)
    return g_steal_pointer (&listed);
  *dated = TRUE;
  net = days_named (piece, scope);
  if ((net + 99) / 100 * 100 != dates)
    return NULL;
  return spread_evenly (hours, net, day_limit);
}
