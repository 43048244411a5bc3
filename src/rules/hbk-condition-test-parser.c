/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-condition-parser.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "rules/hbk-day-parser.h"
#include "rules/hbk-text-parser.h"

#define SAMPLE_CHARS 40
#define VALUES_MAX 100

static const char *const value_keys[] = { "is", "in", NULL };
static const char *const bound_keys[] = { "min", "max", "above", "below", NULL };
static const char *const date_keys[] = { "from", "to", "from_fact", "to_fact", NULL };
static const char *const known_keys[] = { "known", NULL };

static gboolean
has_any (HbkJsonReader *reader, const char *const *keys)
{
  for (; *keys != NULL; keys++)
    {
      if (hbk_json_reader_has_member (reader, *keys))
        return TRUE;
    }

  return FALSE;
}

/* ---- is, in ---- */

static gboolean
parse_choice (HbkPackContext *context, const char *member, const HbkFactSpec *spec, HbkValue *value)
{
  const char          *id = hbk_json_reader_get_string (context->reader, member, HBK_JSON_REQUIRED, HBK_TEXT_PARSER_TEXT_MAX);
  const HbkChoiceSpec *choice;
  g_autofree char     *what = NULL;
  g_autofree char     *shown = NULL;

  if (id == NULL)
    return FALSE;

  choice = hbk_fact_spec_lookup_choice (spec, id);
  if (choice != NULL)
    {
      hbk_value_set_text (value, choice->id);
      return TRUE;
    }

  shown = hbk_text_escape (id, -1, SAMPLE_CHARS);
  what = g_strdup_printf (_ ("“%1$s” has no answer “%2$s”."), spec->id, shown);
  hbk_pack_context_report_no_entry (context, member, id, &(HbkIdTable) { .entries = spec->choices }, what, _ ("Use an answer that the vocabulary lists for it."));
  return FALSE;
}

static gboolean
parse_number (HbkPackContext *context, const char *member, const HbkFactSpec *spec, HbkValue *value)
{
  HbkHours number;

  if (!hbk_json_reader_get_hours (context->reader, member, HBK_JSON_REQUIRED, &number))
    return FALSE;

  if (spec->type == HBK_FACT_INTEGER && number % 100 != 0)
    {
      hbk_json_reader_report_printf (context->reader, member, HBK_ERROR_VALUE, _ ("Use a whole number."), _ ("“%s” is always a whole number."), spec->id);
      return FALSE;
    }

  hbk_value_set_number (value, number);
  return TRUE;
}

static gboolean
parse_value (HbkPackContext *context, const char *member, const HbkFactSpec *spec, HbkValue *value)
{
  const char *text;
  gboolean    truth;

  switch (spec->type)
    {
    case HBK_FACT_BOOLEAN:
      if (!hbk_json_reader_get_boolean (context->reader, member, HBK_JSON_REQUIRED, &truth))
        return FALSE;
      hbk_value_set_boolean (value, truth);
      return TRUE;

    case HBK_FACT_CHOICE:
      return parse_choice (context, member, spec, value);

    case HBK_FACT_TEXT:
      text = hbk_text_parser_get_text (context->reader, member, HBK_JSON_REQUIRED);
      if (text == NULL)
        return FALSE;
      hbk_value_set_text (value, text);
      return TRUE;

    default:
      return parse_number (context, member, spec, value);
    }
}

static void
add_value (HbkPackContext *context, const char *member, HbkCondition *condition)
{
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  if (!parse_value (context, member, condition->spec, &value))
    return;

  for (guint i = 0; i < condition->values->len; i++)
    {
      if (hbk_value_equal (&g_array_index (condition->values, HbkValue, i), &value))
        {
          hbk_json_reader_report_member (context->reader, member, HBK_ERROR_DUPLICATE, _ ("The list has this value twice."), _ ("Remove one of the two."));
          return;
        }
    }

  g_array_append_val (condition->values, value);
  value = (HbkValue) HBK_VALUE_INIT;
}

typedef struct
{
  HbkPackContext *context;
  HbkCondition   *condition;
} Values;

static void
add_element (HbkJsonReader *reader, gpointer user_data)
{
  Values *values = user_data;

  add_value (values->context, NULL, values->condition);
}

