/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-assessment-private.h"

#include "rules/hbk-year-report.h"
#include "rules/hbk-year-sums.h"

G_DEFINE_BOXED_TYPE (HbkAssessment, hbk_assessment, hbk_assessment_ref, hbk_assessment_unref)

/**
 * hbk_verdict_to_nick:
 * @verdict: what a year comes to
 *
 * Names a verdict as the JSON form does.
 *
 * Returns: (transfer none): the name
 */
const char *
hbk_verdict_to_nick (HbkVerdict verdict)
{
  static const char *const nicks[] = { "met", "short", "undetermined", "not_required" };

  return nicks[verdict];
}

/**
 * hbk_assessment_new:
 * @pack: the rules
 * @as_of: the day of the assessment
 * @options: (array): option index for each reading
 *
 * Makes an assessment without years, for hbk_assess() to fill.
 *
 * Returns: (transfer full): the assessment
 */
HbkAssessment *
hbk_assessment_new (HbkPack     *pack,
                    HbkDate      as_of,
                    const guint *options)
{
  HbkAssessment *self = g_new0 (HbkAssessment, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pack = hbk_pack_ref (pack);
  self->as_of = as_of;
  self->options = g_memdup2 (options, sizeof (guint) * MAX (pack->readings->len, 1));
  self->years = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_year_result_free);
  self->accepted_years = g_ptr_array_new ();
  return self;
}

/**
 * hbk_assessment_ref:
 * @self: an assessment
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
HbkAssessment *
hbk_assessment_ref (HbkAssessment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * hbk_assessment_unref:
 * @self: an assessment
 *
 * Drops a reference.
 */
void
hbk_assessment_unref (HbkAssessment *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->years);
  g_ptr_array_unref (self->accepted_years);
  g_clear_pointer (&self->steps, g_array_unref);
  g_free (self->options);
  hbk_pack_unref (self->pack);
  g_free (self);
}

/**
 * hbk_assessment_get_pack:
 * @self: an assessment
 *
 * Gets the rules it was made with.
 *
 * Returns: (transfer none): the pack
 */
HbkPack *
hbk_assessment_get_pack (const HbkAssessment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pack;
}

/**
 * hbk_assessment_get_as_of:
 * @self: an assessment
 *
 * Gets the day it was made for.
 *
 * Returns: the date
 */
HbkDate
hbk_assessment_get_as_of (const HbkAssessment *self)
{
  g_return_val_if_fail (self != NULL, HBK_DATE_NONE);

  return self->as_of;
}

/**
 * hbk_assessment_get_option:
 * @self: an assessment
 * @reading: index of a reading of the pack
 *
 * Gets the option that was used for an unclear clause.
 *
 * Returns: index of the option
 */
guint
hbk_assessment_get_option (const HbkAssessment *self,
                           guint                reading)
{
  g_return_val_if_fail (self != NULL && reading < self->pack->readings->len, 0);

  return self->options[reading];
}

/**
 * hbk_assessment_get_n_years:
 * @self: an assessment
 *
 * Gets the number of years.
 *
 * Returns: the number
 */
guint
hbk_assessment_get_n_years (const HbkAssessment *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->years->len;
}

/**
 * hbk_assessment_get_year:
 * @self: an assessment
 * @position: position of a year, the earliest first
 *
 * Gets the result of a year.
 *
 * Returns: (transfer none): the result
 */
const HbkYearResult *
hbk_assessment_get_year (const HbkAssessment *self,
                         guint                position)
{
  g_return_val_if_fail (self != NULL && position < self->years->len, NULL);

  return g_ptr_array_index (self->years, position);
}

/**
 * hbk_assessment_lookup_year:
 * @self: an assessment
 * @year: a calendar year
 *
 * Finds the result of a year.
 *
 * Returns: (transfer none) (nullable): the result, %NULL when the year is not part of the assessment
 */
const HbkYearResult *
hbk_assessment_lookup_year (const HbkAssessment *self,
                            int                  year)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->years->len; i++)
    {
      const HbkYearResult *result = g_ptr_array_index (self->years, i);

      if (result->year == year)
        return result;
    }
  return NULL;
}

/**
 * hbk_assessment_dup_trace:
 * @self: an assessment
 * @result: a record's result in one of its years
 *
 * Gets the steps from facts to hours.
 *
 * Returns: (transfer full) (element-type HbkTraceStep): the steps in order
 */
GArray *
hbk_assessment_dup_trace (const HbkAssessment   *self,
                          const HbkRecordResult *result)
{
  GArray *trace = g_array_new (FALSE, FALSE, sizeof (HbkTraceStep));

  g_return_val_if_fail (self != NULL && result != NULL, trace);

  for (int i = result->first_step; i >= 0; i = g_array_index (self->steps, HbkTraceStep, i).next)
    g_array_append_val (trace, g_array_index (self->steps, HbkTraceStep, i));
  return trace;
}

/**
 * hbk_assessment_accepts_year:
 * @self: an assessment
 * @year: a calendar year
 *
 * Whether a clause lets a year count as met at an application whatever its hours.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_assessment_accepts_year (const HbkAssessment *self,
                             int                  year)
{
  return g_ptr_array_find (self->accepted_years, GINT_TO_POINTER (year), NULL);
}

/**
 * hbk_year_result_lookup:
 * @self: the result of a year
 * @record_id: id of a record
 *
 * Finds a record in a year.
 *
 * Returns: (transfer none) (nullable): the record's result, %NULL when it does not belong to the year
 */
const HbkRecordResult *
hbk_year_result_lookup (const HbkYearResult *self,
                        const char          *record_id)
{
  g_return_val_if_fail (self != NULL && record_id != NULL, NULL);

  for (guint i = 0; i < self->records->len; i++)
    {
      const HbkRecordResult *result = g_ptr_array_index (self->records, i);

      if (g_str_equal (hbk_record_get_id (result->record), record_id))
        return result;
    }
  return NULL;
}

/**
 * hbk_year_result_get_missing:
 * @self: the result of a year
 *
 * Says what a year lacks: of each subject, and in all. Where a minimum is not set, or another authority judges it, nothing is missing to it; in
 * all at least as much is missing as of the subjects, for none of them stands in for the other.
 *
 * Returns: the missing hours, never negative
 */
HbkRequired
hbk_year_result_get_missing (const HbkYearResult *self)
{
  HbkRequired missing = { 0, 0, 0 };
  HbkRequired all;

  g_return_val_if_fail (self != NULL, missing);

  all = hbk_required_missing (&self->required, self->credited);
  if (self->met_public == HBK_MET_NO)
    missing.public_hours = all.public_hours;
  if (self->met_professional == HBK_MET_NO)
    missing.professional_hours = all.professional_hours;
  missing.total = MAX (self->met_total == HBK_MET_NO ? all.total : 0, missing.public_hours + missing.professional_hours);

  return missing;
}
