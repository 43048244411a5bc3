/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_HISTORY (hbk_record_history_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordHistory, hbk_record_history, HBK, RECORD_HISTORY, AdwBin)

void hbk_record_history_set (HbkRecordHistory *self, HbkSession *session, const char *id, guint64 generation);

G_END_DECLS
