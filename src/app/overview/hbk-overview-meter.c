/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/hbk-overview-meter.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-ring.h"
#include "words/hbk-meter-words.h"

/**
 * HbkOverviewMeter:
 *
 * The hours of one subject, or of both, as a ring, with how they stand below; leads to the clause that asks for them.
 */
struct _HbkOverviewMeter
{
  GtkButton parent_instance;

  HbkRing   *ring;
  GtkBox    *standing_box;
  GtkImage  *standing_icon;
  GtkLabel  *standing;
  HbkSubject subject;
};

enum {
  PROP_SUBJECT = 1,
  PROP_KIND,
  PROP_CAPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HbkOverviewMeter, hbk_overview_meter, GTK_TYPE_BUTTON)

static HbkTone
tone_of (HbkSubject subject)
{
  switch (subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return HBK_TONE_PUBLIC;
    case HBK_SUBJECT_PROFESSIONAL:
      return HBK_TONE_PROFESSIONAL;
    case HBK_SUBJECT_NONE:
    default:
      return HBK_TONE_TOTAL;
    }
}

static const char *
caption_of (HbkSubject subject)
{
  switch (subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return C_("meter", "Public");
    case HBK_SUBJECT_PROFESSIONAL:
      return C_("meter", "Professional");
    case HBK_SUBJECT_NONE:
    default:
      return C_("meter", "Whole Year");
    }
}

/* What a ring shows. */
typedef struct
{
  HbkHours value;
  HbkHours target;
  HbkHours pace;
  HbkHours pending;
} Figures;

static HbkHours
pick (const HbkRequired *required, HbkSubject subject)
{
  switch (subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return required->public_hours;
    case HBK_SUBJECT_PROFESSIONAL:
      return required->professional_hours;
    case HBK_SUBJECT_NONE:
    default:
      return required->total;
    }
}

static HbkHours
pick_hours (HbkTally tally, HbkSubject subject)
{
  return subject == HBK_SUBJECT_NONE ? hbk_tally_total (tally) : *hbk_tally_part (&tally, subject);
}

/* Where another authority judges the year, its minima are none of ours. */
static Figures
pick_figures (const HbkYearView *view, HbkSubject subject)
{
  gboolean is_judged = view->year->verdict != HBK_VERDICT_UNDETERMINED || view->year->met_total != HBK_MET_NONE;

  return (Figures) {
    .value = pick_hours (view->year->credited, subject),
    .target = is_judged ? pick (&view->year->required, subject) : -1,
    .pace = hbk_year_view_has_pace (view) && is_judged ? pick (&view->pace->expected, subject) : -1,
    .pending = pick_hours (view->year->pending, subject),
  };
}

static void
show_standing (HbkOverviewMeter *self, const char *words, HbkStanding standing)
{
  static const char *const icons[] = { "hbk-empty-circle-symbolic", "hbk-check-circle-symbolic", "dialog-warning-symbolic" };
  static const char *const classes[] = { "dimmed", "hbk-good", "hbk-caution" };

  /* An empty line keeps the captions of the three meters in one row. */
  gtk_widget_set_visible (GTK_WIDGET (self->standing_icon), words != NULL);
  gtk_image_set_from_icon_name (self->standing_icon, icons[standing]);
  gtk_label_set_text (self->standing, words != NULL ? words : " ");
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->standing_box), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->standing_box), classes[standing]);
}

static void
hbk_overview_meter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkOverviewMeter *self = HBK_OVERVIEW_METER (object);

  switch (prop_id)
    {
    case PROP_SUBJECT:
      g_value_set_enum (value, (int) self->subject);
      break;

    case PROP_KIND:
      g_value_set_enum (value, (int) tone_of (self->subject));
      break;

    case PROP_CAPTION:
      g_value_set_string (value, caption_of (self->subject));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_overview_meter_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkOverviewMeter *self = HBK_OVERVIEW_METER (object);

  if (prop_id != PROP_SUBJECT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->subject == (HbkSubject) g_value_get_enum (value))
    return;

  self->subject = (HbkSubject) g_value_get_enum (value);
  g_object_notify_by_pspec (object, pspec);
  g_object_notify_by_pspec (object, properties[PROP_KIND]);
  g_object_notify_by_pspec (object, properties[PROP_CAPTION]);
}

static void
hbk_overview_meter_class_init (HbkOverviewMeterClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hbk_overview_meter_get_property;
  object_class->set_property = hbk_overview_meter_set_property;

  properties[PROP_SUBJECT] = g_param_spec_enum ("subject", NULL, NULL, HBK_TYPE_SUBJECT, HBK_SUBJECT_NONE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, HBK_TYPE_TONE, HBK_TONE_TOTAL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HBK_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-overview-meter.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewMeter, ring);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewMeter, standing_box);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewMeter, standing_icon);
  gtk_widget_class_bind_template_child (widget_class, HbkOverviewMeter, standing);
}

static void
hbk_overview_meter_init (HbkOverviewMeter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_overview_meter_set:
 * @self: a meter
 * @view: the year it shows
 *
 * Shows a year.
 */
void
hbk_overview_meter_set (HbkOverviewMeter *self, const HbkYearView *view)
{
  HbkStanding      standing;
  g_autofree char *words = NULL, *meter = NULL, *name = NULL;
  const char      *clause;
  Figures          figures;

  g_return_if_fail (HBK_IS_OVERVIEW_METER (self) && view != NULL);

  figures = pick_figures (view, self->subject);
  words = hbk_year_words_standing (view, self->subject, &standing);
  g_object_set (self->ring,
                "label", caption_of (self->subject),
                "value", figures.value,
                "target", figures.target,
                "pace", figures.pace,
                "pending", figures.pending,
                NULL);
  show_standing (self, words, standing);

  clause = view->year->requirement_clause;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", clause != NULL ? clause : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), clause != NULL ? "win.show-clause" : NULL);
  gtk_widget_set_can_target (GTK_WIDGET (self), clause != NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), clause != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), clause != NULL ? _("Read the clause that asks for it") : NULL);

  meter = hbk_meter_words (caption_of (self->subject), figures.value, figures.target, figures.pace, figures.pending);
  /* Translators: what a meter shows, and how that stands: "Public 27 of 45 hours, 14 behind an even pace; 14 behind" */
  name = words != NULL ? g_strdup_printf (C_("meter", "%1$s; %2$s"), meter, words) : g_strdup (meter);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
