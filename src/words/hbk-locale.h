/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-bilingual.h"

G_BEGIN_DECLS

void        hbk_locale_init (void);
HbkLanguage hbk_locale_get_language (void);

G_END_DECLS
