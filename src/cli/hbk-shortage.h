/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-application.h"

G_BEGIN_DECLS

gboolean hbk_shortage_in_record (const HbkRecordResult *result);
gboolean hbk_shortage_in_assessment (const HbkAssessment *assessment);
HbkHours hbk_shortage_of_year (const HbkApplication *application, const HbkApplicationYear *year);

G_END_DECLS
