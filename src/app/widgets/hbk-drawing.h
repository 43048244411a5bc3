/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/widgets/hbk-palette.h"

G_BEGIN_DECLS

#define HBK_TYPE_DRAWING (hbk_drawing_get_type ())

G_DECLARE_DERIVABLE_TYPE (HbkDrawing, hbk_drawing, HBK, DRAWING, GtkWidget)

struct _HbkDrawingClass
{
  GtkWidgetClass parent_class;
};

GdkRGBA      hbk_drawing_get_colour (HbkDrawing *self, HbkTone tone, HbkPaletteUse use, float alpha);
float        hbk_drawing_get_em (HbkDrawing *self);
PangoLayout *hbk_drawing_create_layout (HbkDrawing *self, const char *text, float px, gboolean bold) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_drawing_hatch (GtkSnapshot *snapshot, GskPath *area, const GdkRGBA *colour, float em);

G_END_DECLS
