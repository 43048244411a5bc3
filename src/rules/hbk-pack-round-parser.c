/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-pack-parser.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-condition-parser.h"
#include "rules/hbk-day-parser.h"
#include "rules/hbk-text-parser.h"

#define STEP_MAX 99
#define COPIES_MAX 99

/* The round of a year: deadlines, the chain of review, forms, contacts, penalties. */

/* ---- Deadlines ---- */

static void
add_day (HbkJsonReader *reader, gpointer user_data)
{
  GArray *days = user_data;
  int     day = 0;

  if (hbk_json_reader_get_int (reader, NULL, HBK_JSON_REQUIRED, 1, 31, &day))
    g_array_append_val (days, day);
}

static void
parse_days (HbkPackContext *context, HbkDeadline *deadline)
{
  HbkJsonReader *reader = context->reader;

  hbk_day_parse_month_day (context, "from", HBK_JSON_OPTIONAL, &deadline->from);
  hbk_day_parse_month_day (context, "to", HBK_JSON_REQUIRED, &deadline->to);
  hbk_day_check_order (context, &deadline->from, &deadline->to);
  hbk_json_reader_get_int (reader, "year_offset", HBK_JSON_OPTIONAL, -10, 10, &deadline->year_offset);
  hbk_years_parse (context, "years", HBK_JSON_OPTIONAL, &deadline->year_from, &deadline->year_to);

  if (hbk_json_reader_has_member (reader, "monthly"))
    {
      deadline->monthly = g_array_new (FALSE, FALSE, sizeof (int));
      hbk_text_parser_each_value (reader, "monthly", HBK_JSON_REQUIRED, 31, add_day, deadline->monthly);
    }
}

static void
parse_kind (HbkPackContext *context, HbkDeadline *deadline)
{
  static const HbkJsonChoice kinds[] = {
    { "filing", 0 },
    { "study", 1 },
    { "hand_in", 2 },
    { "review", 3 },
    { "close", 4 },
    { "registration", 5 },
    { "report", 6 },
    { NULL },
  };
  static const HbkJsonChoice watches[] = {
    { "unsubmitted", HBK_WATCH_UNSUBMITTED },
    { "unverified", HBK_WATCH_UNVERIFIED },
    { NULL },
  };
  HbkJsonReader *reader = context->reader;
  int            kind = 0;
  int            watch = HBK_WATCH_NONE;

  if (hbk_json_reader_get_choice (reader, "kind", HBK_JSON_REQUIRED, kinds, &kind))
    deadline->kind = g_strdup (kinds[kind].nick);

  hbk_json_reader_get_choice (reader, "watch", HBK_JSON_OPTIONAL, watches, &watch);
  deadline->watch = (HbkDeadlineWatch) watch;
}

/* The condition of something that concerns the year and the person, not one record. */
static HbkCondition *
parse_when (HbkPackContext *context)
{
  HbkCondition *when;

  context->without_record = TRUE;
  when = hbk_condition_parse (context, "when", HBK_JSON_OPTIONAL);
  context->without_record = FALSE;

  return when;
}

void
hbk_deadline_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "id", "clause", "kind", "from", "to", "year_offset", "years", "monthly", "who", "text", "watch", "code", "level", "when", NULL };
  HbkJsonReader           *reader = context->reader;
  HbkDeadline             *deadline;

  hbk_json_reader_only_keys (reader, keys);
  deadline = hbk_pack_context_put_by_id (context, &context->deadlines);
  if (deadline == NULL)
    return;

  deadline->clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  parse_kind (context, deadline);
  parse_days (context, deadline);
  deadline->when = parse_when (context);
  hbk_text_parser_read_bilingual (reader, "who", HBK_JSON_REQUIRED, &deadline->who);
  hbk_text_parser_read_bilingual (reader, "text", HBK_JSON_REQUIRED, &deadline->text);
  deadline->code = hbk_pack_context_get_code (context, "code", HBK_JSON_OPTIONAL);
  hbk_text_parser_read_text (reader, "level", HBK_JSON_OPTIONAL, &deadline->level);
}

/* ---- The chain of review ---- */

/* A number, or a text such as “2a”. */
static void
parse_number (HbkPackContext *context, HbkStep *step)
{
  HbkJsonReader *reader = context->reader;
  int            number = 0;

  if (hbk_json_reader_get_kind (reader, "step") == HBK_JSON_STRING)
    hbk_text_parser_read_text (reader, "step", HBK_JSON_REQUIRED, &step->step);
  else if (hbk_json_reader_get_int (reader, "step", HBK_JSON_REQUIRED, 1, STEP_MAX, &number))
    step->step = g_strdup_printf ("%d", number);
}

void
hbk_chain_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "step", "clause", "who", "text", "when", NULL };
  HbkJsonReader           *reader = context->reader;
  HbkStep                  step = { 0 };

  hbk_json_reader_only_keys (reader, keys);
  parse_number (context, &step);
  step.clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  hbk_text_parser_read_bilingual (reader, "who", HBK_JSON_REQUIRED, &step.who);
  hbk_text_parser_read_bilingual (reader, "text", HBK_JSON_REQUIRED, &step.text);
  step.when = parse_when (context);
  g_array_append_val (context->pack->chain, step);
}

/* ---- Forms, contacts, penalties ---- */

void
hbk_form_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "id", "clause", "name", "copies", "who", "text", NULL };
  HbkJsonReader           *reader = context->reader;
  HbkStep                 *form;

  hbk_json_reader_only_keys (reader, keys);
  form = hbk_pack_context_put_by_id (context, &context->forms);
  if (form == NULL)
    return;

  form->clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  hbk_text_parser_read_bilingual (reader, "name", HBK_JSON_REQUIRED, &form->name);
  hbk_json_reader_get_int (reader, "copies", HBK_JSON_OPTIONAL, 1, COPIES_MAX, &form->copies);
  hbk_text_parser_read_bilingual (reader, "who", HBK_JSON_REQUIRED, &form->who);
  hbk_text_parser_read_bilingual (reader, "text", HBK_JSON_OPTIONAL, &form->text);
}

void
hbk_contact_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "id", "clause", "name", "phone", "address", NULL };
  HbkJsonReader           *reader = context->reader;
  HbkStep                 *contact;

  hbk_json_reader_only_keys (reader, keys);
  contact = hbk_pack_context_put_by_id (context, &context->contacts);
  if (contact == NULL)
    return;

  contact->clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  hbk_text_parser_read_bilingual (reader, "name", HBK_JSON_REQUIRED, &contact->name);
  hbk_text_parser_read_text (reader, "phone", HBK_JSON_OPTIONAL, &contact->phone);
  hbk_text_parser_read_bilingual (reader, "address", HBK_JSON_OPTIONAL, &contact->address);
}

void
hbk_penalty_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "clause", "text", NULL };
  HbkStep                  penalty = { 0 };

  hbk_json_reader_only_keys (context->reader, keys);
  penalty.clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_REQUIRED);
  hbk_text_parser_read_bilingual (context->reader, "text", HBK_JSON_REQUIRED, &penalty.text);
  g_array_append_val (context->pack->penalties, penalty);
}
