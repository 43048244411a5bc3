/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-condition.h"

/**
 * hbk_condition_share:
 * @self: (nullable): a condition
 *
 * Gives a condition one more owner. Only while a pack is read: the count is not atomic.
 *
 * Returns: (transfer full) (nullable): @self
 */
HbkCondition *
hbk_condition_share (HbkCondition *self)
{
  if (self != NULL)
    self->n_shares++;

  return self;
}

/**
 * hbk_condition_free:
 * @self: (transfer full) (nullable): a condition
 *
 * Frees a condition and those inside it, unless it has another owner.
 */
void
hbk_condition_free (HbkCondition *self)
{
  if (self == NULL || self->n_shares-- > 0)
    return;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_free (self);
}
