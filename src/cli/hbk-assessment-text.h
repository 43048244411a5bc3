/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-application.h"
#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

void hbk_assessment_print (const HbkAssessment *assessment, HbkProfile *profile, HbkLanguage language);
void hbk_assessment_print_record (const HbkAssessment *assessment, const HbkRecordResult *result, HbkLanguage language);
void hbk_assessment_print_warnings (const HbkPack *pack, const HbkWarning *warnings, guint n_warnings, HbkLanguage language);
void hbk_assessment_print_heading (const HbkPack *pack, HbkProfile *profile, HbkDate as_of, HbkLanguage language);
const char *hbk_assessment_verdict_word (HbkVerdict verdict);

G_END_DECLS
