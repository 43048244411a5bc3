/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"
#include "rules/hbk-year-sums.h"

G_BEGIN_DECLS

HbkYearResult *hbk_year_report_new (HbkDraft *draft, const HbkYearIndex *index, const HbkYearSums *sums);
void           hbk_year_report_share_warnings (GPtrArray *years, const HbkDraft *draft);
void           hbk_year_result_free (HbkYearResult *self);

G_END_DECLS
