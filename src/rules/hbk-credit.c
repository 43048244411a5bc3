/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-credit.h"

/**
 * hbk_credit_share:
 * @self: (nullable): a credit
 *
 * Gives a credit one more owner. Only while a pack is read: the count is not atomic.
 *
 * Returns: (transfer full) (nullable): @self
 */
HbkCredit *
hbk_credit_share (HbkCredit *self)
{
  if (self != NULL)
    self->n_shares++;

  return self;
}

/**
 * hbk_credit_free:
 * @self: (transfer full) (nullable): a credit
 *
 * Frees a credit and those inside it, unless it has another owner.
 */
void
hbk_credit_free (HbkCredit *self)
{
  if (self == NULL || self->n_shares-- > 0)
    return;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  hbk_condition_free (self->when);
  g_free (self);
}
