/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-record-private.h"

/* What proves a record, and what is kept of its file. */

/**
 * hbk_record_get_n_evidence:
 * @self: a record
 *
 * Counts the pieces of evidence.
 *
 * Returns: the number
 */
guint
hbk_record_get_n_evidence (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), 0);

  return self->evidence != NULL ? self->evidence->len : 0;
}

/**
 * hbk_record_get_evidence:
 * @self: a record
 * @position: which piece, below [method@Record.get_n_evidence]
 *
 * Gives a piece of evidence.
 *
 * Returns: (transfer none): the evidence
 */
HbkEvidence *
hbk_record_get_evidence (HbkRecord *self, guint position)
{
  g_return_val_if_fail (HBK_IS_RECORD (self) && position < hbk_record_get_n_evidence (self), NULL);

  return g_ptr_array_index (self->evidence, position);
}

/**
 * hbk_record_add_evidence:
 * @self: a record
 * @evidence: the evidence
 *
 * Appends a piece of evidence.
 */
void
hbk_record_add_evidence (HbkRecord *self, HbkEvidence *evidence)
{
  g_return_if_fail (HBK_IS_RECORD (self) && evidence != NULL);

  if (self->evidence == NULL)
    self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_evidence_unref);

  g_ptr_array_add (self->evidence, hbk_evidence_ref (evidence));
  hbk_record_notify (self, HBK_RECORD_PROP_N_EVIDENCE);
}

/**
 * hbk_record_remove_evidence:
 * @self: a record
 * @position: which piece, below [method@Record.get_n_evidence]
 *
 * Removes a piece of evidence.
 */
void
hbk_record_remove_evidence (HbkRecord *self, guint position)
{
  g_return_if_fail (HBK_IS_RECORD (self) && position < hbk_record_get_n_evidence (self));

  g_ptr_array_remove_index (self->evidence, position);
  hbk_record_notify (self, HBK_RECORD_PROP_N_EVIDENCE);
}

/**
 * hbk_record_replace_evidence:
 * @self: a record
 * @position: which piece, below [method@Record.get_n_evidence]
 * @evidence: what takes its place
 *
 * Puts another piece of evidence in the place of one.
 */
void
hbk_record_replace_evidence (HbkRecord *self, guint position, HbkEvidence *evidence)
{
  g_return_if_fail (HBK_IS_RECORD (self) && position < hbk_record_get_n_evidence (self) && evidence != NULL);

  hbk_evidence_ref (evidence);
  hbk_evidence_unref (g_ptr_array_index (self->evidence, position));
  self->evidence->pdata[position] = evidence;
}

/**
 * hbk_record_has_document:
 * @self: a record
 * @interned_document: the id of a document type, from g_ref_string_new_intern()
 *
 * Says whether there is evidence of a document type, by the address of its id.
 *
 * Returns: %TRUE when there is
 */
gboolean
hbk_record_has_document (HbkRecord *self, const char *interned_document)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), FALSE);

  for (guint i = 0; i < hbk_record_get_n_evidence (self); i++)
    {
      if (hbk_evidence_get_document (g_ptr_array_index (self->evidence, i)) == interned_document)
        return TRUE;
    }

  return FALSE;
}

/**
 * hbk_record_get_verified_hours:
 * @self: a record
 * @public_hours: (out) (optional): where to put the hours of the public subject, in hundredths
 * @professional_hours: (out) (optional): where to put the hours of the professional subject, in hundredths
 *
 * Gives the hours that the employer or bureau has confirmed.
 *
 * Returns: %TRUE when hours were confirmed; otherwise both are 0
 */
gboolean
hbk_record_get_verified_hours (HbkRecord *self, HbkHours *public_hours, HbkHours *professional_hours)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), FALSE);

  if (public_hours != NULL)
    *public_hours = self->verified_public;
  if (professional_hours != NULL)
    *professional_hours = self->verified_professional;

  return self->has_verified_hours;
}

static void
set_verified (HbkRecord *self, gboolean has, HbkHours public_hours, HbkHours professional_hours)
{
  if (self->has_verified_hours == has && self->verified_public == public_hours && self->verified_professional == professional_hours)
    return;

  self->has_verified_hours = has;
  self->verified_public = public_hours;
  self->verified_professional = professional_hours;
  hbk_record_notify (self, HBK_RECORD_PROP_HAS_VERIFIED_HOURS);
}

/**
 * hbk_record_set_verified_hours:
 * @self: a record
 * @public_hours: the hours of the public subject, in hundredths, not negative
 * @professional_hours: the hours of the professional subject, in hundredths, not negative
 *
 * Keeps the hours that the employer or bureau has confirmed.
 */
void
hbk_record_set_verified_hours (HbkRecord *self, HbkHours public_hours, HbkHours professional_hours)
{
  g_return_if_fail (HBK_IS_RECORD (self));
  g_return_if_fail (public_hours >= 0 && public_hours <= HBK_HOURS_MAX);
  g_return_if_fail (professional_hours >= 0 && professional_hours <= HBK_HOURS_MAX);

  set_verified (self, TRUE, public_hours, professional_hours);
}

/**
 * hbk_record_clear_verified_hours:
 * @self: a record
 *
 * Forgets that hours were confirmed.
 */
void
hbk_record_clear_verified_hours (HbkRecord *self)
{
  g_return_if_fail (HBK_IS_RECORD (self));

  hbk_record_set_verified_extra (self, NULL);
  set_verified (self, FALSE, 0, 0);
}

static void
set_extra (JsonObject **slot, JsonObject *extra)
{
  if (extra != NULL)
    json_object_ref (extra);
  g_clear_pointer (slot, json_object_unref);
  *slot = extra;
}

/**
 * hbk_record_get_extra:
 * @self: a record
 *
 * Gives the members that Hourbook does not know.
 *
 * Returns: (transfer none) (nullable): the members
 */
JsonObject *
hbk_record_get_extra (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), NULL);

  return self->extra;
}

/**
 * hbk_record_set_extra:
 * @self: a record
 * @extra: (nullable): the members, not to be changed any more
 *
 * Keeps members that Hourbook does not know, to be written back.
 */
void
hbk_record_set_extra (HbkRecord *self, JsonObject *extra)
{
  g_return_if_fail (HBK_IS_RECORD (self));

  set_extra (&self->extra, extra);
}

/**
 * hbk_record_get_verified_extra:
 * @self: a record
 *
 * Gives the members of the confirmed hours that Hourbook does not know.
 *
 * Returns: (transfer none) (nullable): the members
 */
JsonObject *
hbk_record_get_verified_extra (HbkRecord *self)
{
  g_return_val_if_fail (HBK_IS_RECORD (self), NULL);

  return self->verified_extra;
}

/**
 * hbk_record_set_verified_extra:
 * @self: a record
 * @extra: (nullable): the members, not to be changed any more
 *
 * Keeps members of the confirmed hours that Hourbook does not know, to be written back.
 */
void
hbk_record_set_verified_extra (HbkRecord *self, JsonObject *extra)
{
  g_return_if_fail (HBK_IS_RECORD (self));

  set_extra (&self->verified_extra, extra);
}
