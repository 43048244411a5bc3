/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-binder-contents.h"

#include <math.h>
#include <pango/pango.h>

#include "submission/hbk-binder-drawing.h"
#include "submission/hbk-page-text.h"

#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89

/* The stamp stands in the corner above. */
#define TOP 52.0
#define BOTTOM 46.0
#define LEFT 42.0

#define HEADING_SIZE 18.0
#define HEADING_HEIGHT 34.0
#define ABOUT_HEIGHT 26.0
#define ROW_PADDING 4.0
#define RULE_WIDTH 0.4

/* What is longer is cut; in full it stands in the form. */
#define MAX_CHARS 90

enum {
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_RECORD,
  COLUMN_PAGE,
  N_COLUMNS,
};

static const double       column_x[N_COLUMNS] = { LEFT, LEFT + 52, LEFT + 268, LEFT + 470 };
static const double       column_width[N_COLUMNS] = { 48, 208, 196, 41 };
static const char *const  column_heads[N_COLUMNS] = { "编号", "材料", "学习记录", "页码" };
static const HbkPageStyle head_style = { .bold = TRUE };
static const HbkPageStyle row_style = { 0 };

/* A row as it is laid out; the number of the page comes when it is to be drawn. */
typedef struct
{
  PangoLayout *texts[N_COLUMNS];
  guint        page;
  double       y;
  double       height;
} Row;

struct _HbkBinderContents
{
  PangoContext    *context;
  PangoLayout     *heading;
  PangoLayout     *about;
  Row              head;
  GArray          *rows;
  const GPtrArray *lines;
  guint            n_pages;
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_object (&row->texts[i]);
}

static char *
dup_short (const char *text)
{
  g_autofree char *clean = hbk_page_text_dup_clean (text);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (clean, -1) <= MAX_CHARS)
    return g_steal_pointer (&clean);

  start = g_utf8_substring (clean, 0, MAX_CHARS - 1);

  return g_strconcat (start, "…", NULL);
}

static gboolean
lay_out_row (HbkBinderContents *self, const char *const *texts, const HbkPageStyle *style, const char *place, Row *row, GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *clean = texts[i] != NULL ? dup_short (texts[i]) : NULL;
      HbkPageStyle     aligned = *style;
      int              height;

      if (clean == NULL)
        continue;

      aligned.align = i == COLUMN_PAGE ? HBK_PAGE_ALIGN_END : HBK_PAGE_ALIGN_START;
      row->texts[i] = hbk_page_text_lay_out (self->context, clean, &aligned, column_width[i], place, error);
      if (row->texts[i] == NULL)
        return FALSE;

      pango_layout_get_size (row->texts[i], NULL, &height);
      row->height = MAX (row->height, pango_units_to_double (height) + 2 * ROW_PADDING);
    }

  return TRUE;
}

/* Each page begins with the heads of the columns, the first with what it is before that. */
static void
place_rows (HbkBinderContents *self)
{
  double y = TOP + HEADING_HEIGHT + ABOUT_HEIGHT + self->head.height;

  self->n_pages = 1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      if (y + row->height > PAGE_HEIGHT - BOTTOM)
        {
          self->n_pages++;
          y = TOP + self->head.height;
        }

      row->page = self->n_pages - 1;
      row->y = y;
      y += row->height;
    }
}

static gboolean
lay_out (HbkBinderContents *self, const char *heading, const char *about, GError **error)
{
  const HbkPageStyle heading_style = { .size = HEADING_SIZE, .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE };
  const HbkPageStyle about_style = { .size = 11, .align = HBK_PAGE_ALIGN_CENTRE };
  const double       width = PAGE_WIDTH - 2 * LEFT;

  self->heading = hbk_page_text_lay_out (self->context, heading, &heading_style, width, heading, error);
  self->about = self->heading != NULL ? hbk_page_text_lay_out (self->context, about, &about_style, width, heading, error) : NULL;
  if (self->about == NULL || !lay_out_row (self, column_heads, &head_style, heading, &self->head, error))
    return FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const HbkBinderLine *line = g_ptr_array_index (self->lines, i);
      const char          *texts[N_COLUMNS] = { line->number, line->title, line->record, NULL };
      Row                  row = { 0 };
      gboolean             is_fine = lay_out_row (self, texts, &row_style, line->number, &row, error);

      g_array_append_val (self->rows, row);
      if (!is_fine)
        return FALSE;
    }

  place_rows (self);

  return TRUE;
}

/**
 * hbk_binder_contents_new:
 * @heading: what the binder is
 * @about: whose it is and for what
 * @lines: (element-type HbkBinderLine): the lines, which must stay as long as the contents
 * @error: return location for an error: HBK_ERROR_VALUE when no font has a character of it
 *
 * Lays the contents out. Where the lines lead may be set afterwards.
 *
 * Returns: (transfer full): the contents, or %NULL on error
 */
