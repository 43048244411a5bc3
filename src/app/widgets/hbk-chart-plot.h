/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/widgets/hbk-drawing.h"
#include "rules/hbk-year-course.h"

G_BEGIN_DECLS

/** HbkChartFlag: a deadline in the picture of a year. */
typedef struct
{
  HbkDate date;
  char   *text;
} HbkChartFlag;

/**
 * HbkChartPlot:
 * @drawing: the widget that is drawn
 * @course: how the hours grew
 * @required: the hours asked for; -1 for none
 * @today: the day of the assessment
 * @end: the last day on which hours can be earned
 * @flags: (element-type HbkChartFlag): the deadlines, the earliest first
 * @cursor: the index of the step that is looked at; -1 for none
 *
 * A picture of a year: what is drawn, and where.
 */
typedef struct
{
  HbkDrawing    *drawing;
  HbkYearCourse *course;
  HbkHours       required;
  HbkDate        today;
  HbkDate        end;
  GArray        *flags;
  int            cursor;

  /*< private >*/
  graphene_rect_t area;
  float           em;
  HbkHours        top;
} HbkChartPlot;

void    hbk_chart_plot_lay_out (HbkChartPlot *self, float width, float height);
void    hbk_chart_plot_draw (HbkChartPlot *self, GtkSnapshot *snapshot);
HbkDate hbk_chart_plot_date_at (const HbkChartPlot *self, float x);

G_END_DECLS
