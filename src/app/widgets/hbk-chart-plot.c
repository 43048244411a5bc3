/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hbk-chart-plot.h"

#include <math.h>

#include <glib/gi18n.h>

#include "words/hbk-course-words.h"
#include "words/hbk-date-words.h"

/* Where text is set against a point. */
typedef enum {
  ABOVE_RIGHT,
  ABOVE_LEFT,
  LEFT,
  RIGHT,
  BELOW,
} Side;

#define SMALL 0.78f
#define GAP 5

/* ---- Places ---- */

static float
x_of (const HbkChartPlot *self, HbkDate date)
{
  HbkDate first = hbk_date_new (self->course->year, 1, 1), next = hbk_date_new (self->course->year + 1, 1, 1);

  return self->area.origin.x + self->area.size.width * CLAMP ((float) (date - first) / (float) (next - first), 0, 1);
}

static float
y_of (const HbkChartPlot *self, HbkHours hours)
{
  return self->area.origin.y + self->area.size.height * (1 - CLAMP ((float) hours / (float) self->top, 0, 1));
}

/* The day whose hours are the last to be drawn. */
static HbkDate
get_last_day (const HbkChartPlot *self)
{
  return CLAMP (self->today, hbk_date_new (self->course->year, 1, 1), hbk_date_new (self->course->year, 12, 31));
}

/* The part of the requirement that grid lines stand for: a round number of hours that divides it; 0 when there is none. */
static HbkHours
find_step (HbkHours required)
{
  static const int steps[] = { 10, 15, 20, 25, 30, 40, 45, 50, 60, 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      HbkHours step = steps[i] * 100;

      if (required % step == 0 && required / step >= 2 && required / step <= 4)
        return step;
    }

  return 0;
}

/* ---- Parts ---- */

/* Draws text beside a point; gives where it came to stand. */
static graphene_rect_t
draw_text (HbkChartPlot *self, GtkSnapshot *snapshot, const char *text, float x, float y, Side side, gboolean bold, const GdkRGBA *colour, float widest)
{
  g_autoptr (PangoLayout) layout = hbk_drawing_create_layout (self->drawing, text, self->em * SMALL, bold);
  int   width, height;
  float left = x, above = y;

  if (widest > 0)
    {
      pango_layout_set_width (layout, (int) (widest * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_pixel_size (layout, &width, &height);
  if (widest > 0)
    {
      /* The layout is as wide as it may be; the text itself is what counts. */
      PangoRectangle logical;

      pango_layout_get_pixel_extents (layout, NULL, &logical);
      width = logical.width;
    }
  if (side == ABOVE_LEFT || side == LEFT)
    left = x - (float) width;
  if (side == BELOW)
    left = x - (float) width / 2;
  if (side == ABOVE_LEFT || side == ABOVE_RIGHT)
    above = y - (float) height;
  if (side == LEFT || side == RIGHT)
    above = y - (float) height / 2;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (left), roundf (above)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);

  return GRAPHENE_RECT_INIT (left, above, (float) width, (float) height);
}

static void
draw_line (GtkSnapshot *snapshot, float x1, float y1, float x2, float y2, float width, const float *dash, const GdkRGBA *colour)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (width);

  gsk_path_builder_move_to (builder, x1, y1);
  gsk_path_builder_line_to (builder, x2, y2);
  path = gsk_path_builder_to_path (builder);
  if (dash != NULL)
    gsk_stroke_set_dash (stroke, dash, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
  gsk_stroke_free (stroke);
}

static void
draw_grid (HbkChartPlot *self, GtkSnapshot *snapshot)
{
  GdkRGBA  ink = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 1);
  GdkRGBA  pale = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 0.75f);
  GdkRGBA  line = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_AREA, 0.12f);
  GdkRGBA  target = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_AREA, 0.6f);
  HbkHours step = find_step (self->required);
  float    left = self->area.origin.x, right = left + self->area.size.width;

  for (HbkHours hours = 0; hours == 0 || (step > 0 && hours < self->required); hours += MAX (step, 1))
    {
      g_autofree char *figure = hbk_hours_format (hours);
      float            y = roundf (y_of (self, hours));

      draw_line (snapshot, left, y + 0.5f, right, y + 0.5f, 1, NULL, &line);
      draw_text (self, snapshot, figure, left - 8, y, LEFT, FALSE, &pale, 0);
      if (step == 0)
        break;
    }
  if (self->required > 0)
    {
      g_autofree char *figure = hbk_hours_format (self->required);
      float            y = roundf (y_of (self, self->required));

      draw_line (snapshot, left, y + 0.5f, right, y + 0.5f, 1.5f, NULL, &target);
      draw_text (self, snapshot, figure, left - 8, y, LEFT, TRUE, &ink, 0);
      draw_text (self, snapshot, C_("chart", "Required"), left + 2, y - 2, ABOVE_RIGHT, FALSE, &pale, 0);
    }
}

