/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-pack-parser.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-condition-parser.h"
#include "rules/hbk-measure-parser.h"
#include "rules/hbk-options-parser.h"
#include "rules/hbk-pack-private.h"
#include "rules/hbk-rule-parser.h"
#include "rules/hbk-text-parser.h"

#define DOCUMENTS_MAX 100

static const HbkJsonChoice subjects[] = {
  { "public", HBK_SUBJECT_PUBLIC },
  { "professional", HBK_SUBJECT_PROFESSIONAL },
  { NULL },
};

/* ---- Caps ---- */

/* What makes sense at some stages only. */
static void
check_cap (HbkJsonReader *reader, const HbkCap *cap)
{
  if (cap->has_per && cap->stage != HBK_CAP_ITEM)
    hbk_json_reader_report_member (reader, "per", HBK_ERROR_VALUE, _ ("Only a cap of the stage “item” looks at one record and can be so much per unit of it."), _ ("Make the stage “item”, or remove “per”."));
  if (cap->ever && (cap->stage == HBK_CAP_ITEM || cap->stage == HBK_CAP_DAY))
    hbk_json_reader_report_member (reader, "period", HBK_ERROR_VALUE, _ ("A cap of this stage has no period."), _ ("Make the stage “activity” or “group”, or remove “period”."));
  if (cap->by_record && cap->stage != HBK_CAP_DAY)
    hbk_json_reader_report_member (reader, "by", HBK_ERROR_VALUE, _ ("Only a cap of the stage “day” can look at each record by itself."), _ ("Make the stage “day”, or remove “by”."));
}

void
hbk_cap_parse (HbkPackContext *context)
{
  static const char *const   keys[] = { "id", "stage", "hours", "per", "period", "clause", "code", "when", "by", "subject", NULL };
  static const HbkJsonChoice stages[] = {
    { "item", HBK_CAP_ITEM },
    { "day", HBK_CAP_DAY },
    { "activity", HBK_CAP_ACTIVITY },
    { "group", HBK_CAP_GROUP },
    { NULL },
  };
  static const HbkJsonChoice periods[] = { { "year", FALSE }, { "ever", TRUE }, { NULL } };
  static const HbkJsonChoice by[] = { { "record", TRUE }, { NULL } };
  HbkJsonReader             *reader = context->reader;
  int                        stage = HBK_CAP_ITEM;
  int                        subject = HBK_SUBJECT_NONE;
  HbkCap                    *cap;

  hbk_json_reader_only_keys (reader, keys);
  cap = hbk_pack_context_put_by_id (context, &context->caps);
  if (cap == NULL)
    return;

  hbk_json_reader_get_choice (reader, "stage", HBK_JSON_REQUIRED, stages, &stage);
  cap->stage = (HbkCapStage) stage;
  hbk_pack_context_get_hours (context, "hours", HBK_JSON_REQUIRED, FALSE, &cap->hours);
  cap->has_per = hbk_measure_parse (context, "per", HBK_JSON_OPTIONAL, &cap->per);
  hbk_json_reader_get_choice (reader, "period", HBK_JSON_OPTIONAL, periods, &cap->ever);
  hbk_json_reader_get_choice (reader, "by", HBK_JSON_OPTIONAL, by, &cap->by_record);
  hbk_json_reader_get_choice (reader, "subject", HBK_JSON_OPTIONAL, subjects, &subject);
  cap->subject = (HbkSubject) subject;
  cap->clause = hbk_pack_context_adapt_clause (context, cap->id, hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED));
  cap->code = hbk_pack_context_get_code (context, "code", HBK_JSON_OPTIONAL);
  cap->when = hbk_condition_parse (context, "when", HBK_JSON_OPTIONAL);

  check_cap (reader, cap);
}

/* ---- Evidence ---- */

typedef struct
{
  HbkPackContext    *context;
  GArray            *options;
  HbkEvidenceOption *option;
  GPtrArray         *documents;
} Evidence;

