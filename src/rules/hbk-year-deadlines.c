/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-year-deadlines.h"

#include "rules/hbk-assessment-private.h"

/* Of days that come every month the next one; when there is none any more, the last. */
static HbkDate
next_of_month (const HbkDeadline *deadline, HbkDate from, HbkDate to, HbkDate as_of)
{
  HbkDate last = HBK_DATE_NONE;
  int     year = hbk_date_year (to);

  for (int month = from != HBK_DATE_NONE ? hbk_date_month (from) : 1; month <= hbk_date_month (to); month++)
    {
      for (guint i = 0; i < deadline->monthly->len; i++)
        {
          int     day = MIN (g_array_index (deadline->monthly, int, i), hbk_date_days_in_month (year, month));
          HbkDate date = hbk_date_new (year, month, day);

          if (date > to || (from != HBK_DATE_NONE && date < from))
            continue;
          if (date >= as_of)
            return date;
          last = date;
        }
    }

  return last != HBK_DATE_NONE ? last : to;
}

/**
 * hbk_deadline_resolve:
 * @deadline: a deadline of a pack
 * @scope: what its condition may look at; the year is set
 * @year: a year
 *
 * Finds the date of a deadline in a year.
 *
 * Returns: the last day; HBK_DATE_NONE where there is no such deadline
 */
HbkDate
hbk_deadline_resolve (const HbkDeadline *deadline, HbkScope *scope, int year)
{
  HbkDate date = hbk_day_resolve (deadline->to, year + deadline->year_offset);

  if (date == HBK_DATE_NONE || (deadline->year_from != 0 && year < deadline->year_from) || (deadline->year_to != 0 && year > deadline->year_to))
    return HBK_DATE_NONE;

  scope->year = year;

  return hbk_condition_holds (deadline->when, scope) ? date : HBK_DATE_NONE;
}

static gboolean
is_own (const HbkDeadline *deadline)
{
  static const char *const kinds[] = { "study", "hand_in", "close", "registration", NULL };

  return g_strv_contains (kinds, deadline->kind);
}

static int
compare_deadlines (gconstpointer a, gconstpointer b)
{
  const HbkYearDeadline *first = a, *second = b;

  return (first->date > second->date) - (first->date < second->date);
}

/**
 * hbk_year_deadlines_new:
 * @assessment: an assessment
 * @profile: the person it is about
 * @year: a year
 *
 * Lists the deadlines of a year, those that only who applies for a title must heed left out.
 *
 * Returns: (transfer full) (element-type HbkYearDeadline): the deadlines by date
 */
GArray *
hbk_year_deadlines_new (const HbkAssessment *assessment, HbkProfile *profile, int year)
{
  GArray      *deadlines = g_array_new (FALSE, FALSE, sizeof (HbkYearDeadline));
  HbkCoreFacts core;
  HbkScope     scope = { 0 };

  g_return_val_if_fail (assessment != NULL, deadlines);

  hbk_core_facts_init (&core, assessment->pack->vocabulary);
  scope.pack = assessment->pack;
  scope.core = &core;
  scope.profile = profile;
  scope.as_of = assessment->as_of;
  scope.options = assessment->options;

  for (guint i = 0; i < assessment->pack->deadlines->len; i++)
    {
      const HbkDeadline *deadline = &g_array_index (assessment->pack->deadlines, HbkDeadline, i);
      HbkYearDeadline    resolved = { .deadline = deadline, .date = hbk_deadline_resolve (deadline, &scope, year), .is_own = is_own (deadline) };

      if (resolved.date == HBK_DATE_NONE || deadline->level != NULL)
        continue;
      if (deadline->monthly != NULL && deadline->monthly->len > 0)
        resolved.date = next_of_month (deadline, hbk_day_resolve (deadline->from, year + deadline->year_offset), resolved.date, scope.as_of);
      resolved.days_left = resolved.date - scope.as_of;
      resolved.is_passed = resolved.days_left < 0;
      g_array_append_val (deadlines, resolved);
    }
  g_array_sort (deadlines, compare_deadlines);

  return deadlines;
}

/**
 * hbk_year_deadlines_get_study_end:
 * @deadlines: (element-type HbkYearDeadline): the deadlines of a year
 * @year: the year
 *
 * Finds the last day on which hours of a year can be earned.
 *
 * Returns: the day; the last of the year where the notice names none
 */
HbkDate
hbk_year_deadlines_get_study_end (GArray *deadlines, int year)
{
  HbkDate end = hbk_date_new (year, 12, 31);

  g_return_val_if_fail (deadlines != NULL, end);

  for (guint i = 0; i < deadlines->len; i++)
    {
      const HbkYearDeadline *deadline = &g_array_index (deadlines, HbkYearDeadline, i);

      if (g_str_equal (deadline->deadline->kind, "study"))
        end = MIN (end, deadline->date);
    }

  return end;
}
