/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-credit-parser.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-condition-parser.h"
#include "rules/hbk-measure-parser.h"
#include "rules/hbk-text-parser.h"

#define DAYS_PER_MONTH 30
#define FRACTION_MAX 1000

/* What any credit may have besides its shape. */
#define NOTE_KEYS "clause", "code"

typedef void (*ShapeFunc) (HbkPackContext *context, HbkCredit *credit);

/* One of the shapes, told by the key that only it has. "pool" stands before "per", which a pool has too. */
typedef struct
{
  const char        *key;
  HbkCreditKind      kind;
  ShapeFunc          parse;
  const char *const *keys;
} Shape;

typedef struct
{
  HbkPackContext *context;
  HbkCredit      *credit;
} Parent;

static HbkCredit *parse_one (HbkPackContext *context);

/* ---- Shapes without parts ---- */

static void
parse_fixed (HbkPackContext *context, HbkCredit *credit)
{
  hbk_pack_context_get_hours (context, "fixed", HBK_JSON_REQUIRED, FALSE, &credit->hours);
  credit->has_times = hbk_json_reader_has_member (context->reader, "times");
  credit->measure.fact = hbk_pack_context_get_number_fact (context, "times", HBK_JSON_OPTIONAL);
}

static void
parse_per (HbkPackContext *context, HbkCredit *credit)
{
  hbk_measure_parse (context, "per", HBK_JSON_REQUIRED, &credit->measure);
  hbk_pack_context_get_hours (context, "hours", HBK_JSON_REQUIRED, FALSE, &credit->hours);
  hbk_measure_parse_whole (context, &credit->whole, &credit->measure.up);
  hbk_json_reader_get_hours (context->reader, "step", HBK_JSON_OPTIONAL, &credit->step);

  if (hbk_json_reader_has_member (context->reader, "whole") && hbk_json_reader_has_member (context->reader, "step"))
    hbk_json_reader_report (context->reader, HBK_ERROR_VALUE, _ ("There is “whole” and “step”."), _ ("Keep one of the two."));
}

static void
parse_stated (HbkPackContext *context, HbkCredit *credit)
{
  credit->measure.fact = hbk_pack_context_get_number_fact (context, "stated", HBK_JSON_REQUIRED);
  hbk_measure_parse_minutes (context, &credit->measure);
}

static void
parse_by_day (HbkPackContext *context, HbkCredit *credit)
{
  const HbkFactSpec *spec = hbk_pack_context_get_fact (context, "by_day", HBK_JSON_REQUIRED);

  credit->measure.fact = spec;
  hbk_json_reader_get_int (context->reader, "times", HBK_JSON_OPTIONAL, 1, FRACTION_MAX, &credit->numerator);
  hbk_json_reader_get_int (context->reader, "divide", HBK_JSON_OPTIONAL, 1, FRACTION_MAX, &credit->denominator);
  if (spec != NULL && spec->type != HBK_FACT_HOURS_LIST)
    hbk_json_reader_report_printf (context->reader, "by_day", HBK_ERROR_VALUE, _ ("Use a fact of the type “hours_list”."), _ ("The fact “%s” is no list of hours."), spec->id);
}

static void
parse_pool (HbkPackContext *context, HbkCredit *credit)
{
  const char *pool = hbk_text_parser_get_id (context->reader, "pool", HBK_JSON_REQUIRED);

  if (pool != NULL)
    credit->pool = hbk_pack_context_intern (context, pool);

  hbk_measure_parse (context, "per", HBK_JSON_REQUIRED, &credit->measure);
  hbk_pack_context_get_hours (context, "hours", HBK_JSON_REQUIRED, FALSE, &credit->hours);
  credit->days_per_month = DAYS_PER_MONTH;
  hbk_json_reader_get_int (context->reader, "days_per_month", HBK_JSON_OPTIONAL, 1, 31, &credit->days_per_month);
}

static void
parse_floor (HbkPackContext *context, const char *member, HbkFloor *floor)
{
  floor->set = hbk_json_reader_has_member (context->reader, member);
  if (hbk_json_reader_get_kind (context->reader, member) == HBK_JSON_STRING)
    floor->fact = hbk_pack_context_get_number_fact (context, member, HBK_JSON_REQUIRED);
  else
    hbk_pack_context_get_hours (context, member, HBK_JSON_OPTIONAL, FALSE, &floor->hours);
}

static void
parse_deemed (HbkPackContext *context, HbkCredit *credit)
{
  static const char *const keys[] = { "public", "professional", NULL };
  HbkJsonReader           *reader = context->reader;

  hbk_json_reader_get_boolean (reader, "accepted", HBK_JSON_OPTIONAL, &credit->accepted);
  if (!hbk_json_reader_enter_object (reader, "deemed", HBK_JSON_REQUIRED))
    return;

  hbk_json_reader_only_keys (reader, keys);
  parse_floor (context, "public", &credit->public_floor);
  parse_floor (context, "professional", &credit->professional_floor);
  if (!credit->public_floor.set && !credit->professional_floor.set)
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("Nothing is deemed complete."), _ ("Add “public”, “professional” or both."));
  hbk_json_reader_leave (reader);
}

/* ---- Shapes made of others ---- */

static void
add_first (HbkJsonReader *reader, gpointer user_data)
{
  Parent    *parent = user_data;
  HbkCredit *child = parse_one (parent->context);

  if (child != NULL)
    g_ptr_array_add (parent->credit->children, child);
}

