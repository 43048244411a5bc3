/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_PROOF (hbk_record_proof_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordProof, hbk_record_proof, HBK, RECORD_PROOF, AdwBin)

void hbk_record_proof_set (HbkRecordProof *self, HbkSession *session, HbkState *state, HbkRecord *record, const HbkRecordYear *year);
void hbk_record_proof_focus (HbkRecordProof *self);
void hbk_record_proof_take_files (HbkRecordProof *self, GListModel *files);

G_END_DECLS
