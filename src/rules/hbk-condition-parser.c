/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-condition-parser.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-measure-parser.h"
#include "rules/hbk-text-parser.h"

/* How many conditions a list may have. */
#define CHILDREN_MAX 100

#define TEST_KEYS "is", "in", "min", "max", "above", "below", "from", "to", "from_fact", "to_fact", "known"

typedef void (*ShapeFunc) (HbkPackContext *context, HbkCondition *condition);

/* One of the shapes, told by the key that only it has. */
typedef struct
{
  const char        *key;
  HbkConditionKind   kind;
  gboolean           of_record; /* makes sense only where there is a record to look at */
  ShapeFunc          parse;
  const char *const *keys;
} Shape;

typedef struct
{
  HbkPackContext *context;
  HbkCondition   *condition;
} Parent;

static HbkCondition *parse_one (HbkPackContext *context);

static const HbkJsonChoice record_dates[] = {
  { "start", FALSE },
  { "end", TRUE },
  { NULL },
};

static const HbkJsonChoice subjects[] = {
  { "public", HBK_SUBJECT_PUBLIC },
  { "professional", HBK_SUBJECT_PROFESSIONAL },
  { NULL },
};

void
hbk_condition_check_record (HbkPackContext *context, const char *key)
{
  if (context->without_record)
    hbk_json_reader_report_printf (context->reader, key, HBK_ERROR_VALUE, _ ("Use profile, year, as_of and reading here."), _ ("There is no record here for “%s” to look at."), key);
}

/* ---- Lists of conditions ---- */

static void
add_child (HbkJsonReader *reader, gpointer user_data)
{
  Parent       *parent = user_data;
  HbkCondition *child = parse_one (parent->context);

  if (child != NULL)
    g_ptr_array_add (parent->condition->children, child);
}

static void
parse_children (HbkPackContext *context, const char *member, HbkCondition *condition)
{
  Parent parent = { context, condition };

  hbk_text_parser_each_value (context->reader, member, HBK_JSON_REQUIRED, CHILDREN_MAX, add_child, &parent);
}

static HbkCondition *
new_list (HbkConditionKind kind)
{
  HbkCondition *condition = g_new0 (HbkCondition, 1);

  condition->kind = kind;
  condition->children = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_condition_free);

  return condition;
}

static void
parse_any (HbkPackContext *context, HbkCondition *condition)
{
  parse_children (context, "any", condition);
}

static void
parse_not (HbkPackContext *context, HbkCondition *condition)
{
  Parent parent = { context, condition };

  if (hbk_json_reader_get_kind (context->reader, "not") == HBK_JSON_ARRAY)
    {
      parse_children (context, "not", condition);
      return;
    }

  hbk_json_reader_enter_member (context->reader, "not");
  add_child (context->reader, &parent);
  hbk_json_reader_leave (context->reader);
}

/* ---- The other shapes ---- */

static void
parse_fact (HbkPackContext *context, HbkCondition *condition)
{
  condition->spec = hbk_pack_context_get_fact (context, "fact", HBK_JSON_REQUIRED);
  hbk_condition_parse_test (context, condition);
}

static void
parse_profile (HbkPackContext *context, HbkCondition *condition)
{
  condition->spec = hbk_pack_context_get_attribute (context, "profile", HBK_JSON_REQUIRED);
  hbk_condition_parse_test (context, condition);
}

static void
parse_measure (HbkPackContext *context, HbkCondition *condition)
{
  hbk_measure_parse (context, "measure", HBK_JSON_REQUIRED, &condition->measure);
  hbk_condition_parse_amount (context, condition);
}

static void
parse_date (HbkPackContext *context, HbkCondition *condition)
{
  hbk_json_reader_get_choice (context->reader, "date", HBK_JSON_REQUIRED, record_dates, &condition->on_end);
  hbk_condition_parse_dates (context, condition);
}

static void
parse_year (HbkPackContext *context, HbkCondition *condition)
{
  static const char *const keys[] = { "min", "max", NULL };
  HbkJsonReader           *reader = context->reader;
  int                      min = 0, max = 0;

  if (!hbk_json_reader_enter_object (reader, "year", HBK_JSON_REQUIRED))
    return;

  hbk_json_reader_only_keys (reader, keys);
  if (!hbk_json_reader_has_member (reader, "min") && !hbk_json_reader_has_member (reader, "max"))
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("There is no year."), _ ("Add “min”, “max” or both."));

  hbk_json_reader_get_int (reader, "min", HBK_JSON_OPTIONAL, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX, &min);
  hbk_json_reader_get_int (reader, "max", HBK_JSON_OPTIONAL, HBK_DATE_YEAR_MIN, HBK_DATE_YEAR_MAX, &max);
  if (min > 0 && max > 0 && min > max)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("No year lies within these bounds."), _ ("Exchange the two, or correct one of them."));
  condition->bounds = (HbkBounds) { .has_min = min > 0, .min = min, .has_max = max > 0, .max = max };
  hbk_json_reader_leave (reader);
}

