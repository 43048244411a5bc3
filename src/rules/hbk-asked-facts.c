/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-asked-facts.h"

#include "rules/hbk-scope.h"

/* A walk over rules. @prunes: what an answer has made pointless is left out. */
typedef struct
{
  HbkScope     *scope;
  HbkCoreFacts *core;
  GPtrArray    *found;
  gboolean      prunes;
} Walk;

static void
visit_fact (Walk *walk, const HbkFactSpec *spec)
{
  if (spec != NULL && !g_ptr_array_find (walk->found, spec, NULL))
    g_ptr_array_add (walk->found, (gpointer) spec);
}

/* A condition may look at what hardly ever is; where leaving it out decides the condition as well, it is not asked for. */
static void
visit_condition_fact (Walk *walk, const HbkFactSpec *spec, gboolean is_open)
{
  const HbkValue *value;

  if (spec == NULL)
    return;

  value = hbk_record_get_fact (walk->scope->record, spec->id);
  if (!walk->prunes || is_open || (value != NULL && value->kind != HBK_VALUE_NONE))
    visit_fact (walk, spec);
}

static void
visit_measure (Walk *walk, const HbkMeasure *measure)
{
  switch (measure->kind)
    {
    case HBK_MEASURE_NET_DAYS:
      visit_fact (walk, walk->core->days);
      visit_fact (walk, walk->core->transit_days);
      visit_fact (walk, walk->core->rest_days);
      break;
    case HBK_MEASURE_SPAN_MONTHS:
      visit_fact (walk, walk->core->transit_days);
      break;
    case HBK_MEASURE_MONTHS_IN_YEAR:
      visit_fact (walk, walk->core->months);
      break;
    case HBK_MEASURE_HOURS_PER_DAY:
      visit_fact (walk, walk->core->stated_hours);
      visit_fact (walk, walk->core->days);
      break;
    case HBK_MEASURE_FACT:
      visit_fact (walk, measure->fact);
      visit_fact (walk, measure->minutes_fact);
      break;
    case HBK_MEASURE_SPAN_YEARS:
    case HBK_MEASURE_SPAN_DAYS:
    default:
      break;
    }
}

static HbkTernary
test (Walk *walk, const HbkCondition *condition)
{
  return hbk_condition_test (condition, walk->scope);
}

/* Whether the condition cannot be tested without an answer that is not there. */
static gboolean
asks (Walk *walk, const HbkCondition *condition)
{
  g_ptr_array_set_size (walk->scope->missing, 0);

  return test (walk, condition) == HBK_UNKNOWN && walk->scope->missing->len > 0;
}

static void visit_condition (Walk *walk, const HbkCondition *condition);

/* A part that decides the whole makes the others pointless. */
static void
visit_parts (Walk *walk, const HbkCondition *condition)
{
  HbkTernary decisive = condition->kind == HBK_CONDITION_ANY ? HBK_TRUE : HBK_FALSE;

  for (guint i = 0; walk->prunes && i < condition->children->len; i++)
    {
      const HbkCondition *child = g_ptr_array_index (condition->children, i);

      if (test (walk, child) != decisive)
        continue;
      visit_condition (walk, child);
      return;
    }
  for (guint i = 0; i < condition->children->len; i++)
    visit_condition (walk, g_ptr_array_index (condition->children, i));
}

static void
visit_condition (Walk *walk, const HbkCondition *condition)
{
  gboolean is_open;

  if (condition == NULL)
    return;

  is_open = asks (walk, condition);

  switch (condition->kind)
    {
    case HBK_CONDITION_ALL:
    case HBK_CONDITION_ANY:
    case HBK_CONDITION_NOT:
      visit_parts (walk, condition);
      return;
    case HBK_CONDITION_FACT:
      visit_condition_fact (walk, condition->spec, is_open);
      break;
    case HBK_CONDITION_MEASURE:
      visit_measure (walk, &condition->measure);
      return;
    case HBK_CONDITION_DATE:
    case HBK_CONDITION_AS_OF:
      break;
    case HBK_CONDITION_PROFILE:
    case HBK_CONDITION_YEAR:
    case HBK_CONDITION_IN_POST:
    case HBK_CONDITION_SUBJECT:
    case HBK_CONDITION_READING:
    case HBK_CONDITION_ACTIVITY:
    default:
      return;
    }
  visit_condition_fact (walk, condition->from_fact, is_open);
  visit_condition_fact (walk, condition->to_fact, is_open);
}

