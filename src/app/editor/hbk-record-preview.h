/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-preview.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_PREVIEW (hbk_record_preview_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordPreview, hbk_record_preview, HBK, RECORD_PREVIEW, AdwBin)

void hbk_record_preview_set (HbkRecordPreview *self, const HbkPreview *preview);
void hbk_record_preview_set_error (HbkRecordPreview *self, const GError *error);

G_END_DECLS
