/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-condition.h"

/**
 * hbk_condition_free:
 * @self: (transfer full) (nullable): a condition
 *
 * Frees a condition and those inside it.
 */
void
hbk_condition_free (HbkCondition *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_free (self);
}
