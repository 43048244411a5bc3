/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

char *hbk_credit_words (const HbkCredit *credit, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_credit_words_condition (const HbkCondition *condition, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_credit_words_cap (const HbkCap *cap, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_credit_words_rule (const HbkPack *pack, const HbkRule *rule, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_credit_words_activity (const HbkPack *pack, const char *activity, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