/* Of several children of "first" the facts of all are asked for, as long as none of them is stated. */
static void
visit_credit (Walk *walk, const HbkCredit *credit)
{
  if (credit == NULL)
    return;

  visit_condition (walk, credit->when);
  if (walk->prunes && test (walk, credit->when) == HBK_FALSE)
    return;

  switch (credit->kind)
    {
    case HBK_CREDIT_FIRST:
    case HBK_CREDIT_SUM:
      for (guint i = 0; i < credit->children->len; i++)
        visit_credit (walk, g_ptr_array_index (credit->children, i));
      break;
    case HBK_CREDIT_FIXED:
      if (credit->has_times)
        visit_measure (walk, &credit->measure);
      break;
    case HBK_CREDIT_PER:
    case HBK_CREDIT_STATED:
    case HBK_CREDIT_POOL:
      visit_measure (walk, &credit->measure);
      break;
    case HBK_CREDIT_BY_DAY:
      visit_fact (walk, credit->measure.fact);
      break;
    case HBK_CREDIT_DEEMED:
    default:
      visit_fact (walk, credit->public_floor.fact);
      visit_fact (walk, credit->professional_floor.fact);
      break;
    }
}

static void
visit_years (Walk *walk, const HbkRule *rule)
{
  for (guint i = 0; i < rule->years->len; i++)
    {
      const HbkYearOption *option = &g_array_index (rule->years, HbkYearOption, i);

      visit_condition (walk, option->when);
      if (walk->prunes && test (walk, option->when) == HBK_FALSE)
        continue;
      for (guint j = 0; option->mode.facts != NULL && j < option->mode.facts->len; j++)
        visit_fact (walk, g_ptr_array_index (option->mode.facts, j));
      if (walk->prunes && test (walk, option->when) == HBK_TRUE)
        return;
    }
}

static void
visit_limits (Walk *walk, const HbkRule *rule)
{
  for (guint i = 0; i < rule->caps->len; i++)
    {
      const HbkCapUse *use = &g_array_index (rule->caps, HbkCapUse, i);
      const HbkCap    *cap = &g_array_index (walk->scope->pack->caps, HbkCap, use->cap);

      visit_condition (walk, use->when);
      if (walk->prunes && test (walk, use->when) == HBK_FALSE)
        continue;
      visit_condition (walk, cap->when);
      if (cap->has_per)
        visit_measure (walk, &cap->per);
    }
  for (guint i = 0; i < rule->once->len; i++)
    visit_condition (walk, g_array_index (rule->once, HbkOnce, i).when);
  /* No hours wait for a warning. */
  for (guint i = 0; !walk->prunes && i < rule->warns->len; i++)
    visit_condition (walk, g_array_index (rule->warns, HbkWarn, i).when);
}

/* All that a rule looks at once it is found to be the right one. */
static void
visit_rule (Walk *walk, const HbkRule *rule)
{
  for (guint i = 0; i < rule->subjects->len; i++)
    visit_condition (walk, g_array_index (rule->subjects, HbkSubjectOption, i).when);
  for (guint i = 0; i < rule->gates->len; i++)
    visit_condition (walk, g_array_index (rule->gates, HbkGate, i).when);
  visit_credit (walk, rule->credit);
  visit_credit (walk, rule->public_credit);
  visit_credit (walk, rule->professional_credit);
  visit_years (walk, rule);
  if (rule->window.set)
    visit_fact (walk, rule->window.from_fact);
  visit_limits (walk, rule);
}

static void
visit_reduction (Walk *walk, const HbkReduction *reduction)
{
  visit_condition (walk, reduction->when);
  if (walk->prunes && test (walk, reduction->when) == HBK_FALSE)
    return;

  for (guint i = 0; i < reduction->gates->len; i++)
    visit_condition (walk, g_array_index (reduction->gates, HbkGate, i).when);
  for (guint i = 0; i < reduction->modes->len; i++)
    visit_condition (walk, g_array_index (reduction->modes, HbkReductionMode, i).when);
  visit_fact (walk, walk->core->months);
}

static void
visit_reductions (Walk *walk)
{
  const GArray *reductions = walk->scope->pack->reductions;

  for (guint i = 0; i < reductions->len; i++)
    {
      const HbkReduction *reduction = &g_array_index (reductions, HbkReduction, i);

      if (reduction->activity != NULL && g_str_equal (reduction->activity, hbk_record_get_activity (walk->scope->record)))
        visit_reduction (walk, reduction);
    }
}

