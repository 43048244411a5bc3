/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/package/hbk-package-choices.h"

/**
 * hbk_package_choices_copy:
 * @self: choices
 *
 * Copies choices, for the thread that works with them.
 *
 * Returns: (transfer full): the copy
 */
HbkPackageChoices *
hbk_package_choices_copy (const HbkPackageChoices *self)
{
  HbkPackageChoices *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id_number = g_strdup (self->id_number);
  copy->types = g_strdupv (self->types);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * hbk_package_choices_free:
 * @self: (nullable): choices
 *
 * Frees choices.
 */
void
hbk_package_choices_free (HbkPackageChoices *self)
{
  if (self == NULL)
    return;

  g_free (self->id_number);
  g_strfreev (self->types);
  g_free (self->note);
  g_free (self);
}

/**
 * hbk_package_choices_get_target:
 * @self: choices
 *
 * Says what the package is made for.
 *
 * Returns: the target; it lives as long as the choices
 */
HbkPackageTarget
hbk_package_choices_get_target (const HbkPackageChoices *self)
{
  g_return_val_if_fail (self != NULL, (HbkPackageTarget) { 0 });

  return (HbkPackageTarget) {
    .year = self->year,
    .level = self->level,
    .options = { .ascii_names = self->ascii_names, .without_location = self->without_location, .without_binder = !self->with_binder },
    .id_number = self->id_number,
  };
}

/**
 * hbk_package_choices_get_limits:
 * @self: choices
 *
 * Says what the portal takes.
 *
 * Returns: the limits; they live as long as the choices
 */
HbkPortalLimits
hbk_package_choices_get_limits (const HbkPackageChoices *self)
{
  g_return_val_if_fail (self != NULL, (HbkPortalLimits) { 0 });

  return (HbkPortalLimits) { .max_file = self->max_file, .max_total = self->max_total, .types = (const char *const *) self->types };
}