static void
draw_months (HbkChartPlot *self, GtkSnapshot *snapshot)
{
  GdkRGBA pale = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 0.75f);
  float   month_width = self->area.size.width / 12, bottom = self->area.origin.y + self->area.size.height;
  int     step = month_width < self->em * 2.4f ? 2 : 1;

  for (int month = 1; month <= 12; month += step)
    {
      g_autofree char *name = hbk_words_month_short (month);

      draw_text (self, snapshot, name, x_of (self, hbk_date_new (self->course->year, month, 1)) + month_width / 2, bottom + GAP, BELOW, FALSE, &pale, 0);
    }
}

/* The outline of hours over the days: those of professional subjects alone, or of both. */
static void
append_steps (HbkChartPlot *self, GskPathBuilder *builder, gboolean both)
{
  HbkDate last = get_last_day (self);
  float   y = y_of (self, 0);

  gsk_path_builder_move_to (builder, self->area.origin.x, y);
  for (guint i = 0; i < self->course->steps->len; i++)
    {
      const HbkCourseStep *step = &g_array_index (self->course->steps, HbkCourseStep, i);
      float                x = x_of (self, step->date);

      if (step->date > last)
        break;
      gsk_path_builder_line_to (builder, x, y);
      y = y_of (self, both ? hbk_tally_total (step->credited) : step->credited.professional_hours);
      gsk_path_builder_line_to (builder, x, y);
    }
  gsk_path_builder_line_to (builder, x_of (self, last), y);
}

/* The lower band hides the foot of the upper one, so that each colour is its own. */
static void
draw_band (HbkChartPlot *self, GtkSnapshot *snapshot, gboolean both, HbkTone tone)
{
  g_autoptr (GskPathBuilder) outline = gsk_path_builder_new ();
  g_autoptr (GskPathBuilder) ground = gsk_path_builder_new ();
  g_autoptr (GskPath) line = NULL, area = NULL;
  GdkRGBA    colour = hbk_drawing_get_colour (self->drawing, tone, HBK_PALETTE_AREA, 1);
  GdkRGBA    fill = hbk_drawing_get_colour (self->drawing, tone, HBK_PALETTE_AREA, 0.2f);
  GskStroke *stroke = gsk_stroke_new (2);
  float      bottom = y_of (self, 0);

  append_steps (self, outline, both);
  line = gsk_path_builder_to_path (outline);
  append_steps (self, ground, both);
  gsk_path_builder_line_to (ground, x_of (self, get_last_day (self)), bottom);
  gsk_path_builder_close (ground);
  area = gsk_path_builder_to_path (ground);
  gtk_snapshot_append_fill (snapshot, area, GSK_FILL_RULE_WINDING, &fill);
  gtk_snapshot_append_stroke (snapshot, line, stroke, &colour);
  gsk_stroke_free (stroke);
}

