/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-figure.h"

#include <glib/gi18n.h>

#include "words/hbk-outcome-words.h"

/**
 * HbkRecordFigure:
 *
 * What a record gives in a year: the figure, whose hours they are, and what a cap took.
 */
struct _HbkRecordFigure
{
  AdwBin parent_instance;

  GtkLabel  *figure;
  GtkLabel  *what;
  GtkLabel  *subject;
  GtkWidget *cut;
  GtkLabel  *raw;
  GtkLabel  *lost;
};

G_DEFINE_FINAL_TYPE (HbkRecordFigure, hbk_record_figure, ADW_TYPE_BIN)

static HbkTally
get_hours (const HbkRecordResult *result, const char **what)
{
  switch (result->outcome)
    {
    case HBK_OUTCOME_PENDING:
      /* Translators: beside a figure: these hours would count but for something missing */
      *what = C_("beside a figure", "Hours Pending");
      return result->pending;

    case HBK_OUTCOME_PLANNED:
      /* Translators: beside a figure: these hours will count once the record is done */
      *what = C_("beside a figure", "Hours Planned");
      return result->planned;

    default:
      /* Translators: beside a figure: these hours count */
      *what = C_("beside a figure", "Hours Credited");
      return result->credited;
    }
}

static const char *
name_subject (HbkTally hours)
{
  if (hours.public_hours != 0 && hours.professional_hours != 0)
    return _("Public and professional subjects");
  if (hours.public_hours != 0)
    return _("Public subjects");
  if (hours.professional_hours != 0)
    return _("Professional subjects");

  return NULL;
}

static const char *
get_tone_class (const HbkRecordResult *result, HbkTally hours)
{
  if (hbk_tally_total (hours) == 0 || result->outcome == HBK_OUTCOME_PENDING || result->outcome == HBK_OUTCOME_PLANNED)
    return "dimmed";
  if (hours.public_hours != 0 && hours.professional_hours != 0)
    return "accent";

  return hours.public_hours != 0 ? "hbk-public" : "hbk-professional";
}

static void
show_cut (HbkRecordFigure *self, const HbkRecordResult *result)
{
  g_autofree char *raw = hbk_hours_format (hbk_tally_total (result->raw));
  g_autofree char *lost = hbk_hours_format (hbk_tally_total (result->lost));
  /* Translators: hours that a record gives before a cap cuts them */
  g_autofree char *raw_words = g_strdup_printf (_("%s hours before the cap"), raw);
  /* Translators: hours that a cap took */
  g_autofree char *lost_words = g_strdup_printf (_("%s hours over the cap"), lost);

  gtk_widget_set_visible (self->cut, hbk_tally_total (result->lost) > 0);
  gtk_label_set_text (self->raw, raw_words);
  gtk_label_set_text (self->lost, lost_words);
}

static void
show (HbkRecordFigure *self, const HbkRecordResult *result, int year)
{
  const char      *what;
  HbkTally         hours = get_hours (result, &what);
  const char      *subject = name_subject (hours);
  g_autofree char *figure = hbk_hours_format (hbk_tally_total (hours));
  g_autofree char *outcome = hbk_outcome_words (result);
  g_autofree char *of_year = NULL;
  gboolean         is_open = result->outcome == HBK_OUTCOME_PENDING && hbk_tally_total (hours) == 0;

  gtk_label_set_text (self->figure, is_open ? "–" : figure);
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), get_tone_class (result, hours));
  gtk_label_set_text (self->what, what);
  if (is_open)
    /* Translators: instead of the subject of hours: how many there are depends on what is missing */
    subject = _("Not known yet");
  else if (subject == NULL)
    subject = hbk_tally_total (result->lost) > 0 ? _("Nothing is left under the cap") : outcome;
  /* Translators: a year, and the subjects that hours of it belong to */
  of_year = year != 0 ? g_strdup_printf (_("%1$d · %2$s"), year, subject) : g_strdup (subject);
  gtk_label_set_text (self->subject, of_year);
  show_cut (self, result);
}

static void
hbk_record_figure_class_init (HbkRecordFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFigure, figure);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFigure, what);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFigure, subject);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFigure, cut);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFigure, raw);
  gtk_widget_class_bind_template_child (widget_class, HbkRecordFigure, lost);
}

static void
hbk_record_figure_init (HbkRecordFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_record_figure_new:
 * @result: a record in one of its years
 * @year: that year, where it must be said; else 0
 *
 * Shows what a record gives.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
hbk_record_figure_new (const HbkRecordResult *result, int year)
{
  HbkRecordFigure *self = g_object_new (HBK_TYPE_RECORD_FIGURE, NULL);

  show (self, result, year);

  return GTK_WIDGET (self);
}
