/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/widgets/hbk-drawing.h"
#include "rules/hbk-year-course.h"

G_BEGIN_DECLS

#define HBK_TYPE_YEAR_CHART (hbk_year_chart_get_type ())

G_DECLARE_FINAL_TYPE (HbkYearChart, hbk_year_chart, HBK, YEAR_CHART, HbkDrawing)

void hbk_year_chart_set_course (HbkYearChart *self, HbkYearCourse *course, HbkHours required, HbkDate today, GArray *deadlines);
void hbk_year_chart_look_at (HbkYearChart *self, int position);

G_END_DECLS
