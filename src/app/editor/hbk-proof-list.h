/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-preview.h"

G_BEGIN_DECLS

#define HBK_TYPE_PROOF_LIST (hbk_proof_list_get_type ())

G_DECLARE_FINAL_TYPE (HbkProofList, hbk_proof_list, HBK, PROOF_LIST, AdwBin)

void hbk_proof_list_set_record (HbkProofList *self, HbkSession *session, HbkRecord *record);
void hbk_proof_list_put (HbkProofList *self, HbkRecord *record);
void hbk_proof_list_put_new (HbkProofList *self, HbkRecord *record);
void hbk_proof_list_list_new (HbkProofList *self, char ***paths, char ***documents);
void hbk_proof_list_show_preview (HbkProofList *self, const HbkPreview *preview);

void     hbk_proof_list_forget_temporary (HbkProofList *self);
void     hbk_proof_list_add_path (HbkProofList *self, const char *path, const char *document);
void     hbk_proof_list_add_file (HbkProofList *self, const char *sha256, const char *document);
gboolean hbk_proof_list_paste (HbkProofList *self);

G_END_DECLS
