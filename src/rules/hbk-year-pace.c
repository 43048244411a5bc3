/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-year-pace.h"

/* Before March a year says nothing of its pace. */
#define FIRST_MONTH_JUDGED 3
/* Who is behind by less is not. */
#define TOLERANCE_PER_CENT 3
#define TOLERANCE_LEAST 200

#define ONE_HOUR 100
#define HALF_AN_HOUR 50
#define WEEK 7

static HbkHours
expect (const HbkYearPace *pace, HbkHours required, HbkMet met, HbkDate today)
{
  gint64 days = pace->end - pace->start + 1;
  gint64 passed = CLAMP (today - pace->start + 1, 0, days);

  if (required < 0 || met == HBK_MET_NONE)
    return -1;

  /* An even pace is no more exact than an hour. */
  return (hbk_hours_ratio_floor (required, passed, days) + ONE_HOUR / 2) / ONE_HOUR * ONE_HOUR;
}

static HbkHours
fall_behind (const HbkYearPace *pace, HbkHours expected, HbkHours required, HbkHours credited)
{
  HbkHours behind = MIN (expected, required) - credited;
  HbkHours tolerance = MAX (hbk_hours_ratio_floor (required, TOLERANCE_PER_CENT, 100), TOLERANCE_LEAST);

  return pace->is_judged && expected >= 0 && behind > tolerance ? behind : 0;
}

static HbkHours
need_a_week (const HbkYearPace *pace, HbkHours missing)
{
  HbkHours a_week;

  if (pace->days_left <= WEEK)
    return missing;
  a_week = hbk_hours_ratio_ceil (missing, WEEK, pace->days_left);

  return MIN ((a_week + HALF_AN_HOUR - 1) / HALF_AN_HOUR * HALF_AN_HOUR, missing);
}

/**
 * hbk_year_pace_work_out:
 * @year: a year of an assessment
 * @end: the last day of learning; see hbk_year_deadlines_get_study_end()
 * @today: the day of the assessment
 *
 * Compares a year with an even pace.
 *
 * Returns: the pace
 */
HbkYearPace
hbk_year_pace_work_out (const HbkYearResult *year, HbkDate end, HbkDate today)
{
  HbkYearPace pace = { .start = hbk_date_new (year->year, 1, 1), .end = end, .days_left = end - today };
  HbkRequired missing = hbk_year_result_get_missing (year);

  pace.is_judged = (year->verdict == HBK_VERDICT_SHORT || year->verdict == HBK_VERDICT_UNDETERMINED) && today <= end && today >= hbk_date_new (year->year, FIRST_MONTH_JUDGED, 1);
  pace.expected = (HbkRequired) {
    expect (&pace, year->required.total, year->met_total, today),
    expect (&pace, year->required.public_hours, year->met_public, today),
    expect (&pace, year->required.professional_hours, year->met_professional, today),
  };
  pace.behind = (HbkRequired) {
    fall_behind (&pace, pace.expected.total, year->required.total, hbk_tally_total (year->credited)),
    fall_behind (&pace, pace.expected.public_hours, year->required.public_hours, year->credited.public_hours),
    fall_behind (&pace, pace.expected.professional_hours, year->required.professional_hours, year->credited.professional_hours),
  };
  pace.a_week = (HbkRequired) {
    need_a_week (&pace, missing.total),
    need_a_week (&pace, missing.public_hours),
    need_a_week (&pace, missing.professional_hours),
  };

  return pace;
}
