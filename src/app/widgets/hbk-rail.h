/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/widgets/hbk-drawing.h"

G_BEGIN_DECLS

/** HbkRailPlace: where on its rail a mark stands. */
typedef enum {
  HBK_RAIL_FIRST,
  HBK_RAIL_MIDDLE,
  HBK_RAIL_LAST,
  HBK_RAIL_ALONE,
} HbkRailPlace;

#define HBK_TYPE_RAIL (hbk_rail_get_type ())

G_DECLARE_FINAL_TYPE (HbkRail, hbk_rail, HBK, RAIL, HbkDrawing)

GtkWidget *hbk_rail_new (HbkRailPlace place, HbkTone tone, gboolean filled) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
