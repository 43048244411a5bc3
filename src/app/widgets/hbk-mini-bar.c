/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hbk-mini-bar.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-strip.h"
#include "words/hbk-meter-words.h"

/**
 * HbkMiniBar:
 *
 * A title, figures and a small bar: what a record changes in a year, or how a cap is used up by the records before and by this one.
 */
struct _HbkMiniBar
{
  GtkWidget parent_instance;

  GtkWidget *strip;
  GtkLabel  *title;
  GtkLabel  *figures;
  GtkLabel  *remark;
};

/* Without the interface its value does not get to screen readers. */
G_DEFINE_FINAL_TYPE_WITH_CODE (HbkMiniBar, hbk_mini_bar, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE, NULL))

static void
set_words (HbkMiniBar *self, const char *title, const char *figures, const char *remark)
{
  /* Translators: figures of a meter, such as "84 / 90", for who does not see it */
  g_autofree char *hours = g_strdup_printf (C_("meter", "%s hours"), figures);
  g_autofree char *value = remark != NULL ? g_strdup_printf ("%s %s", hours, remark) : g_steal_pointer (&hours);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->figures, figures);
  gtk_label_set_text (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value, -1);
}

static void
hbk_mini_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hbk_mini_bar_parent_class)->dispose (object);
}

static void
hbk_mini_bar_class_init (HbkMiniBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hbk_mini_bar_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "hbk-mini-bar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_METER);
}

static void
hbk_mini_bar_init (HbkMiniBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget        *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, "valign", GTK_ALIGN_BASELINE_FILL, NULL);
  self->figures = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_BASELINE_FILL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "hbk-strong");
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "hbk-tabular");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->figures));
  gtk_widget_set_parent (head, GTK_WIDGET (self));

  self->strip = hbk_strip_new ();
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));

  self->remark = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "hbk-second");
  gtk_widget_set_parent (GTK_WIDGET (self->remark), GTK_WIDGET (self));
}

/**
 * hbk_mini_bar_new:
 *
 * Makes a bar that shows nothing yet.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
hbk_mini_bar_new (void)
{
  return g_object_new (HBK_TYPE_MINI_BAR, NULL);
}

/**
 * hbk_mini_bar_set_change:
 * @self: a bar
 * @title: what the hours are
 * @tone: their colour
 * @before: hours without the record
 * @after: hours with it
 * @target: the hours asked for; -1 for none
 *
 * Shows what a record changes.
 */
void
hbk_mini_bar_set_change (HbkMiniBar *self, const char *title, HbkTone tone, HbkHours before, HbkHours after, HbkHours target)
{
  g_autofree char      *figures = hbk_meter_words_change (before, after, target);
  const HbkStripSegment segments[] = {
    { 0, MIN (before, after), tone, 0.55f, FALSE },
    { MIN (before, after), after, tone, 1, FALSE },
    { after, MAX (before, after), tone, 1, TRUE },
  };

  g_return_if_fail (HBK_IS_MINI_BAR (self));

  set_words (self, title, figures, NULL);
  hbk_strip_set (HBK_STRIP (self->strip), segments, G_N_ELEMENTS (segments), MAX (target, MAX (before, after)), -1);
}

/**
 * hbk_mini_bar_set_cap:
 * @self: a bar
 * @title: what is capped
 * @tone: the colour of the hours
 * @limit: the cap
 * @before: hours that other records have used of it
 * @here: hours of it that this record uses
 * @over: hours that it takes of this record
 *
 * Shows how a cap is used up.
 */
void
hbk_mini_bar_set_cap (HbkMiniBar *self, const char *title, HbkTone tone, HbkHours limit, HbkHours before, HbkHours here, HbkHours over)
{
  g_autofree char      *figures = hbk_meter_words_ratio (before + here, limit);
  g_autofree char      *remark = hbk_meter_words_cap (before, here, over);
  const HbkStripSegment segments[] = {
    { 0, before, tone, 0.55f, FALSE },
    { before, before + here, tone, 1, FALSE },
    { before + here, before + here + over, HBK_TONE_CAUTION, 1, TRUE },
  };

  g_return_if_fail (HBK_IS_MINI_BAR (self));

  set_words (self, title, figures, remark);
  if (over > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->remark), "hbk-caution");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->remark), "hbk-caution");
  hbk_strip_set (HBK_STRIP (self->strip), segments, G_N_ELEMENTS (segments), MAX (limit, before + here + over), -1);
}
