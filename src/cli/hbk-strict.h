/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

gboolean hbk_strict_is_record_short (const HbkRecordResult *result);
gboolean hbk_strict_is_short (const HbkAssessment *assessment);

G_END_DECLS
