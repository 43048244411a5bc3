/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/hbk-scope.h"

/**
 * hbk_core_facts_init:
 * @self: facts to fill
 * @vocabulary: where they are declared
 *
 * Looks up the facts that the evaluator itself needs. A fact that the vocabulary lacks stays %NULL and counts as never stated.
 */
void
hbk_core_facts_init (HbkCoreFacts        *self,
                     const HbkVocabulary *vocabulary)
{
  self->days = hbk_vocabulary_lookup_fact (vocabulary, "days");
  self->transit_days = hbk_vocabulary_lookup_fact (vocabulary, "transit_days");
  self->rest_days = hbk_vocabulary_lookup_fact (vocabulary, "rest_days");
  self->days_next_year = hbk_vocabulary_lookup_fact (vocabulary, "days_next_year");
  self->hours_next_year = hbk_vocabulary_lookup_fact (vocabulary, "hours_next_year");
  self->hours_in_window = hbk_vocabulary_lookup_fact (vocabulary, "hours_in_window");
  self->stated_hours = hbk_vocabulary_lookup_fact (vocabulary, "stated_hours");
  self->months = hbk_vocabulary_lookup_fact (vocabulary, "months");
  self->post_from = hbk_vocabulary_lookup_attribute (vocabulary, "post_from");
}

/**
 * hbk_scope_ask:
 * @scope: the evaluation
 * @spec: (nullable): the fact or attribute that is not known
 *
 * Notes that a fact is needed and not known. A fact is noted once.
 */
void
hbk_scope_ask (HbkScope          *scope,
               const HbkFactSpec *spec)
{
  if (spec != NULL && scope->missing != NULL && !g_ptr_array_find (scope->missing, spec, NULL))
    g_ptr_array_add (scope->missing, (gpointer) spec);
}

static gboolean
value_fits (const HbkFactSpec *spec,
            const HbkValue    *value)
{
  switch (spec->type)
    {
    case HBK_FACT_BOOLEAN:
      return value->kind == HBK_VALUE_BOOLEAN;
    case HBK_FACT_INTEGER:
      return value->kind == HBK_VALUE_NUMBER && value->number % 100 == 0 && value->number >= 0;
    case HBK_FACT_NUMBER:
    case HBK_FACT_HOURS:
      return value->kind == HBK_VALUE_NUMBER && value->number >= 0 && value->number <= HBK_HOURS_MAX;
    case HBK_FACT_DATE:
      return value->kind == HBK_VALUE_TEXT && value->date != HBK_DATE_NONE;
    case HBK_FACT_CHOICE:
      return value->kind == HBK_VALUE_TEXT && hbk_fact_spec_lookup_choice (spec, value->text) != NULL;
    case HBK_FACT_HOURS_LIST:
      return value->kind == HBK_VALUE_LIST;
    case HBK_FACT_TEXT:
    default:
      return value->kind == HBK_VALUE_TEXT;
    }
}

/**
 * hbk_fact_spec_accepts:
 * @self: a fact or attribute
 * @value: an answer
 *
 * Whether an answer is of the kind the vocabulary asks for. "Not stated" always is.
 *
 * Returns: %TRUE when it is
 */
gboolean
hbk_fact_spec_accepts (const HbkFactSpec *self,
                       const HbkValue    *value)
{
  return value->kind == HBK_VALUE_NONE || value_fits (self, value);
}

/**
 * hbk_scope_get_value:
 * @scope: the evaluation
 * @spec: (nullable): a fact of the record, or an attribute of the profile
 * @of_profile: look in the profile
 * @value: (out) (transfer none): the answer
 *
 * Gets an answer. A missing one is what the vocabulary says a missing one means; one of the wrong kind counts as missing.
 *
 * Returns: %FALSE when the answer is not known
 */
gboolean
hbk_scope_get_value (HbkScope          *scope,
                     const HbkFactSpec *spec,
                     gboolean           of_profile,
                     const HbkValue   **value)
{
  const HbkValue *found = NULL;

  if (spec == NULL)
    return FALSE;
  if (of_profile)
    found = hbk_profile_get_attribute (scope->profile, spec->id);
  else if (scope->record != NULL)
    found = hbk_record_get_fact (scope->record, spec->id);

  if (found == NULL || found->kind == HBK_VALUE_NONE || !value_fits (spec, found))
    found = &spec->absent;
  *value = found;
  return found->kind != HBK_VALUE_NONE;
}

/**
 * hbk_scope_get_number:
 * @scope: the evaluation
 * @spec: (nullable): a number fact of the record
 * @number: (out): the answer, in hundredths
 *
 * Gets a number the record states.
 *
 * Returns: %FALSE when it is not known
 */
gboolean
hbk_scope_get_number (HbkScope          *scope,
                      const HbkFactSpec *spec,
                      HbkHours          *number)
{
  const HbkValue *value;

  if (!hbk_scope_get_value (scope, spec, FALSE, &value) || value->kind != HBK_VALUE_NUMBER)
    return FALSE;
  *number = value->number;
  return TRUE;
}

/**
 * hbk_scope_get_date:
 * @scope: the evaluation
 * @spec: (nullable): a date fact of the record, or a date attribute of the profile
 * @of_profile: look in the profile
 *
 * Gets a date the record or profile states.
 *
 * Returns: the date, or HBK_DATE_NONE when it is not known
 */
HbkDate
hbk_scope_get_date (HbkScope          *scope,
                    const HbkFactSpec *spec,
                    gboolean           of_profile)
{
  const HbkValue *value;

  if (!hbk_scope_get_value (scope, spec, of_profile, &value) || value->kind != HBK_VALUE_TEXT)
    return HBK_DATE_NONE;
  return value->date;
}

/**
 * hbk_day_resolve:
 * @day: a date, or a month and day
 * @year: the credit year
 *
 * Turns a month-day into the date of a year. A 29 February that the year lacks becomes the 28th.
 *
 * Returns: the date, or HBK_DATE_NONE when @day is unset
 */
HbkDate
hbk_day_resolve (HbkDay day,
                 int    year)
{
  if (day.date != HBK_DATE_NONE)
    return day.date;
  if (day.month == 0)
    return HBK_DATE_NONE;
  return hbk_date_new (year, day.month, MIN (day.day, hbk_date_days_in_month (year, day.month)));
}
