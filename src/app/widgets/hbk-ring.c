/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hbk-ring.h"

#include <math.h>

#include <glib/gi18n.h>

#include "base/hbk-hours.h"
#include "words/hbk-meter-words.h"

/* All sizes are shares of the diameter, which is a multiple of the font size. */
#define TURN (2 * (float) G_PI)
#define TOTAL_EM 9.8f
#define SUBJECT_EM 7.8f
#define LEAST_SHARE 0.76f
#define WIDTH_SHARE 0.1f
#define MARGIN_SHARE 0.03f

enum {
  PROP_VALUE = 1,
  PROP_TARGET,
  PROP_PACE,
  PROP_PENDING,
  PROP_KIND,
  PROP_LABEL,
  N_PROPS
};

/**
 * HbkRing:
 *
 * Hours of a year as a part of what is asked for: a ring with the figure in it. What is pending is hatched, and a tick shows where the
 * person should be today.
 */
struct _HbkRing
{
  HbkDrawing parent_instance;

  gint64  hours[PROP_PENDING + 1];
  HbkTone kind;
  char   *label;
};

static GParamSpec *properties[N_PROPS];

/* Without the interface its value does not get to screen readers. */
G_DEFINE_FINAL_TYPE_WITH_CODE (HbkRing, hbk_ring, HBK_TYPE_DRAWING, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE, NULL))

/* Where things are in the widget. */
typedef struct
{
  graphene_point_t centre;
  float            diameter;
  float            radius;
  float            width;
} Geometry;

static Geometry
measure_ring (HbkRing *self)
{
  float    width = (float) gtk_widget_get_width (GTK_WIDGET (self)), height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  Geometry geometry = { .centre = GRAPHENE_POINT_INIT (width / 2, height / 2), .diameter = MIN (width, height) };

  geometry.width = geometry.diameter * WIDTH_SHARE;
  geometry.radius = geometry.diameter * (0.5f - MARGIN_SHARE) - geometry.width / 2;

  return geometry;
}

/* Of the ring, from 12 o'clock with the hands of the clock; "share" of a turn. */
static graphene_point_t
point_at (const Geometry *geometry, float radius, float share)
{
  float angle = share * TURN;

  return GRAPHENE_POINT_INIT (geometry->centre.x + radius * sinf (angle), geometry->centre.y - radius * cosf (angle));
}

static void
append_arc (GskPathBuilder *builder, const Geometry *geometry, float radius, float from, float to)
{
  graphene_point_t end = point_at (geometry, radius, to);

  gsk_path_builder_svg_arc_to (builder, radius, radius, 0, fabsf (to - from) > 0.5f, to > from, end.x, end.y);
}

static void
draw_circle (GtkSnapshot *snapshot, const Geometry *geometry, const GdkRGBA *colour)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (geometry->width);

  gsk_path_builder_add_circle (builder, &geometry->centre, geometry->radius);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
  gsk_stroke_free (stroke);
}

/* The round caps lie within the arc, so that it is not longer than it should be. */
static void
draw_arc (GtkSnapshot *snapshot, const Geometry *geometry, float share, const GdkRGBA *colour)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float            cap = geometry->width / 2 / (TURN * geometry->radius);
  gboolean         is_short = share <= cap * 2;
  float            from = is_short ? 0 : cap, to = is_short ? share : share - cap;
  graphene_point_t start = point_at (geometry, geometry->radius, from);
  GskStroke       *stroke = gsk_stroke_new (geometry->width);

  gsk_path_builder_move_to (builder, start.x, start.y);
  append_arc (builder, geometry, geometry->radius, from, to);
  path = gsk_path_builder_to_path (builder);
  gsk_stroke_set_line_cap (stroke, is_short ? GSK_LINE_CAP_BUTT : GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
  gsk_stroke_free (stroke);
}

static void
draw_pending (HbkRing *self, GtkSnapshot *snapshot, const Geometry *geometry, float from, float to, const GdkRGBA *colour)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float            outer = geometry->radius + geometry->width / 2, inner = geometry->radius - geometry->width / 2;
  graphene_point_t start = point_at (geometry, outer, from), turn = point_at (geometry, inner, to);

  gsk_path_builder_move_to (builder, start.x, start.y);
  append_arc (builder, geometry, outer, from, to);
  gsk_path_builder_line_to (builder, turn.x, turn.y);
  append_arc (builder, geometry, inner, to, from);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_to_path (builder);
  hbk_drawing_hatch (snapshot, path, colour, hbk_drawing_get_em (HBK_DRAWING (self)));
}

