/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/records/hbk-record-row.h"
#include "app/widgets/hbk-drawing.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_CELL (hbk_record_cell_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordCell, hbk_record_cell, HBK, RECORD_CELL, HbkDrawing)

GtkWidget *hbk_record_cell_new (void) G_GNUC_WARN_UNUSED_RESULT;

void hbk_record_cell_set_row (HbkRecordCell *self, HbkRecordRow *row);

G_END_DECLS
