/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-binder-drawing.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "base/hbk-error.h"
#include "submission/hbk-page-fonts.h"
#include "submission/hbk-page-text.h"

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define MARGIN 72.0
#define GAP 14.0

#define STAMP_SIZE 8.5
#define STAMP_PADDING_X 4.0
#define STAMP_PADDING_Y 1.5

/* Wider than any stamp: its lines do not break. */
#define STAMP_MAX_WIDTH 500.0

struct _HbkBinderDrawing
{
  GByteArray      *bytes;
  cairo_surface_t *surface;
  cairo_t         *context;
  PangoContext    *texts;
  HbkPageFonts    *fonts;
  gboolean         is_made;
  gboolean         has_failed;
};

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * hbk_binder_drawing_new:
 * @width: of its pages, in points
 * @height: of its pages, in points
 *
 * Starts a PDF.
 *
 * Returns: (transfer full): the drawing
 */
HbkBinderDrawing *
hbk_binder_drawing_new (double width, double height)
{
  HbkBinderDrawing *self = g_new0 (HbkBinderDrawing, 1);

  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (append_cb, self->bytes, width, height);
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_5);
  self->context = cairo_create (self->surface);
  self->texts = hbk_page_text_new_context ();
  self->fonts = hbk_page_fonts_new ();

  return self;
}

/**
 * hbk_binder_drawing_free:
 * @self: (transfer full): a drawing
 *
 * Frees a drawing.
 */
void
hbk_binder_drawing_free (HbkBinderDrawing *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->texts);
  cairo_destroy (self->context);
  cairo_surface_destroy (self->surface);
  hbk_page_fonts_free (self->fonts);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/**
 * hbk_binder_drawing_get_context:
 * @self: a drawing
 *
 * Gets what is drawn with; cairo_show_page() ends a page.
 *
 * Returns: (transfer none): the context
 */
cairo_t *
hbk_binder_drawing_get_context (HbkBinderDrawing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->context;
}

/**
 * hbk_binder_drawing_add_text:
 * @self: a drawing that shows no text yet
 * @layout: a text
 *
 * Announces a text, so that the fonts hold what it needs.
 */
void
hbk_binder_drawing_add_text (HbkBinderDrawing *self, PangoLayout *layout)
{
  g_return_if_fail (self != NULL && !self->is_made);

  hbk_page_fonts_add (self->fonts, layout);
}

/**
 * hbk_binder_drawing_show_text:
 * @self: a drawing
 * @layout: a text that was announced
 * @x: its left edge, in points
 * @y: its upper edge, in points
 *
 * Shows a text.
 */
void
hbk_binder_drawing_show_text (HbkBinderDrawing *self, PangoLayout *layout, double x, double y)
{
  g_return_if_fail (self != NULL);

  if (!self->is_made)
    {
      self->has_failed = !hbk_page_fonts_make (self->fonts);
      self->is_made = TRUE;
    }
  if (!self->has_failed)
    hbk_page_fonts_show (self->fonts, self->context, layout, x, y);
}

/**
 * hbk_binder_drawing_set_size:
 * @self: a drawing
 * @width: in points
 * @height: in points
 *
 * Sets the size of the page that comes next, of which nothing is drawn yet.
 */
void
hbk_binder_drawing_set_size (HbkBinderDrawing *self, double width, double height)
{
  g_return_if_fail (self != NULL);

  cairo_pdf_surface_set_size (self->surface, width, height);
}

/**
 * hbk_binder_drawing_finish:
 * @self: a drawing, which cannot be drawn on afterwards
 * @error: return location for an error: HBK_ERROR_IO
 *
 * Ends a PDF.
 *
 * Returns: (transfer full): its bytes, or %NULL on error
 */
GBytes *
hbk_binder_drawing_finish (HbkBinderDrawing *self, GError **error)
{
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, NULL);

  status = cairo_status (self->context);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS && self->has_failed)
    status = CAIRO_STATUS_FONT_TYPE_MISMATCH;
  if (status == CAIRO_STATUS_SUCCESS)
    return g_bytes_new (self->bytes->data, self->bytes->len);

  g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("The pages of the binder could not be drawn (%s). Try again; if it happens again, check the fonts of this computer."), cairo_status_to_string (status));
  return NULL;
}

/* ---- A page in the place of a file ---- */

/**
 * hbk_binder_drawing_note:
 * @number: the number of a file
 * @title: what it is
 * @reason: why it is not shown, or not all of it
 * @path: where it lies in the package
 * @error: return location for an error: HBK_ERROR_VALUE when no font has a character of it
 *
 * Draws the page that stands for a file that cannot be shown.
 *
 * Returns: (transfer full): a PDF of one page, or %NULL on error
 */
