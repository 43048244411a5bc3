/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-pack-citations.h"

static void
cite (GHashTable *clauses, const char *clause)
{
  if (clause != NULL)
    g_hash_table_add (clauses, (gpointer) clause);
}

static void
look_at (HbkPackCitations *self, int reading)
{
  if (reading >= 0)
    g_hash_table_add (self->readings, GINT_TO_POINTER (reading));
}

/* ---- Conditions and credits ---- */

static void
walk_condition (HbkPackCitations *self, const HbkCondition *condition)
{
  if (condition == NULL)
    return;

  if (condition->kind == HBK_CONDITION_READING)
    look_at (self, (int) condition->reading);

  for (guint i = 0; condition->children != NULL && i < condition->children->len; i++)
    walk_condition (self, g_ptr_array_index (condition->children, i));
}

static void
walk_credit (HbkPackCitations *self, const HbkCredit *credit)
{
  if (credit == NULL)
    return;

  cite (self->computed, credit->clause);
  walk_condition (self, credit->when);

  for (guint i = 0; credit->children != NULL && i < credit->children->len; i++)
    walk_credit (self, g_ptr_array_index (credit->children, i));
}

/* ---- What a record earns ---- */

static void
walk_gates (HbkPackCitations *self, const GArray *gates)
{
  for (guint i = 0; i < gates->len; i++)
    {
      const HbkGate *gate = &g_array_index (gates, HbkGate, i);

      cite (self->computed, gate->clause);
      walk_condition (self, gate->when);
    }
}

static void
walk_warns (HbkPackCitations *self, const GArray *warns)
{
  for (guint i = 0; i < warns->len; i++)
    {
      const HbkWarn *warn = &g_array_index (warns, HbkWarn, i);

      cite (self->computed, warn->clause);
      walk_condition (self, warn->when);
    }
}

static void
walk_lists (HbkPackCitations *self, const HbkRule *rule)
{
  walk_gates (self, rule->gates);
  walk_warns (self, rule->warns);

  for (guint i = 0; i < rule->once->len; i++)
    {
      const HbkOnce *once = &g_array_index (rule->once, HbkOnce, i);

      cite (self->computed, once->clause);
      walk_condition (self, once->when);
    }

  for (guint i = 0; i < rule->caps->len; i++)
    {
      const HbkCapUse *use = &g_array_index (rule->caps, HbkCapUse, i);

      g_hash_table_add (self->caps, GUINT_TO_POINTER (use->cap));
      walk_condition (self, use->when);
    }

  for (guint i = 0; i < rule->subjects->len; i++)
    walk_condition (self, g_array_index (rule->subjects, HbkSubjectOption, i).when);
  for (guint i = 0; i < rule->years->len; i++)
    walk_condition (self, g_array_index (rule->years, HbkYearOption, i).when);
}

static void
walk_rules (HbkPackCitations *self, const HbkPack *pack)
{
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const HbkRule *rule = g_ptr_array_index (pack->rules, i);

      cite (self->computed, rule->clause);
      cite (self->computed, rule->window.clause);
      walk_condition (self, rule->when);
      walk_credit (self, rule->credit);
      walk_credit (self, rule->public_credit);
      walk_credit (self, rule->professional_credit);
      walk_lists (self, rule);
      if (rule->evidence >= 0)
        g_hash_table_add (self->evidence, GINT_TO_POINTER (rule->evidence));
    }
}

static void
walk_limits (HbkPackCitations *self, const HbkPack *pack)
{
  for (guint i = 0; i < pack->caps->len; i++)
    {
      const HbkCap *cap = &g_array_index (pack->caps, HbkCap, i);

      cite (self->computed, cap->clause);
      walk_condition (self, cap->when);
    }

  for (guint i = 0; i < pack->evidence->len; i++)
    {
      const HbkEvidenceSet *set = &g_array_index (pack->evidence, HbkEvidenceSet, i);

      cite (self->computed, set->clause);
      for (guint j = 0; j < set->options->len; j++)
        walk_condition (self, g_array_index (set->options, HbkEvidenceOption, j).when);
    }
}

/* ---- What a year and an application need ---- */

