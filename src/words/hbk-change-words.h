/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-change.h"
#include "rules/hbk-pack.h"

G_BEGIN_DECLS

GPtrArray *hbk_change_words_list (const HbkVocabulary *vocabulary, const HbkChange *change, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hbk_change_words_list_of (const HbkVocabulary *vocabulary, GPtrArray *packs, const HbkChange *change, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
