/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-scope.h"

static HbkTernary
ternary (gboolean truth)
{
  return truth ? HBK_TRUE : HBK_FALSE;
}

static gboolean
in_bounds (const HbkBounds *bounds,
           gint64           number)
{
  if (bounds->has_min && (bounds->min_open ? number <= bounds->min : number < bounds->min))
    return FALSE;
  if (bounds->has_max && (bounds->max_open ? number >= bounds->max : number > bounds->max))
    return FALSE;
  return TRUE;
}

/* "all" is the minimum of its parts, "any" the maximum: false before unknown before true. Every part is tried, so that all
 * the facts an unknown result needs are asked for at once. */
static HbkTernary
test_children (const HbkCondition *condition,
               HbkScope           *scope,
               gboolean            any)
{
  HbkTernary result = any ? HBK_FALSE : HBK_TRUE;
  HbkTernary decided = any ? HBK_TRUE : HBK_FALSE;

  for (guint i = 0; i < condition->children->len && result != decided; i++)
    {
      HbkTernary part = hbk_condition_test (g_ptr_array_index (condition->children, i), scope);

      result = any ? MAX (result, part) : MIN (result, part);
    }
  return result;
}

/* Months, years and dates compare with what the record says; a bound that another fact sets is unknown while that fact is. */
static HbkTernary
test_date (const HbkCondition *condition,
           HbkScope           *scope,
           HbkDate             date)
{
  HbkDate  from = hbk_day_resolve (condition->from, scope->year);
  HbkDate  to = hbk_day_resolve (condition->to, scope->year);
  gboolean unknown = FALSE;

  if (condition->from_fact != NULL)
    {
      from = hbk_scope_get_date (scope, condition->from_fact, FALSE);
      unknown = from == HBK_DATE_NONE;
      if (unknown)
        hbk_scope_ask (scope, condition->from_fact);
    }
  if (condition->to_fact != NULL)
    {
      to = hbk_scope_get_date (scope, condition->to_fact, FALSE);
      if (to == HBK_DATE_NONE)
        hbk_scope_ask (scope, condition->to_fact);
      unknown = unknown || to == HBK_DATE_NONE;
    }
  if ((from != HBK_DATE_NONE && date < from) || (to != HBK_DATE_NONE && date > to))
    return HBK_FALSE;
  return unknown ? HBK_UNKNOWN : HBK_TRUE;
}

static gboolean
among_values (const HbkCondition *condition,
              const HbkValue     *value)
{
  for (guint i = 0; i < condition->values->len; i++)
    {
      const HbkValue *wanted = &g_array_index (condition->values, HbkValue, i);

      if (wanted->kind != value->kind)
        continue;
      if ((value->kind == HBK_VALUE_BOOLEAN && !wanted->boolean == !value->boolean) ||
          (value->kind == HBK_VALUE_NUMBER && wanted->number == value->number) ||
          (value->kind == HBK_VALUE_TEXT && (wanted->text == value->text || g_str_equal (wanted->text, value->text))))
        return TRUE;
    }
  return FALSE;
}

static HbkTernary
test_value (const HbkCondition *condition,
            HbkScope           *scope)
{
  gboolean        of_profile = condition->kind == HBK_CONDITION_PROFILE;
  const HbkValue *value;
  gboolean        known = hbk_scope_get_value (scope, condition->spec, of_profile, &value);

  /* What a missing answer means is not an answer. */
  if (condition->test == HBK_TEST_KNOWN)
    return ternary ((known && value != &condition->spec->absent) == !!condition->known);
  if (!known)
    {
      hbk_scope_ask (scope, condition->spec);
      return HBK_UNKNOWN;
    }
  switch (condition->test)
    {
    case HBK_TEST_BOUNDS:
      return ternary (in_bounds (&condition->bounds, value->number));
    case HBK_TEST_DATES:
      return test_date (condition, scope, value->date);
    case HBK_TEST_VALUES:
    case HBK_TEST_KNOWN:
    case HBK_TEST_WHOLE:
    default:
      return ternary (among_values (condition, value));
    }
}

