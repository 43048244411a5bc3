/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-submission.h"

G_BEGIN_DECLS

/* What a package says is Chinese in every locale: it is for the employer and the bureau. */

const char *hbk_submission_words_verdict (HbkVerdict verdict);
const char *hbk_submission_words_outcome (HbkOutcome outcome);
const char *hbk_submission_words_level (HbkTitleLevel level);
const char *hbk_submission_words_subject (HbkTally tally);
const char *hbk_submission_words_activity (const HbkVocabulary *vocabulary, HbkRecord *record);

char *hbk_submission_words_year (const HbkYearResult *result) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_submission_words_reason (const HbkSubmission *submission, const HbkSubmissionYear *year, const HbkSubmissionEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_submission_words_caps (const HbkSubmissionYear *year, const HbkSubmissionEntry *entry, char **clauses) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_submission_words_files (const HbkSubmissionEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
