/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/editor/hbk-proof.h"
#include "rules/hbk-pack.h"
#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_PROOF_ROW (hbk_proof_row_get_type ())

G_DECLARE_FINAL_TYPE (HbkProofRow, hbk_proof_row, HBK, PROOF_ROW, AdwComboRow)

GtkWidget *hbk_proof_row_new (HbkProof *proof, HbkSession *session, GPtrArray *asked) G_GNUC_WARN_UNUSED_RESULT;
HbkProof  *hbk_proof_row_get_proof (HbkProofRow *self);
void       hbk_proof_row_update (HbkProofRow *self);

G_END_DECLS
