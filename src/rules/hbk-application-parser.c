/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-pack-parser.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-condition-parser.h"
#include "rules/hbk-day-parser.h"
#include "rules/hbk-text-parser.h"

#define ENTRIES_MAX 100
#define YEARS_MAX 40

/* The condition of something that looks at the person and the year of the application, not at one record. */
static HbkCondition *
parse_when (HbkPackContext *context, HbkJsonNeed need)
{
  HbkCondition *when;

  context->without_record = TRUE;
  when = hbk_condition_parse (context, "when", need);
  context->without_record = FALSE;

  return when;
}

/* ---- Years of a level ---- */

static void
parse_offsets (HbkPackContext *context, HbkApplicationRule *rule)
{
  HbkJsonReader *reader = context->reader;
  int           *ends[] = { &rule->offset_from, &rule->offset_to };
  guint          n;

  if (!hbk_json_reader_enter_array (reader, "offsets", HBK_JSON_REQUIRED, &n))
    return;

  if (n != 2)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("A run of years has two offsets: the first year and the last."), _ ("Write two numbers such as [-5, -1]."));

  for (guint i = 0; i < MIN (n, 2); i++)
    {
      hbk_json_reader_enter_element (reader, i);
      hbk_json_reader_get_int (reader, NULL, HBK_JSON_REQUIRED, -YEARS_MAX, 0, ends[i]);
      hbk_json_reader_leave (reader);
    }

  if (rule->offset_from > rule->offset_to)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("The run of years ends before it begins."), _ ("Exchange the two numbers, or correct one of them."));
  hbk_json_reader_leave (reader);
}

static void
parse_years (HbkPackContext *context, HbkApplicationRule *rule)
{
  static const char *const pick_keys[] = { "pick", "earliest", "latest", NULL };
  static const char *const offset_keys[] = { "offsets", NULL };
  HbkJsonReader           *reader = context->reader;

  if (!hbk_json_reader_enter_object (reader, "years", HBK_JSON_REQUIRED))
    return;

  if (hbk_json_reader_has_member (reader, "offsets"))
    {
      hbk_json_reader_only_keys (reader, offset_keys);
      parse_offsets (context, rule);
    }
  else
    {
      hbk_json_reader_only_keys (reader, pick_keys);
      hbk_json_reader_get_int (reader, "pick", HBK_JSON_REQUIRED, 1, YEARS_MAX, &rule->pick);
      rule->earliest = hbk_year_parse (context, "earliest", HBK_JSON_OPTIONAL);
      hbk_json_reader_get_int (reader, "latest", HBK_JSON_OPTIONAL, -YEARS_MAX, 0, &rule->latest_offset);
    }
  hbk_json_reader_leave (reader);
}

static void
add_rule (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const   keys[] = { "level", "clause", "since", "exact", "when", "judge", "years", NULL };
  static const HbkJsonChoice levels[] = { { "junior", 0 }, { "intermediate", 1 }, { "senior", 2 }, { NULL } };
  static const HbkJsonChoice judges[] = { { "each", FALSE }, { "sum", TRUE }, { NULL } };
  HbkPackContext            *context = user_data;
  HbkApplicationRule         rule = { 0 };
  int                        level = 0;

  hbk_json_reader_only_keys (reader, keys);
  if (hbk_json_reader_get_choice (reader, "level", HBK_JSON_REQUIRED, levels, &level))
    rule.level = g_strdup (levels[level].nick);
  rule.clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  rule.since = hbk_year_parse (context, "since", HBK_JSON_OPTIONAL);
  rule.exact = hbk_year_parse (context, "exact", HBK_JSON_OPTIONAL);
  rule.when = parse_when (context, HBK_JSON_OPTIONAL);
  hbk_json_reader_get_choice (reader, "judge", HBK_JSON_OPTIONAL, judges, &rule.sum);
  parse_years (context, &rule);
  g_array_append_val (context->pack->applications.rules, rule);
}

/* ---- What bends them ---- */

static void
check_since (HbkPackContext *context, const char *member, const HbkFactSpec *spec, gboolean date)
{
  if (spec == NULL || (date ? spec->type == HBK_FACT_DATE : spec->type == HBK_FACT_INTEGER))
    return;

  if (date)
    hbk_json_reader_report_printf (context->reader, member, HBK_ERROR_VALUE, _ ("Use an attribute of the type “date”."), _ ("The profile attribute “%s” is no date."), spec->id);
  else
    hbk_json_reader_report_printf (context->reader, member, HBK_ERROR_VALUE, _ ("Use an attribute of the type “integer”."), _ ("The profile attribute “%s” is no whole number."), spec->id);
}

