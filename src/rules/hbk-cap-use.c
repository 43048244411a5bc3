/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-cap-use.h"

static const HbkCapUse *
find_use (const HbkRule *rule, guint cap)
{
  for (guint i = 0; rule != NULL && i < rule->caps->len; i++)
    {
      const HbkCapUse *use = &g_array_index (rule->caps, HbkCapUse, i);

      if (use->cap == cap)
        return use;
    }

  return NULL;
}

static HbkHours
hours_under (const HbkCap *cap, HbkTally tally)
{
  switch (cap->subject)
    {
    case HBK_SUBJECT_PUBLIC:
      return tally.public_hours;
    case HBK_SUBJECT_PROFESSIONAL:
      return tally.professional_hours;
    case HBK_SUBJECT_NONE:
    default:
      return hbk_tally_total (tally);
    }
}

static HbkTally
own_hours (const HbkRecordResult *result)
{
  return hbk_tally_add (hbk_tally_add (result->credited, result->pending), result->planned);
}

static HbkHours
others_under (const HbkYearResult *year, const HbkRecordResult *result, const HbkCap *cap, guint index)
{
  HbkHours sum = 0;

  for (guint i = 0; i < year->records->len; i++)
    {
      const HbkRecordResult *other = g_ptr_array_index (year->records, i);

      if (other->record != result->record && find_use (other->rule, index) != NULL)
        sum += hours_under (cap, other->credited);
    }

  return MIN (sum, cap->hours);
}

static const HbkTraceStep *
find_cut (const GArray *trace, const HbkCap *cap)
{
  for (guint i = 0; i < trace->len; i++)
    {
      const HbkTraceStep *step = &g_array_index (trace, HbkTraceStep, i);

      if (step->kind == HBK_TRACE_CAP && g_strcmp0 (step->id, cap->id) == 0)
        return step;
    }

  return NULL;
}

/* Where the cap has cut, the figures are those of the cut. Else it is known only of a cap that holds in any case what the others have of it. */
static gboolean
fill_share (HbkCapShare *share, const HbkYearResult *year, const HbkRecordResult *result, const HbkCapUse *use, const HbkTraceStep *cut)
{
  const HbkCap *cap = share->cap;

  share->limit = cap->hours;
  if (cut != NULL)
    {
      share->before = MAX (cut->a - cut->c, 0);
      share->own = cut->c;
      share->lost = cut->b - cut->c;
      return TRUE;
    }
  if (use->when != NULL || cap->when != NULL || cap->ever)
    return FALSE;

  share->before = others_under (year, result, cap, use->cap);
  share->own = hours_under (cap, own_hours (result));

  return TRUE;
}

/**
 * hbk_cap_use_list:
 * @assessment: an assessment
 * @year: a year of it
 * @result: a record in it
 *
 * Lists the caps over the records of a year under which a record stands, in the order in which they cut.
 *
 * Returns: (transfer full) (element-type HbkCapShare): the caps
 */
GArray *
hbk_cap_use_list (const HbkAssessment *assessment, const HbkYearResult *year, const HbkRecordResult *result)
{
  GArray  *shares = g_array_new (FALSE, TRUE, sizeof (HbkCapShare));
  HbkPack *pack;
  g_autoptr (GArray) trace = NULL;

  g_return_val_if_fail (assessment != NULL && year != NULL && result != NULL, shares);

  pack = hbk_assessment_get_pack (assessment);
  trace = hbk_assessment_dup_trace (assessment, result);
  for (HbkCapStage stage = HBK_CAP_ACTIVITY; stage <= HBK_CAP_GROUP; stage++)
    {
      for (guint i = 0; i < pack->caps->len; i++)
        {
          const HbkCap    *cap = &g_array_index (pack->caps, HbkCap, i);
          const HbkCapUse *use = find_use (result->rule, i);
          HbkCapShare      share = { .cap = cap };

          if (cap->stage == stage && use != NULL && fill_share (&share, year, result, use, find_cut (trace, cap)))
            g_array_append_val (shares, share);
        }
    }

  return shares;
}
