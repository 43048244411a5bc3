/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-strict.h"

/**
 * hbk_strict_is_record_short:
 * @result: a record in one of its years
 *
 * Says whether something is missing before a record is of full use: a fact, an approval or evidence.
 *
 * Returns: %TRUE when something is
 */
gboolean
hbk_strict_is_record_short (const HbkRecordResult *result)
{
  return result->outcome == HBK_OUTCOME_PENDING || hbk_tally_total (result->evidenced) < hbk_tally_total (result->credited);
}

/**
 * hbk_strict_is_short:
 * @assessment: an assessment
 *
 * Says whether --strict has something to say: a year is short, or a record lacks something.
 *
 * Returns: %TRUE when it has
 */
gboolean
hbk_strict_is_short (const HbkAssessment *assessment)
{
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult *year = hbk_assessment_get_year (assessment, i);

      if (year->verdict == HBK_VERDICT_SHORT)
        return TRUE;
      for (guint j = 0; j < year->records->len; j++)
        {
          if (hbk_strict_is_record_short (g_ptr_array_index (year->records, j)))
            return TRUE;
        }
    }

  return FALSE;
}
