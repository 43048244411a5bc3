/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-proof.h"

#include <glib/gi18n.h>

static HbkProof *
proof_new (const char *name, const char *document)
{
  HbkProof *self = g_new0 (HbkProof, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->document = g_strdup (document);

  return self;
}

/**
 * hbk_proof_new_of_path:
 * @path: (type filename): a file
 * @document: the id of the document type that it is taken for
 *
 * Makes a proof of a file that the library does not have yet.
 *
 * Returns: (transfer full): the proof
 */
HbkProof *
hbk_proof_new_of_path (const char *path, const char *document)
{
  g_autofree char *name = g_filename_display_basename (path);
  HbkProof        *self = proof_new (name, document);

  self->path = g_strdup (path);

  return self;
}

/**
 * hbk_proof_new_of_file:
 * @sha256: the checksum of a file of the library
 * @name: its name
 * @document: the id of the document type
 *
 * Makes a proof of a file that the library has.
 *
 * Returns: (transfer full): the proof
 */
HbkProof *
hbk_proof_new_of_file (const char *sha256, const char *name, const char *document)
{
  HbkProof *self = proof_new (name, document);

  self->sha256 = g_strdup (sha256);

  return self;
}

/**
 * hbk_proof_new_of_evidence:
 * @evidence: what a record has
 *
 * Makes a proof of what the record has already.
 *
 * Returns: (transfer full): the proof
 */
HbkProof *
hbk_proof_new_of_evidence (HbkEvidence *evidence)
{
  const char      *file = hbk_evidence_get_file (evidence);
  g_autofree char *name = file != NULL ? g_path_get_basename (file) : g_strdup ("");
  HbkProof        *self = proof_new (name, hbk_evidence_get_document (evidence));

  self->evidence = hbk_evidence_ref (evidence);
  self->sha256 = g_strdup (hbk_evidence_get_sha256 (evidence));

  return self;
}

/**
 * hbk_proof_ref:
 * @self: a proof
 *
 * Takes a reference.
 *
 * Returns: (transfer full): the proof
 */
HbkProof *
hbk_proof_ref (HbkProof *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hbk_proof_unref:
 * @self: (transfer full): a proof
 *
 * Gives a reference back.
 */
void
hbk_proof_unref (HbkProof *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->evidence, hbk_evidence_unref);
  g_free (self->path);
  g_free (self->sha256);
  g_free (self->name);
  g_free (self->document);
  g_free (self->remark);
  g_free (self);
}

/**
 * hbk_proof_make_evidence:
 * @self: a proof
 *
 * Makes what a record would have of it; what was there before stays as it was as far as it was not changed.
 *
 * Returns: (transfer full): the evidence
 */
HbkEvidence *
hbk_proof_make_evidence (const HbkProof *self)
{
  if (self->evidence == NULL)
    return hbk_evidence_new (self->document, self->name, self->sha256);
  if (g_str_equal (hbk_evidence_get_document (self->evidence), self->document))
    return hbk_evidence_ref (self->evidence);

  return hbk_evidence_new_with_extra (self->document, hbk_evidence_get_file (self->evidence), self->sha256, hbk_evidence_get_extra (self->evidence));
}

/**
 * hbk_proof_set_remark:
 * @self: a proof
 * @state: the state
 * @file: the file of the library that is the same
 *
 * Notes that the library has the file already, and what it proves there.
 */
void
hbk_proof_set_remark (HbkProof *self, HbkState *state, const HbkEvidenceFile *file)
{
  GPtrArray       *records = hbk_state_get_records_of_file (state, file->sha256);
  g_autofree char *serial = hbk_evidence_file_dup_serial (file);

  g_free (self->remark);
  if (records != NULL && records->len > 0)
    /* Translators: number of a file such as XS-0042, and the title of a record */
    self->remark = g_strdup_printf (_("The library has this file as %s; it proves “%s” already"), serial, hbk_record_get_title (g_ptr_array_index (records, 0)));
  else
    /* Translators: number of a file such as XS-0042 */
    self->remark = g_strdup_printf (_("The library has this file as %s, and uses it"), serial);
}
