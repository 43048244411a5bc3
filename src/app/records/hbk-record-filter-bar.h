/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-record-order.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_FILTER_BAR (hbk_record_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordFilterBar, hbk_record_filter_bar, HBK, RECORD_FILTER_BAR, AdwBin)

void     hbk_record_filter_bar_update (HbkRecordFilterBar *self, HbkState *state);
void     hbk_record_filter_bar_get (HbkRecordFilterBar *self, HbkRecordFilter *filter);
gboolean hbk_record_filter_bar_is_set (HbkRecordFilterBar *self);
void     hbk_record_filter_bar_clear (HbkRecordFilterBar *self);
gboolean hbk_record_filter_bar_get_all_years (HbkRecordFilterBar *self);
void     hbk_record_filter_bar_set_all_years (HbkRecordFilterBar *self, gboolean all_years);

G_END_DECLS
