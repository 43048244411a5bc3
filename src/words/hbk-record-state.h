/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

/**
 * HbkRecordState:
 * @HBK_RECORD_STATE_PLANNED: it is still to come
 * @HBK_RECORD_STATE_PENDING: it would count but for a fact or an approval
 * @HBK_RECORD_STATE_EXCLUDED: the notice does not count it
 * @HBK_RECORD_STATE_NO_RATE: the notice does not speak of it
 * @HBK_RECORD_STATE_DUPLICATE: another record counts in its place
 * @HBK_RECORD_STATE_RETURNED: a reviewer has sent it back
 * @HBK_RECORD_STATE_UNPROVEN: it counts, and evidence is missing
 * @HBK_RECORD_STATE_PROVEN: it counts, and its evidence is complete
 * @HBK_RECORD_STATE_SUBMITTED: it has been handed in for review
 * @HBK_RECORD_STATE_VERIFIED: a reviewer has confirmed it
 *
 * The one thing about a record that a person should see first.
 */
typedef enum {
  HBK_RECORD_STATE_PLANNED,
  HBK_RECORD_STATE_PENDING,
  HBK_RECORD_STATE_EXCLUDED,
  HBK_RECORD_STATE_NO_RATE,
  HBK_RECORD_STATE_DUPLICATE,
  HBK_RECORD_STATE_RETURNED,
  HBK_RECORD_STATE_UNPROVEN,
  HBK_RECORD_STATE_PROVEN,
  HBK_RECORD_STATE_SUBMITTED,
  HBK_RECORD_STATE_VERIFIED,
} HbkRecordState;

HbkRecordState hbk_record_state_find (HbkRecord *record, const HbkRecordResult *result);
const char    *hbk_record_state_words (HbkRecordState state);

G_END_DECLS
