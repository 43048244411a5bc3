/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/hbk-shortage.h"

/**
 * hbk_shortage_in_record:
 * @result: a record in one of its years
 *
 * Says whether something is missing before a record is of full use: a fact, an approval or evidence.
 *
 * Returns: %TRUE when something is
 */
gboolean
hbk_shortage_in_record (const HbkRecordResult *result)
{
  return result->outcome == HBK_OUTCOME_PENDING || hbk_tally_total (result->evidenced) < hbk_tally_total (result->credited);
}

/**
 * hbk_shortage_in_assessment:
 * @assessment: an assessment
 *
 * Says whether a year is short, or a record lacks something.
 *
 * Returns: %TRUE when that is so
 */
gboolean
hbk_shortage_in_assessment (const HbkAssessment *assessment)
{
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult *year = hbk_assessment_get_year (assessment, i);

      if (year->verdict == HBK_VERDICT_SHORT)
        return TRUE;
      for (guint j = 0; j < year->records->len; j++)
        {
          if (hbk_shortage_in_record (g_ptr_array_index (year->records, j)))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * hbk_shortage_of_year:
 * @application: an application
 * @year: one of its years
 *
 * Gives the hours that a year lacks in all: more than its subjects lack where the notice asks for a total of its own.
 *
 * Returns: the hours
 */
HbkHours
hbk_shortage_of_year (const HbkApplication *application, const HbkApplicationYear *year)
{
  const HbkYearResult *result = hbk_assessment_lookup_year (hbk_application_get_assessment (application), year->year);
  HbkHours             of_subjects = hbk_tally_total (year->missing);

  return result != NULL ? MAX (of_subjects, result->required.total - hbk_tally_total (year->credited)) : of_subjects;
}
