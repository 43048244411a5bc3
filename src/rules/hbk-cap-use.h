/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

/**
 * HbkCapShare:
 * @cap: a cap over the records of a year
 * @limit: the most that it lets stand
 * @before: what the other records have of it
 * @own: what the record has of it
 * @lost: what it took from the record
 *
 * How much of a cap a record and the others use, in hundredths of an hour.
 */
typedef struct
{
  const HbkCap *cap;
  HbkHours      limit;
  HbkHours      before;
  HbkHours      own;
  HbkHours      lost;
} HbkCapShare;

GArray *hbk_cap_use_list (const HbkAssessment *assessment, const HbkYearResult *year, const HbkRecordResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
