/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hbk-sure-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/widgets/hbk-strip.h"
#include "app/widgets/hbk-swatch.h"
#include "base/hbk-hours.h"
#include "words/hbk-meter-words.h"

enum {
  PROP_CREDITED = 1,
  PROP_EVIDENCED,
  PROP_VERIFIED,
  PROP_PENDING,
  PROP_TARGET,
  PROP_PACE,
  N_PROPS
};

#define EVIDENCED_ALPHA 0.7f
#define CREDITED_ALPHA 0.42f

/**
 * HbkSureBar:
 *
 * How sure the hours of a year are: verified within evidenced within credited, and what is pending, with a legend that gives the figures.
 */
struct _HbkSureBar
{
  GtkWidget parent_instance;

  GtkWidget *strip;
  GtkWidget *legend;
  GtkWidget *entries[N_PROPS];
  GtkLabel  *figures[N_PROPS];

  gint64 hours[N_PROPS];
};

static GParamSpec *properties[N_PROPS];

/* Without the interface its value does not get to screen readers. */
G_DEFINE_FINAL_TYPE_WITH_CODE (HbkSureBar, hbk_sure_bar, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE, NULL))

static void
add_entry (HbkSureBar *self, guint prop, GtkWidget *swatch, const char *name)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *figure = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (figure, "hbk-strong");
  gtk_widget_add_css_class (figure, "hbk-tabular");
  gtk_box_append (GTK_BOX (entry), swatch);
  gtk_box_append (GTK_BOX (entry), label);
  gtk_box_append (GTK_BOX (entry), figure);
  adw_wrap_box_append (ADW_WRAP_BOX (self->legend), entry);
  self->entries[prop] = entry;
  self->figures[prop] = GTK_LABEL (figure);
}

static void
update_strip (HbkSureBar *self)
{
  gint64                credited = self->hours[PROP_CREDITED], evidenced = self->hours[PROP_EVIDENCED], verified = self->hours[PROP_VERIFIED];
  gint64                possible = credited + self->hours[PROP_PENDING];
  const HbkStripSegment segments[] = {
    { 0, verified, HBK_TONE_TOTAL, 1, FALSE },
    { verified, MAX (evidenced, verified), HBK_TONE_TOTAL, EVIDENCED_ALPHA, FALSE },
    { MAX (evidenced, verified), credited, HBK_TONE_TOTAL, CREDITED_ALPHA, FALSE },
    { credited, possible, HBK_TONE_TOTAL, 1, TRUE },
  };

  hbk_strip_set (HBK_STRIP (self->strip), segments, G_N_ELEMENTS (segments), MAX (self->hours[PROP_TARGET], possible),
                 self->hours[PROP_TARGET] > 0 ? self->hours[PROP_PACE] : -1);
}

static void
update (HbkSureBar *self)
{
  g_autofree char *words = hbk_meter_words (NULL, self->hours[PROP_CREDITED], self->hours[PROP_TARGET], self->hours[PROP_PACE], self->hours[PROP_PENDING]);

  for (guint i = PROP_CREDITED; i < N_PROPS; i++)
    {
      g_autofree char *figure = hbk_hours_format (MAX (self->hours[i], 0));

      if (self->figures[i] != NULL)
        gtk_label_set_text (self->figures[i], figure);
    }
  gtk_widget_set_visible (self->entries[PROP_PENDING], self->hours[PROP_PENDING] > 0);
  gtk_widget_set_visible (self->entries[PROP_PACE], self->hours[PROP_PACE] >= 0 && self->hours[PROP_TARGET] > 0);
  update_strip (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, hbk_hours_to_double (MAX (self->hours[PROP_TARGET], self->hours[PROP_CREDITED])),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, hbk_hours_to_double (self->hours[PROP_CREDITED]),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  -1);
}

static void
hbk_sure_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == 0 || prop_id >= N_PROPS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else
    g_value_set_int64 (value, HBK_SURE_BAR (object)->hours[prop_id]);
}

static void
hbk_sure_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkSureBar *self = HBK_SURE_BAR (object);

  if (prop_id == 0 || prop_id >= N_PROPS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->hours[prop_id] == g_value_get_int64 (value))
    return;

  self->hours[prop_id] = g_value_get_int64 (value);
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
hbk_sure_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hbk_sure_bar_parent_class)->dispose (object);
}

static void
hbk_sure_bar_class_init (HbkSureBarClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass    *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *names[N_PROPS] = { NULL, "credited", "evidenced", "verified", "pending", "target", "pace" };

  object_class->dispose = hbk_sure_bar_dispose;
  object_class->get_property = hbk_sure_bar_get_property;
  object_class->set_property = hbk_sure_bar_set_property;

  /* Hours are in hundredths; there may be no target and no pace, which is -1. */
  for (guint i = PROP_CREDITED; i < N_PROPS; i++)
    {
      int least = i >= PROP_TARGET ? -1 : 0;

      properties[i] = g_param_spec_int64 (names[i], NULL, NULL, least, HBK_HOURS_MAX, least, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
    }
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hbk-sure-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
hbk_sure_bar_init (HbkSureBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 10);
  self->hours[PROP_TARGET] = -1;
  self->hours[PROP_PACE] = -1;
  self->strip = hbk_strip_new ();
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  self->legend = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 16, "line-spacing", 6, NULL);
  gtk_widget_add_css_class (self->legend, "hbk-second");
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));

  add_entry (self, PROP_CREDITED, hbk_swatch_new (HBK_SWATCH_SOLID, HBK_TONE_TOTAL, CREDITED_ALPHA), C_("hours", "Credited"));
  add_entry (self, PROP_EVIDENCED, hbk_swatch_new (HBK_SWATCH_SOLID, HBK_TONE_TOTAL, EVIDENCED_ALPHA), C_("hours", "With all evidence"));
  add_entry (self, PROP_VERIFIED, hbk_swatch_new (HBK_SWATCH_SOLID, HBK_TONE_TOTAL, 1), C_("hours", "Verified"));
  add_entry (self, PROP_PENDING, hbk_swatch_new (HBK_SWATCH_HATCHED, HBK_TONE_TOTAL, 1), C_("hours", "Pending, not counted"));
  add_entry (self, PROP_PACE, hbk_swatch_new (HBK_SWATCH_TICK, HBK_TONE_NEUTRAL, 1), C_("hours", "Even pace today"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How sure the hours are"), -1);
  update (self);
}
