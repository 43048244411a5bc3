/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-profile.h"
#include "rules/hbk-pack.h"

G_BEGIN_DECLS

char *hbk_person_words_rules (const HbkPack *pack, const guint *readings, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

const char *hbk_person_words_post (HbkProfile *profile);
const char *hbk_person_words_notice (const HbkPack *pack, HbkLanguage language);

G_END_DECLS