GBytes *
hbk_binder_drawing_note (const char *number, const char *title, const char *reason, const char *path, GError **error)
{
  g_autoptr (HbkBinderDrawing) drawing = hbk_binder_drawing_new (A4_WIDTH, A4_HEIGHT);
  g_autofree char *clean = hbk_page_text_dup_clean (title);
  g_autofree char *where = g_strdup_printf ("原件在材料包中：data/%s", path);
  double           y = A4_HEIGHT / 4;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  const struct
  {
    const char  *text;
    HbkPageStyle style;
  } paragraphs[] = {
    { number, { .size = 36, .bold = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
    { clean, { .size = 18, .align = HBK_PAGE_ALIGN_CENTRE } },
    { reason, { .size = 12, .align = HBK_PAGE_ALIGN_CENTRE } },
    { where, { .size = 10, .grey = TRUE, .align = HBK_PAGE_ALIGN_CENTRE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      PangoLayout *text = hbk_page_text_lay_out (drawing->texts, paragraphs[i].text, &paragraphs[i].style, A4_WIDTH - 2 * MARGIN, number, error);

      if (text == NULL)
        return NULL;

      g_ptr_array_add (texts, text);
      hbk_binder_drawing_add_text (drawing, text);
    }
  for (guint i = 0; i < texts->len; i++)
    {
      int height;

      pango_layout_get_size (g_ptr_array_index (texts, i), NULL, &height);
      hbk_binder_drawing_show_text (drawing, g_ptr_array_index (texts, i), MARGIN, y);
      y += pango_units_to_double (height) + GAP;
    }
  cairo_show_page (drawing->context);

  return hbk_binder_drawing_finish (drawing, error);
}

/* ---- Stamps ---- */

static PangoLayout *
lay_out_stamp (HbkBinderDrawing *self, const char *label, GError **error)
{
  const HbkPageStyle style = { .size = STAMP_SIZE, .bold = TRUE };

  return hbk_page_text_lay_out (self->texts, label, &style, STAMP_MAX_WIDTH, label, error);
}

/* Of a stamp only its glyphs are kept: there may be thousands. */
static gboolean
add_stamp (HbkBinderDrawing *self, const char *label, GError **error)
{
  g_autoptr (PangoLayout) layout = lay_out_stamp (self, label, error);

  if (layout == NULL)
    return FALSE;

  hbk_binder_drawing_add_text (self, layout);

  return TRUE;
}

static gboolean
draw_stamp (HbkBinderDrawing *self, const char *label, GError **error)
{
  g_autoptr (PangoLayout) layout = lay_out_stamp (self, label, error);
  int    text_width;
  int    text_height;
  double width;
  double height;

  if (layout == NULL)
    return FALSE;

  pango_layout_get_size (layout, &text_width, &text_height);
  width = pango_units_to_double (text_width) + 2 * STAMP_PADDING_X;
  height = pango_units_to_double (text_height) + 2 * STAMP_PADDING_Y;
  hbk_binder_drawing_set_size (self, width, height);
  cairo_set_source_rgb (self->context, 1, 1, 1);
  cairo_rectangle (self->context, 0, 0, width, height);
  cairo_fill (self->context);
  cairo_set_source_rgb (self->context, 0, 0, 0);
  hbk_binder_drawing_show_text (self, layout, STAMP_PADDING_X, STAMP_PADDING_Y);
  cairo_show_page (self->context);

  return TRUE;
}

/**
 * hbk_binder_drawing_stamps:
 * @labels: (array zero-terminated=1): what each page of the binder is stamped with
 * @error: return location for an error: HBK_ERROR_VALUE when no font has a character of it
 *
 * Draws stamps on white, one a page, each page as large as its stamp.
 *
 * Returns: (transfer full): a PDF with a page for each label, or %NULL on error
 */
GBytes *
hbk_binder_drawing_stamps (const char *const *labels, GError **error)
{
  g_autoptr (HbkBinderDrawing) drawing = hbk_binder_drawing_new (STAMP_MAX_WIDTH, STAMP_SIZE);

  g_return_val_if_fail (labels != NULL, NULL);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      if (!add_stamp (drawing, labels[i], error))
        return NULL;
    }
  for (guint i = 0; labels[i] != NULL; i++)
    {
      if (!draw_stamp (drawing, labels[i], error))
        return NULL;
    }

  return hbk_binder_drawing_finish (drawing, error);
}