static void
add_document (HbkJsonReader *reader, gpointer user_data)
{
  Evidence   *self = user_data;
  const char *document = hbk_pack_context_get_document (self->context, NULL, HBK_JSON_REQUIRED);

  if (document == NULL)
    return;

  if (g_ptr_array_find (self->documents, document, NULL))
    hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_DUPLICATE, _ ("Remove one of the two."), _ ("The document “%s” is there twice."), document);
  else
    g_ptr_array_add (self->documents, (gpointer) document);
}

static void
add_group (HbkJsonReader *reader, gpointer user_data)
{
  Evidence *self = user_data;

  self->documents = g_ptr_array_new ();
  g_ptr_array_add (self->option->groups, self->documents);
  hbk_text_parser_each_value (reader, NULL, HBK_JSON_REQUIRED, DOCUMENTS_MAX, add_document, self);
}

static void
add_option (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "all", "weak_below", "when", NULL };
  Evidence                *self = user_data;
  HbkEvidenceOption        option = { 0 };

  hbk_json_reader_only_keys (reader, keys);
  option.groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->option = &option;
  hbk_text_parser_each_value (reader, "all", HBK_JSON_REQUIRED, DOCUMENTS_MAX, add_group, self);
  hbk_json_reader_get_int (reader, "weak_below", HBK_JSON_OPTIONAL, 1, DOCUMENTS_MAX, &option.weak_below);
  option.when = hbk_condition_parse (self->context, "when", HBK_JSON_OPTIONAL);
  g_array_append_val (self->options, option);
}

void
hbk_evidence_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "id", "clause", "any", NULL };
  Evidence                 self = { .context = context };
  HbkEvidenceSet          *set;

  hbk_json_reader_only_keys (context->reader, keys);
  set = hbk_pack_context_put_by_id (context, &context->evidence);
  if (set == NULL)
    return;

  set->clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  set->options = hbk_evidence_options_new ();
  self.options = set->options;
  hbk_text_parser_each_object (context->reader, "any", HBK_JSON_REQUIRED, HBK_RULE_LIST_MAX, add_option, &self);
}

/* ---- Requirements ---- */

static void
add_undetermined (HbkJsonReader *reader, gpointer user_data)
{
  HbkRequirement *requirement = user_data;
  int             subject = HBK_SUBJECT_NONE;

  hbk_json_reader_get_choice (reader, NULL, HBK_JSON_REQUIRED, subjects, &subject);
  requirement->public_undetermined |= subject == HBK_SUBJECT_PUBLIC;
  requirement->professional_undetermined |= subject == HBK_SUBJECT_PROFESSIONAL;
}

static void
parse_minima (HbkPackContext *context, HbkRequirement *requirement)
{
  HbkHours *total = &requirement->total;

  *total = requirement->public_hours = requirement->professional_hours = -1;
  hbk_pack_context_get_hours (context, "total", HBK_JSON_OPTIONAL, TRUE, total);
  hbk_pack_context_get_hours (context, "public", HBK_JSON_OPTIONAL, TRUE, &requirement->public_hours);
  hbk_pack_context_get_hours (context, "professional", HBK_JSON_OPTIONAL, TRUE, &requirement->professional_hours);

  if (*total >= 0 && *total < MAX (requirement->public_hours, 0) + MAX (requirement->professional_hours, 0))
    hbk_json_reader_report_member (context->reader, "total", HBK_ERROR_VALUE, _ ("The total is less than its parts."), _ ("Correct one of the numbers."));
}

/* What single minima, and carrying nothing over, cite in place of the requirement's clause. */
static void
parse_clauses (HbkPackContext *context, HbkRequirement *requirement)
{
  static const char *const keys[] = { "total", "public", "professional", "carry", NULL };
  HbkJsonReader           *reader = context->reader;

  if (!hbk_json_reader_enter_object (reader, "clauses", HBK_JSON_OPTIONAL))
    return;

  hbk_json_reader_only_keys (reader, keys);
  requirement->total_clause = hbk_pack_context_get_clause (context, "total", HBK_JSON_OPTIONAL);
  requirement->public_clause = hbk_pack_context_get_clause (context, "public", HBK_JSON_OPTIONAL);
  requirement->professional_clause = hbk_pack_context_get_clause (context, "professional", HBK_JSON_OPTIONAL);
  requirement->carry_clause = hbk_pack_context_get_clause (context, "carry", HBK_JSON_OPTIONAL);
  hbk_json_reader_leave (reader);
}

