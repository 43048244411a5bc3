/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

/**
 * HbkCourseStep:
 * @date: a day of the year
 * @gained: the hours that this day adds
 * @credited: all hours from the start of the year to this day
 * @records: (element-type HbkRecord): the records that add them
 *
 * A day on which the hours of a year grow.
 */
typedef struct
{
  HbkDate    date;
  HbkTally   gained;
  HbkTally   credited;
  GPtrArray *records;
} HbkCourseStep;

/**
 * HbkYearCourse:
 * @year: the year
 * @steps: (element-type HbkCourseStep): by date, each date once
 * @credited: the hours at the end
 *
 * How the credited hours of a year grew, day by day. Immutable; read the members freely.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;

  /*< public >*/
  int      year;
  GArray  *steps;
  HbkTally credited;
} HbkYearCourse;

#define HBK_TYPE_YEAR_COURSE (hbk_year_course_get_type ())

GType hbk_year_course_get_type (void) G_GNUC_CONST;

HbkYearCourse *hbk_year_course_new (const HbkYearResult *year, HbkDate as_of) G_GNUC_WARN_UNUSED_RESULT;
HbkYearCourse *hbk_year_course_ref (HbkYearCourse *self);
void           hbk_year_course_unref (HbkYearCourse *self);
HbkTally       hbk_year_course_at (const HbkYearCourse *self, HbkDate date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkYearCourse, hbk_year_course_unref)

G_END_DECLS
