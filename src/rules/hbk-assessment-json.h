/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-writer.h"
#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

void hbk_assessment_json_write (const HbkAssessment *assessment, const char *member, HbkJsonWriter *writer, HbkLanguage language);
void hbk_assessment_json_write_plain (const HbkAssessment *assessment, const char *member, HbkJsonWriter *writer, HbkLanguage language);
void hbk_assessment_json_write_record (const HbkAssessment *assessment, const HbkRecordResult *result, HbkJsonWriter *writer, HbkLanguage language);

G_END_DECLS
