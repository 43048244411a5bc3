/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/widgets/hbk-drawing.h"

G_BEGIN_DECLS

/** HbkStripSegment: a piece of a strip; the places are amounts of any unit, the same for all. */
typedef struct
{
  gint64   from;
  gint64   to;
  HbkTone  tone;
  float    alpha;
  gboolean hatched;
} HbkStripSegment;

#define HBK_TYPE_STRIP (hbk_strip_get_type ())

G_DECLARE_FINAL_TYPE (HbkStrip, hbk_strip, HBK, STRIP, HbkDrawing)

GtkWidget *hbk_strip_new (void) G_GNUC_WARN_UNUSED_RESULT;

void hbk_strip_set (HbkStrip *self, const HbkStripSegment *segments, guint n_segments, gint64 whole, gint64 tick);

G_END_DECLS
