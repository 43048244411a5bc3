/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-evidence-options.h"

#include "rules/hbk-assessment-private.h"
#include "rules/hbk-scope.h"

static int
count_missing (const HbkEvidenceOption *option, HbkRecord *record)
{
  int n = 0;

  for (guint i = 0; i < option->groups->len; i++)
    {
      if (!hbk_evidence_group_is_served (g_ptr_array_index (option->groups, i), record))
        n++;
    }

  return n;
}

static int
compare_options (gconstpointer a, gconstpointer b, gpointer record)
{
  return count_missing (*(const HbkEvidenceOption *const *) a, record) - count_missing (*(const HbkEvidenceOption *const *) b, record);
}

/**
 * hbk_evidence_options_in_order:
 * @assessment: an assessment
 * @year: one of its years
 * @result: a record in that year
 * @profile: the person
 *
 * Lists the ways in which the evidence of a record can be complete, in the order of the notice: any one of them will do. Ways whose condition does not hold
 * for the record are left out.
 *
 * Returns: (transfer full) (element-type HbkEvidenceOption): the ways, none when the notice names nothing; they belong to the pack
 */
GPtrArray *
hbk_evidence_options_in_order (const HbkAssessment *assessment, int year, const HbkRecordResult *result, HbkProfile *profile)
{
  GPtrArray   *options = g_ptr_array_new ();
  HbkCoreFacts core;
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  HbkScope              scope = { .pack = assessment->pack,
                                  .core = &core,
                                  .profile = profile,
                                  .record = result->record,
                                  .as_of = assessment->as_of,
                                  .options = assessment->options,
                                  .year = year,
                                  .part = result->part,
                                  .missing = missing };
  const HbkEvidenceSet *set;

  if (result->evidence_set < 0)
    return options;

  hbk_core_facts_init (&core, assessment->pack->vocabulary);
  set = &g_array_index (assessment->pack->evidence, HbkEvidenceSet, result->evidence_set);
  for (guint i = 0; i < set->options->len; i++)
    {
      HbkEvidenceOption *option = &g_array_index (set->options, HbkEvidenceOption, i);

      if (hbk_condition_holds (option->when, &scope))
        g_ptr_array_add (options, option);
    }

  return options;
}

/**
 * hbk_evidence_options:
 * @assessment: an assessment
 * @year: one of its years
 * @result: a record in that year
 * @profile: the person
 *
 * Lists the ways in which the evidence of a record can be complete: any one of them will do. The one of which least is missing comes first.
 *
 * Returns: (transfer full) (element-type HbkEvidenceOption): the ways, none when the notice names nothing; they belong to the pack
 */
GPtrArray *
hbk_evidence_options (const HbkAssessment *assessment, int year, const HbkRecordResult *result, HbkProfile *profile)
{
  GPtrArray *options = hbk_evidence_options_in_order (assessment, year, result, profile);

  g_ptr_array_sort_with_data (options, compare_options, result->record);

  return options;
}

/**
 * hbk_evidence_group_is_served:
 * @group: (element-type utf8): document types, any of which serves; "*" stands for all
 * @record: a record
 *
 * Whether a record has a document of the group.
 *
 * Returns: %TRUE if so
 */
gboolean
hbk_evidence_group_is_served (GPtrArray *group, HbkRecord *record)
{
  for (guint i = 0; i < group->len; i++)
    {
      const char *document = g_ptr_array_index (group, i);

      if (g_str_equal (document, "*") ? hbk_record_get_n_evidence (record) > 0 : hbk_record_has_document (record, document))
        return TRUE;
    }

  return FALSE;
}
