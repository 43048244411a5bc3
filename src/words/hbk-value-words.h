/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-record.h"
#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

char *hbk_value_words (const HbkValue *value, const HbkFactSpec *spec, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_value_words_period (HbkDate start, HbkDate end) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_value_words_time (gint64 at) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_value_words_verified (HbkRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const char *hbk_value_words_attribute (const char *id, const HbkFactSpec *spec, HbkLanguage language);
const char *hbk_value_words_activity (const HbkVocabulary *vocabulary, const char *id, HbkLanguage language);
const char *hbk_value_words_document (const HbkVocabulary *vocabulary, const char *id, HbkLanguage language);
const char *hbk_value_words_status (HbkStatus status);
const char *hbk_value_words_subject (HbkSubject subject);

G_END_DECLS
