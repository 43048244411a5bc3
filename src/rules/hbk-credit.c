/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-credit.h"

/**
 * hbk_credit_free:
 * @self: (transfer full) (nullable): a credit
 *
 * Frees a credit and those inside it.
 */
void
hbk_credit_free (HbkCredit *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  hbk_condition_free (self->when);
  g_free (self);
}