static void
parse_values (HbkPackContext *context, HbkCondition *condition)
{
  HbkJsonReader *reader = context->reader;
  Values         values = { context, condition };

  condition->test = HBK_TEST_VALUES;
  condition->values = g_array_new (FALSE, TRUE, sizeof (HbkValue));
  g_array_set_clear_func (condition->values, (GDestroyNotify) hbk_value_clear);

  if (hbk_json_reader_has_member (reader, "is"))
    add_value (context, "is", condition);
  else
    hbk_text_parser_each_value (reader, "in", HBK_JSON_REQUIRED, VALUES_MAX, add_element, &values);

  if (hbk_json_reader_has_member (reader, "is") && hbk_json_reader_has_member (reader, "in"))
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("There is “is” and “in”."), _ ("Keep one of the two."));
}

/* ---- min, max, above, below ---- */

/* One end of the bounds: @closed includes the number, @open excludes it. */
static void
parse_bound (HbkPackContext *context, const char *closed, const char *open, gboolean *has, gboolean *is_open, gint64 *number)
{
  HbkJsonReader *reader = context->reader;

  if (hbk_json_reader_has_member (reader, closed) && hbk_json_reader_has_member (reader, open))
    {
      g_autofree char *what = g_strdup_printf (_ ("There is “%1$s” and “%2$s”."), closed, open);

      hbk_json_reader_report (reader, HBK_ERROR_VALUE, what, _ ("Keep one of the two."));
    }

  *is_open = hbk_json_reader_has_member (reader, open);
  *has = hbk_json_reader_get_hours (reader, *is_open ? open : closed, HBK_JSON_OPTIONAL, number);
}

/* The bounds of a number; there must be one at least. */
static void
parse_bounds (HbkPackContext *context, HbkBounds *bounds)
{
  HbkJsonReader *reader = context->reader;

  parse_bound (context, "min", "above", &bounds->has_min, &bounds->min_open, &bounds->min);
  parse_bound (context, "max", "below", &bounds->has_max, &bounds->max_open, &bounds->max);

  if (!has_any (reader, bound_keys))
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("There is no bound to compare with."), _ ("Add one of: min, max, above, below."));
  else if (bounds->has_min && bounds->has_max && (bounds->min > bounds->max || (bounds->min == bounds->max && (bounds->min_open || bounds->max_open))))
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("No number lies within these bounds."), _ ("Exchange the two, or correct one of them."));
}

/**
 * hbk_condition_parse_amount:
 * @context: a context, at a condition on a measure
 * @condition: the condition
 *
 * Reads how a condition on a measure looks at the amount: within bounds, or with or without a fraction.
 */
void
hbk_condition_parse_amount (HbkPackContext *context, HbkCondition *condition)
{
  HbkJsonReader *reader = context->reader;

  if (!hbk_json_reader_has_member (reader, "whole"))
    {
      condition->test = HBK_TEST_BOUNDS;
      parse_bounds (context, &condition->bounds);
      return;
    }

  condition->test = HBK_TEST_WHOLE;
  hbk_json_reader_get_boolean (reader, "whole", HBK_JSON_REQUIRED, &condition->known);
  if (has_any (reader, bound_keys))
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("The condition makes several tests at once."), _ ("Make a condition of each, in a list."));
}

/* ---- from, to, from_fact, to_fact ---- */

/**
 * hbk_condition_parse_dates:
 * @context: a context, at the object that has the bounds
 * @condition: the condition whose bounds are set
 *
 * Reads the bounds of a date; there must be one at least, and one for each end at most.
 */
void
hbk_condition_parse_dates (HbkPackContext *context, HbkCondition *condition)
{
  HbkJsonReader *reader = context->reader;
  gboolean       from = hbk_json_reader_has_member (reader, "from");
  gboolean       to = hbk_json_reader_has_member (reader, "to");
  gboolean       from_fact = hbk_json_reader_has_member (reader, "from_fact");
  gboolean       to_fact = hbk_json_reader_has_member (reader, "to_fact");

  if (!from && !to && !from_fact && !to_fact)
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("There is no date to compare with."), _ ("Add “from”, “to” or both."));
  if (from && from_fact)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("There is “from” and “from_fact”."), _ ("Keep one of the two."));
  if (to && to_fact)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("There is “to” and “to_fact”."), _ ("Keep one of the two."));

  if (from_fact)
    hbk_condition_check_record (context, "from_fact");
  if (to_fact)
    hbk_condition_check_record (context, "to_fact");

  hbk_day_parse (context, "from", &condition->from);
  hbk_day_parse (context, "to", &condition->to);
  hbk_day_check_order (context, &condition->from, &condition->to);
  condition->from_fact = hbk_pack_context_get_date_fact (context, "from_fact", HBK_JSON_OPTIONAL);
  condition->to_fact = hbk_pack_context_get_date_fact (context, "to_fact", HBK_JSON_OPTIONAL);
}

