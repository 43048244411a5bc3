/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-evidence-check.h"

#include "rules/hbk-evidence-options.h"

/* More than any set costs. */
#define NEVER 1000000

static gboolean
record_has (HbkRecord  *record,
            const char *document)
{
  return g_str_equal (document, "*") ? hbk_record_get_n_evidence (record) > 0 : hbk_record_has_document (record, document);
}

static int
effort_of (const HbkScope *scope,
           const char     *document)
{
  const HbkDocumentSpec *spec = hbk_vocabulary_lookup_document (scope->pack->vocabulary, document);

  return spec != NULL ? spec->effort : 1;
}

static const char *
cheapest_of (const HbkScope *scope,
             GPtrArray      *group)
{
  const char *cheapest = g_ptr_array_index (group, 0);

  for (guint i = 1; i < group->len; i++)
    if (effort_of (scope, g_ptr_array_index (group, i)) < effort_of (scope, cheapest))
      cheapest = g_ptr_array_index (group, i);
  return cheapest;
}

/* Distinct documents of the record that belong to the option. */
static int
count_documents (const HbkEvidenceOption *option,
                 HbkRecord               *record)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < option->groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (option->groups, i);

      for (guint j = 0; j < group->len; j++)
        {
          gpointer document = g_ptr_array_index (group, j);

          if (record_has (record, document) && !g_ptr_array_find (seen, document, NULL))
            g_ptr_array_add (seen, document);
        }
    }
  return (int) seen->len;
}

static GPtrArray *
missing_of (const HbkEvidenceOption *option,
            HbkScope                *scope,
            int                     *cost)
{
  GPtrArray *missing = g_ptr_array_new ();

  *cost = 0;
  for (guint i = 0; i < option->groups->len; i++)
    {
      GPtrArray  *group = g_ptr_array_index (option->groups, i);
      const char *cheapest;

      if (hbk_evidence_group_is_served (group, scope->record))
        continue;
      cheapest = cheapest_of (scope, group);
      *cost += effort_of (scope, cheapest);
      g_ptr_array_add (missing, (gpointer) cheapest);
    }
  return missing;
}

static int
compare_efforts (gconstpointer a,
                 gconstpointer b,
                 gpointer      scope)
{
  return effort_of (scope, *(const char *const *) a) - effort_of (scope, *(const char *const *) b);
}

static void
consider (const HbkEvidenceOption *option,
          HbkScope                *scope,
          HbkEvidenceState        *state,
          int                     *best)
{
  int cost;
  g_autoptr (GPtrArray) missing = missing_of (option, scope, &cost);

  if (missing->len == 0)
    {
      gboolean weak = option->weak_below > 0 && count_documents (option, scope->record) < option->weak_below;

      state->weak = weak && (!state->complete || state->weak);
      state->complete = TRUE;
      *best = 0;
    }
  else if (cost < *best)
    {
      *best = cost;
      g_clear_pointer (&state->missing, g_ptr_array_unref);
      g_ptr_array_sort_with_data (missing, compare_efforts, scope);
      state->missing = g_steal_pointer (&missing);
    }
}

/**
 * hbk_evidence_check:
 * @set: (nullable): what the notice asks for; %NULL when it names nothing, then one file of any kind serves
 * @scope: the record looked at
 *
 * Compares the evidence of a record with what is asked for. Of several ways to complete it, the one that costs the person
 * least is named.
 *
 * Returns: how it stands; @missing of it is to be freed
 */
HbkEvidenceState
hbk_evidence_check (const HbkEvidenceSet *set,
                    HbkScope             *scope)
{
  HbkEvidenceState state = { FALSE, FALSE, NULL };
  int              best = NEVER;

  if (set == NULL)
    {
      state.complete = hbk_record_get_n_evidence (scope->record) > 0;
      return state;
    }
  for (guint i = 0; i < set->options->len; i++)
    {
      const HbkEvidenceOption *option = &g_array_index (set->options, HbkEvidenceOption, i);

      if (hbk_condition_holds (option->when, scope))
        consider (option, scope, &state, &best);
    }
  if (state.complete)
    g_clear_pointer (&state.missing, g_ptr_array_unref);
  return state;
}
