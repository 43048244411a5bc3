/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-rule-parser.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-condition-parser.h"
#include "rules/hbk-credit-parser.h"
#include "rules/hbk-day-parser.h"
#include "rules/hbk-options-parser.h"
#include "rules/hbk-text-parser.h"
#include "rules/hbk-year-parser.h"

/* What stays of the records of one group. */
enum {
  KEEP_FIRST,
  KEEP_HIGHEST,
  KEEP_ALL,
};

/* What the readers of a rule's lists are given. */
typedef struct
{
  HbkPackContext *context;
  GArray         *entries;
} List;

static const HbkJsonChoice gate_outcomes[] = {
  { "excluded", HBK_OUTCOME_EXCLUDED },
  { "no_rate", HBK_OUTCOME_NO_RATE },
  { "pending", HBK_OUTCOME_PENDING },
  { NULL },
};

static const HbkJsonChoice outcomes[] = {
  { "excluded", HBK_OUTCOME_EXCLUDED },
  { "no_rate", HBK_OUTCOME_NO_RATE },
  { NULL },
};

static const HbkJsonChoice subjects[] = {
  { "public", HBK_SUBJECT_PUBLIC },
  { "professional", HBK_SUBJECT_PROFESSIONAL },
  { NULL },
};

/* ---- Lists ---- */

static void
add_gate (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "if", "else", "code", "clause", "reading", NULL };
  List                    *list = user_data;
  HbkPackContext          *context = list->context;
  int                      otherwise = HBK_OUTCOME_EXCLUDED;
  HbkGate                  gate = { 0 };

  hbk_json_reader_only_keys (reader, keys);
  gate.when = hbk_condition_parse (context, "if", HBK_JSON_REQUIRED);
  hbk_json_reader_get_choice (reader, "else", HBK_JSON_REQUIRED, gate_outcomes, &otherwise);
  gate.otherwise = (HbkOutcome) otherwise;
  gate.code = hbk_pack_context_get_code (context, "code", HBK_JSON_REQUIRED);
  gate.clause = hbk_pack_context_get_part_clause (context, HBK_JSON_OPTIONAL);
  gate.reading = hbk_pack_context_get_reading (context, "reading", HBK_JSON_OPTIONAL);
  g_array_append_val (list->entries, gate);
}

/**
 * hbk_gates_parse:
 * @context: a context
 * @member: the key, which need not be there
 * @gates: (element-type HbkGate): the list to which gates are added
 *
 * Reads conditions that must hold.
 */
void
hbk_gates_parse (HbkPackContext *context, const char *member, GArray *gates)
{
  hbk_text_parser_each_object (context->reader, member, HBK_JSON_OPTIONAL, HBK_RULE_LIST_MAX, add_gate, &(List) { context, gates });
}

static void
add_warn (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "when", "code", "clause", "reading", NULL };
  List                    *list = user_data;
  HbkPackContext          *context = list->context;
  HbkWarn                  warn = { 0 };

  hbk_json_reader_only_keys (reader, keys);
  warn.when = hbk_condition_parse (context, "when", HBK_JSON_OPTIONAL);
  warn.code = hbk_pack_context_get_code (context, "code", HBK_JSON_REQUIRED);
  warn.clause = hbk_pack_context_get_part_clause (context, HBK_JSON_OPTIONAL);
  warn.reading = hbk_pack_context_get_reading (context, "reading", HBK_JSON_OPTIONAL);
  g_array_append_val (list->entries, warn);
}

/* Block and rule may name the same reading; it is kept once. */
static void
add_reading (HbkJsonReader *reader, gpointer user_data)
{
  List *list = user_data;
  int   position = hbk_pack_context_get_reading (list->context, NULL, HBK_JSON_REQUIRED);

  for (guint i = 0; i < list->entries->len; i++)
    {
      if (g_array_index (list->entries, guint, i) == (guint) position)
        return;
    }

  if (position >= 0)
    g_array_append_val (list->entries, position);
}

static void
add_cap (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "cap", "when", NULL };
  List                    *list = user_data;
  HbkPackContext          *context = list->context;
  HbkCapUse                use = { 0 };
  int                      position;

  if (hbk_json_reader_get_kind (reader, NULL) == HBK_JSON_OBJECT)
    {
      hbk_json_reader_only_keys (reader, keys);
      position = hbk_pack_context_get_cap (context, "cap", HBK_JSON_REQUIRED);
      use.when = hbk_condition_parse (context, "when", HBK_JSON_REQUIRED);
    }
  else
    position = hbk_pack_context_get_cap (context, NULL, HBK_JSON_REQUIRED);

  use.cap = (guint) MAX (position, 0);
  g_array_append_val (list->entries, use);
}

