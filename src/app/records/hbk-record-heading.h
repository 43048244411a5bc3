/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/records/hbk-record-model.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_HEADING (hbk_record_heading_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordHeading, hbk_record_heading, HBK, RECORD_HEADING, AdwBin)

GtkWidget *hbk_record_heading_new (HbkRecordModel *model, GtkListHeader *header) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