/* ---- The test of a fact or attribute ---- */

static gboolean
fits (HbkTestKind test, HbkFactType type)
{
  switch (test)
    {
    case HBK_TEST_VALUES:
      return type != HBK_FACT_DATE && type != HBK_FACT_HOURS_LIST;
    case HBK_TEST_BOUNDS:
      return hbk_fact_type_is_number (type);
    case HBK_TEST_DATES:
      return type == HBK_FACT_DATE;
    case HBK_TEST_KNOWN:
    case HBK_TEST_WHOLE:
    default:
      return TRUE;
    }
}

static const char *
advise (HbkFactType type)
{
  switch (type)
    {
    case HBK_FACT_INTEGER:
    case HBK_FACT_NUMBER:
    case HBK_FACT_HOURS:
      return _ ("It is a number: use is, in, min, max, above, below or known.");
    case HBK_FACT_BOOLEAN:
      return _ ("It is yes or no: use is or known.");
    case HBK_FACT_DATE:
      return _ ("It is a date: use from, to, from_fact, to_fact or known.");
    case HBK_FACT_HOURS_LIST:
      return _ ("It is a list of hours: use known.");
    case HBK_FACT_CHOICE:
    case HBK_FACT_TEXT:
    default:
      return _ ("It is one of several answers: use is, in or known.");
    }
}

static gboolean
is_among (const char *key, const char *const *keys)
{
  for (; *keys != NULL; keys++)
    {
      if (**keys == *key && g_str_equal (*keys, key))
        return TRUE;
    }

  return FALSE;
}

/* Which kind of test the keys of the object make. */
static gboolean
find_test (HbkJsonReader *reader, HbkTestKind *test)
{
  static const char *const *const keys[] = {
    [HBK_TEST_VALUES] = value_keys,
    [HBK_TEST_BOUNDS] = bound_keys,
    [HBK_TEST_DATES] = date_keys,
    [HBK_TEST_KNOWN] = known_keys,
  };
  gboolean    found = FALSE;
  const char *key;

  for (guint i = 0; (key = hbk_json_reader_get_key (reader, i)) != NULL; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
        {
          if (!is_among (key, keys[j]))
            continue;

          if (found && *test != (HbkTestKind) j)
            {
              hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("The condition makes several tests at once."), _ ("Make a condition of each, in a list."));
              return FALSE;
            }
          *test = (HbkTestKind) j;
          found = TRUE;
        }
    }

  if (!found)
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("The condition has nothing to compare with."), _ ("Add one of: is, in, min, max, above, below, from, to, from_fact, to_fact, known."));

  return found;
}

/**
 * hbk_condition_parse_test:
 * @context: a context, at the condition
 * @condition: the condition, whose @spec is set, or %NULL when a problem was reported
 *
 * Reads how a condition on a fact or attribute looks at the value.
 */
void
hbk_condition_parse_test (HbkPackContext *context, HbkCondition *condition)
{
  if (condition->spec == NULL || !find_test (context->reader, &condition->test))
    return;

  if (!fits (condition->test, condition->spec->type))
    {
      hbk_json_reader_report_printf (context->reader, NULL, HBK_ERROR_VALUE, advise (condition->spec->type),
                                     _ ("This test does not fit “%s”."), condition->spec->id);
      return;
    }

  switch (condition->test)
    {
    case HBK_TEST_VALUES:
      parse_values (context, condition);
      break;
    case HBK_TEST_BOUNDS:
      parse_bounds (context, &condition->bounds);
      break;
    case HBK_TEST_DATES:
      hbk_condition_parse_dates (context, condition);
      break;
    case HBK_TEST_KNOWN:
    case HBK_TEST_WHOLE:
    default:
      hbk_json_reader_get_boolean (context->reader, "known", HBK_JSON_REQUIRED, &condition->known);
      break;
    }
}