static void
add_once (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const   keys[] = { "id", "group", "by", "keep", "period", "code", "clause", "when", NULL };
  static const HbkJsonChoice by[] = { { "work", FALSE }, { "dates", TRUE }, { NULL } };
  static const HbkJsonChoice keep[] = { { "first", KEEP_FIRST }, { "highest", KEEP_HIGHEST }, { "all", KEEP_ALL }, { NULL } };
  static const HbkJsonChoice period[] = { { "ever", FALSE }, { "year", TRUE }, { NULL } };
  List                      *list = user_data;
  HbkPackContext            *context = list->context;
  HbkOnce                    once = { 0 };
  int                        kept = KEEP_FIRST;
  const char                *group;

  hbk_json_reader_only_keys (reader, keys);
  group = hbk_text_parser_get_id (reader, "group", HBK_JSON_REQUIRED);
  if (group != NULL)
    once.group = hbk_pack_context_intern (context, group);

  hbk_json_reader_get_choice (reader, "by", HBK_JSON_REQUIRED, by, &once.by_dates);
  hbk_json_reader_get_choice (reader, "keep", HBK_JSON_REQUIRED, keep, &kept);
  once.keep_highest = kept == KEEP_HIGHEST;
  once.keep_all = kept == KEEP_ALL;
  hbk_json_reader_get_choice (reader, "period", HBK_JSON_REQUIRED, period, &once.per_year);
  once.code = hbk_pack_context_get_code (context, "code", HBK_JSON_REQUIRED);
  once.clause = hbk_pack_context_get_part_clause (context, HBK_JSON_OPTIONAL);
  once.when = hbk_condition_parse (context, "when", HBK_JSON_OPTIONAL);
  g_array_append_val (list->entries, once);
}

/**
 * hbk_warns_parse:
 * @context: a context
 * @member: the key, which need not be there
 * @warns: (element-type HbkWarn): the list to which warnings are added
 *
 * Reads warnings.
 */
void
hbk_warns_parse (HbkPackContext *context, const char *member, GArray *warns)
{
  hbk_text_parser_each_object (context->reader, member, HBK_JSON_OPTIONAL, HBK_RULE_LIST_MAX, add_warn, &(List) { context, warns });
}

/* Those of the block stand first, since it is read first. */
static void
parse_lists (HbkPackContext *context, HbkRule *rule)
{
  HbkJsonReader *reader = context->reader;

  hbk_gates_parse (context, "require", rule->gates);
  hbk_warns_parse (context, "warn", rule->warns);
  hbk_text_parser_each_value (reader, "readings", HBK_JSON_OPTIONAL, HBK_RULE_LIST_MAX, add_reading, &(List) { context, rule->readings });
  hbk_text_parser_each_value (reader, "caps", HBK_JSON_OPTIONAL, HBK_RULE_LIST_MAX, add_cap, &(List) { context, rule->caps });
  hbk_text_parser_each_object (reader, "once", HBK_JSON_OPTIONAL, HBK_RULE_LIST_MAX, add_once, &(List) { context, rule->once });
}

/* ---- Single values ---- */

static void
add_subject (HbkPackContext *context, const char *member, gpointer entry)
{
  static const char *const keys[] = { "record", NULL };
  HbkJsonReader           *reader = context->reader;
  HbkSubjectOption        *option = entry;
  int                      subject = HBK_SUBJECT_NONE;

  option->of_record = hbk_json_reader_get_kind (reader, member) == HBK_JSON_OBJECT;
  if (option->of_record)
    {
      hbk_json_reader_enter_object (reader, member, HBK_JSON_REQUIRED);
      hbk_json_reader_only_keys (reader, keys);
      hbk_json_reader_get_choice (reader, "record", HBK_JSON_REQUIRED, subjects, &subject);
      hbk_json_reader_leave (reader);
    }
  else
    hbk_json_reader_get_choice (reader, member, HBK_JSON_REQUIRED, subjects, &subject);

  option->subject = (HbkSubject) subject;
}

/**
 * hbk_subjects_parse:
 * @context: a context
 * @member: the key, which is there
 * @options: (element-type HbkSubjectOption): replaced
 *
 * Reads which subject hours count for.
 */
void
hbk_subjects_parse (HbkPackContext *context, const char *member, GArray *options)
{
  g_array_set_size (options, 0);
  hbk_options_parse (context, member, "subject", options, add_subject);
}

/* What the record comes to: whatever the block says of it gives way to what the rule says. */
static void
clear_result (HbkRule *rule)
{
  g_clear_pointer (&rule->credit, hbk_credit_free);
  g_clear_pointer (&rule->public_credit, hbk_credit_free);
  g_clear_pointer (&rule->professional_credit, hbk_credit_free);
  rule->has_outcome = FALSE;
  rule->code = NULL;
}

static void
parse_credits (HbkPackContext *context, HbkRule *rule)
{
  static const char *const keys[] = { "public", "professional", NULL };

  if (!hbk_json_reader_enter_object (context->reader, "credits", HBK_JSON_REQUIRED))
    return;

  hbk_json_reader_only_keys (context->reader, keys);
  rule->public_credit = hbk_credit_parse (context, "public");
  rule->professional_credit = hbk_credit_parse (context, "professional");
  hbk_json_reader_leave (context->reader);
}

