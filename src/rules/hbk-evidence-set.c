/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-evidence-set.h"

static void
clear_option (HbkEvidenceOption *option)
{
  g_ptr_array_unref (option->groups);
  hbk_condition_free (option->when);
}

/**
 * hbk_evidence_options_new:
 *
 * Makes an empty list of the ways to prove something.
 *
 * Returns: (transfer full) (element-type HbkEvidenceOption): the list
 */
GArray *
hbk_evidence_options_new (void)
{
  GArray *options = g_array_new (FALSE, TRUE, sizeof (HbkEvidenceOption));

  g_array_set_clear_func (options, (GDestroyNotify) clear_option);

  return options;
}

/**
 * hbk_evidence_set_clear:
 * @self: an evidence set
 *
 * Frees what an evidence set holds.
 */
void
hbk_evidence_set_clear (HbkEvidenceSet *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->options, g_array_unref);
}
