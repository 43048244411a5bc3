/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/hbk-chart-card.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-year-chart.h"
#include "rules/hbk-year-course.h"
#include "rules/hbk-year-deadlines.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-year-words.h"

#define MONTHS 12

enum {
  COLUMN_MONTH,
  COLUMN_PUBLIC,
  COLUMN_PROFESSIONAL,
  COLUMN_TOTAL,
  N_COLUMNS
};

/**
 * HbkChartCard:
 *
 * How the hours of a year grew, as a chart and as figures.
 */
struct _HbkChartCard
{
  AdwBin parent_instance;

  GtkLabel     *needed;
  HbkYearChart *chart;
  GtkGrid      *table;
};

G_DEFINE_FINAL_TYPE (HbkChartCard, hbk_chart_card, ADW_TYPE_BIN)

/* ---- Figures ---- */

static void
clear_table (HbkChartCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);
}

static GtkWidget *
add_cell (HbkChartCard *self, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_MONTH ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "hbk-tabular");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->table, label, column, row, 1, 1);

  return label;
}

static void
add_hours (HbkChartCard *self, HbkHours hours, int column, int row)
{
  g_autofree char *text = hbk_hours_format (hours);

  add_cell (self, text, column, row, NULL);
}

static void
add_head (HbkChartCard *self)
{
  add_cell (self, _("To the End of"), COLUMN_MONTH, 0, "dimmed");
  add_cell (self, C_("column", "Public"), COLUMN_PUBLIC, 0, "hbk-public");
  add_cell (self, C_("column", "Professional"), COLUMN_PROFESSIONAL, 0, "hbk-professional");
  add_cell (self, C_("column", "Total"), COLUMN_TOTAL, 0, "dimmed");
}

static void
add_month (HbkChartCard *self, const HbkYearCourse *course, int month, int row)
{
  HbkTally         credited = hbk_year_course_at (course, hbk_date_new (course->year, month, hbk_date_days_in_month (course->year, month)));
  g_autofree char *name = hbk_words_month_short (month);

  add_cell (self, name, COLUMN_MONTH, row, NULL);
  add_hours (self, credited.public_hours, COLUMN_PUBLIC, row);
  add_hours (self, credited.professional_hours, COLUMN_PROFESSIONAL, row);
  add_hours (self, hbk_tally_total (credited), COLUMN_TOTAL, row);
}

static void
add_deadline (HbkChartCard *self, const HbkYearDeadline *deadline, int row)
{
  g_autofree char *date = hbk_words_date_short (deadline->date);
  /* Translators: a date, and what has to be done by then */
  g_autofree char *text = g_strdup_printf (_("%1$s: %2$s"), date, hbk_bilingual_get (&deadline->deadline->text, hbk_locale_get_language ()));
  GtkWidget       *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_grid_attach (self->table, label, 0, row, N_COLUMNS, 1);
}

static void
fill_table (HbkChartCard *self, const HbkYearCourse *course, GArray *deadlines, HbkDate today)
{
  int last = hbk_date_year (today) > course->year ? MONTHS : hbk_date_month (today);
  int row = 1;

  clear_table (self);
  add_head (self);
  for (int month = 1; month <= last; month++)
    add_month (self, course, month, row++);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const HbkYearDeadline *deadline = &g_array_index (deadlines, HbkYearDeadline, i);

      if (deadline->is_own)
        add_deadline (self, deadline, row++);
    }
}

static void
show_needed (HbkChartCard *self, const HbkStateYear *year, const HbkYearPace *pace)
{
  gboolean         is_needed = pace->a_week.total > 0 && pace->days_left > 0 && (year->entry == NULL || !year->entry->handed_in);
  g_autofree char *hours = hbk_year_words_hours (pace->a_week.total);
  /* Translators: "5 hours" */
  g_autofree char *text = g_strdup_printf (_("About %s a week still needed"), hours);

  gtk_label_set_text (self->needed, text);
  gtk_widget_set_visible (GTK_WIDGET (self->needed), is_needed);
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, HbkChartCard *self)
{
  gtk_expander_set_child (expander, gtk_expander_get_expanded (expander) ? GTK_WIDGET (self->table) : NULL);
}

static void
hbk_chart_card_class_init (HbkChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HBK_TYPE_YEAR_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkChartCard, needed);
  gtk_widget_class_bind_template_child (widget_class, HbkChartCard, chart);
  gtk_widget_class_bind_template_child (widget_class, HbkChartCard, table);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
hbk_chart_card_init (HbkChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_chart_card_set:
 * @self: a card
 * @year: a year of a state
 * @pace: its pace
 * @deadlines: (element-type HbkYearDeadline): its deadlines
 * @today: the day of the state
 *
 * Shows a year.
 */
void
hbk_chart_card_set (HbkChartCard *self, const HbkStateYear *year, const HbkYearPace *pace, GArray *deadlines, HbkDate today)
{
  g_autoptr (HbkYearCourse) course = NULL;

  g_return_if_fail (HBK_IS_CHART_CARD (self) && year != NULL && pace != NULL && deadlines != NULL);

  course = hbk_year_course_new (year->result, today);
  hbk_year_chart_set_course (self->chart, course, year->result->required.total, today, deadlines);
  show_needed (self, year, pace);
  fill_table (self, course, deadlines, today);
}
