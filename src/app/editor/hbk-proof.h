/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-state.h"

G_BEGIN_DECLS

/**
 * HbkProof:
 * @path: (nullable) (type filename): where a new file lies; %NULL for one that the record has, or the library
 * @evidence: (nullable): what the record has of it
 * @sha256: (nullable): the checksum of the file, once it is known
 * @name: the name of the file
 * @document: the id of the document type
 * @remark: (nullable): what else the person should know of the file
 * @is_temporary: the file at @path was made by the editor
 *
 * A file that is to prove the record being edited. Read the members freely.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char           *path;
  HbkEvidence    *evidence;
  char           *sha256;
  char           *name;
  char           *document;
  char           *remark;
  gboolean        is_temporary;
} HbkProof;

HbkProof *hbk_proof_new_of_path (const char *path, const char *document) G_GNUC_WARN_UNUSED_RESULT;
HbkProof *hbk_proof_new_of_file (const char *sha256, const char *name, const char *document) G_GNUC_WARN_UNUSED_RESULT;
HbkProof *hbk_proof_new_of_evidence (HbkEvidence *evidence) G_GNUC_WARN_UNUSED_RESULT;
HbkProof *hbk_proof_ref (HbkProof *self);
void      hbk_proof_unref (HbkProof *self);

void         hbk_proof_set_remark (HbkProof *self, HbkState *state, const HbkEvidenceFile *file);
HbkEvidence *hbk_proof_make_evidence (const HbkProof *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkProof, hbk_proof_unref)

G_END_DECLS
