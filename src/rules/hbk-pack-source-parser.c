/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-pack-parser.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-pack-private.h"
#include "rules/hbk-text-parser.h"

#define OPTIONS_MAX 20

/* The notice that a pack was made from: its clauses, its defects, and what in it can be read in several ways. */

void
hbk_notice_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "id", "title", "number", "issuer", "dated", NULL };
  HbkJsonReader           *reader = context->reader;
  HbkNotice               *notice;

  hbk_json_reader_only_keys (reader, keys);
  notice = hbk_pack_context_put_by_id (context, &context->notices);
  if (notice == NULL)
    return;

  hbk_text_parser_read_bilingual (reader, "title", HBK_JSON_REQUIRED, &notice->title);
  hbk_text_parser_read_text (reader, "number", HBK_JSON_OPTIONAL, &notice->number);
  hbk_text_parser_read_bilingual (reader, "issuer", HBK_JSON_REQUIRED, &notice->issuer);
  hbk_json_reader_get_date (reader, "dated", HBK_JSON_REQUIRED, &notice->dated);
}

void
hbk_clause_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "id", "place", "text", "informs", NULL };
  HbkJsonReader           *reader = context->reader;
  HbkClause               *clause;

  hbk_json_reader_only_keys (reader, keys);
  clause = hbk_pack_context_put_by_id (context, &context->clauses);
  if (clause == NULL)
    return;

  /* Most places are numbers of the notice, which need no translation. */
  if (hbk_json_reader_get_kind (reader, "place") == HBK_JSON_OBJECT)
    hbk_text_parser_read_bilingual (reader, "place", HBK_JSON_REQUIRED, &clause->place);
  else
    hbk_text_parser_read_text (reader, "place", HBK_JSON_REQUIRED, &clause->place.zh);
  hbk_text_parser_read_bilingual (reader, "text", HBK_JSON_REQUIRED, &clause->text);
  hbk_json_reader_get_boolean (reader, "informs", HBK_JSON_OPTIONAL, &clause->informs);
}

void
hbk_defect_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "id", "clause", "text", NULL };
  HbkDefect               *defect;

  hbk_json_reader_only_keys (context->reader, keys);
  defect = hbk_pack_context_put_by_id (context, &context->defects);
  if (defect == NULL)
    return;

  defect->clause = hbk_pack_context_get_clause (context, "clause", HBK_JSON_OPTIONAL);
  hbk_text_parser_read_bilingual (context->reader, "text", HBK_JSON_REQUIRED, &defect->text);
}

/* ---- Readings ---- */

typedef struct
{
  HbkPackContext *context;
  HbkReading     *reading;
} Reading;

static void
add_clause (HbkJsonReader *reader, gpointer user_data)
{
  Reading    *self = user_data;
  const char *clause = hbk_pack_context_get_clause (self->context, NULL, HBK_JSON_REQUIRED);

  if (clause == NULL)
    return;

  if (g_ptr_array_find (self->reading->clauses, clause, NULL))
    hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_DUPLICATE, _ ("Remove one of the two."), _ ("The clause “%s” is there twice."), clause);
  else
    g_ptr_array_add (self->reading->clauses, (gpointer) clause);
}

static void
add_option (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "text", NULL };
  Reading                 *self = user_data;
  HbkReadingOption         option = { 0 };
  const char              *id;

  hbk_json_reader_only_keys (reader, keys);
  id = hbk_text_parser_get_id (reader, "id", HBK_JSON_REQUIRED);
  if (id == NULL)
    return;

  if (hbk_reading_lookup_option (self->reading, id) >= 0)
    {
      hbk_json_reader_report_printf (reader, "id", HBK_ERROR_DUPLICATE, _ ("Give each entry of the list an id of its own."), _ ("The id “%s” is there twice."), id);
      return;
    }

  option.id = hbk_pack_context_intern (self->context, id);
  hbk_text_parser_read_bilingual (reader, "text", HBK_JSON_REQUIRED, &option.text);
  g_array_append_val (self->reading->options, option);
}

static void
parse_default (HbkPackContext *context, HbkReading *reading)
{
  const char *id = hbk_text_parser_get_id (context->reader, "default", HBK_JSON_REQUIRED);
  int         option;

  if (id == NULL || reading->options->len == 0)
    return;

  option = hbk_reading_lookup_option (reading, id);
  reading->initial = (guint) MAX (option, 0);
  if (option < 0)
    hbk_json_reader_report_printf (context->reader, "default", HBK_ERROR_REFERENCE, _ ("Use the id of one of its options."), _ ("The default “%s” is none of the options."), id);
}

static void
parse_weight (HbkPackContext *context, HbkReading *reading)
{
  static const HbkJsonChoice weights[] = { { "low", 0 }, { "medium", 1 }, { "high", 2 }, { NULL } };
  int                        weight = 0;

  if (hbk_json_reader_get_choice (context->reader, "weight", HBK_JSON_REQUIRED, weights, &weight))
    reading->weight = g_strdup (weights[weight].nick);
}

void
hbk_reading_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "id", "clauses", "question", "options", "default", "weight", "ask", "quiet", NULL };
  HbkJsonReader           *reader = context->reader;
  Reading                  self = { context, NULL };

  hbk_json_reader_only_keys (reader, keys);
  self.reading = hbk_pack_context_put_by_id (context, &context->readings);
  if (self.reading == NULL)
    return;

  self.reading->clauses = g_ptr_array_new ();
  self.reading->options = hbk_reading_options_new ();
  hbk_text_parser_each_value (reader, "clauses", HBK_JSON_REQUIRED, HBK_PACK_CLAUSES_MAX, add_clause, &self);
  hbk_text_parser_read_bilingual (reader, "question", HBK_JSON_REQUIRED, &self.reading->question);
  hbk_text_parser_each_object (reader, "options", HBK_JSON_REQUIRED, OPTIONS_MAX, add_option, &self);
  parse_default (context, self.reading);
  parse_weight (context, self.reading);
  self.reading->ask = g_strdup (hbk_pack_context_get_contact (context, "ask", HBK_JSON_OPTIONAL));
  hbk_json_reader_get_boolean (reader, "quiet", HBK_JSON_OPTIONAL, &self.reading->quiet);
}
