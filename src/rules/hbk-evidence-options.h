/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

GPtrArray *hbk_evidence_options_in_order (const HbkAssessment *assessment, int year, const HbkRecordResult *result, HbkProfile *profile) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hbk_evidence_options (const HbkAssessment *assessment, int year, const HbkRecordResult *result, HbkProfile *profile) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hbk_evidence_group_is_served (GPtrArray *group, HbkRecord *record);

G_END_DECLS