static void
parse_result (HbkPackContext *context, HbkRule *rule)
{
  HbkJsonReader *reader = context->reader;
  gboolean       credit = hbk_json_reader_has_member (reader, "credit");
  gboolean       credits = hbk_json_reader_has_member (reader, "credits");
  gboolean       outcome = hbk_json_reader_has_member (reader, "outcome");
  int            value = HBK_OUTCOME_EXCLUDED;

  if (!outcome && hbk_json_reader_has_member (reader, "code"))
    hbk_json_reader_report_member (reader, "code", HBK_ERROR_VALUE, _ ("A code without an outcome has no effect."), _ ("Add an “outcome”, or give the code in “warn” or in the credit."));
  if (credit + credits + outcome > 1)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("There is more than one of credit, credits and outcome."), _ ("Keep one of them."));
  if (credit || credits || outcome)
    clear_result (rule);

  if (credit)
    rule->credit = hbk_credit_parse (context, "credit");
  if (credits)
    parse_credits (context, rule);
  if (outcome)
    {
      rule->has_outcome = TRUE;
      hbk_json_reader_get_choice (reader, "outcome", HBK_JSON_REQUIRED, outcomes, &value);
      rule->outcome = (HbkOutcome) value;
      rule->code = hbk_pack_context_get_code (context, "code", HBK_JSON_OPTIONAL);
    }
}

static void
parse_when (HbkPackContext *context, HbkRule *rule)
{
  if (rule->when != NULL)
    {
      hbk_json_reader_report_member (context->reader, "when", HBK_ERROR_VALUE, _ ("Both the block and the rule have a “when”."), _ ("Write the block's condition into its rules."));
      return;
    }

  rule->when = hbk_condition_parse (context, "when", HBK_JSON_REQUIRED);
}

static void
parse_years (HbkPackContext *context, HbkRule *rule)
{
  HbkJsonReader *reader = context->reader;

  if (hbk_json_reader_has_member (reader, "since"))
    rule->since = hbk_year_parse (context, "since", HBK_JSON_REQUIRED);
  if (hbk_json_reader_has_member (reader, "until"))
    rule->until = hbk_year_parse (context, "until", HBK_JSON_REQUIRED);
  if (hbk_json_reader_has_member (reader, "since") || hbk_json_reader_has_member (reader, "until"))
    hbk_years_check_order (context, rule->since, rule->until);
}

/**
 * hbk_rule_parse_into:
 * @context: a context, at a block, a rule or the `otherwise` of a block
 * @rule: the rule that gets what is there
 *
 * Reads whatever a rule may say. Called at the block first and then at its rule, which adds to the lists of the block and
 * replaces its other values.
 */
void
hbk_rule_parse_into (HbkPackContext *context, HbkRule *rule)
{
  HbkJsonReader *reader = context->reader;

  if (hbk_json_reader_has_member (reader, "clause"))
    rule->clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  if (hbk_json_reader_has_member (reader, "when"))
    parse_when (context, rule);
  if (hbk_json_reader_has_member (reader, "subject"))
    hbk_subjects_parse (context, "subject", rule->subjects);
  if (hbk_json_reader_has_member (reader, "year"))
    hbk_years_of_rule_parse (context, "year", rule->years);
  if (hbk_json_reader_has_member (reader, "window"))
    hbk_window_parse (context, "window", &rule->window);
  if (hbk_json_reader_has_member (reader, "evidence"))
    rule->evidence = hbk_pack_context_get_evidence (context, "evidence", HBK_JSON_REQUIRED);

  parse_years (context, rule);
  parse_result (context, rule);
  parse_lists (context, rule);
}

/**
 * hbk_rule_complete:
 * @rule: a rule that has been read
 *
 * Fills in what a rule need not say.
 */
void
hbk_rule_complete (HbkRule *rule)
{
  HbkYearOption *year;

  if (rule->subjects->len == 0)
    g_array_set_size (rule->subjects, 1);

  if (rule->years->len > 0)
    return;

  g_array_set_size (rule->years, 1);
  year = &g_array_index (rule->years, HbkYearOption, 0);
  year->mode.kind = HBK_YEAR_END;
  year->mode.facts = g_ptr_array_new ();
}

/**
 * hbk_rule_check:
 * @context: a context, at the rule
 * @rule: the rule, with what its block says
 *
 * Reports what a rule needs and neither it nor its block says. Called only for rules without problems.
 */
void
hbk_rule_check (HbkPackContext *context, const HbkRule *rule)
{
  HbkJsonReader *reader = context->reader;

  if (rule->clause == NULL)
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("The rule cites no clause."), _ ("Add “clause” to the rule or to its block."));

  if (rule->credit == NULL && rule->public_credit == NULL && !rule->has_outcome)
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("The rule does not say what a record comes to."), _ ("Add “credit”, “credits” or “outcome”."));

  if (rule->credit != NULL && rule->credit->kind != HBK_CREDIT_DEEMED && rule->subjects->len == 0)
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("The rule does not say which subject its hours count for."), _ ("Add “subject” to the rule or to its block."));
}
