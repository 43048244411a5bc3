/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-writer.h"
#include "rules/hbk-application.h"
#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

void hbk_assessment_write_json (const HbkAssessment *assessment, HbkJsonWriter *writer, HbkLanguage language);
void hbk_assessment_write_record_json (const HbkAssessment *assessment, const HbkRecordResult *result, HbkJsonWriter *writer, HbkLanguage language);
void hbk_assessment_write_warnings_json (const HbkPack *pack, const HbkWarning *warnings, guint n_warnings, HbkJsonWriter *writer, HbkLanguage language);
void hbk_assessment_write_tally_json (HbkJsonWriter *writer, const char *member, HbkTally tally);

G_END_DECLS
