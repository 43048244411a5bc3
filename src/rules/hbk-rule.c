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

/* The conditions, which stand at some place in each entry, get the copies as further owners. */
static void
copy_entries (GArray *target, const GArray *source, gsize condition_offset)
{
  guint size = g_array_get_element_size (target);

  g_array_set_size (target, 0);
  if (source->len == 0)
    return;

  g_array_append_vals (target, source->data, source->len);
  for (guint i = 0; i < target->len; i++)
    {
      HbkCondition **condition = (gpointer) (target->data + (gsize) i * size + condition_offset);

      *condition = hbk_condition_share (*condition);
    }
}

static void
copy_years (GArray *target, const GArray *source)
{
  copy_entries (target, source, G_STRUCT_OFFSET (HbkYearOption, when));
  for (guint i = 0; i < target->len; i++)
    {
      GPtrArray *facts = g_array_index (target, HbkYearOption, i).mode.facts;

      /* An option that could not be read has none; the pack is refused for it. */
      if (facts != NULL)
        g_ptr_array_ref (facts);
    }
}

/**
 * hbk_rule_copy:
 * @self: a rule
 *
 * Makes a rule with the same contents; both own the conditions and credits.
 *
 * Returns: (transfer full): the copy
 */
HbkRule *
hbk_rule_copy (const HbkRule *self)
{
  HbkRule *copy = hbk_rule_new ();
  HbkRule  lists = *copy;

  *copy = *self;
  copy->activities = lists.activities;
  copy->gates = lists.gates;
  copy->warns = lists.warns;
  copy->readings = lists.readings;
  copy->subjects = lists.subjects;
  copy->years = lists.years;
  copy->caps = lists.caps;
  copy->once = lists.once;

  copy->when = hbk_condition_share (self->when);
  copy->credit = hbk_credit_share (self->credit);
  copy->public_credit = hbk_credit_share (self->public_credit);
  copy->professional_credit = hbk_credit_share (self->professional_credit);
  g_ptr_array_extend (copy->activities, self->activities, NULL, NULL);
  if (self->readings->len > 0)
    g_array_append_vals (copy->readings, self->readings->data, self->readings->len);
  copy_entries (copy->gates, self->gates, G_STRUCT_OFFSET (HbkGate, when));
  copy_entries (copy->warns, self->warns, G_STRUCT_OFFSET (HbkWarn, when));
  copy_entries (copy->caps, self->caps, G_STRUCT_OFFSET (HbkCapUse, when));
  copy_entries (copy->once, self->once, G_STRUCT_OFFSET (HbkOnce, when));
  copy_years (copy->years, self->years);
  hbk_rule_set_subjects (copy, self->subjects);

  return copy;
}

/**
 * hbk_rule_set_subjects:
 * @self: a rule
 * @subjects: (element-type HbkSubjectOption): which subject its hours count for
 *
 * Replaces the subjects of a rule by copies of others.
 */
void
hbk_rule_set_subjects (HbkRule *self, const GArray *subjects)
{
  copy_entries (self->subjects, subjects, G_STRUCT_OFFSET (HbkSubjectOption, when));
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
