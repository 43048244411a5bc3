/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-swatch.h"

#include <math.h>

/**
 * HbkSwatch:
 *
 * A mark in a legend: the colour and the pattern of what the words beside it name.
 */
struct _HbkSwatch
{
  HbkDrawing parent_instance;

  HbkSwatchShape shape;
  HbkTone        tone;
  float          alpha;
};

G_DEFINE_FINAL_TYPE (HbkSwatch, hbk_swatch, HBK_TYPE_DRAWING)

static void
hbk_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HbkSwatch *self = HBK_SWATCH (widget);
  float      width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  float      em = hbk_drawing_get_em (HBK_DRAWING (self));
  float      side = self->shape == HBK_SWATCH_TICK ? em * 0.2f : em * 0.7f;
  float      tall = self->shape == HBK_SWATCH_TICK ? em * 0.9f : side;
  GdkRGBA    colour = hbk_drawing_get_colour (HBK_DRAWING (self), self->tone, HBK_PALETTE_AREA, self->alpha);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((width - side) / 2, (height - tall) / 2, side, tall), MIN (side / 2, em * 0.2f));
  gsk_path_builder_add_rounded_rect (builder, &outline);
  path = gsk_path_builder_to_path (builder);
  if (self->shape == HBK_SWATCH_HATCHED)
    hbk_drawing_hatch (snapshot, path, &colour, em);
  else
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &colour);
}

static void
hbk_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  HbkSwatch *self = HBK_SWATCH (widget);
  float      em = hbk_drawing_get_em (HBK_DRAWING (self));

  *natural = *minimum = (int) ceilf (orientation == GTK_ORIENTATION_HORIZONTAL && self->shape == HBK_SWATCH_TICK ? em * 0.3f : em * 0.75f);
}

static void
hbk_swatch_class_init (HbkSwatchClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = hbk_swatch_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = hbk_swatch_snapshot;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "hbk-swatch");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hbk_swatch_init (HbkSwatch *self)
{
  self->alpha = 1;
}

/**
 * hbk_swatch_new:
 * @shape: its shape
 * @tone: its colour
 * @alpha: how much of the colour
 *
 * Makes a mark for a legend.
 *
 * Returns: (transfer floating): the mark
 */
GtkWidget *
hbk_swatch_new (HbkSwatchShape shape, HbkTone tone, float alpha)
{
  HbkSwatch *self = g_object_new (HBK_TYPE_SWATCH, "valign", GTK_ALIGN_CENTER, NULL);

  self->shape = shape;
  self->tone = tone;
  self->alpha = alpha;

  return GTK_WIDGET (self);
}