static float
share_of (HbkRing *self, gint64 hours)
{
  return CLAMP ((float) hours / (float) self->hours[PROP_TARGET], 0, 1);
}

static void
draw_ring (HbkRing *self, GtkSnapshot *snapshot, const Geometry *geometry)
{
  GdkRGBA colour = hbk_drawing_get_colour (HBK_DRAWING (self), self->kind, HBK_PALETTE_AREA, 1);
  GdkRGBA track = hbk_drawing_get_colour (HBK_DRAWING (self), self->kind, HBK_PALETTE_AREA, 0.18f);
  float   reached = share_of (self, self->hours[PROP_VALUE]);
  float   possible = share_of (self, self->hours[PROP_VALUE] + self->hours[PROP_PENDING]);

  if (reached >= 1)
    {
      draw_circle (snapshot, geometry, &colour);
      return;
    }

  draw_circle (snapshot, geometry, &track);
  if (possible > reached)
    draw_pending (self, snapshot, geometry, reached, possible, &colour);
  if (reached > 0)
    draw_arc (snapshot, geometry, reached, &colour);
}

static void
draw_tick (HbkRing *self, GtkSnapshot *snapshot, const Geometry *geometry, float more, const GdkRGBA *colour)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float            share = share_of (self, self->hours[PROP_PACE]);
  float            reach = geometry->width * 0.78f;
  graphene_point_t from = point_at (geometry, geometry->radius - reach, share), to = point_at (geometry, geometry->radius + reach, share);
  GskStroke       *stroke = gsk_stroke_new (MAX (geometry->diameter * 0.02f, 2.5f) + more);

  gsk_path_builder_move_to (builder, from.x, from.y);
  gsk_path_builder_line_to (builder, to.x, to.y);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
  gsk_stroke_free (stroke);
}

/* Draws a line of text around a middle, smaller where it would be too wide; gives its height. */
static float
draw_text (HbkRing *self, GtkSnapshot *snapshot, const Geometry *geometry, const char *text, float y, float px, float widest, gboolean bold, float alpha)
{
  g_autoptr (PangoLayout) layout = hbk_drawing_create_layout (HBK_DRAWING (self), text, px, bold);
  GdkRGBA        colour = hbk_drawing_get_colour (HBK_DRAWING (self), HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, alpha);
  PangoRectangle extents;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  if ((float) extents.width > widest)
    {
      g_set_object (&layout, NULL);
      layout = hbk_drawing_create_layout (HBK_DRAWING (self), text, px * widest / (float) extents.width, bold);
      pango_layout_get_pixel_extents (layout, NULL, &extents);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (geometry->centre.x - (float) extents.width / 2, y - (float) extents.height / 2));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);

  return (float) extents.height;
}

static void
draw_figures (HbkRing *self, GtkSnapshot *snapshot, const Geometry *geometry)
{
  g_autofree char *figure = hbk_hours_format (self->hours[PROP_VALUE]);
  g_autofree char *target = self->hours[PROP_TARGET] >= 0 ? hbk_hours_format (self->hours[PROP_TARGET]) : NULL;
  /* Translators: stands under a figure in a ring: so many hours of so many */
  g_autofree char *second = target != NULL ? g_strdup_printf (C_("meter", "/ %s"), target) : g_strdup (C_("meter", "no minimum"));
  float            inner = geometry->diameter - 2 * geometry->width - 4 * MARGIN_SHARE * geometry->diameter;

  draw_text (self, snapshot, geometry, figure, geometry->centre.y - geometry->diameter * 0.06f, geometry->diameter * 0.25f, inner * 0.86f, TRUE, 1);
  draw_text (self, snapshot, geometry, second, geometry->centre.y + geometry->diameter * 0.15f, geometry->diameter * 0.115f, inner * 0.8f, FALSE, 0.75f);
}

