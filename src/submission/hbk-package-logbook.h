/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-submission.h"

G_BEGIN_DECLS

HbkLogbook    *hbk_package_logbook_new (const HbkSubmission *submission, const HbkSubmissionYear *year) G_GNUC_WARN_UNUSED_RESULT;
HbkAssessment *hbk_package_logbook_assess (HbkLogbook *logbook, HbkPack *pack, const HbkAssessment *model, GArray *years) G_GNUC_WARN_UNUSED_RESULT;
gboolean       hbk_package_logbook_agrees (const HbkYearResult *one, const HbkYearResult *other);

G_END_DECLS
