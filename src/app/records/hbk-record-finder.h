/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-record-order.h"
#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_FINDER (hbk_record_finder_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordFinder, hbk_record_finder, HBK, RECORD_FINDER, GObject)

HbkRecordFinder *hbk_record_finder_new (void) G_GNUC_WARN_UNUSED_RESULT;

void hbk_record_finder_find (HbkRecordFinder *self, HbkSession *session, const HbkRecordFilter *filter, const char *text);

G_END_DECLS