static void
draw_bands (HbkChartPlot *self, GtkSnapshot *snapshot)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) lower = NULL;

  append_steps (self, builder, FALSE);
  gsk_path_builder_line_to (builder, x_of (self, get_last_day (self)), y_of (self, 0));
  gsk_path_builder_close (builder);
  lower = gsk_path_builder_to_path (builder);

  gtk_snapshot_push_mask (snapshot, GSK_MASK_MODE_INVERTED_ALPHA);
  gtk_snapshot_append_fill (snapshot, lower, GSK_FILL_RULE_WINDING, &(GdkRGBA) { 0, 0, 0, 1 });
  gtk_snapshot_pop (snapshot);
  draw_band (self, snapshot, TRUE, HBK_TONE_PUBLIC);
  gtk_snapshot_pop (snapshot);
  draw_band (self, snapshot, FALSE, HBK_TONE_PROFESSIONAL);
}

/* The heights that a band has over all of a stretch that ends with the last day, below the line of the requirement. */
static gboolean
find_room (const HbkChartPlot *self, gboolean is_public, float stretch, float *upper, float *lower)
{
  HbkTally end = self->course->credited;
  HbkTally start = hbk_year_course_at (self->course, hbk_chart_plot_date_at (self, x_of (self, get_last_day (self)) - stretch));
  HbkHours top = is_public ? MIN (hbk_tally_total (start), hbk_tally_total (end)) : MIN (start.professional_hours, end.professional_hours);
  HbkHours foot = is_public ? MAX (start.professional_hours, end.professional_hours) : 0;
  float    line = self->required > 0 ? y_of (self, self->required) : -1;

  *upper = y_of (self, top);
  *lower = y_of (self, foot);
  if (line > *upper - self->em * 0.2f && line < *lower)
    *upper = line;

  if (*lower - *upper < self->em * 1.1f)
    {
      /* A line through the name is better than a band without one. */
      *upper = y_of (self, is_public ? hbk_tally_total (end) : end.professional_hours);
      *lower = y_of (self, is_public ? end.professional_hours : 0);
    }

  return *lower - *upper > self->em * 1.1f && x_of (self, get_last_day (self)) - self->area.origin.x > stretch;
}

/* The name of a band stands in it, where it is high enough for that. */
static graphene_rect_t
draw_band_name (HbkChartPlot *self, GtkSnapshot *snapshot, gboolean is_public)
{
  g_autofree char *figure = hbk_hours_format (is_public ? self->course->credited.public_hours : self->course->credited.professional_hours);
  /* Translators: in a chart, so many hours of public, or of professional, subjects */
  g_autofree char *text = g_strdup_printf (is_public ? C_("chart", "Public %s") : C_("chart", "Professional %s"), figure);
  GdkRGBA          colour = hbk_drawing_get_colour (self->drawing, is_public ? HBK_TONE_PUBLIC : HBK_TONE_PROFESSIONAL, HBK_PALETTE_TEXT, 1);
  g_autoptr (PangoLayout) layout = hbk_drawing_create_layout (self->drawing, text, self->em * SMALL, TRUE);
  float upper, lower;
  int   width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (!find_room (self, is_public, (float) width + self->em * 1.4f, &upper, &lower))
    return *graphene_rect_zero ();

  return draw_text (self, snapshot, text, x_of (self, get_last_day (self)) - self->em * 0.7f, (upper + lower) / 2, LEFT, TRUE, &colour, 0);
}

static void
draw_pace (HbkChartPlot *self, GtkSnapshot *snapshot)
{
  static const float dots[] = { 2, 4 }, dashes[] = { 6, 4 };
  HbkHours           total = hbk_tally_total (self->course->credited);
  HbkDate            last = get_last_day (self);
  GdkRGBA            pale = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 0.75f);
  GdkRGBA            amber = hbk_drawing_get_colour (self->drawing, HBK_TONE_CAUTION, HBK_PALETTE_TEXT, 1);
  float              left = self->area.origin.x, bottom = y_of (self, 0), x = x_of (self, self->end), y = y_of (self, self->required);
  float              where = 0.26f;

  if (self->required <= 0)
    return;

  draw_line (snapshot, left, bottom, x, y, 1.5f, dots, &pale);
  draw_text (self, snapshot, C_("chart", "Even pace"), left + (x - left) * where - self->em * 0.4f, bottom + (y - bottom) * where - self->em * 0.3f, ABOVE_LEFT, FALSE, &pale, 0);
  if (total < self->required && last < self->end)
    draw_line (snapshot, x_of (self, last), y_of (self, total), x, y, 2, dashes, &amber);
}

