/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-bilingual.h"

/**
 * hbk_bilingual_get:
 * @self: a text
 * @language: the language wanted
 *
 * Gives a text in one language, or in the other where it has only that.
 *
 * Returns: (transfer none) (nullable): the text, which is never markup
 */
const char *
hbk_bilingual_get (const HbkBilingual *self, HbkLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (language == HBK_LANGUAGE_EN)
    return self->en != NULL ? self->en : self->zh;

  return self->zh != NULL ? self->zh : self->en;
}

/**
 * hbk_bilingual_clear:
 * @self: a text
 *
 * Frees what a text holds and leaves it empty.
 */
void
hbk_bilingual_clear (HbkBilingual *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->zh, g_free);
  g_clear_pointer (&self->en, g_free);
}
