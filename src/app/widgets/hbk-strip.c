/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-strip.h"

#include <math.h>

/**
 * HbkStrip:
 *
 * A horizontal bar of pieces on a track, perhaps with a tick across it. It has no words: who uses it says in words what it shows.
 */
struct _HbkStrip
{
  HbkDrawing parent_instance;

  GArray *segments;
  gint64  whole;
  gint64  tick;
};

G_DEFINE_FINAL_TYPE (HbkStrip, hbk_strip, HBK_TYPE_DRAWING)

/* The room that the tick needs above and below. */
static float
get_overhang (HbkStrip *self)
{
  return self->tick >= 0 ? roundf (hbk_drawing_get_em (HBK_DRAWING (self)) * 0.28f) : 0;
}

static float
place_of (HbkStrip *self, gint64 amount)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));

  return self->whole > 0 ? CLAMP ((float) amount / (float) self->whole, 0, 1) * width : 0;
}

static void
draw_segment (HbkStrip *self, GtkSnapshot *snapshot, const HbkStripSegment *segment, float y, float height, gboolean is_last)
{
  float           from = roundf (place_of (self, segment->from)), to = roundf (place_of (self, segment->to));
  GdkRGBA         colour = hbk_drawing_get_colour (HBK_DRAWING (self), segment->tone, HBK_PALETTE_AREA, segment->alpha);
  graphene_rect_t area = GRAPHENE_RECT_INIT (from, y, to - from - (is_last ? 0 : 1), height);

  if (to - from < 1)
    return;

  if (segment->hatched)
    {
      g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
      g_autoptr (GskPath) path = NULL;

      gsk_path_builder_add_rect (builder, &area);
      path = gsk_path_builder_to_path (builder);
      hbk_drawing_hatch (snapshot, path, &colour, hbk_drawing_get_em (HBK_DRAWING (self)));
    }
  else
    {
      gtk_snapshot_append_color (snapshot, &colour, &area);
    }
}

static void
draw_segments (HbkStrip *self, GtkSnapshot *snapshot)
{
  float           width = (float) gtk_widget_get_width (GTK_WIDGET (self)), y = get_overhang (self);
  float           height = (float) gtk_widget_get_height (GTK_WIDGET (self)) - 2 * y;
  GdkRGBA         track = hbk_drawing_get_colour (HBK_DRAWING (self), HBK_TONE_NEUTRAL, HBK_PALETTE_AREA, 0.12f);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, y, width, height);
  GskRoundedRect  outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &track, &area);
  for (guint i = 0; i < self->segments->len; i++)
    draw_segment (self, snapshot, &g_array_index (self->segments, HbkStripSegment, i), y, height, i + 1 == self->segments->len);
  gtk_snapshot_pop (snapshot);
}

static void
draw_tick (HbkStrip *self, GtkSnapshot *snapshot, float more)
{
  float           em = hbk_drawing_get_em (HBK_DRAWING (self));
  float           thick = roundf (MAX (em * 0.2f, 3));
  float           x = CLAMP (roundf (place_of (self, self->tick) - thick / 2), 0, (float) gtk_widget_get_width (GTK_WIDGET (self)) - thick);
  GdkRGBA         ink = hbk_drawing_get_colour (HBK_DRAWING (self), HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 1);
  graphene_rect_t area = GRAPHENE_RECT_INIT (x - more, -more, thick + 2 * more, (float) gtk_widget_get_height (GTK_WIDGET (self)) + 2 * more);
  GskRoundedRect  outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, area.size.width / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ink, &area);
  gtk_snapshot_pop (snapshot);
}

static void
hbk_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HbkStrip *self = HBK_STRIP (widget);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (widget), 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  if (self->tick < 0 || self->whole <= 0)
    {
      draw_segments (self, snapshot);
      return;
    }

  /* The tick is cut out a little wider than it is, whatever the background. */
  gtk_snapshot_push_mask (snapshot, GSK_MASK_MODE_INVERTED_ALPHA);
  draw_tick (self, snapshot, 2);
  gtk_snapshot_pop (snapshot);
  draw_segments (self, snapshot);
  gtk_snapshot_pop (snapshot);
  draw_tick (self, snapshot, 0);
}

static void
hbk_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  HbkStrip *self = HBK_STRIP (widget);
  float     em = hbk_drawing_get_em (HBK_DRAWING (self));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) (em * 4) : (int) ceilf (em * 0.75f + 2 * get_overhang (self));
  *natural = *minimum;
}

static void
hbk_strip_finalize (GObject *object)
{
  g_array_unref (HBK_STRIP (object)->segments);

  G_OBJECT_CLASS (hbk_strip_parent_class)->finalize (object);
}

static void
hbk_strip_class_init (HbkStripClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_strip_finalize;
  GTK_WIDGET_CLASS (klass)->measure = hbk_strip_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = hbk_strip_snapshot;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "hbk-strip");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hbk_strip_init (HbkStrip *self)
{
  self->segments = g_array_new (FALSE, FALSE, sizeof (HbkStripSegment));
  self->tick = -1;
}

/**
 * hbk_strip_new:
 *
 * Makes an empty strip.
 *
 * Returns: (transfer floating): the strip
 */
GtkWidget *
hbk_strip_new (void)
{
  return g_object_new (HBK_TYPE_STRIP, NULL);
}

/**
 * hbk_strip_set:
 * @self: a strip
 * @segments: (array length=n_segments): its pieces, from the start to the end
 * @n_segments: how many
 * @whole: what the whole track stands for
 * @tick: where the tick is; -1 for none
 *
 * Says what to draw.
 */
void
hbk_strip_set (HbkStrip *self, const HbkStripSegment *segments, guint n_segments, gint64 whole, gint64 tick)
{
  gboolean had_tick = self->tick >= 0;

  g_return_if_fail (HBK_IS_STRIP (self));

  g_array_set_size (self->segments, 0);
  if (n_segments > 0)
    g_array_append_vals (self->segments, segments, n_segments);
  self->whole = whole;
  self->tick = tick;
  if (had_tick != (tick >= 0))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
