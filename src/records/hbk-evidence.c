/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-evidence.h"

#include <string.h>

#define SHA256_CHARS 64

struct _HbkEvidence
{
  gatomicrefcount ref_count;
  GRefString     *document;
  char           *file;
  char           *sha256;
  JsonObject     *extra;
};

G_DEFINE_BOXED_TYPE (HbkEvidence, hbk_evidence, hbk_evidence_ref, hbk_evidence_unref)

/**
 * hbk_evidence_is_sha256:
 * @text: (nullable): a text
 *
 * Says whether a text is a SHA-256 checksum: 64 hexadecimal digits.
 *
 * Returns: %TRUE when it is
 */
gboolean
hbk_evidence_is_sha256 (const char *text)
{
  if (text == NULL || strlen (text) != SHA256_CHARS)
    return FALSE;

  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isxdigit (*text))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_evidence_new:
 * @document: the id of the document type, such as `certificate`
 * @file: (nullable): the file's name; %NULL while there is only paper. It comes from outside: whoever opens it checks
 *   first that it leads nowhere else
 * @sha256: (nullable): the checksum of the file, in hexadecimal digits of either case
 *
 * Makes a piece of evidence.
 *
 * Returns: (transfer full): the evidence
 */
HbkEvidence *
hbk_evidence_new (const char *document, const char *file, const char *sha256)
{
  return hbk_evidence_new_with_extra (document, file, sha256, NULL);
}

/**
 * hbk_evidence_new_with_extra:
 * @document: the id of the document type
 * @file: (nullable): the file's name
 * @sha256: (nullable): the checksum of the file
 * @extra: (nullable): further members that a file had, to be written back; not to be changed any more
 *
 * Makes a piece of evidence that keeps what Hourbook does not know.
 *
 * Returns: (transfer full): the evidence
 */
HbkEvidence *
hbk_evidence_new_with_extra (const char *document, const char *file, const char *sha256, JsonObject *extra)
{
  HbkEvidence *evidence;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (sha256 == NULL || hbk_evidence_is_sha256 (sha256), NULL);

  evidence = g_new0 (HbkEvidence, 1);
  g_atomic_ref_count_init (&evidence->ref_count);
  evidence->document = g_ref_string_new_intern (document);
  evidence->file = g_strdup (file);
  evidence->sha256 = sha256 != NULL ? g_ascii_strdown (sha256, -1) : NULL;
  evidence->extra = extra != NULL ? json_object_ref (extra) : NULL;

  return evidence;
}

/**
 * hbk_evidence_ref:
 * @evidence: a piece of evidence
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @evidence
 */
HbkEvidence *
hbk_evidence_ref (HbkEvidence *evidence)
{
  g_return_val_if_fail (evidence != NULL, NULL);

  g_atomic_ref_count_inc (&evidence->ref_count);

  return evidence;
}

/**
 * hbk_evidence_unref:
 * @evidence: (transfer full): a piece of evidence
 *
 * Drops a reference.
 */
void
hbk_evidence_unref (HbkEvidence *evidence)
{
  g_return_if_fail (evidence != NULL);

  if (!g_atomic_ref_count_dec (&evidence->ref_count))
    return;

  g_ref_string_release (evidence->document);
  g_free (evidence->file);
  g_free (evidence->sha256);
  g_clear_pointer (&evidence->extra, json_object_unref);
  g_free (evidence);
}

/**
 * hbk_evidence_get_document:
 * @evidence: a piece of evidence
 *
 * Says of which type the document is.
 *
 * Returns: the interned id of the document type
 */
const char *
hbk_evidence_get_document (const HbkEvidence *evidence)
{
  g_return_val_if_fail (evidence != NULL, NULL);

  return evidence->document;
}

/**
 * hbk_evidence_get_file:
 * @evidence: a piece of evidence
 *
 * Says which file it is.
 *
 * Returns: (nullable): the file's name, or %NULL while there is only paper
 */
const char *
hbk_evidence_get_file (const HbkEvidence *evidence)
{
  g_return_val_if_fail (evidence != NULL, NULL);

  return evidence->file;
}

/**
 * hbk_evidence_get_sha256:
 * @evidence: a piece of evidence
 *
 * Gives the checksum that the file had when it was added.
 *
 * Returns: (nullable): 64 hexadecimal digits in lower case, or %NULL when not known
 */
const char *
hbk_evidence_get_sha256 (const HbkEvidence *evidence)
{
  g_return_val_if_fail (evidence != NULL, NULL);

  return evidence->sha256;
}

/**
 * hbk_evidence_get_extra:
 * @evidence: a piece of evidence
 *
 * Gives the members that Hourbook does not know.
 *
 * Returns: (transfer none) (nullable): the members
 */
JsonObject *
hbk_evidence_get_extra (const HbkEvidence *evidence)
{
  g_return_val_if_fail (evidence != NULL, NULL);

  return evidence->extra;
}
