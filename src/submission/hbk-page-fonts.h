/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * HbkPageFonts:
 *
 * The fonts that a PDF is written with: copies that hold the outlines of the glyphs that it needs, each in one piece. Of fonts whose outlines are made of
 * shared parts (CFF), cairo 1.18 leaves out parts that it does not see are used, so that glyphs such as 如 of Noto Sans CJK stay blank on the page.
 */
typedef struct _HbkPageFonts HbkPageFonts;

HbkPageFonts *hbk_page_fonts_new (void) G_GNUC_WARN_UNUSED_RESULT;
void          hbk_page_fonts_free (HbkPageFonts *self);

void     hbk_page_fonts_add (HbkPageFonts *self, PangoLayout *layout);
gboolean hbk_page_fonts_make (HbkPageFonts *self);
void     hbk_page_fonts_show_line (HbkPageFonts *self, cairo_t *cr, PangoLayoutLine *line, double x, double y);
void     hbk_page_fonts_show (HbkPageFonts *self, cairo_t *cr, PangoLayout *layout, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPageFonts, hbk_page_fonts_free)

G_END_DECLS