static gboolean
leaves_subject (const HbkRule *rule)
{
  for (guint i = 0; i < rule->subjects->len; i++)
    {
      if (g_array_index (rule->subjects, HbkSubjectOption, i).of_record)
        return TRUE;
    }

  return FALSE;
}

/* The facts by which earlier rules are ruled out, then all of the first that is not. */
static void
find_asked (HbkAskedFacts *self, HbkScope *scope, HbkCoreFacts *core, GPtrArray *rules)
{
  Walk walk = { .scope = scope, .core = core, .found = self->asked, .prunes = TRUE };

  visit_reductions (&walk);
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const HbkRule *rule = g_ptr_array_index (rules, i);

      visit_condition (&walk, rule->when);
      if (test (&walk, rule->when) == HBK_FALSE)
        continue;
      visit_rule (&walk, rule);
      self->chooses_subject = leaves_subject (rule);
      return;
    }
}

static void
find_others (HbkAskedFacts *self, HbkScope *scope, HbkCoreFacts *core, GPtrArray *rules)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  Walk walk = { .scope = scope, .core = core, .found = all, .prunes = FALSE };

  visit_reductions (&walk);
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const HbkRule *rule = g_ptr_array_index (rules, i);

      visit_condition (&walk, rule->when);
      visit_rule (&walk, rule);
    }
  for (guint i = 0; i < all->len; i++)
    {
      gpointer spec = g_ptr_array_index (all, i);

      if (!g_ptr_array_find (self->asked, spec, NULL))
        g_ptr_array_add (self->others, spec);
    }
}

static HbkRecord *
copy_dated (HbkRecord *record, HbkDate as_of)
{
  HbkRecord *copy = hbk_record_copy (record, hbk_record_get_id (record));

  if (hbk_record_get_end (copy) == HBK_DATE_NONE)
    hbk_record_set_period (copy, as_of, as_of);

  return copy;
}

/* Readings that were not chosen are taken as the pack suggests. */
static guint *
copy_readings (const HbkPack *pack, const guint *readings)
{
  guint *chosen = g_new0 (guint, MAX (pack->readings->len, 1));

  for (guint i = 0; i < pack->readings->len; i++)
    chosen[i] = readings != NULL ? readings[i] : g_array_index (pack->readings, HbkReading, i).initial;

  return chosen;
}

/**
 * hbk_asked_facts_new:
 * @pack: the rules
 * @profile: the person
 * @record: a record, perhaps without a date
 * @as_of: the day of the assessment, which stands in for a date that is missing
 * @readings: (nullable) (array): the index of the chosen option for each reading of the pack; %NULL for those that the pack suggests
 *
 * Finds what to ask about a record: as few facts as decide what it gives, with the answers that it has so far. Answers to these may bring up others.
 *
 * Returns: (transfer full): what to ask; the facts belong to the vocabulary of @pack
 */
HbkAskedFacts *
hbk_asked_facts_new (const HbkPack *pack, HbkProfile *profile, HbkRecord *record, HbkDate as_of, const guint *readings)
{
  const HbkActivitySpec *activity;
  g_autoptr (HbkRecord) dated = NULL;
  g_autofree guint *options = NULL;
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  HbkCoreFacts   core;
  HbkScope       scope = { 0 };
  GPtrArray     *rules = NULL;
  HbkAskedFacts *self;

  g_return_val_if_fail (pack != NULL && HBK_IS_PROFILE (profile) && HBK_IS_RECORD (record), NULL);

  dated = copy_dated (record, as_of);
  options = copy_readings (pack, readings);
  hbk_core_facts_init (&core, pack->vocabulary);
  scope.pack = pack;
  scope.core = &core;
  scope.profile = profile;
  scope.record = dated;
  scope.as_of = as_of;
  scope.options = options;
  scope.year = hbk_date_year (hbk_record_get_end (dated));
  scope.part = hbk_record_get_period (dated);
  scope.missing = missing;

  self = g_new0 (HbkAskedFacts, 1);
  self->asked = g_ptr_array_new ();
  self->others = g_ptr_array_new ();
  activity = hbk_vocabulary_lookup_activity (pack->vocabulary, hbk_record_get_activity (record));
  if (activity != NULL)
    rules = hbk_pack_get_rules_for (pack, activity->id);
  find_asked (self, &scope, &core, rules);
  find_others (self, &scope, &core, rules);

  return self;
}

/**
 * hbk_asked_facts_free:
 * @self: (transfer full): what to ask
 *
 * Frees what to ask.
 */
void
hbk_asked_facts_free (HbkAskedFacts *self)
{
  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->others);
  g_free (self);
}