void
hbk_requirement_parse (HbkPackContext *context)
{
  static const char *const   keys[] = { "clause", "when", "total", "public", "professional", "verdict", "code", "undetermined", "clauses", NULL };
  static const HbkJsonChoice verdicts[] = {
    { "required", HBK_REQUIREMENT_REQUIRED },
    { "voluntary", HBK_REQUIREMENT_VOLUNTARY },
    { "other_rules", HBK_REQUIREMENT_OTHER_RULES },
    { "out_of_scope", HBK_REQUIREMENT_OUT_OF_SCOPE },
    { NULL },
  };
  HbkJsonReader *reader = context->reader;
  int            verdict = HBK_REQUIREMENT_REQUIRED;
  HbkRequirement requirement = { 0 };

  hbk_json_reader_only_keys (reader, keys);
  requirement.clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  context->without_record = TRUE;
  requirement.when = hbk_condition_parse (context, "when", HBK_JSON_OPTIONAL);
  context->without_record = FALSE;
  parse_minima (context, &requirement);
  parse_clauses (context, &requirement);
  hbk_json_reader_get_choice (reader, "verdict", HBK_JSON_REQUIRED, verdicts, &verdict);
  requirement.verdict = (HbkRequirementVerdict) verdict;
  requirement.code = hbk_pack_context_get_code (context, "code", HBK_JSON_OPTIONAL);
  hbk_text_parser_each_value (reader, "undetermined", HBK_JSON_OPTIONAL, 2, add_undetermined, &requirement);

  if (requirement.verdict == HBK_REQUIREMENT_REQUIRED &&
      !hbk_json_reader_has_member (reader, "total") &&
      !hbk_json_reader_has_member (reader, "public") &&
      !hbk_json_reader_has_member (reader, "professional"))
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("The requirement names no hours."), _ ("Add “total”, “public” or “professional”, or use another verdict."));
  g_array_append_val (context->pack->requirements, requirement);
}

/* ---- Reductions ---- */

static void
add_mode (HbkPackContext *context, const char *member, gpointer entry)
{
  static const HbkJsonChoice modes[] = { { "requirement", FALSE }, { "credit", TRUE }, { NULL } };
  HbkReductionMode          *mode = entry;

  hbk_json_reader_get_choice (context->reader, member, HBK_JSON_REQUIRED, modes, &mode->as_credit);
}

static void
parse_modes (HbkPackContext *context, HbkReduction *reduction)
{
  reduction->modes = hbk_reduction_modes_new ();
  if (hbk_json_reader_has_member (context->reader, "mode"))
    hbk_options_parse (context, "mode", "mode", reduction->modes, add_mode);
  else
    add_mode (context, "mode", &(HbkReductionMode) { 0 });
}

void
hbk_reduction_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "clause", "activity", "when", "require", "above_months", "mode", "warn", "round_up", NULL };
  HbkJsonReader           *reader = context->reader;
  HbkReduction             reduction = { .above_months = -1 };

  hbk_json_reader_only_keys (reader, keys);
  reduction.clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  reduction.activity = hbk_pack_context_get_activity (context, "activity", HBK_JSON_REQUIRED);
  reduction.when = hbk_condition_parse (context, "when", HBK_JSON_OPTIONAL);
  reduction.gates = hbk_gates_new ();
  hbk_gates_parse (context, "require", reduction.gates);
  reduction.warns = hbk_warns_new ();
  hbk_warns_parse (context, "warn", reduction.warns);
  hbk_json_reader_get_int (reader, "above_months", HBK_JSON_OPTIONAL, 0, 12, &reduction.above_months);
  parse_modes (context, &reduction);
  context->without_record = TRUE;
  reduction.round_up = hbk_condition_parse (context, "round_up", HBK_JSON_OPTIONAL);
  context->without_record = FALSE;
  g_array_append_val (context->pack->reductions, reduction);
}
