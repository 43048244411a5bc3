/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/editor/hbk-proof-list.h"
#include "workspace/hbk-preview.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_FORM (hbk_record_form_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordForm, hbk_record_form, HBK, RECORD_FORM, AdwBin)

void          hbk_record_form_set_record (HbkRecordForm *self, HbkSession *session, HbkRecord *record);
void          hbk_record_form_set_activity (HbkRecordForm *self, const char *activity);
void          hbk_record_form_set_days (HbkRecordForm *self, HbkDate first, HbkDate last);
void          hbk_record_form_get_days (HbkRecordForm *self, HbkDate *first, HbkDate *last);
HbkRecord    *hbk_record_form_build (HbkRecordForm *self) G_GNUC_WARN_UNUSED_RESULT;
const char   *hbk_record_form_get_lack (HbkRecordForm *self);
HbkProofList *hbk_record_form_get_proofs (HbkRecordForm *self);
void          hbk_record_form_show_preview (HbkRecordForm *self, const HbkPreview *preview);
void          hbk_record_form_focus_fact (HbkRecordForm *self, const char *id);
void          hbk_record_form_focus_first (HbkRecordForm *self);

G_END_DECLS
