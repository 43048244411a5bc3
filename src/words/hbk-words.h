/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-application.h"

G_BEGIN_DECLS

char       *hbk_words_hours (HbkTally tally) G_GNUC_WARN_UNUSED_RESULT;
char       *hbk_words_missing (HbkHours public_hours, HbkHours professional_hours, HbkHours total) G_GNUC_WARN_UNUSED_RESULT;
char       *hbk_words_list (GPtrArray *words) G_GNUC_WARN_UNUSED_RESULT;
char       *hbk_words_sentences (const char *first, const char *second) G_GNUC_WARN_UNUSED_RESULT;
char       *hbk_words_with (const char *text, const char *remark) G_GNUC_WARN_UNUSED_RESULT;
char       *hbk_words_capitalise (const char *clause) G_GNUC_WARN_UNUSED_RESULT;
void        hbk_words_end_sentence (GString *text);
const char *hbk_words_verdict (HbkVerdict verdict);
const char *hbk_words_application_verdict (HbkApplicationVerdict verdict);
const char *hbk_words_title_level (HbkTitleLevel level);

G_END_DECLS
