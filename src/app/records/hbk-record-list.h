/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/records/hbk-record-model.h"
#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_LIST (hbk_record_list_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordList, hbk_record_list, HBK, RECORD_LIST, AdwBin)

void          hbk_record_list_update (HbkRecordList *self, HbkState *state);
void          hbk_record_list_show (HbkRecordList *self, const char *id);
void          hbk_record_list_search (HbkRecordList *self, const char *text);
void          hbk_record_list_open_menu (HbkRecordList *self);
void          hbk_record_list_unselect (HbkRecordList *self);
guint         hbk_record_list_get_n_selected (HbkRecordList *self);
HbkRecordRow *hbk_record_list_dup_selected (HbkRecordList *self, guint nth) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
