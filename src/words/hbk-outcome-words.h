/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

char *hbk_outcome_words (const HbkRecordResult *result) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_outcome_words_year (const HbkYearResult *year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
