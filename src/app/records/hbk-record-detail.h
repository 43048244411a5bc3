/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_DETAIL (hbk_record_detail_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordDetail, hbk_record_detail, HBK, RECORD_DETAIL, AdwBin)

void        hbk_record_detail_set (HbkRecordDetail *self, HbkSession *session, HbkState *state, HbkRecord *record, int year);
void        hbk_record_detail_show_proof (HbkRecordDetail *self);
const char *hbk_record_detail_get_id (HbkRecordDetail *self);

G_END_DECLS