/* The flags stand below one another from the last to the first, to the left of their lines, so that they never collide. */
static void
draw_flags (HbkChartPlot *self, GtkSnapshot *snapshot)
{
  GdkRGBA line = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_AREA, 0.35f);
  GdkRGBA ink = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 1);
  GdkRGBA pale = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 0.75f);
  float   y = self->area.origin.y, bottom = y_of (self, 0);

  for (guint i = self->flags->len; i > 0; i--)
    {
      const HbkChartFlag *flag = &g_array_index (self->flags, HbkChartFlag, i - 1);
      float               x = roundf (x_of (self, flag->date)) + 0.5f;
      gboolean            is_ahead = flag->date >= self->today;

      draw_line (snapshot, x, y, x, bottom, 1, NULL, &line);
      /* What is looked at is said in their place. */
      if (self->cursor < 0)
        draw_text (self, snapshot, flag->text, x - GAP, y + self->em * 0.55f, LEFT, is_ahead, is_ahead ? &ink : &pale, MAX (x - self->area.origin.x - GAP, self->em));
      y += self->em * 1.15f;
    }
}

static gboolean
has_today (const HbkChartPlot *self)
{
  return hbk_date_year (self->today) == self->course->year;
}

static graphene_rect_t
draw_today_text (HbkChartPlot *self, GtkSnapshot *snapshot)
{
  HbkHours         total = hbk_tally_total (self->course->credited);
  g_autofree char *figure = hbk_hours_format (total);
  /* Translators: in a chart: the hours there are today */
  g_autofree char *text = g_strdup_printf (C_("chart", "Today %s"), figure);
  GdkRGBA          ink = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 1);
  float            x = x_of (self, get_last_day (self)), y = y_of (self, total);
  gboolean         is_left = x - self->area.origin.x > self->em * 6;

  return draw_text (self, snapshot, text, is_left ? x - 6 : x + 6, y - 4, is_left ? ABOVE_LEFT : ABOVE_RIGHT, TRUE, &ink, 0);
}

/* For a mask: where words stand among the lines. */
static void
draw_ground (HbkChartPlot *self, GtkSnapshot *snapshot)
{
  graphene_rect_t grounds[] = {
    draw_band_name (self, snapshot, FALSE),
    draw_band_name (self, snapshot, TRUE),
    has_today (self) ? draw_today_text (self, snapshot) : *graphene_rect_zero (),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      if (grounds[i].size.width > 0)
        gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0, 0, 0, 1 }, graphene_rect_inset (&grounds[i], -3, 0));
    }
}

static void
draw_today (HbkChartPlot *self, GtkSnapshot *snapshot)
{
  HbkHours total = hbk_tally_total (self->course->credited);
  GdkRGBA  line = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_AREA, 0.35f);
  GdkRGBA  dot = hbk_drawing_get_colour (self->drawing, total > self->course->credited.professional_hours ? HBK_TONE_PUBLIC : HBK_TONE_PROFESSIONAL, HBK_PALETTE_AREA, 1);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float x = x_of (self, get_last_day (self)), y = y_of (self, total);

  if (!has_today (self))
    return;

  draw_line (snapshot, x, y, x, y_of (self, 0), 1, NULL, &line);
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), 4.5f);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &dot);
  draw_today_text (self, snapshot);
}