HbkBinderContents *
hbk_binder_contents_new (const char *heading, const char *about, const GPtrArray *lines, GError **error)
{
  g_autoptr (HbkBinderContents) self = g_new0 (HbkBinderContents, 1);

  self->context = hbk_page_text_new_context ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->lines = lines;

  return lay_out (self, heading, about, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hbk_binder_contents_free:
 * @self: (transfer full): contents
 *
 * Frees the contents.
 */
void
hbk_binder_contents_free (HbkBinderContents *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->heading);
  g_clear_object (&self->about);
  row_clear (&self->head);
  g_array_unref (self->rows);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * hbk_binder_contents_get_n_pages:
 * @self: contents
 *
 * Counts their pages.
 *
 * Returns: how many there are
 */
guint
hbk_binder_contents_get_n_pages (const HbkBinderContents *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

/* ---- Drawing ---- */

static void
draw_row (HbkBinderDrawing *drawing, const Row *row, double y)
{
  cairo_t *cr = hbk_binder_drawing_get_context (drawing);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (row->texts[i] != NULL)
        hbk_binder_drawing_show_text (drawing, row->texts[i], column_x[i], y + ROW_PADDING);
    }

  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_move_to (cr, LEFT, y + row->height);
  cairo_line_to (cr, PAGE_WIDTH - LEFT, y + row->height);
  cairo_stroke (cr);
}

static gboolean
lay_out_page_number (const HbkBinderContents *self, const HbkBinderLine *line, Row *row, GError **error)
{
  const HbkPageStyle style = { .align = HBK_PAGE_ALIGN_END };
  g_autofree char   *number = g_strdup_printf ("%u", line->page + 1);

  g_clear_object (&row->texts[COLUMN_PAGE]);
  if (line->page != HBK_BINDER_NO_PAGE)
    row->texts[COLUMN_PAGE] = hbk_page_text_lay_out (self->context, number, &style, column_width[COLUMN_PAGE], line->number, error);

  return line->page == HBK_BINDER_NO_PAGE || row->texts[COLUMN_PAGE] != NULL;
}

static void
add_row_texts (HbkBinderDrawing *drawing, const Row *row)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (row->texts[i] != NULL)
        hbk_binder_drawing_add_text (drawing, row->texts[i]);
    }
}

/* All texts, before the first is shown. */
static gboolean
add_texts (const HbkBinderContents *self, HbkBinderDrawing *drawing, GError **error)
{
  hbk_binder_drawing_add_text (drawing, self->heading);
  hbk_binder_drawing_add_text (drawing, self->about);
  add_row_texts (drawing, &self->head);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      if (!lay_out_page_number (self, g_ptr_array_index (self->lines, i), row, error))
        return FALSE;
      add_row_texts (drawing, row);
    }

  return TRUE;
}

static void
begin_page (const HbkBinderContents *self, HbkBinderDrawing *drawing, guint page)
{
  cairo_t *cr = hbk_binder_drawing_get_context (drawing);

  if (page > 0)
    cairo_show_page (cr);

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page == 0)
    {
      hbk_binder_drawing_show_text (drawing, self->heading, LEFT, TOP);
      hbk_binder_drawing_show_text (drawing, self->about, LEFT, TOP + HEADING_HEIGHT);
    }
  draw_row (drawing, &self->head, page == 0 ? TOP + HEADING_HEIGHT + ABOUT_HEIGHT : TOP);
}

static void
add_link (const HbkBinderLine *line, const Row *row, GArray *links)
{
  const HbkBinderLink link = {
    .page = row->page,
    .target = line->page,
    .x0 = (guint) LEFT,
    .y0 = (guint) lround (PAGE_HEIGHT - row->y - row->height),
    .x1 = (guint) (PAGE_WIDTH - LEFT),
    .y1 = (guint) lround (PAGE_HEIGHT - row->y),
  };

  g_array_append_val (links, link);
}

/**
 * hbk_binder_contents_draw:
 * @self: contents
 * @links: (element-type HbkBinderLink): gets the links, one for each line that leads somewhere
 * @error: return location for an error
 *
 * Draws the contents, with the pages that their lines lead to by now.
 *
 * Returns: (transfer full): a PDF, or %NULL on error
 */
GBytes *
hbk_binder_contents_draw (const HbkBinderContents *self, GArray *links, GError **error)
{
  g_autoptr (HbkBinderDrawing) drawing = hbk_binder_drawing_new (PAGE_WIDTH, PAGE_HEIGHT);
  guint page = 0;

  g_return_val_if_fail (self != NULL && links != NULL, NULL);

  if (!add_texts (self, drawing, error))
    return NULL;

  begin_page (self, drawing, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row           *row = &g_array_index (self->rows, Row, i);
      const HbkBinderLine *line = g_ptr_array_index (self->lines, i);

      if (row->page != page)
        begin_page (self, drawing, ++page);
      draw_row (drawing, row, row->y);
      if (line->page != HBK_BINDER_NO_PAGE)
        add_link (line, row, links);
    }
  cairo_show_page (hbk_binder_drawing_get_context (drawing));

  return hbk_binder_drawing_finish (drawing, error);
}

/**
 * hbk_binder_line_free:
 * @line: (transfer full): a line
 *
 * Frees a line.
 */
void
hbk_binder_line_free (HbkBinderLine *line)
{
  g_return_if_fail (line != NULL);

  g_free (line->number);
  g_free (line->title);
  g_free (line->record);
  g_free (line);
}
