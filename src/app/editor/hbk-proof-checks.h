/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

#define HBK_TYPE_PROOF_CHECKS (hbk_proof_checks_get_type ())

G_DECLARE_FINAL_TYPE (HbkProofChecks, hbk_proof_checks, HBK, PROOF_CHECKS, AdwBin)

void     hbk_proof_checks_set (HbkProofChecks *self, const HbkEvidenceSet *set, const HbkVocabulary *vocabulary, GPtrArray *documents);
gboolean hbk_proof_checks_is_choice (const HbkEvidenceSet *set);

G_END_DECLS
