/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * HbkPageAlign:
 * @HBK_PAGE_ALIGN_START: at the left
 * @HBK_PAGE_ALIGN_CENTRE: in the middle
 * @HBK_PAGE_ALIGN_END: at the right
 *
 * Where the lines of a text stand.
 */
typedef enum {
  HBK_PAGE_ALIGN_START,
  HBK_PAGE_ALIGN_CENTRE,
  HBK_PAGE_ALIGN_END,
} HbkPageAlign;

/**
 * HbkPageStyle:
 * @size: of the letters in points; 0 for the usual size
 * @bold: in bold letters
 * @grey: in grey, for what is less important
 * @align: where the lines stand
 *
 * How a text looks.
 */
typedef struct
{
  double       size;
  gboolean     bold;
  gboolean     grey;
  HbkPageAlign align;
} HbkPageStyle;

PangoContext *hbk_page_text_new_context (void) G_GNUC_WARN_UNUSED_RESULT;
char         *hbk_page_text_dup_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout  *hbk_page_text_lay_out (PangoContext *context, const char *text, const HbkPageStyle *style, double width, const char *place, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
