/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

char *hbk_package_words_hours (HbkTally tally) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_words_required (const HbkPack *pack, const HbkYearResult *year) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_words_verdict (const HbkYearResult *year) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_words_activity (const HbkVocabulary *vocabulary, HbkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_words_organiser (const HbkVocabulary *vocabulary, HbkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_words_place (const HbkPack *pack, const char *clause) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_words_files (const HbkSubmissionEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_words_outcome (const HbkPack *pack, const HbkRecordResult *result) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_words_step (const HbkTraceStep *step, const HbkPack *pack) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_words_warning (const HbkWarning *warning, const HbkPack *pack) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