static void
update_accessible (HbkRing *self)
{
  g_autofree char *words = hbk_meter_words (self->label, self->hours[PROP_VALUE], self->hours[PROP_TARGET], self->hours[PROP_PACE], self->hours[PROP_PENDING]);
  double           value = hbk_hours_to_double (self->hours[PROP_VALUE]);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label != NULL ? self->label : "",
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, MAX (hbk_hours_to_double (MAX (self->hours[PROP_TARGET], 0)), value),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  -1);
}

static void
hbk_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HbkRing *self = HBK_RING (widget);
  Geometry geometry = measure_ring (self);
  gboolean has_tick = self->hours[PROP_TARGET] > 0 && self->hours[PROP_PACE] >= 0;
  GdkRGBA  ink = hbk_drawing_get_colour (HBK_DRAWING (self), HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 1);

  if (geometry.diameter < 8)
    return;

  if (has_tick)
    {
      /* The tick is cut out a little wider than it is, whatever the background. */
      gtk_snapshot_push_mask (snapshot, GSK_MASK_MODE_INVERTED_ALPHA);
      draw_tick (self, snapshot, &geometry, 4, &ink);
      gtk_snapshot_pop (snapshot);
    }
  if (self->hours[PROP_TARGET] > 0)
    draw_ring (self, snapshot, &geometry);
  if (has_tick)
    {
      gtk_snapshot_pop (snapshot);
      draw_tick (self, snapshot, &geometry, 0, &ink);
    }
  draw_figures (self, snapshot, &geometry);
}

static void
hbk_ring_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  HbkRing *self = HBK_RING (widget);
  float    size = hbk_drawing_get_em (HBK_DRAWING (self)) * (self->kind == HBK_TONE_TOTAL ? TOTAL_EM : SUBJECT_EM);

  *natural = (int) ceilf (size);
  *minimum = (int) ceilf (size * LEAST_SHARE);
}

static void
hbk_ring_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HbkRing *self = HBK_RING (object);

  switch (prop_id)
    {
    case PROP_VALUE:
    case PROP_TARGET:
    case PROP_PACE:
    case PROP_PENDING:
      g_value_set_int64 (value, self->hours[prop_id]);
      break;

    case PROP_KIND:
      g_value_set_enum (value, (int) self->kind);
      break;

    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hbk_ring_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HbkRing *self = HBK_RING (object);

  switch (prop_id)
    {
    case PROP_VALUE:
    case PROP_TARGET:
    case PROP_PACE:
    case PROP_PENDING:
      if (self->hours[prop_id] == g_value_get_int64 (value))
        return;
      self->hours[prop_id] = g_value_get_int64 (value);
      break;

    case PROP_KIND:
      if ((int) self->kind == g_value_get_enum (value))
        return;
      self->kind = (HbkTone) g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    case PROP_LABEL:
      if (!g_set_str (&self->label, g_value_get_string (value)))
        return;
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
hbk_ring_finalize (GObject *object)
{
  g_free (HBK_RING (object)->label);

  G_OBJECT_CLASS (hbk_ring_parent_class)->finalize (object);
}

static void
hbk_ring_class_init (HbkRingClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = hbk_ring_finalize;
  object_class->get_property = hbk_ring_get_property;
  object_class->set_property = hbk_ring_set_property;
  widget_class->measure = hbk_ring_measure;
  widget_class->snapshot = hbk_ring_snapshot;

  /* Hours are in hundredths everywhere; -1 stands for none. */
  properties[PROP_VALUE] = g_param_spec_int64 ("value", NULL, NULL, 0, HBK_HOURS_MAX, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TARGET] = g_param_spec_int64 ("target", NULL, NULL, -1, HBK_HOURS_MAX, -1, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PACE] = g_param_spec_int64 ("pace", NULL, NULL, -1, HBK_HOURS_MAX, -1, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PENDING] = g_param_spec_int64 ("pending", NULL, NULL, 0, HBK_HOURS_MAX, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, HBK_TYPE_TONE, HBK_TONE_TOTAL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* Says what is measured; read to those who do not see, not drawn. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "hbk-ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
hbk_ring_init (HbkRing *self)
{
  self->hours[PROP_TARGET] = -1;
  self->hours[PROP_PACE] = -1;
  self->kind = HBK_TONE_TOTAL;
  update_accessible (self);
}
