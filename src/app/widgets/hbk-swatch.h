/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/widgets/hbk-drawing.h"

G_BEGIN_DECLS

/** HbkSwatchShape: a mark of a legend. */
typedef enum {
  HBK_SWATCH_SOLID,
  HBK_SWATCH_HATCHED,
  HBK_SWATCH_TICK,
} HbkSwatchShape;

#define HBK_TYPE_SWATCH (hbk_swatch_get_type ())

G_DECLARE_FINAL_TYPE (HbkSwatch, hbk_swatch, HBK, SWATCH, HbkDrawing)

GtkWidget *hbk_swatch_new (HbkSwatchShape shape, HbkTone tone, float alpha) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
