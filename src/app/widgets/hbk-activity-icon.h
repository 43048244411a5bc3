/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/widgets/hbk-palette.h"
#include "records/hbk-subject.h"
#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

const char *hbk_activity_icon (const char *activity, const HbkVocabulary *vocabulary);
HbkTone     hbk_activity_tone (const char *activity, const HbkRecordResult *result);

G_END_DECLS
