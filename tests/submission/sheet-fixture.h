/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-logbook.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

/* A logbook of data/samples. */
HbkLogbook *sheet_fixture_read_sample (const char *name) G_GNUC_WARN_UNUSED_RESULT;
HbkLogbook *sheet_fixture_read_logbook (const char *json) G_GNUC_WARN_UNUSED_RESULT;
/* What would be handed in of the years of @years (0 ends them), every piece of evidence with a file. */
HbkSubmission *sheet_fixture_submit (HbkLogbook *logbook, const char *pack, HbkDate as_of, const int *years, const HbkSubmissionOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
