/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkLanguage:
 * @HBK_LANGUAGE_ZH: Chinese, which the notices are written in
 * @HBK_LANGUAGE_EN: English
 *
 * The languages that packs and the vocabulary carry.
 */
typedef enum {
  HBK_LANGUAGE_ZH,
  HBK_LANGUAGE_EN,
} HbkLanguage;

/**
 * HbkBilingual:
 * @zh: the Chinese text
 * @en: the English text
 *
 * A text of a pack or of the vocabulary. Texts of packs are never markup.
 */
typedef struct
{
  char *zh;
  char *en;
} HbkBilingual;

const char *hbk_bilingual_get (const HbkBilingual *self, HbkLanguage language);
void        hbk_bilingual_clear (HbkBilingual *self);

G_END_DECLS
