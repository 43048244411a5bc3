/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

/**
 * HbkYearPace:
 * @start: the first day of learning
 * @end: the last one
 * @days_left: days from today to @end; negative when it has passed
 * @is_judged: early in a year, after its end, and where nothing is required, nobody is behind
 * @expected: what an even pace asks for today, in whole hours; -1 where no minimum is set
 * @behind: how many hours are missing to that; 0 when not worth a word
 * @a_week: hours that are still needed each week, in half hours; all that are missing in the last week
 *
 * How a year goes along, compared with an even pace from its first day to the end of learning: a rule of thumb, which no notice knows.
 */
typedef struct
{
  HbkDate     start;
  HbkDate     end;
  int         days_left;
  gboolean    is_judged;
  HbkRequired expected;
  HbkRequired behind;
  HbkRequired a_week;
} HbkYearPace;

HbkYearPace hbk_year_pace_work_out (const HbkYearResult *year, HbkDate end, HbkDate today);

G_END_DECLS
