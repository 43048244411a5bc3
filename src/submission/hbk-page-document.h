/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "base/hbk-date.h"
#include "submission/hbk-page-text.h"

G_BEGIN_DECLS

/**
 * HbkPageCell:
 * @text: (nullable): what it says; lines break at line feeds
 * @foot: (nullable): what stands at its lower edge, such as where to sign
 * @style: how it looks
 * @span: how many columns it takes; 0 for one
 *
 * A cell of a table.
 */
typedef struct
{
  const char  *text;
  const char  *foot;
  HbkPageStyle style;
  guint        span;
} HbkPageCell;

/**
 * HbkPageRow:
 * @cells: (array length=n_cells): its cells
 * @n_cells: how many
 * @height: its least height in points
 * @head: it is shown again where the table goes on on another page
 * @keep: it stays on one page with what follows
 *
 * A row of a table.
 */
typedef struct
{
  const HbkPageCell *cells;
  guint              n_cells;
  double             height;
  gboolean           head;
  gboolean           keep;
} HbkPageRow;

/**
 * HbkPageSetup:
 * @title: what the document is called
 * @running: (nullable): what stands above every page but the first
 * @footer: (nullable): what stands beside the number of the page
 * @date: the day that it says it was made on
 * @landscape: the long side lies below
 *
 * What a document is made for.
 */
typedef struct
{
  const char *title;
  const char *running;
  const char *footer;
  HbkDate     date;
  gboolean    landscape;
} HbkPageSetup;

/**
 * HbkPageDocument:
 *
 * Paragraphs and tables on pages of A4. It is filled from above, then written as PDF or drawn page by page. The first text with a character that no font
 * has fails the whole; the functions that fill it need no checks.
 */
typedef struct _HbkPageDocument HbkPageDocument;

HbkPageDocument *hbk_page_document_new (const HbkPageSetup *setup) G_GNUC_WARN_UNUSED_RESULT;
void             hbk_page_document_free (HbkPageDocument *self);

void hbk_page_document_set_place (HbkPageDocument *self, const char *place);
void hbk_page_document_add_text (HbkPageDocument *self, const char *text, const HbkPageStyle *style);
void hbk_page_document_add_heading (HbkPageDocument *self, const char *text, const HbkPageStyle *style);
void hbk_page_document_add_gap (HbkPageDocument *self, double height);
void hbk_page_document_begin_table (HbkPageDocument *self, const double *shares, guint n_columns);
void hbk_page_document_add_row (HbkPageDocument *self, const HbkPageRow *row);

gboolean hbk_page_document_finish (HbkPageDocument *self, GError **error);
guint    hbk_page_document_get_n_pages (const HbkPageDocument *self);
void     hbk_page_document_get_size (const HbkPageDocument *self, double *width, double *height);
void     hbk_page_document_draw (const HbkPageDocument *self, cairo_t *cr, guint page);
GBytes  *hbk_page_document_write (const HbkPageDocument *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPageDocument, hbk_page_document_free)

G_END_DECLS
