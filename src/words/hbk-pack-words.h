/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

const HbkPack *hbk_pack_words_find (GPtrArray *packs, const char *id);
const char    *hbk_pack_words_region (GPtrArray *packs, const char *id, HbkLanguage language);

G_END_DECLS
