/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * HbkEvidence:
 *
 * A document that proves a record: which type it is of, and where its file is. Immutable.
 */
typedef struct _HbkEvidence HbkEvidence;

#define HBK_TYPE_EVIDENCE (hbk_evidence_get_type ())

GType hbk_evidence_get_type (void) G_GNUC_CONST;

HbkEvidence *hbk_evidence_new (const char *document, const char *file, const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
HbkEvidence *hbk_evidence_new_with_extra (const char *document, const char *file, const char *sha256, JsonObject *extra) G_GNUC_WARN_UNUSED_RESULT;
HbkEvidence *hbk_evidence_ref (HbkEvidence *evidence);
void         hbk_evidence_unref (HbkEvidence *evidence);

const char *hbk_evidence_get_document (const HbkEvidence *evidence);
const char *hbk_evidence_get_file (const HbkEvidence *evidence);
const char *hbk_evidence_get_sha256 (const HbkEvidence *evidence);
JsonObject *hbk_evidence_get_extra (const HbkEvidence *evidence);

gboolean hbk_evidence_is_sha256 (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkEvidence, hbk_evidence_unref)

G_END_DECLS
