/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-page-document.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

void hbk_report_year_add_records (HbkPageDocument *document, const HbkSubmission *submission, const HbkSubmissionYear *year);
void hbk_report_year_add_remarks (HbkPageDocument *document, const HbkSubmissionYear *year);

G_END_DECLS
