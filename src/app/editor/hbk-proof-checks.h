/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-preview.h"

G_BEGIN_DECLS

#define HBK_TYPE_PROOF_CHECKS (hbk_proof_checks_get_type ())

G_DECLARE_FINAL_TYPE (HbkProofChecks, hbk_proof_checks, HBK, PROOF_CHECKS, AdwBin)

void                  hbk_proof_checks_set (HbkProofChecks *self, GPtrArray *options, const HbkVocabulary *vocabulary, GPtrArray *documents);
gboolean              hbk_proof_checks_is_choice (GPtrArray *options);
GPtrArray            *hbk_proof_checks_list_options (const HbkPreview *preview) G_GNUC_WARN_UNUSED_RESULT;
void                  hbk_proof_checks_list_documents (GPtrArray *options, GPtrArray *documents);
const HbkPreviewYear *hbk_proof_checks_find_year (const HbkPreview *preview);

G_END_DECLS
