/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hbk-trace-view.h"

#include "app/widgets/hbk-activity-icon.h"
#include "app/widgets/hbk-clause-button.h"
#include "app/widgets/hbk-rail.h"
#include "words/hbk-locale.h"
#include "words/hbk-outcome-words.h"
#include "words/hbk-trace-words.h"

enum {
  PROP_COMPACT = 1,
  N_PROPS
};

/**
 * HbkTraceView:
 *
 * How a record gets its hours, step by step along a rail: what each step says, its figure, and the clause it rests on.
 */
struct _HbkTraceView
{
  GtkWidget parent_instance;

  gboolean is_compact;
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkTraceView, hbk_trace_view, GTK_TYPE_WIDGET)

/* What a row shows; what is NULL is left out. */
typedef struct
{
  HbkRailPlace place;
  HbkTone      tone;
  const char  *heading;
  const char  *words;
  const char  *figure;
  const char  *clause;
  gboolean     is_end;
} Row;

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_row (HbkTraceView *self, const HbkPack *pack, const Row *row)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "spacing", 14, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = make_label (row->heading, row->is_end ? "hbk-strong" : NULL);

  gtk_widget_set_valign (heading, GTK_ALIGN_BASELINE_FILL);
  gtk_box_append (GTK_BOX (head), heading);
  if (row->figure != NULL)
    {
      GtkWidget *figure = g_object_new (GTK_TYPE_LABEL, "label", row->figure, "xalign", 1.0f, "valign", GTK_ALIGN_BASELINE_FILL, NULL);

      gtk_widget_add_css_class (figure, "hbk-strong");
      gtk_widget_add_css_class (figure, "hbk-tabular");
      if (row->tone == HBK_TONE_CAUTION)
        gtk_widget_add_css_class (figure, "hbk-caution");
      gtk_box_append (GTK_BOX (head), figure);
    }
  gtk_box_append (GTK_BOX (middle), head);
  if (row->words != NULL)
    {
      GtkWidget *words = make_label (row->words, "hbk-second");

      gtk_widget_add_css_class (words, "dimmed");
      gtk_box_append (GTK_BOX (middle), words);
    }
  if (row->clause != NULL && !self->is_compact)
    gtk_box_append (GTK_BOX (middle), hbk_clause_button_new (pack, row->clause));

  gtk_widget_set_margin_bottom (middle, row->is_end ? 0 : self->is_compact ? 12
                                                                           : 20);
  gtk_box_append (GTK_BOX (line), hbk_rail_new (row->place, row->tone, row->is_end));
  gtk_box_append (GTK_BOX (line), middle);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

static void
add_step (HbkTraceView *self, const HbkPack *pack, const HbkTraceStep *step, HbkRailPlace place, HbkTone tone, const char *clause_before)
{
  g_autofree char *words = hbk_trace_step_to_text (step, pack, hbk_locale_get_language ());
  g_autofree char *figure = hbk_trace_words_figure (step);
  const Row        row = {
           .place = place,
           .tone = hbk_trace_words_is_loss (step) ? HBK_TONE_CAUTION : tone,
           .heading = hbk_trace_words_heading (step->kind),
           .words = words,
           .figure = figure,
           .clause = g_strcmp0 (step->clause, clause_before) != 0 ? step->clause : NULL,
  };

  add_row (self, pack, &row);
}

static void
add_end (HbkTraceView *self, const HbkPack *pack, const HbkRecordResult *result, HbkTone tone, gboolean is_alone)
{
  g_autofree char *words = hbk_outcome_words (result);
  g_autofree char *figure = hbk_trace_words_end_figure (result);
  const Row        row = {
           .place = is_alone ? HBK_RAIL_ALONE : HBK_RAIL_LAST,
           .tone = tone,
           .heading = hbk_trace_words_end (result),
           .words = words,
           .figure = figure,
           .is_end = TRUE,
  };

  add_row (self, pack, &row);
}

static void
clear (HbkTraceView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
hbk_trace_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_COMPACT)
    g_value_set_boolean (value, HBK_TRACE_VIEW (object)->is_compact);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hbk_trace_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_COMPACT)
    HBK_TRACE_VIEW (object)->is_compact = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
hbk_trace_view_dispose (GObject *object)
{
  clear (HBK_TRACE_VIEW (object));

  G_OBJECT_CLASS (hbk_trace_view_parent_class)->dispose (object);
}

static void
hbk_trace_view_class_init (HbkTraceViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_trace_view_dispose;
  object_class->get_property = hbk_trace_view_get_property;
  object_class->set_property = hbk_trace_view_set_property;

  /* Closer together and without clauses, as in the preview of the editor. */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hbk-trace-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
hbk_trace_view_init (HbkTraceView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * hbk_trace_view_new:
 *
 * Makes a view that shows nothing yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
hbk_trace_view_new (void)
{
  return g_object_new (HBK_TYPE_TRACE_VIEW, NULL);
}

/**
 * hbk_trace_view_set:
 * @self: a view
 * @assessment: an assessment
 * @result: a record in one of its years
 *
 * Shows how a record gets its hours.
 */
void
hbk_trace_view_set (HbkTraceView *self, HbkAssessment *assessment, const HbkRecordResult *result)
{
  g_autoptr (GArray) trace = NULL;
  const HbkPack *pack;
  HbkTone        tone;

  g_return_if_fail (HBK_IS_TRACE_VIEW (self));
  g_return_if_fail (assessment != NULL && result != NULL);

  clear (self);
  pack = hbk_assessment_get_pack (assessment);
  tone = hbk_activity_tone (hbk_record_get_activity (result->record), result);
  trace = hbk_assessment_dup_trace (assessment, result);
  for (guint i = 0; i < trace->len; i++)
    {
      const HbkTraceStep *step = &g_array_index (trace, HbkTraceStep, i);

      add_step (self, pack, step, i == 0 ? HBK_RAIL_FIRST : HBK_RAIL_MIDDLE, tone, i > 0 ? (step - 1)->clause : NULL);
    }
  add_end (self, pack, result, tone, trace->len == 0);
}
