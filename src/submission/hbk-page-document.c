/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-page-document.h"

#include <glib/gi18n.h>

#include "submission/hbk-page-document-private.h"

static const HbkPageStyle small_style = { .size = 7.5, .grey = TRUE };

/* ---- Parts ---- */

static void
grid_free (gpointer data)
{
  HbkPageGrid *grid = data;

  g_free (grid->edges);
  g_free (grid);
}

static void
box_clear (gpointer data)
{
  HbkPageBox *box = data;

  g_clear_object (&box->text);
  g_clear_object (&box->foot);
}

static void
line_free (gpointer data)
{
  HbkPageLine *line = data;

  g_array_unref (line->boxes);
  g_free (line);
}

/**
 * hbk_page_document_new:
 * @setup: what it is made for
 *
 * Begins a document.
 *
 * Returns: (transfer full): the document
 */
HbkPageDocument *
hbk_page_document_new (const HbkPageSetup *setup)
{
  HbkPageDocument *self;

  g_return_val_if_fail (setup != NULL && setup->title != NULL, NULL);

  self = g_new0 (HbkPageDocument, 1);
  self->title = g_strdup (setup->title);
  self->running = g_strdup (setup->running);
  self->footer = g_strdup (setup->footer);
  self->date = setup->date;
  self->width = setup->landscape ? HBK_PAGE_LONG_SIDE : HBK_PAGE_SHORT_SIDE;
  self->height = setup->landscape ? HBK_PAGE_SHORT_SIDE : HBK_PAGE_LONG_SIDE;
  self->context = hbk_page_text_new_context ();
  self->place = g_strdup (setup->title);
  self->grids = g_ptr_array_new_with_free_func (grid_free);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->page_numbers = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * hbk_page_document_free:
 * @self: a document
 *
 * Frees a document.
 */
void
hbk_page_document_free (HbkPageDocument *self)
{
  g_free (self->title);
  g_free (self->running);
  g_free (self->footer);
  g_free (self->place);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->page_numbers);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->grids);
  g_clear_object (&self->running_text);
  g_clear_object (&self->footer_text);
  g_object_unref (self->context);
  g_clear_error (&self->error);
  g_free (self);
}

/* ---- Filling ---- */

/* Only the first error is kept; what comes after it is not laid out any more. */
static PangoLayout *
lay_out (HbkPageDocument *self, const char *text, const HbkPageStyle *style, double width)
{
  if (self->error != NULL)
    return NULL;

  return hbk_page_text_lay_out (self->context, text, style, width, self->place, &self->error);
}

static double
height_of (PangoLayout *layout)
{
  PangoRectangle logical;

  if (layout == NULL)
    return 0;
  pango_layout_get_extents (layout, NULL, &logical);

  return pango_units_to_double (logical.height);
}

static double
usable_width (const HbkPageDocument *self)
{
  return self->width - 2 * HBK_PAGE_MARGIN_X;
}

static HbkPageGrid *
add_grid (HbkPageDocument *self, const double *shares, guint n_columns, gboolean ruled)
{
  HbkPageGrid *grid = g_new0 (HbkPageGrid, 1);
  double       sum = 0, before = 0;

  grid->edges = g_new0 (double, n_columns + 1);
  grid->n_columns = n_columns;
  grid->ruled = ruled;
  for (guint i = 0; i < n_columns; i++)
    sum += shares[i];
  for (guint i = 0; i <= n_columns; i++)
    {
      grid->edges[i] = HBK_PAGE_MARGIN_X + usable_width (self) * before / sum;
      before += i < n_columns ? shares[i] : 0;
    }
  g_ptr_array_add (self->grids, grid);

  return grid;
}

static void
add_box (HbkPageDocument *self, HbkPageLine *line, const HbkPageCell *cell, double x, double width)
{
  double     inside = line->grid->ruled ? width - 2 * HBK_PAGE_PADDING_X : width;
  HbkPageBox box = { .x = x, .width = width, .grey = cell->style.grey, .align = cell->style.align };

  if (cell->text != NULL)
    box.text = lay_out (self, cell->text, &cell->style, inside);
  if (cell->foot != NULL)
    box.foot = lay_out (self, cell->foot, &(HbkPageStyle) { .size = cell->style.size }, inside);
  line->text_height = MAX (line->text_height, height_of (box.text) + height_of (box.foot));
  g_array_append_val (line->boxes, box);
}

static void
add_line (HbkPageDocument *self, const HbkPageGrid *grid, const HbkPageRow *row)
{
  HbkPageLine *line = g_new0 (HbkPageLine, 1);
  guint        column = 0;

  line->grid = grid;
  line->head = row->head;
  line->keep = row->keep || row->head;
  line->boxes = g_array_new (FALSE, FALSE, sizeof (HbkPageBox));
  g_array_set_clear_func (line->boxes, box_clear);
  g_ptr_array_add (self->lines, line);
  for (guint i = 0; i < row->n_cells; i++)
    {
      guint end = column + MAX (row->cells[i].span, 1);

      g_assert (end <= grid->n_columns);
      add_box (self, line, &row->cells[i], grid->edges[column], grid->edges[end] - grid->edges[column]);
      column = end;
    }
  line->height = MAX (line->text_height + (grid->ruled ? 2 * HBK_PAGE_PADDING_Y : 0), row->height);
}

