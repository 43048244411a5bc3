/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/records/hbk-record-row.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_MODEL (hbk_record_model_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordModel, hbk_record_model, HBK, RECORD_MODEL, GObject)

HbkRecordModel *hbk_record_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

HbkRecordOrder *hbk_record_model_get_order (HbkRecordModel *self);
void            hbk_record_model_set_order (HbkRecordModel *self, HbkRecordOrder *order);
gboolean        hbk_record_model_find (HbkRecordModel *self, const char *id, guint *position);

G_END_DECLS
