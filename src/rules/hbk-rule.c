/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-rule.h"

static void
clear_gate (HbkGate *gate)
{
  hbk_condition_free (gate->when);
}

static void
clear_warn (HbkWarn *warn)
{
  hbk_condition_free (warn->when);
}

static void
clear_cap_use (HbkCapUse *use)
{
  hbk_condition_free (use->when);
}

static void
clear_once (HbkOnce *once)
{
  hbk_condition_free (once->when);
}

static void
clear_year (HbkYearOption *option)
{
  hbk_condition_free (option->when);
  g_clear_pointer (&option->mode.facts, g_ptr_array_unref);
}

static void
clear_subject (HbkSubjectOption *option)
{
  hbk_condition_free (option->when);
}

static GArray *
new_array (guint entry_size, gpointer clear)
{
  GArray *array = g_array_new (FALSE, TRUE, entry_size);

  g_array_set_clear_func (array, (GDestroyNotify) clear);

  return array;
}

/**
 * hbk_outcome_to_nick:
 * @outcome: an outcome
 *
 * Gives the word that files use.
 *
 * Returns: (transfer none): the word
 */
const char *
hbk_outcome_to_nick (HbkOutcome outcome)
{
  static const char *const nicks[] = {
    [HBK_OUTCOME_CREDITED] = "credited",
    [HBK_OUTCOME_DEEMED] = "deemed",
    [HBK_OUTCOME_PENDING] = "pending",
    [HBK_OUTCOME_PLANNED] = "planned",
    [HBK_OUTCOME_EXCLUDED] = "excluded",
    [HBK_OUTCOME_NO_RATE] = "no_rate",
    [HBK_OUTCOME_DUPLICATE] = "duplicate",
  };

  g_return_val_if_fail ((guint) outcome < G_N_ELEMENTS (nicks), NULL);

  return nicks[outcome];
}

/**
 * hbk_gates_new:
 *
 * Makes an empty list of gates.
 *
 * Returns: (transfer full) (element-type HbkGate): the list
 */
GArray *
hbk_gates_new (void)
{
  return new_array (sizeof (HbkGate), clear_gate);
}

/**
 * hbk_warns_new:
 *
 * Makes an empty list of warnings.
 *
 * Returns: (transfer full) (element-type HbkWarn): the list
 */
GArray *
hbk_warns_new (void)
{
  return new_array (sizeof (HbkWarn), clear_warn);
}

/**
 * hbk_rule_new:
 *
 * Makes an empty rule, in which all lists exist, though empty.
 *
 * Returns: (transfer full): the rule
 */
HbkRule *
hbk_rule_new (void)
{
  HbkRule *self = g_new0 (HbkRule, 1);

  self->activities = g_ptr_array_new ();
  self->gates = hbk_gates_new ();
  self->warns = hbk_warns_new ();
  self->readings = g_array_new (FALSE, TRUE, sizeof (guint));
  self->subjects = new_array (sizeof (HbkSubjectOption), clear_subject);
  self->years = new_array (sizeof (HbkYearOption), clear_year);
  self->caps = new_array (sizeof (HbkCapUse), clear_cap_use);
  self->once = new_array (sizeof (HbkOnce), clear_once);
  self->evidence = -1;

  return self;
}

/**
 * hbk_rule_free:
 * @self: (transfer full) (nullable): a rule
 *
 * Frees a rule.
 */
void
hbk_rule_free (HbkRule *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->activities);
  hbk_condition_free (self->when);
  g_array_unref (self->gates);
  g_array_unref (self->warns);
  g_array_unref (self->readings);
  hbk_credit_free (self->credit);
  hbk_credit_free (self->public_credit);
  hbk_credit_free (self->professional_credit);
  g_array_unref (self->subjects);
  g_array_unref (self->years);
  g_array_unref (self->caps);
  g_array_unref (self->once);
  g_free (self);
}
