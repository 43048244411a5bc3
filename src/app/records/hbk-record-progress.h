/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-state.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_PROGRESS (hbk_record_progress_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordProgress, hbk_record_progress, HBK, RECORD_PROGRESS, AdwBin)

void hbk_record_progress_set (HbkRecordProgress *self, HbkState *state, HbkRecord *record);

G_END_DECLS