static void
parse_first (HbkPackContext *context, HbkCredit *credit)
{
  Parent parent = { context, credit };

  hbk_text_parser_each_object (context->reader, "first", HBK_JSON_REQUIRED, HBK_PACK_CREDITS_MAX, add_first, &parent);
}

/* A floor is never added on top of anything. */
static void
check_addend (HbkPackContext *context, const HbkCredit *credit)
{
  if (credit->kind == HBK_CREDIT_DEEMED)
    hbk_json_reader_report (context->reader, HBK_ERROR_VALUE, _ ("A deemed credit is a floor and cannot be added to others."), _ ("Make it the credit of a rule of its own."));
}

static void
add_addend (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "when", "clause", "credit", NULL };
  Parent                  *parent = user_data;
  HbkPackContext          *context = parent->context;
  HbkCredit               *child = NULL;
  const char              *clause;

  hbk_json_reader_only_keys (reader, keys);
  if (hbk_json_reader_enter_object (reader, "credit", HBK_JSON_REQUIRED))
    {
      child = parse_one (context);
      if (child != NULL)
        check_addend (context, child);
      hbk_json_reader_leave (reader);
    }

  clause = hbk_pack_context_get_part_clause (context, HBK_JSON_OPTIONAL);
  if (child == NULL)
    return;

  child->when = hbk_condition_parse (context, "when", HBK_JSON_OPTIONAL);
  if (clause != NULL)
    child->clause = clause;
  g_ptr_array_add (parent->credit->children, child);
}

static void
parse_sum (HbkPackContext *context, HbkCredit *credit)
{
  Parent parent = { context, credit };

  hbk_text_parser_each_object (context->reader, "sum", HBK_JSON_REQUIRED, HBK_PACK_CREDITS_MAX, add_addend, &parent);
}

/* ---- Any credit ---- */

static const Shape shapes[] = {
  { "fixed", HBK_CREDIT_FIXED, parse_fixed, (const char *const[]) { "fixed", "times", NOTE_KEYS, NULL } },
  { "pool", HBK_CREDIT_POOL, parse_pool, (const char *const[]) { "pool", "per", "hours", "days_per_month", NOTE_KEYS, NULL } },
  { "per", HBK_CREDIT_PER, parse_per, (const char *const[]) { "per", "hours", "whole", "step", NOTE_KEYS, NULL } },
  { "stated", HBK_CREDIT_STATED, parse_stated, (const char *const[]) { "stated", "minutes_fact", "minutes", "whole", NOTE_KEYS, NULL } },
  { "by_day", HBK_CREDIT_BY_DAY, parse_by_day, (const char *const[]) { "by_day", "times", "divide", NOTE_KEYS, NULL } },
  { "first", HBK_CREDIT_FIRST, parse_first, (const char *const[]) { "first", NOTE_KEYS, NULL } },
  { "sum", HBK_CREDIT_SUM, parse_sum, (const char *const[]) { "sum", NOTE_KEYS, NULL } },
  { "deemed", HBK_CREDIT_DEEMED, parse_deemed, (const char *const[]) { "deemed", "accepted", NOTE_KEYS, NULL } },
};

static const Shape *
find_shape (HbkJsonReader *reader)
{
  static const char *const keys[] = { "fixed", "times", "per", "hours", "whole", "step", "stated", "minutes_fact", "minutes", "by_day", "first", "sum", "pool", "days_per_month", "deemed", "divide", "accepted", NOTE_KEYS, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      if (hbk_json_reader_has_member (reader, shapes[i].key))
        return &shapes[i];
    }

  if (hbk_json_reader_only_keys (reader, keys))
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("The credit does not say how it counts."), _ ("Add one of: fixed, per, stated, by_day, first, sum, pool, deemed."));
  return NULL;
}

static HbkCredit *
parse_object (HbkPackContext *context)
{
  const Shape *shape = find_shape (context->reader);
  HbkCredit   *credit;

  if (shape == NULL)
    return NULL;

  hbk_json_reader_only_keys (context->reader, shape->keys);
  credit = g_new0 (HbkCredit, 1);
  credit->kind = shape->kind;
  credit->measure.divide = 1;
  credit->numerator = 1;
  credit->denominator = 1;
  if (credit->kind == HBK_CREDIT_FIRST || credit->kind == HBK_CREDIT_SUM)
    credit->children = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_credit_free);
  shape->parse (context, credit);
  credit->clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_OPTIONAL);
  credit->code = hbk_pack_context_get_code (context, "code", HBK_JSON_OPTIONAL);

  return credit;
}

/* The credit at the current place, an object, which counts for the depth. */
static HbkCredit *
parse_one (HbkPackContext *context)
{
  HbkCredit *credit;

  if (context->depth == HBK_PACK_DEPTH_MAX)
    {
      hbk_json_reader_report_printf (context->reader, NULL, HBK_ERROR_LIMIT, _ ("Make rules of the cases."), _ ("The credit is nested more than %d levels deep."), HBK_PACK_DEPTH_MAX);
      return NULL;
    }

  context->depth++;
  credit = parse_object (context);
  context->depth--;

  return credit;
}

/**
 * hbk_credit_parse:
 * @context: a context
 * @member: the key
 *
 * Reads a credit; see data/packs/FORMAT.md, Credit.
 *
 * Returns: (transfer full) (nullable): the credit; %NULL when a problem was reported
 */
HbkCredit *
hbk_credit_parse (HbkPackContext *context, const char *member)
{
  HbkCredit *credit;

  if (!hbk_json_reader_enter_object (context->reader, member, HBK_JSON_REQUIRED))
    return NULL;

  credit = parse_one (context);
  hbk_json_reader_leave (context->reader);

  return credit;
}
