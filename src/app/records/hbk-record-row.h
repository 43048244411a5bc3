/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-record-order.h"
#include "workspace/hbk-record-sum.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_ROW (hbk_record_row_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordRow, hbk_record_row, HBK, RECORD_ROW, GObject)

HbkRecordRow *hbk_record_row_new (HbkRecordOrder *order, HbkRecord *record) G_GNUC_WARN_UNUSED_RESULT;

void                hbk_record_row_update (HbkRecordRow *self, HbkRecordOrder *order, HbkRecord *record);
HbkRecord          *hbk_record_row_get_record (HbkRecordRow *self);
const char         *hbk_record_row_get_id (HbkRecordRow *self);
HbkState           *hbk_record_row_get_state (HbkRecordRow *self);
int                 hbk_record_row_get_year (HbkRecordRow *self);
gboolean            hbk_record_row_names_year (HbkRecordRow *self);
const HbkRecordSum *hbk_record_row_get_sum (HbkRecordRow *self);

G_END_DECLS
