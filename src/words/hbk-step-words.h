/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-journal-step.h"

G_BEGIN_DECLS

char *hbk_step_words_describe (const HbkJournalStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_step_words_name (const HbkChange *change) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_step_words_sentence (const HbkJournalStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_step_words_sentence_of (const HbkJournalStep *step, GPtrArray *packs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