/* What is looked at is said in the corner that is always free: in January nobody has many hours. */
static void
draw_cursor (HbkChartPlot *self, GtkSnapshot *snapshot)
{
  const HbkCourseStep *step;
  g_autofree char     *text = NULL, *titles = NULL;
  g_autoptr (GskPathBuilder) builder = NULL;
  g_autoptr (GskPath) path = NULL;
  GdkRGBA         ink = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 1);
  GdkRGBA         pale = hbk_drawing_get_colour (self->drawing, HBK_TONE_NEUTRAL, HBK_PALETTE_TEXT, 0.75f);
  graphene_rect_t said;
  float           x, y, widest = self->area.size.width;

  if (self->cursor < 0 || (guint) self->cursor >= self->course->steps->len)
    return;

  step = &g_array_index (self->course->steps, HbkCourseStep, self->cursor);
  x = x_of (self, step->date);
  y = y_of (self, hbk_tally_total (step->credited));
  builder = gsk_path_builder_new ();
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), 5);
  path = gsk_path_builder_to_path (builder);
  draw_line (snapshot, x, y, x, y_of (self, 0), 1.5f, NULL, &ink);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &ink);
  text = hbk_course_words_step (step);
  titles = hbk_course_words_titles (step);
  said = draw_text (self, snapshot, text, self->area.origin.x, self->area.origin.y, RIGHT, TRUE, &ink, widest);
  draw_text (self, snapshot, titles, self->area.origin.x, said.origin.y + said.size.height * 1.5f + 2, RIGHT, FALSE, &pale, widest);
}

/**
 * hbk_chart_plot_lay_out:
 * @self: a plot
 * @width: the width of the widget
 * @height: its height
 *
 * Finds where everything is.
 */
void
hbk_chart_plot_lay_out (HbkChartPlot *self, float width, float height)
{
  HbkHours         total = hbk_tally_total (self->course->credited);
  HbkHours         highest = MAX (MAX (self->required, total), 100);
  g_autofree char *figure = hbk_hours_format (highest);
  g_autoptr (PangoLayout) layout = NULL;
  int left;

  self->em = hbk_drawing_get_em (self->drawing);
  layout = hbk_drawing_create_layout (self->drawing, figure, self->em * SMALL, TRUE);
  pango_layout_get_pixel_size (layout, &left, NULL);

  /* Above the requirement there is room for the flags. */
  self->top = MAX (self->required > 0 ? self->required * 8 / 5 : 0, highest * 5 / 4);
  self->area = GRAPHENE_RECT_INIT ((float) left + 10, self->em * 0.6f, MAX (width - (float) left - 16, 1), MAX (height - self->em * 2.2f, 1));
}

/**
 * hbk_chart_plot_date_at:
 * @self: a plot
 * @x: a place in the widget
 *
 * Finds the day at a place.
 *
 * Returns: the day
 */
HbkDate
hbk_chart_plot_date_at (const HbkChartPlot *self, float x)
{
  HbkDate first = hbk_date_new (self->course->year, 1, 1), next = hbk_date_new (self->course->year + 1, 1, 1);
  float   share = CLAMP ((x - self->area.origin.x) / MAX (self->area.size.width, 1), 0, 1);

  return first + (HbkDate) (share * (float) (next - first));
}

/**
 * hbk_chart_plot_draw:
 * @self: a plot that has been laid out
 * @snapshot: where to draw
 *
 * Draws the picture.
 */
void
hbk_chart_plot_draw (HbkChartPlot *self, GtkSnapshot *snapshot)
{
  draw_grid (self, snapshot);
  draw_months (self, snapshot);
  draw_bands (self, snapshot);

  /* Lines leave the words free. */
  gtk_snapshot_push_mask (snapshot, GSK_MASK_MODE_INVERTED_ALPHA);
  draw_ground (self, snapshot);
  gtk_snapshot_pop (snapshot);
  draw_pace (self, snapshot);
  gtk_snapshot_pop (snapshot);

  draw_band_name (self, snapshot, FALSE);
  draw_band_name (self, snapshot, TRUE);
  draw_flags (self, snapshot);
  draw_today (self, snapshot);
  draw_cursor (self, snapshot);
}
