/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/hbk-drawing.h"

#include <math.h>

#include <adwaita.h>

/**
 * HbkDrawing:
 *
 * A widget that draws itself in the colours of the palette and in the size of the person's font.
 */
G_DEFINE_ABSTRACT_TYPE (HbkDrawing, hbk_drawing, GTK_TYPE_WIDGET)

static void
hbk_drawing_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hbk_drawing_parent_class)->css_changed (widget, change);

  /* The font may be another one, and with it the size. */
  gtk_widget_queue_resize (widget);
}

static void
hbk_drawing_class_init (HbkDrawingClass *klass)
{
  GTK_WIDGET_CLASS (klass)->css_changed = hbk_drawing_css_changed;
}

static void
hbk_drawing_init (HbkDrawing *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * hbk_drawing_get_colour:
 * @self: a drawing
 * @tone: what the colour says
 * @use: what it is used for
 * @alpha: how much of it
 *
 * Gets a colour as it is on the background of today.
 *
 * Returns: the colour
 */
GdkRGBA
hbk_drawing_get_colour (HbkDrawing *self, HbkTone tone, HbkPaletteUse use, float alpha)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkRGBA          colour;

  if (!hbk_palette_lookup (tone, use, adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager), &colour))
    gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= alpha;

  return colour;
}

/**
 * hbk_drawing_get_em:
 * @self: a drawing
 *
 * Gets the size of the font, which all sizes are taken from.
 *
 * Returns: pixels
 */
float
hbk_drawing_get_em (HbkDrawing *self)
{
  PangoContext               *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;

  return (float) size;
}

/**
 * hbk_drawing_create_layout:
 * @self: a drawing
 * @text: what is to be drawn; never markup
 * @px: the size of its font
 * @bold: in bold
 *
 * Lays text out, with figures of one width.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
hbk_drawing_create_layout (HbkDrawing *self, const char *text, float px, gboolean bold)
{
  PangoLayout          *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoContext         *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoAttrList        *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, (double) px * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return layout;
}

/**
 * hbk_drawing_hatch:
 * @snapshot: where to draw
 * @area: what is to be hatched
 * @colour: the colour of the lines
 * @em: the size of the font
 *
 * Hatches an area, which is how what does not count yet is drawn everywhere.
 */
void
hbk_drawing_hatch (GtkSnapshot *snapshot, GskPath *area, const GdkRGBA *colour, float em)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) lines = NULL;
  graphene_rect_t bounds;
  float           step = MAX (em * 0.3f, 4), height;
  GskStroke      *stroke;
  GdkRGBA         ground = *colour;

  if (!gsk_path_get_bounds (area, &bounds))
    return;

  /* Lines start on a grid of the widget, so that neighbouring areas go together. */
  height = bounds.size.height;
  for (float x = floorf ((bounds.origin.x - height) / step) * step; x < bounds.origin.x + bounds.size.width; x += step)
    {
      gsk_path_builder_move_to (builder, x, bounds.origin.y + height);
      gsk_path_builder_line_to (builder, x + height, bounds.origin.y);
    }
  lines = gsk_path_builder_to_path (builder);
  stroke = gsk_stroke_new (step * 0.42f);
  ground.alpha *= 0.16f;

  gtk_snapshot_append_fill (snapshot, area, GSK_FILL_RULE_WINDING, &ground);
  gtk_snapshot_push_fill (snapshot, area, GSK_FILL_RULE_WINDING);
  gtk_snapshot_append_stroke (snapshot, lines, stroke, colour);
  gtk_snapshot_pop (snapshot);
  gsk_stroke_free (stroke);
}