static void
parse_as_of (HbkPackContext *context, HbkCondition *condition)
{
  static const char *const keys[] = { "from", "to", "from_fact", "to_fact", NULL };

  if (!hbk_json_reader_enter_object (context->reader, "as_of", HBK_JSON_REQUIRED))
    return;

  hbk_json_reader_only_keys (context->reader, keys);
  hbk_condition_parse_dates (context, condition);
  hbk_json_reader_leave (context->reader);
}

static void
parse_in_post (HbkPackContext *context, HbkCondition *condition)
{
  hbk_json_reader_get_boolean (context->reader, "in_post", HBK_JSON_REQUIRED, &condition->known);
}

static void
parse_subject (HbkPackContext *context, HbkCondition *condition)
{
  int subject = HBK_SUBJECT_NONE;

  hbk_json_reader_get_choice (context->reader, "subject", HBK_JSON_REQUIRED, subjects, &subject);
  condition->subject = (HbkSubject) subject;
}

static void
add_activity (HbkPackContext *context, const char *member, GPtrArray *activities)
{
  const char *activity = hbk_pack_context_get_activity (context, member, HBK_JSON_REQUIRED);

  if (activity == NULL)
    return;

  if (g_ptr_array_find (activities, activity, NULL))
    hbk_json_reader_report_member (context->reader, member, HBK_ERROR_DUPLICATE, _ ("The list has this value twice."), _ ("Remove one of the two."));
  else
    g_ptr_array_add (activities, (gpointer) activity);
}

static void
add_activity_element (HbkJsonReader *reader, gpointer user_data)
{
  Parent *parent = user_data;

  add_activity (parent->context, NULL, parent->condition->activities);
}

static void
parse_activity (HbkPackContext *context, HbkCondition *condition)
{
  Parent parent = { context, condition };

  condition->activities = g_ptr_array_new ();
  if (hbk_json_reader_get_kind (context->reader, "activity") == HBK_JSON_ARRAY)
    hbk_text_parser_each_value (context->reader, "activity", HBK_JSON_REQUIRED, CHILDREN_MAX, add_activity_element, &parent);
  else
    add_activity (context, "activity", condition->activities);
}

static void
report_no_option (HbkPackContext *context, const HbkReading *reading, const char *option)
{
  g_autoptr (GString) action = g_string_new (NULL);

  for (guint i = 0; i < reading->options->len; i++)
    {
      g_string_append (action, i == 0 ? "" : ", ");
      g_string_append (action, g_array_index (reading->options, HbkReadingOption, i).id);
    }

  g_string_prepend (action, _ ("Use one of: "));
  g_string_append_c (action, '.');
  hbk_json_reader_report_printf (context->reader, "is", HBK_ERROR_REFERENCE, action->str, _ ("The reading “%1$s” has no option “%2$s”."), reading->id, option);
}

static void
parse_reading (HbkPackContext *context, HbkCondition *condition)
{
  int               position = hbk_pack_context_get_reading (context, "reading", HBK_JSON_REQUIRED);
  const char       *option = hbk_json_reader_get_string (context->reader, "is", HBK_JSON_REQUIRED, HBK_PACK_LIST_MAX);
  const HbkReading *reading;
  int               found;

  if (position < 0 || option == NULL)
    return;

  reading = &g_array_index (context->pack->readings, HbkReading, position);
  found = hbk_reading_lookup_option (reading, option);
  condition->reading = (guint) position;
  condition->option = (guint) MAX (found, 0);
  if (found < 0)
    report_no_option (context, reading, option);
}

/* ---- Any condition ---- */

