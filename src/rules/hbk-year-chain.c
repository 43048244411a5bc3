/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-year-chain.h"

#include "rules/hbk-assessment-private.h"
#include "rules/hbk-scope.h"

/**
 * hbk_year_chain_new:
 * @assessment: an assessment
 * @profile: the person it is about
 * @year: a year
 *
 * Lists the steps of the review that a year goes through, without those that are surely for others.
 *
 * Returns: (transfer full) (element-type HbkStep): the steps as the pack orders them; they live as long as the pack
 */
GPtrArray *
hbk_year_chain_new (const HbkAssessment *assessment, HbkProfile *profile, int year)
{
  GPtrArray   *steps = g_ptr_array_new ();
  HbkCoreFacts core;
  HbkScope     scope = { 0 };

  g_return_val_if_fail (assessment != NULL, steps);

  hbk_core_facts_init (&core, assessment->pack->vocabulary);
  scope.pack = assessment->pack;
  scope.core = &core;
  scope.profile = profile;
  scope.as_of = assessment->as_of;
  scope.options = assessment->options;
  scope.year = year;

  for (guint i = 0; i < assessment->pack->chain->len; i++)
    {
      const HbkStep *step = &g_array_index (assessment->pack->chain, HbkStep, i);

      if (hbk_condition_test (step->when, &scope) != HBK_FALSE)
        g_ptr_array_add (steps, (gpointer) step);
    }

  return steps;
}
