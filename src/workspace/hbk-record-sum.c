/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-record-sum.h"

/* All hours that a result speaks of, whether they count already or not. */
static HbkHours
weigh (const HbkRecordResult *result)
{
  return hbk_tally_total (hbk_tally_add (result->credited, hbk_tally_add (result->pending, result->planned)));
}

static HbkSubject
find_subject (const HbkRecordSum *sum, HbkRecord *record)
{
  HbkTally all = hbk_tally_add (hbk_tally_add (sum->raw, sum->credited), hbk_tally_add (sum->pending, sum->planned));

  if (all.public_hours != 0 && all.professional_hours == 0)
    return HBK_SUBJECT_PUBLIC;
  if (all.professional_hours != 0 && all.public_hours == 0)
    return HBK_SUBJECT_PROFESSIONAL;
  if (all.public_hours == 0)
    return hbk_record_get_subject (record);

  return HBK_SUBJECT_NONE;
}

/**
 * hbk_record_sum:
 * @state: a state
 * @record: one of its records
 * @year: a year; 0 for all
 *
 * Adds up what became of a record.
 *
 * Returns: the sum
 */
HbkRecordSum
hbk_record_sum (const HbkState *state, HbkRecord *record, int year)
{
  HbkRecordSum sum = { 0 };
  const char  *id = hbk_record_get_id (record);
  guint        n = hbk_state_get_n_record_years (state, id);

  for (guint i = 0; i < n; i++)
    {
      const HbkRecordYear   *entry = hbk_state_get_record_year (state, id, i);
      const HbkRecordResult *result = entry->result;

      if (year != 0 && entry->year->year != year)
        continue;
      sum.n_years++;
      sum.raw = hbk_tally_add (sum.raw, result->raw);
      sum.credited = hbk_tally_add (sum.credited, result->credited);
      sum.lost = hbk_tally_add (sum.lost, result->lost);
      sum.pending = hbk_tally_add (sum.pending, result->pending);
      sum.planned = hbk_tally_add (sum.planned, result->planned);
      if (sum.main == NULL || weigh (result) > weigh (sum.main->result))
        sum.main = entry;
    }
  sum.subject = find_subject (&sum, record);

  return sum;
}

/**
 * hbk_record_sum_looks_equal:
 * @a: a sum
 * @b: another, perhaps of another state
 *
 * Whether a list shows both alike.
 *
 * Returns: %TRUE if so
 */
gboolean
hbk_record_sum_looks_equal (const HbkRecordSum *a, const HbkRecordSum *b)
{
  const HbkRecordResult *first = a->main != NULL ? a->main->result : NULL;
  const HbkRecordResult *second = b->main != NULL ? b->main->result : NULL;

  if ((first == NULL) != (second == NULL) || a->n_years != b->n_years || a->subject != b->subject)
    return FALSE;
  if (!hbk_tally_equal (a->raw, b->raw) || !hbk_tally_equal (a->credited, b->credited) || !hbk_tally_equal (a->pending, b->pending) || !hbk_tally_equal (a->planned, b->planned))
    return FALSE;

  return first == NULL || (first->outcome == second->outcome && first->at_application == second->at_application && first->evidence_complete == second->evidence_complete && first->evidence_weak == second->evidence_weak && first->evidence_set == second->evidence_set && hbk_tally_equal (first->verified, second->verified));
}
