/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-status.h"
#include "records/hbk-subject.h"
#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

const char *hbk_import_words_for_subject (HbkSubject subject, HbkLanguage language);
const char *hbk_import_words_for_status (HbkStatus status, HbkLanguage language);
const char *hbk_import_words_for_boolean (gboolean value, HbkLanguage language);

gboolean hbk_import_words_read_subject (const char *text, HbkSubject *subject);
gboolean hbk_import_words_read_status (const char *text, HbkStatus *status);
gboolean hbk_import_words_read_boolean (const char *text, gboolean *value);
gboolean hbk_import_words_are_nothing (const char *text);
gboolean hbk_import_words_are_total (const char *text);

const HbkChoiceSpec *hbk_import_words_find_choice (const char *text, const HbkFactSpec *fact);

G_END_DECLS
