/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hbk-year-chart.h"

#include <math.h>

#include <glib/gi18n.h>

#include "app/widgets/hbk-chart-plot.h"
#include "rules/hbk-year-deadlines.h"
#include "words/hbk-course-words.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"

/* More flags than this are a crowd; the list of deadlines has them all. */
#define FLAGS_MAX 3
#define HEIGHT_EM 17

/**
 * HbkYearChart:
 *
 * How the hours of a year grew, against an even pace and the deadlines. The keys Left and Right, and the pointer, go through the days on which
 * they did; what is looked at is said in words.
 */
struct _HbkYearChart
{
  HbkDrawing parent_instance;

  HbkChartPlot plot;
};

G_DEFINE_FINAL_TYPE (HbkYearChart, hbk_year_chart, HBK_TYPE_DRAWING)

static void
flag_clear (gpointer data)
{
  g_free (((HbkChartFlag *) data)->text);
}

static gboolean
has_flag (HbkYearChart *self, HbkDate date)
{
  for (guint i = 0; i < self->plot.flags->len; i++)
    {
      if (g_array_index (self->plot.flags, HbkChartFlag, i).date == date)
        return TRUE;
    }

  return FALSE;
}

/* The person's own deadlines within the year; of several on one day the first. */
static void
take_flags (HbkYearChart *self, GArray *deadlines)
{
  g_array_set_size (self->plot.flags, 0);
  for (guint i = 0; deadlines != NULL && i < deadlines->len && self->plot.flags->len < FLAGS_MAX; i++)
    {
      const HbkYearDeadline *deadline = &g_array_index (deadlines, HbkYearDeadline, i);
      g_autofree char       *date = NULL;
      HbkChartFlag           flag = { .date = deadline->date };

      if (!deadline->is_own || hbk_date_year (deadline->date) != self->plot.course->year || has_flag (self, deadline->date))
        continue;
      date = hbk_words_date_short (deadline->date);
      flag.text = g_strdup_printf ("%s %s", date, hbk_bilingual_get (&deadline->deadline->text, hbk_locale_get_language ()));
      g_array_append_val (self->plot.flags, flag);
    }
}

static void
update_accessible (HbkYearChart *self)
{
  g_autofree char *description = self->plot.course != NULL ? hbk_course_words (self->plot.course, self->plot.required) : g_strdup ("");

  if (self->plot.cursor >= 0)
    {
      const HbkCourseStep *step = &g_array_index (self->plot.course->steps, HbkCourseStep, self->plot.cursor);
      g_autofree char     *words = hbk_course_words_step (step);
      g_autofree char     *titles = hbk_course_words_titles (step);

      g_free (description);
      description = g_strdup_printf ("%s. %s", words, titles);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
set_cursor (HbkYearChart *self, int cursor)
{
  if (self->plot.cursor == cursor)
    return;

  self->plot.cursor = cursor;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
move_cursor_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HbkYearChart *self = HBK_YEAR_CHART (widget);
  int           n_steps = self->plot.course != NULL ? (int) self->plot.course->steps->len : 0;
  int           by = g_variant_get_int32 (arguments);
  int           next;

  if (n_steps == 0)
    return FALSE;

  /* The first key starts at the end that is the nearest to today, which is the last. */
  next = self->plot.cursor < 0 ? n_steps - 1 : CLAMP (self->plot.cursor + by, 0, n_steps - 1);
  set_cursor (self, next);
  if (gtk_widget_get_mapped (widget))
    {
      g_autofree char *words = hbk_course_words_step (&g_array_index (self->plot.course->steps, HbkCourseStep, next));

      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }

  return TRUE;
}

static void
motion_cb (HbkYearChart *self, double x, double y)
{
  HbkDate date;
  int     cursor = -1;

  if (self->plot.course == NULL)
    return;

  date = hbk_chart_plot_date_at (&self->plot, (float) x);
  for (guint i = 0; date <= self->plot.today && i < self->plot.course->steps->len; i++)
    {
      if (g_array_index (self->plot.course->steps, HbkCourseStep, i).date <= date)
        cursor = (int) i;
    }
  set_cursor (self, cursor);
}

static void
leave_cb (HbkYearChart *self)
{
  set_cursor (self, -1);
}

static void
hbk_year_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HbkYearChart *self = HBK_YEAR_CHART (widget);

  if (self->plot.course == NULL)
    return;

  hbk_chart_plot_lay_out (&self->plot, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  hbk_chart_plot_draw (&self->plot, snapshot);
}

static void
hbk_year_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  float em = hbk_drawing_get_em (HBK_DRAWING (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = (int) ceilf (em * 40);
    }
  else
    {
      *natural = *minimum = (int) ceilf (em * HEIGHT_EM);
    }
}

static void
hbk_year_chart_finalize (GObject *object)
{
  HbkYearChart *self = HBK_YEAR_CHART (object);

  g_clear_pointer (&self->plot.course, hbk_year_course_unref);
  g_array_unref (self->plot.flags);

  G_OBJECT_CLASS (hbk_year_chart_parent_class)->finalize (object);
}

static void
hbk_year_chart_class_init (HbkYearChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_year_chart_finalize;
  widget_class->measure = hbk_year_chart_measure;
  widget_class->snapshot = hbk_year_chart_snapshot;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cursor_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, move_cursor_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cursor_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, move_cursor_cb, "i", 1);
  gtk_widget_class_set_css_name (widget_class, "hbk-year-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hbk_year_chart_init (HbkYearChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->plot.drawing = HBK_DRAWING (self);
  self->plot.cursor = -1;
  self->plot.flags = g_array_new (FALSE, FALSE, sizeof (HbkChartFlag));
  g_array_set_clear_func (self->plot.flags, flag_clear);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hours over the year"), -1);
}

/**
 * hbk_year_chart_set_course:
 * @self: a chart
 * @course: how the hours of a year grew
 * @required: the hours that the year asks for; -1 for none
 * @today: the day of the assessment
 * @deadlines: (element-type HbkYearDeadline) (nullable): the deadlines of the year, by date; they need not live on
 *
 * Shows a year.
 */
void
hbk_year_chart_set_course (HbkYearChart *self, HbkYearCourse *course, HbkHours required, HbkDate today, GArray *deadlines)
{
  g_return_if_fail (HBK_IS_YEAR_CHART (self));
  g_return_if_fail (course != NULL);

  hbk_year_course_ref (course);
  g_clear_pointer (&self->plot.course, hbk_year_course_unref);
  self->plot.course = course;
  self->plot.required = required;
  self->plot.today = today;
  self->plot.end = deadlines != NULL ? hbk_year_deadlines_get_study_end (deadlines, course->year) : hbk_date_new (course->year, 12, 31);
  self->plot.cursor = -1;
  take_flags (self, deadlines);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hbk_year_chart_look_at:
 * @self: a chart
 * @position: the position of a step of the course; -1 for none
 *
 * Points at a day on which the hours grew, as the keys do.
 */
void
hbk_year_chart_look_at (HbkYearChart *self, int position)
{
  g_return_if_fail (HBK_IS_YEAR_CHART (self));
  g_return_if_fail (position < 0 || (self->plot.course != NULL && position < (int) self->plot.course->steps->len));

  set_cursor (self, position);
}
