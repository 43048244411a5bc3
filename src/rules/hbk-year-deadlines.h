/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"
#include "rules/hbk-scope.h"

G_BEGIN_DECLS

/**
 * HbkYearDeadline:
 * @deadline: the deadline; its text, who and clause are those of the pack
 * @date: the last day
 * @is_passed: the day of the assessment lies after it
 * @days_left: days from the day of the assessment to @date; negative when it has passed
 * @is_own: it is for the person, not for an authority or an employer
 *
 * A deadline of a pack in one year. Holds on to nothing: it lives as long as the pack.
 */
typedef struct
{
  const HbkDeadline *deadline;
  HbkDate            date;
  gboolean           is_passed;
  int                days_left;
  gboolean           is_own;
} HbkYearDeadline;

HbkDate hbk_deadline_resolve (const HbkDeadline *deadline, HbkScope *scope, int year);

GArray *hbk_year_deadlines_new (const HbkAssessment *assessment, HbkProfile *profile, int year) G_GNUC_WARN_UNUSED_RESULT;
HbkDate hbk_year_deadlines_get_study_end (GArray *deadlines, int year);

G_END_DECLS
