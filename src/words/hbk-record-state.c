/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words/hbk-record-state.h"

#include <glib/gi18n.h>

/* What the person and the reviewers have said, where it is not about the rules. */
static HbkRecordState
state_of_status (HbkStatus status, gboolean is_proven)
{
  switch (status)
    {
    case HBK_STATUS_VERIFIED:
      return HBK_RECORD_STATE_VERIFIED;
    case HBK_STATUS_RETURNED:
      return HBK_RECORD_STATE_RETURNED;
    case HBK_STATUS_PLANNED:
      return HBK_RECORD_STATE_PLANNED;
    case HBK_STATUS_SUBMITTED:
      return is_proven ? HBK_RECORD_STATE_SUBMITTED : HBK_RECORD_STATE_UNPROVEN;
    case HBK_STATUS_DONE:
    default:
      return is_proven ? HBK_RECORD_STATE_PROVEN : HBK_RECORD_STATE_UNPROVEN;
    }
}

/**
 * hbk_record_state_find:
 * @record: a record
 * @result: (nullable): what became of it; %NULL where no rules hold
 *
 * Finds the one thing about a record that a person should see first.
 *
 * Returns: the state
 */
HbkRecordState
hbk_record_state_find (HbkRecord *record, const HbkRecordResult *result)
{
  HbkStatus status = hbk_record_get_status (record);

  if (result == NULL)
    return state_of_status (status, TRUE);

  switch (result->outcome)
    {
    case HBK_OUTCOME_PLANNED:
      return HBK_RECORD_STATE_PLANNED;
    case HBK_OUTCOME_PENDING:
      return HBK_RECORD_STATE_PENDING;
    case HBK_OUTCOME_EXCLUDED:
      return HBK_RECORD_STATE_EXCLUDED;
    case HBK_OUTCOME_NO_RATE:
      return HBK_RECORD_STATE_NO_RATE;
    case HBK_OUTCOME_DUPLICATE:
      return HBK_RECORD_STATE_DUPLICATE;
    case HBK_OUTCOME_CREDITED:
    case HBK_OUTCOME_DEEMED:
    default:
      return state_of_status (status, result->evidence_complete || result->evidence_set < 0);
    }
}

/**
 * hbk_record_state_words:
 * @state: a state
 *
 * Says a state in a word or two.
 *
 * Returns: (transfer none): the words
 */
const char *
hbk_record_state_words (HbkRecordState state)
{
  switch (state)
    {
    case HBK_RECORD_STATE_PLANNED:
      return C_("record state", "Planned");
    case HBK_RECORD_STATE_PENDING:
      return C_("record state", "Pending");
    case HBK_RECORD_STATE_EXCLUDED:
      return C_("record state", "Does not count");
    case HBK_RECORD_STATE_NO_RATE:
      return C_("record state", "No rate");
    case HBK_RECORD_STATE_DUPLICATE:
      return C_("record state", "Counted already");
    case HBK_RECORD_STATE_RETURNED:
      return C_("record state", "Sent back");
    case HBK_RECORD_STATE_UNPROVEN:
      return C_("record state", "Evidence missing");
    case HBK_RECORD_STATE_SUBMITTED:
      return C_("record state", "Handed in");
    case HBK_RECORD_STATE_VERIFIED:
      return C_("record state", "Verified");
    case HBK_RECORD_STATE_PROVEN:
    default:
      return C_("record state", "Evidence complete");
    }
}