/**
 * hbk_page_document_set_place:
 * @self: a document
 * @place: where the texts added from now on stand, in the language of the person
 *
 * Says what an error names.
 */
void
hbk_page_document_set_place (HbkPageDocument *self, const char *place)
{
  g_return_if_fail (self != NULL && place != NULL);

  g_set_str (&self->place, place);
}

static void
add_paragraph (HbkPageDocument *self, const char *text, const HbkPageStyle *style, gboolean keep)
{
  static const double one[] = { 1 };
  HbkPageCell         cell = { .text = text, .style = *style };

  add_line (self, add_grid (self, one, 1, FALSE), &(HbkPageRow) { .cells = &cell, .n_cells = 1, .keep = keep });
}

/**
 * hbk_page_document_add_text:
 * @self: a document
 * @text: the text, whose lines break at line feeds
 * @style: how it looks
 *
 * Adds a paragraph.
 */
void
hbk_page_document_add_text (HbkPageDocument *self, const char *text, const HbkPageStyle *style)
{
  g_return_if_fail (self != NULL && text != NULL && style != NULL);

  add_paragraph (self, text, style, FALSE);
}

/**
 * hbk_page_document_add_heading:
 * @self: a document
 * @text: the text
 * @style: how it looks
 *
 * Adds a paragraph that stays on one page with what follows.
 */
void
hbk_page_document_add_heading (HbkPageDocument *self, const char *text, const HbkPageStyle *style)
{
  g_return_if_fail (self != NULL && text != NULL && style != NULL);

  add_paragraph (self, text, style, TRUE);
}

/**
 * hbk_page_document_add_gap:
 * @self: a document
 * @height: in points
 *
 * Leaves some space, which stays with what follows.
 */
void
hbk_page_document_add_gap (HbkPageDocument *self, double height)
{
  static const double one[] = { 1 };

  g_return_if_fail (self != NULL);

  add_line (self, add_grid (self, one, 1, FALSE), &(HbkPageRow) { .height = height, .keep = TRUE });
}

/**
 * hbk_page_document_begin_table:
 * @self: a document
 * @shares: (array length=n_columns): what each column has of the width
 * @n_columns: how many
 *
 * Begins a table, whose rows are added next.
 */
void
hbk_page_document_begin_table (HbkPageDocument *self, const double *shares, guint n_columns)
{
  g_return_if_fail (self != NULL && n_columns > 0);

  self->grid = add_grid (self, shares, n_columns, TRUE);
}

/**
 * hbk_page_document_add_row:
 * @self: a document with a table
 * @row: the row
 *
 * Adds a row to the table that was begun last.
 */
void
hbk_page_document_add_row (HbkPageDocument *self, const HbkPageRow *row)
{
  g_return_if_fail (self != NULL && self->grid != NULL && row != NULL);

  add_line (self, self->grid, row);
}

/* ---- Pages ---- */

static void
add_page_numbers (HbkPageDocument *self)
{
  HbkPageStyle style = small_style;

  style.align = HBK_PAGE_ALIGN_END;
  for (guint i = 0; i < self->pages->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("第 %u 页，共 %u 页", i + 1, self->pages->len);
      PangoLayout     *layout = lay_out (self, text, &style, usable_width (self));

      if (layout != NULL)
        g_ptr_array_add (self->page_numbers, layout);
    }
}

/**
 * hbk_page_document_finish:
 * @self: a document
 * @error: where to put an error
 *
 * Divides what was added among pages. Nothing is added any more.
 *
 * Returns: %FALSE when a text has a character that no font has
 */
gboolean
hbk_page_document_finish (HbkPageDocument *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->pages->len == 0, FALSE);

  if (self->running != NULL)
    self->running_text = lay_out (self, self->running, &small_style, usable_width (self));
  if (self->footer != NULL)
    self->footer_text = lay_out (self, self->footer, &small_style, usable_width (self));
  if (self->error == NULL)
    hbk_page_document_break_pages (self);
  add_page_numbers (self);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * hbk_page_document_get_n_pages:
 * @self: a finished document
 *
 * Counts the pages.
 *
 * Returns: how many there are, at least one
 */
guint
hbk_page_document_get_n_pages (const HbkPageDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * hbk_page_document_get_size:
 * @self: a document
 * @width: (out): the width of a page in points
 * @height: (out): the height of a page in points
 *
 * Gets how large the pages are.
 */
void
hbk_page_document_get_size (const HbkPageDocument *self, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = self->width;
  *height = self->height;
}