static HbkTernary
test_measure (const HbkCondition *condition,
              HbkScope           *scope)
{
  HbkHours amount;

  if (!hbk_measure_take (&condition->measure, scope, &amount))
    return HBK_UNKNOWN;
  if (condition->test == HBK_TEST_WHOLE)
    return ternary ((amount % 100 == 0) == !!condition->known);
  return ternary (in_bounds (&condition->bounds, amount));
}

static HbkTernary
test_in_post (const HbkCondition *condition,
              HbkScope           *scope)
{
  HbkDate post_from = hbk_scope_get_date (scope, scope->core->post_from, TRUE);

  if (post_from == HBK_DATE_NONE)
    {
      hbk_scope_ask (scope, scope->core->post_from);
      return HBK_UNKNOWN;
    }
  return ternary ((scope->part.end >= post_from) == !!condition->known);
}

static HbkTernary
test_reading (const HbkCondition *condition,
              HbkScope           *scope)
{
  hbk_reading_set_add (&scope->looked_at, condition->reading);
  return ternary (scope->options[condition->reading] == condition->option);
}

static HbkTernary
test_activity (const HbkCondition *condition,
               HbkScope           *scope)
{
  return ternary (g_ptr_array_find (condition->activities, hbk_record_get_activity (scope->record), NULL));
}

static HbkTernary
test_kind (const HbkCondition *condition,
           HbkScope           *scope)
{
  switch (condition->kind)
    {
    case HBK_CONDITION_ALL:
      return test_children (condition, scope, FALSE);
    case HBK_CONDITION_ANY:
      return test_children (condition, scope, TRUE);
    case HBK_CONDITION_NOT:
      return HBK_TRUE - test_children (condition, scope, FALSE);
    case HBK_CONDITION_MEASURE:
      return test_measure (condition, scope);
    case HBK_CONDITION_DATE:
      return test_date (condition, scope,
                        condition->on_end ? hbk_record_get_end (scope->record) : hbk_record_get_start (scope->record));
    case HBK_CONDITION_YEAR:
      return ternary (in_bounds (&condition->bounds, scope->year));
    case HBK_CONDITION_AS_OF:
      return test_date (condition, scope, scope->as_of);
    case HBK_CONDITION_IN_POST:
      return test_in_post (condition, scope);
    case HBK_CONDITION_SUBJECT:
      return ternary (hbk_record_get_subject (scope->record) == condition->subject);
    case HBK_CONDITION_READING:
      return test_reading (condition, scope);
    case HBK_CONDITION_ACTIVITY:
      return test_activity (condition, scope);
    case HBK_CONDITION_FACT:
    case HBK_CONDITION_PROFILE:
    default:
      return test_value (condition, scope);
    }
}

/**
 * hbk_condition_test:
 * @condition: (nullable): the condition; %NULL always holds
 * @scope: what it may look at
 *
 * Tests a condition. An unknown result leaves the facts it needs in @scope; any other result leaves none behind.
 *
 * Returns: true, false or unknown
 */
HbkTernary
hbk_condition_test (const HbkCondition *condition,
                    HbkScope           *scope)
{
  guint      n_before = scope->missing != NULL ? scope->missing->len : 0;
  HbkTernary result;

  if (condition == NULL)
    return HBK_TRUE;
  result = test_kind (condition, scope);
  if (result != HBK_UNKNOWN && scope->missing != NULL && scope->missing->len > n_before)
    g_ptr_array_set_size (scope->missing, (int) n_before);
  return result;
}

/**
 * hbk_condition_holds:
 * @condition: (nullable): the condition; %NULL always holds
 * @scope: what it may look at
 *
 * Tests a condition where "unknown" is as good as "no", and asks for nothing.
 *
 * Returns: %TRUE when it certainly holds
 */
gboolean
hbk_condition_holds (const HbkCondition *condition,
                     HbkScope           *scope)
{
  g_autoptr (GPtrArray) kept = g_steal_pointer (&scope->missing);
  gboolean holds = hbk_condition_test (condition, scope) == HBK_TRUE;

  scope->missing = g_steal_pointer (&kept);
  return holds;
}
