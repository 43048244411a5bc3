/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-rail.h"

#include <math.h>

/**
 * HbkRail:
 *
 * A piece of a rail with a mark on it, beside one step of several.
 */
struct _HbkRail
{
  HbkDrawing parent_instance;

  HbkRailPlace place;
  HbkTone      tone;
  gboolean     is_filled;
};

G_DEFINE_FINAL_TYPE (HbkRail, hbk_rail, HBK_TYPE_DRAWING)

static void
draw_line (GtkSnapshot *snapshot, float x, float from, float to, const GdkRGBA *colour)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x - 1, from, 2, to - from));
}

static void
hbk_rail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HbkRail *self = HBK_RAIL (widget);
  float    em = hbk_drawing_get_em (HBK_DRAWING (self)), height = (float) gtk_widget_get_height (widget);
  float    x = roundf ((float) gtk_widget_get_width (widget) / 2), y = roundf (em * 0.75f), radius = em * 0.36f;
  GdkRGBA  line = hbk_drawing_get_colour (HBK_DRAWING (self), HBK_TONE_NEUTRAL, HBK_PALETTE_AREA, 0.22f);
  GdkRGBA  ink = hbk_drawing_get_colour (HBK_DRAWING (self), self->tone, HBK_PALETTE_AREA, 1);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke;

  if (self->place != HBK_RAIL_FIRST && self->place != HBK_RAIL_ALONE)
    draw_line (snapshot, x, 0, y - radius - 1, &line);
  if (self->place != HBK_RAIL_LAST && self->place != HBK_RAIL_ALONE)
    draw_line (snapshot, x, y + radius + 1, height, &line);

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
  path = gsk_path_builder_to_path (builder);
  stroke = gsk_stroke_new (2);
  if (self->is_filled)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &ink);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &ink);
  gsk_stroke_free (stroke);
}

static void
hbk_rail_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *natural = *minimum = (int) ceilf (hbk_drawing_get_em (HBK_DRAWING (widget)) * (orientation == GTK_ORIENTATION_HORIZONTAL ? 1 : 1.5f));
}

static void
hbk_rail_class_init (HbkRailClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = hbk_rail_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = hbk_rail_snapshot;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "hbk-rail");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hbk_rail_init (HbkRail *self)
{
}

/**
 * hbk_rail_new:
 * @place: where on the rail the mark stands
 * @tone: the colour of the mark
 * @filled: the mark is filled
 *
 * Makes a piece of a rail.
 *
 * Returns: (transfer floating): the piece
 */
GtkWidget *
hbk_rail_new (HbkRailPlace place, HbkTone tone, gboolean filled)
{
  HbkRail *self = g_object_new (HBK_TYPE_RAIL, NULL);

  self->place = place;
  self->tone = tone;
  self->is_filled = filled;

  return GTK_WIDGET (self);
}