static const Shape shapes[] = {
  { "any", HBK_CONDITION_ANY, FALSE, parse_any, (const char *const[]) { "any", NULL } },
  { "not", HBK_CONDITION_NOT, FALSE, parse_not, (const char *const[]) { "not", NULL } },
  { "fact", HBK_CONDITION_FACT, TRUE, parse_fact, (const char *const[]) { "fact", TEST_KEYS, NULL } },
  { "profile", HBK_CONDITION_PROFILE, FALSE, parse_profile, (const char *const[]) { "profile", TEST_KEYS, NULL } },
  { "measure", HBK_CONDITION_MEASURE, TRUE, parse_measure, (const char *const[]) { "measure", "min", "max", "above", "below", "whole", NULL } },
  { "date", HBK_CONDITION_DATE, TRUE, parse_date, (const char *const[]) { "date", "from", "to", "from_fact", "to_fact", NULL } },
  { "year", HBK_CONDITION_YEAR, FALSE, parse_year, (const char *const[]) { "year", NULL } },
  { "as_of", HBK_CONDITION_AS_OF, FALSE, parse_as_of, (const char *const[]) { "as_of", NULL } },
  { "in_post", HBK_CONDITION_IN_POST, TRUE, parse_in_post, (const char *const[]) { "in_post", NULL } },
  { "subject", HBK_CONDITION_SUBJECT, TRUE, parse_subject, (const char *const[]) { "subject", NULL } },
  { "activity", HBK_CONDITION_ACTIVITY, TRUE, parse_activity, (const char *const[]) { "activity", NULL } },
  { "reading", HBK_CONDITION_READING, FALSE, parse_reading, (const char *const[]) { "reading", "is", NULL } },
};

static const Shape *
find_shape (HbkJsonReader *reader)
{
  static const char *const keys[] = { "any", "not", "fact", "profile", "measure", "date", "year", "as_of", "in_post", "subject", "activity", "reading", TEST_KEYS, NULL };
  const char              *key;

  /* A condition has two or three members: looking through these is quicker than asking for each key that it might have. */
  for (guint i = 0; (key = hbk_json_reader_get_key (reader, i)) != NULL; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (shapes); j++)
        {
          if (*key == *shapes[j].key && g_str_equal (key, shapes[j].key))
            return &shapes[j];
        }
    }

  if (hbk_json_reader_only_keys (reader, keys))
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("The condition does not say what it looks at."), _ ("Add one of: any, not, fact, profile, measure, date, year, as_of, in_post, subject, activity, reading."));
  return NULL;
}

static HbkCondition *
parse_object (HbkPackContext *context)
{
  const Shape  *shape = find_shape (context->reader);
  HbkCondition *condition;

  if (shape == NULL)
    return NULL;

  hbk_json_reader_only_keys (context->reader, shape->keys);
  if (shape->of_record)
    hbk_condition_check_record (context, shape->key);

  if (shape->kind == HBK_CONDITION_ANY || shape->kind == HBK_CONDITION_NOT)
    condition = new_list (shape->kind);
  else
    condition = g_new0 (HbkCondition, 1);
  condition->kind = shape->kind;
  shape->parse (context, condition);

  return condition;
}

static HbkCondition *
parse_value (HbkPackContext *context)
{
  HbkCondition *condition;

  switch (hbk_json_reader_get_kind (context->reader, NULL))
    {
    case HBK_JSON_OBJECT:
      return parse_object (context);

    case HBK_JSON_ARRAY:
      condition = new_list (HBK_CONDITION_ALL);
      parse_children (context, NULL, condition);
      return condition;

    default:
      hbk_json_reader_report_expected (context->reader, NULL, _ ("a condition in { } or a list of conditions in [ ]"), _ ("Write the condition as an object."));
      return NULL;
    }
}

/* The condition at the current place, which counts for the depth. */
static HbkCondition *
parse_one (HbkPackContext *context)
{
  HbkCondition *condition = NULL;

  if (context->depth == HBK_PACK_DEPTH_MAX)
    {
      hbk_json_reader_report_printf (context->reader, NULL, HBK_ERROR_LIMIT, _ ("Put it in plainer words, with fewer “any” and “not” inside each other."), _ ("The condition is nested more than %d levels deep."), HBK_PACK_DEPTH_MAX);
      return NULL;
    }

  context->depth++;
  condition = parse_value (context);
  context->depth--;

  return condition;
}

/**
 * hbk_condition_parse:
 * @context: a context
 * @member: the key
 * @need: whether it has to be there
 *
 * Reads a condition, or a list of conditions, which must all hold; see data/packs/FORMAT.md, Conditions.
 *
 * Returns: (transfer full) (nullable): the condition; %NULL when there is none or a problem was reported
 */
HbkCondition *
hbk_condition_parse (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  HbkCondition *condition;
  int           depth = context->depth;

  if (!hbk_json_reader_enter_member (context->reader, member))
    {
      if (need == HBK_JSON_REQUIRED)
        hbk_json_reader_report_printf (context->reader, member, HBK_ERROR_MISSING, _ ("Add it."), _ ("The key “%s” is missing; it should hold a condition."), member);
      return NULL;
    }

  context->depth = 0;
  condition = parse_one (context);
  context->depth = depth;
  hbk_json_reader_leave (context->reader);

  return condition;
}
