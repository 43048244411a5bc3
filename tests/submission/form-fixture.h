/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-submission.h"

G_BEGIN_DECLS

/* The pages as text, spaces and line ends left out, so that it can be searched whatever the lines. */
char *fixture_read_text (GBytes *pdf) G_GNUC_WARN_UNUSED_RESULT;
/* What a command says about a file of these bytes, its path being the last argument. */
char *fixture_ask (const char *const *command, GBytes *pdf) G_GNUC_WARN_UNUSED_RESULT;
guint fixture_count_pages (GBytes *pdf);
/* How many dots, of a 72nd of an inch, are dark in a part of the first page. */
guint fixture_measure_ink (GBytes *pdf, guint x, guint y, guint width, guint height);

HbkLogbook *fixture_read_sample (const char *id) G_GNUC_WARN_UNUSED_RESULT;
HbkLogbook *fixture_read_logbook (const char *json) G_GNUC_WARN_UNUSED_RESULT;
/* What would be handed in of the years from @from to @to by the rules of a region. Every piece of evidence has a file. */
HbkSubmission *fixture_submit_on (const char *pack_id, HbkLogbook *logbook, int from, int to, HbkDate as_of, const HbkSubmissionOptions *options) G_GNUC_WARN_UNUSED_RESULT;
/* The same as of the last day of @to. */
HbkSubmission *fixture_submit (const char *pack_id, HbkLogbook *logbook, int from, int to, const HbkSubmissionOptions *options) G_GNUC_WARN_UNUSED_RESULT;
HbkSubmission *fixture_submit_sample (const char *id, int from, int to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
