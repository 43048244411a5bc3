/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/widgets/hbk-drawing.h"

G_BEGIN_DECLS

#define HBK_TYPE_RING (hbk_ring_get_type ())

G_DECLARE_FINAL_TYPE (HbkRing, hbk_ring, HBK, RING, HbkDrawing)

G_END_DECLS