static void
walk_requirements (HbkPackCitations *self, const HbkPack *pack)
{
  for (guint i = 0; i < pack->requirements->len; i++)
    {
      const HbkRequirement *requirement = &g_array_index (pack->requirements, HbkRequirement, i);

      cite (self->computed, requirement->clause);
      cite (self->computed, requirement->total_clause);
      cite (self->computed, requirement->public_clause);
      cite (self->computed, requirement->professional_clause);
      cite (self->computed, requirement->carry_clause);
      walk_condition (self, requirement->when);
    }

  for (guint i = 0; i < pack->reductions->len; i++)
    {
      const HbkReduction *reduction = &g_array_index (pack->reductions, HbkReduction, i);

      cite (self->computed, reduction->clause);
      walk_condition (self, reduction->when);
      walk_condition (self, reduction->round_up);
      walk_gates (self, reduction->gates);
      walk_warns (self, reduction->warns);
      for (guint j = 0; j < reduction->modes->len; j++)
        walk_condition (self, g_array_index (reduction->modes, HbkReductionMode, j).when);
    }
}

static void
walk_applications (HbkPackCitations *self, const HbkApplicationRules *applications)
{
  cite (self->computed, applications->clause);

  for (guint i = 0; i < applications->rules->len; i++)
    {
      cite (self->computed, g_array_index (applications->rules, HbkApplicationRule, i).clause);
      walk_condition (self, g_array_index (applications->rules, HbkApplicationRule, i).when);
    }

  for (guint i = 0; i < applications->pick_from->len; i++)
    {
      cite (self->computed, g_array_index (applications->pick_from, HbkPickFrom, i).clause);
      walk_condition (self, g_array_index (applications->pick_from, HbkPickFrom, i).when);
    }

  for (guint i = 0; i < applications->waivers->len; i++)
    {
      cite (self->computed, g_array_index (applications->waivers, HbkWaiver, i).clause);
      walk_condition (self, g_array_index (applications->waivers, HbkWaiver, i).when);
    }

  for (guint i = 0; i < applications->conditionals->len; i++)
    {
      const HbkConditional *conditional = &g_array_index (applications->conditionals, HbkConditional, i);

      cite (self->computed, conditional->clause);
      look_at (self, conditional->reading);
      walk_condition (self, conditional->when);
    }
}

/* ---- What surrounds it ---- */

static void
walk_steps (HbkPackCitations *self, const GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const HbkStep *step = &g_array_index (steps, HbkStep, i);

      cite (self->mentioned, step->clause);
      walk_condition (self, step->when);
    }
}

static void
walk_round (HbkPackCitations *self, const HbkPack *pack)
{
  for (guint i = 0; i < pack->deadlines->len; i++)
    {
      const HbkDeadline *deadline = &g_array_index (pack->deadlines, HbkDeadline, i);

      cite (self->mentioned, deadline->clause);
      walk_condition (self, deadline->when);
    }

  walk_steps (self, pack->chain);
  walk_steps (self, pack->forms);
  walk_steps (self, pack->contacts);
  walk_steps (self, pack->penalties);
}

/* The rules of an activity are tried until one has no condition. */
static void
walk_orders (HbkPackCitations *self, const HbkPack *pack)
{
  GHashTableIter iter;
  GPtrArray     *rules;

  g_hash_table_iter_init (&iter, pack->rules_by_activity);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &rules))
    {
      for (guint i = 0; i < rules->len; i++)
        {
          HbkRule *rule = g_ptr_array_index (rules, i);

          g_hash_table_add (self->reached, rule);
          if (rule->when == NULL)
            break;
        }
    }
}

/**
 * hbk_pack_citations_init:
 * @self: (out): what is found
 * @pack: a pack
 *
 * Goes through a pack and notes what its parts use of each other.
 */
void
hbk_pack_citations_init (HbkPackCitations *self, const HbkPack *pack)
{
  self->computed = g_hash_table_new (NULL, NULL);
  self->mentioned = g_hash_table_new (NULL, NULL);
  self->readings = g_hash_table_new (NULL, NULL);
  self->caps = g_hash_table_new (NULL, NULL);
  self->evidence = g_hash_table_new (NULL, NULL);
  self->reached = g_hash_table_new (NULL, NULL);

  walk_rules (self, pack);
  walk_limits (self, pack);
  walk_requirements (self, pack);
  walk_applications (self, &pack->applications);
  walk_round (self, pack);
  walk_orders (self, pack);
}

/**
 * hbk_pack_citations_clear:
 * @self: what was found
 *
 * Frees it.
 */
void
hbk_pack_citations_clear (HbkPackCitations *self)
{
  g_hash_table_unref (self->computed);
  g_hash_table_unref (self->mentioned);
  g_hash_table_unref (self->readings);
  g_hash_table_unref (self->caps);
  g_hash_table_unref (self->evidence);
  g_hash_table_unref (self->reached);
}