static void
add_pick_from (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const   date_keys[] = { "clause", "when", "years_since", "count", NULL };
  static const char *const   number_keys[] = { "clause", "when", "years", NULL };
  static const HbkJsonChoice counts[] = { { "full", FALSE }, { "calendar", TRUE }, { NULL } };
  HbkPackContext            *context = user_data;
  gboolean                   number = hbk_json_reader_has_member (reader, "years");
  const char                *member = number ? "years" : "years_since";
  HbkPickFrom                from = { 0 };

  hbk_json_reader_only_keys (reader, number ? number_keys : date_keys);
  from.clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  from.when = parse_when (context, HBK_JSON_REQUIRED);
  from.since = hbk_pack_context_get_attribute (context, member, HBK_JSON_REQUIRED);
  check_since (context, member, from.since, !number);
  hbk_json_reader_get_choice (reader, "count", HBK_JSON_OPTIONAL, counts, &from.calendar);
  g_array_append_val (context->pack->applications.pick_from, from);
}

static void
add_waiver (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "clause", "when", NULL };
  HbkPackContext          *context = user_data;
  HbkWaiver                waiver = { 0 };

  hbk_json_reader_only_keys (reader, keys);
  waiver.clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  waiver.when = parse_when (context, HBK_JSON_REQUIRED);
  g_array_append_val (context->pack->applications.waivers, waiver);
}

static void
add_subject (HbkJsonReader *reader, gpointer user_data)
{
  static const HbkJsonChoice subjects[] = { { "public", HBK_SUBJECT_PUBLIC }, { "professional", HBK_SUBJECT_PROFESSIONAL }, { NULL } };
  HbkConditional            *conditional = user_data;
  int                        subject = HBK_SUBJECT_NONE;

  hbk_json_reader_get_choice (reader, NULL, HBK_JSON_REQUIRED, subjects, &subject);
  conditional->covers_public |= subject == HBK_SUBJECT_PUBLIC;
  conditional->covers_professional |= subject == HBK_SUBJECT_PROFESSIONAL;
}

static void
add_conditional (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const   keys[] = { "clause", "reading", "activity", "covers", "when", "result", NULL };
  static const HbkJsonChoice results[] = { { "conditional", FALSE }, { "met", TRUE }, { NULL } };
  HbkPackContext            *context = user_data;
  HbkConditional             conditional = { 0 };

  hbk_json_reader_only_keys (reader, keys);
  conditional.clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  conditional.reading = hbk_pack_context_get_reading (context, "reading", HBK_JSON_OPTIONAL);
  conditional.activity = hbk_pack_context_get_activity (context, "activity", HBK_JSON_REQUIRED);
  conditional.when = hbk_condition_parse (context, "when", HBK_JSON_OPTIONAL);
  hbk_text_parser_each_value (reader, "covers", HBK_JSON_REQUIRED, 2, add_subject, &conditional);
  hbk_json_reader_get_choice (reader, "result", HBK_JSON_OPTIONAL, results, &conditional.met);
  g_array_append_val (context->pack->applications.conditionals, conditional);
}

/* ---- The whole ---- */

static void
parse_lists (HbkPackContext *context)
{
  HbkJsonReader       *reader = context->reader;
  HbkApplicationRules *applications = &context->pack->applications;

  hbk_json_reader_get_boolean (reader, "silent", HBK_JSON_OPTIONAL, &applications->silent);
  if (!applications->silent)
    hbk_text_parser_each_object (reader, "rules", HBK_JSON_REQUIRED, ENTRIES_MAX, add_rule, context);
  else if (!hbk_text_parser_is_empty_list (reader, "rules"))
    hbk_json_reader_report_member (reader, "rules", HBK_ERROR_VALUE, _ ("There are rules, though the notice is said to be silent."), _ ("Remove “silent”, or remove the rules."));

  if (!hbk_text_parser_is_empty_list (reader, "pick_from"))
    hbk_text_parser_each_object (reader, "pick_from", HBK_JSON_OPTIONAL, ENTRIES_MAX, add_pick_from, context);
  if (!hbk_text_parser_is_empty_list (reader, "waivers"))
    hbk_text_parser_each_object (reader, "waivers", HBK_JSON_OPTIONAL, ENTRIES_MAX, add_waiver, context);
  if (!hbk_text_parser_is_empty_list (reader, "conditional"))
    hbk_text_parser_each_object (reader, "conditional", HBK_JSON_OPTIONAL, ENTRIES_MAX, add_conditional, context);
}

void
hbk_application_rules_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "clause", "rules", "pick_from", "waivers", "conditional", "silent", NULL };
  HbkJsonReader           *reader = context->reader;
  HbkApplicationRules     *applications = &context->pack->applications;

  if (!hbk_json_reader_enter_object (reader, "applications", HBK_JSON_OPTIONAL))
    return;

  hbk_json_reader_only_keys (reader, keys);
  applications->present = TRUE;
  applications->clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  parse_lists (context);
  hbk_json_reader_leave (reader);
}
