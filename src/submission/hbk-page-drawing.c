/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "base/hbk-error.h"
#include "submission/hbk-page-document-private.h"
#include "submission/hbk-page-fonts.h"

#define RULE_WIDTH 0.6

/* Of the lines of the page's own from the edge of the paper. */
#define EDGE 26.0

/* Where a page is drawn: on a screen with the fonts that it was laid out in, into a file with copies of them. */
typedef struct
{
  cairo_t      *cr;
  HbkPageFonts *fonts;
} Canvas;

/* ---- A page ---- */

static void
set_ink (cairo_t *cr, gboolean grey)
{
  double value = grey ? 0.38 : 0;

  cairo_set_source_rgb (cr, value, value, value);
}

static double
count_height (PangoLayout *text, guint from, guint to)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text);
  double           height = 0;
  guint            number = 0;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (number >= from && number < to)
        height += pango_units_to_double (logical.height);
      number++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return height;
}

/* Lines of a text from @from on, before @to, the first with its upper edge at @y. */
static void
draw_lines (const Canvas *canvas, PangoLayout *text, double x, double y, guint from, guint to)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text);
  guint            number = 0;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (number >= from && number < to)
        {
          PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
          double           start = x + pango_units_to_double (logical.x);
          double           baseline = y + pango_units_to_double (pango_layout_iter_get_baseline (iter) - logical.y);

          cairo_move_to (canvas->cr, start, baseline);
          if (canvas->fonts != NULL)
            hbk_page_fonts_show_line (canvas->fonts, canvas->cr, line, start, baseline);
          else
            pango_cairo_show_layout_line (canvas->cr, line);
          y += pango_units_to_double (logical.height);
        }
      number++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_rules (cairo_t *cr, const HbkPagePiece *piece, const HbkPageBox *box)
{
  cairo_rectangle (cr, box->x, piece->y, box->width, piece->height);
  if (piece->line->head)
    {
      cairo_set_source_rgb (cr, 0.93, 0.93, 0.93);
      cairo_fill_preserve (cr);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_stroke (cr);
}

static void
draw_box (const Canvas *canvas, const HbkPagePiece *piece, const HbkPageBox *box)
{
  gboolean ruled = piece->line->grid->ruled;
  double   x = box->x + (ruled ? HBK_PAGE_PADDING_X : 0);
  double   inset = ruled ? HBK_PAGE_PADDING_Y : 0;
  double   y = piece->y + inset;

  if (ruled)
    draw_rules (canvas->cr, piece, box);
  set_ink (canvas->cr, box->grey);
  if (box->text != NULL)
    {
      /* In the middle of its row, except above a place to sign. */
      if (box->foot == NULL && ruled)
        y = piece->y + (piece->height - count_height (box->text, piece->from, piece->to)) / 2;
      draw_lines (canvas, box->text, x, y, piece->from, piece->to);
    }
  if (box->foot != NULL && piece->to == G_MAXUINT)
    draw_lines (canvas, box->foot, x, piece->y + piece->height - inset - count_height (box->foot, 0, G_MAXUINT), 0, G_MAXUINT);
}

static void
draw_page (const HbkPageDocument *self, const Canvas *canvas, guint page)
{
  const GArray *pieces = g_ptr_array_index (self->pages, page);
  double        lower = self->height - EDGE - 10;

  for (guint i = 0; i < pieces->len; i++)
    {
      const HbkPagePiece *piece = &g_array_index (pieces, HbkPagePiece, i);

      for (guint k = 0; k < piece->line->boxes->len; k++)
        draw_box (canvas, piece, &g_array_index (piece->line->boxes, HbkPageBox, k));
    }
  set_ink (canvas->cr, TRUE);
  if (page > 0 && self->running_text != NULL)
    draw_lines (canvas, self->running_text, HBK_PAGE_MARGIN_X, EDGE, 0, 1);
  if (self->footer_text != NULL)
    draw_lines (canvas, self->footer_text, HBK_PAGE_MARGIN_X, lower, 0, 1);
  draw_lines (canvas, g_ptr_array_index (self->page_numbers, page), HBK_PAGE_MARGIN_X, lower, 0, 1);
}

/**
 * hbk_page_document_draw:
 * @self: a finished document
 * @cr: where to draw; a point is its unit, the upper left corner of the page its origin
 * @page: the page, from 0
 *
 * Draws a page on what is there, which should be white.
 */
void
hbk_page_document_draw (const HbkPageDocument *self, cairo_t *cr, guint page)
{
  g_return_if_fail (self != NULL && cr != NULL && page < self->pages->len);

  cairo_save (cr);
  draw_page (self, &(Canvas) { .cr = cr }, page);
  cairo_restore (cr);
}

/* ---- PDF ---- */

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Without a date of ours cairo would take the time of the day. */
static void
describe (const HbkPageDocument *self, cairo_surface_t *surface)
{
  g_autofree char *date = hbk_date_format (self->date);
  g_autofree char *moment = g_strdup_printf ("%sT00:00:00+08:00", date);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "学时簿 Hourbook");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, moment);
}

static void
add_fonts (HbkPageFonts *fonts, PangoLayout *text)
{
  if (text != NULL)
    hbk_page_fonts_add (fonts, text);
}

static HbkPageFonts *
make_fonts (const HbkPageDocument *self)
{
  g_autoptr (HbkPageFonts) fonts = hbk_page_fonts_new ();

  add_fonts (fonts, self->running_text);
  add_fonts (fonts, self->footer_text);
  for (guint i = 0; i < self->page_numbers->len; i++)
    add_fonts (fonts, g_ptr_array_index (self->page_numbers, i));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const GArray *boxes = ((const HbkPageLine *) g_ptr_array_index (self->lines, i))->boxes;

      for (guint k = 0; k < boxes->len; k++)
        {
          add_fonts (fonts, g_array_index (boxes, HbkPageBox, k).text);
          add_fonts (fonts, g_array_index (boxes, HbkPageBox, k).foot);
        }
    }

  return hbk_page_fonts_make (fonts) ? g_steal_pointer (&fonts) : NULL;
}

static cairo_status_t
write_pages (const HbkPageDocument *self, HbkPageFonts *fonts, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, self->width, self->height);
  Canvas           canvas = { .cr = cairo_create (surface), .fonts = fonts };
  cairo_status_t   status;

  describe (self, surface);
  for (guint i = 0; i < self->pages->len; i++)
    {
      draw_page (self, &canvas, i);
      cairo_show_page (canvas.cr);
    }
  status = cairo_status (canvas.cr);
  cairo_destroy (canvas.cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

/**
 * hbk_page_document_write:
 * @self: a finished document
 * @error: where to put an error
 *
 * Writes a document as PDF, its fonts in it. The same document gives the same bytes.
 *
 * Returns: (transfer full): the bytes of the file, or %NULL
 */
GBytes *
hbk_page_document_write (const HbkPageDocument *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (HbkPageFonts) fonts = NULL;
  cairo_status_t status = CAIRO_STATUS_FONT_TYPE_MISMATCH;

  g_return_val_if_fail (self != NULL && self->pages->len > 0, NULL);

  fonts = make_fonts (self);
  if (fonts != NULL)
    status = write_pages (self, fonts, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("“%s” could not be written as PDF (%s). Try again; if it happens again, check the fonts of this computer."), self->title, cairo_status_to_string (status));
  return NULL;
}
