/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

#include "inspect/hbk-view.h"

G_BEGIN_DECLS

/**
 * HbkRectangle:
 * @x0: left
 * @y0: below
 * @x1: right
 * @y1: above
 *
 * A rectangle in points, whose corners are in this order.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} HbkRectangle;

/**
 * HbkMatrix:
 * @a: to
 * @b: the
 * @c: numbers
 * @d: of
 * @e: a
 * @f: matrix of PDF, in its order
 *
 * How coordinates are changed.
 */
typedef struct
{
  double a;
  double b;
  double c;
  double d;
  double e;
  double f;
} HbkMatrix;

#define HBK_MATRIX_IDENTITY ((HbkMatrix) { 1, 0, 0, 1, 0, 0 })

qpdf_data hbk_pdf_new (void) G_GNUC_WARN_UNUSED_RESULT;
qpdf_data hbk_pdf_read (const HbkView *file, const char **problem) G_GNUC_WARN_UNUSED_RESULT;
gboolean  hbk_pdf_write (qpdf_data pdf, enum qpdf_object_stream_e mode, void (*progress) (int percent, void *data), void *data);
void      hbk_pdf_forget (const HbkView *file);

gboolean hbk_pdf_get_rectangle (qpdf_data pdf, qpdf_oh object, HbkRectangle *rectangle);
gboolean hbk_pdf_get_matrix (qpdf_data pdf, qpdf_oh object, HbkMatrix *matrix);
GStrv    hbk_pdf_dup_keys (qpdf_data pdf, qpdf_oh dictionary) G_GNUC_WARN_UNUSED_RESULT;

qpdf_oh hbk_pdf_new_rectangle (qpdf_data pdf, const HbkRectangle *rectangle);
qpdf_oh hbk_pdf_new_stream (qpdf_data pdf, const void *content, gsize length);
qpdf_oh hbk_pdf_new_content (qpdf_data pdf, const GString *content);
void    hbk_pdf_append_matrix (GString *content, const HbkMatrix *matrix);

typedef qpdf_data HbkPdf;

static inline void
hbk_pdf_free (HbkPdf pdf)
{
  qpdf_cleanup (&pdf);
}

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (HbkPdf, hbk_pdf_free, NULL)

G_END_DECLS
