/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-vocabulary.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-text-parser.h"
#include "rules/hbk-vocabulary-private.h"

#define FORMAT "hourbook-vocabulary"

/* How long a list of the vocabulary may be. */
#define WORDS_MAX 1000
#define CHOICES_MAX 100

typedef struct
{
  HbkVocabulary *vocabulary;
  GHashTable    *choice_lists; /* id → GArray of HbkChoiceSpec */
  HbkIdTable    *words;        /* facts or attributes, whichever are being read */
} Parser;

static const HbkJsonChoice types[] = {
  { "integer", HBK_FACT_INTEGER },
  { "number", HBK_FACT_NUMBER },
  { "hours", HBK_FACT_HOURS },
  { "boolean", HBK_FACT_BOOLEAN },
  { "choice", HBK_FACT_CHOICE },
  { "date", HBK_FACT_DATE },
  { "hours_list", HBK_FACT_HOURS_LIST },
  { "text", HBK_FACT_TEXT },
  { NULL },
};

static const HbkJsonChoice severities[] = {
  { "info", HBK_SEVERITY_INFO },
  { "warning", HBK_SEVERITY_WARNING },
  { "error", HBK_SEVERITY_ERROR },
  { NULL },
};

static void
report_twice (HbkJsonReader *reader, const char *id)
{
  hbk_json_reader_report_printf (reader, "id", HBK_ERROR_DUPLICATE, _ ("Give each entry of the list an id of its own."), _ ("The id “%s” is there twice."), id);
}

/* Reads the id of the current object and makes an entry for it. */
static gpointer
append (HbkJsonReader *reader, HbkIdTable *words)
{
  const char *id = hbk_text_parser_get_id (reader, "id", HBK_JSON_REQUIRED);
  gpointer    entry;

  if (id == NULL)
    return NULL;

  entry = hbk_id_table_append (words, id);
  if (entry == NULL)
    report_twice (reader, id);

  return entry;
}

/* ---- Answers of choices ---- */

static void
parse_choice (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "name", NULL };
  GArray                  *choices = user_data;
  const char              *id;
  HbkChoiceSpec           *choice;

  hbk_json_reader_only_keys (reader, keys);
  id = hbk_text_parser_get_id (reader, "id", HBK_JSON_REQUIRED);
  if (id == NULL)
    return;

  for (guint i = 0; i < choices->len; i++)
    {
      if (g_str_equal (g_array_index (choices, HbkChoiceSpec, i).id, id))
        {
          report_twice (reader, id);
          return;
        }
    }

  g_array_set_size (choices, choices->len + 1);
  choice = &g_array_index (choices, HbkChoiceSpec, choices->len - 1);
  choice->id = g_ref_string_new_intern (id);
  hbk_text_parser_read_bilingual (reader, "name", HBK_JSON_REQUIRED, &choice->name);
}

static GArray *
parse_choices (HbkJsonReader *reader)
{
  GArray *choices = hbk_choices_new ();

  hbk_text_parser_each_object (reader, "choices", HBK_JSON_REQUIRED, CHOICES_MAX, parse_choice, choices);

  return choices;
}

static void
parse_choice_list (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "choices", NULL };
  Parser                  *parser = user_data;
  const char              *id;

  hbk_json_reader_only_keys (reader, keys);
  id = hbk_text_parser_get_id (reader, "id", HBK_JSON_REQUIRED);
  if (id == NULL)
    return;

  if (g_hash_table_contains (parser->choice_lists, id))
    report_twice (reader, id);
  else
    g_hash_table_insert (parser->choice_lists, g_strdup (id), parse_choices (reader));
}

/* The answers of a fact: its own, or a list that several facts share. */
static void
parse_answers (HbkJsonReader *reader, Parser *parser, HbkFactSpec *spec)
{
  const char *list;
  GArray     *choices;

  if (hbk_json_reader_get_kind (reader, "choices") != HBK_JSON_STRING)
    {
      spec->choices = parse_choices (reader);
      return;
    }

  list = hbk_text_parser_get_id (reader, "choices", HBK_JSON_REQUIRED);
  if (list == NULL)
    return;

  choices = g_hash_table_lookup (parser->choice_lists, list);
  if (choices != NULL)
    spec->choices = g_array_ref (choices);
  else
    hbk_json_reader_report_printf (reader, "choices", HBK_ERROR_REFERENCE, _ ("Add it to “choice_lists”, or list the answers here."), _ ("There is no list of answers “%s”."), list);
}

/* ---- Facts and attributes ---- */

/* A missing answer of a choice means one of its answers where the text names one; any other text only says that it may be missing. */
static void
parse_absent_text (HbkJsonReader *reader, HbkFactSpec *spec)
{
  const char          *text = hbk_text_parser_get_text (reader, "absent", HBK_JSON_REQUIRED);
  const HbkChoiceSpec *choice;

  if (text == NULL)
    return;

  choice = hbk_fact_spec_lookup_choice (spec, text);
  if (choice != NULL)
    hbk_value_set_text (&spec->absent, choice->id);
}

static void
parse_absent (HbkJsonReader *reader, HbkFactSpec *spec)
{
  HbkJsonKind kind = hbk_json_reader_get_kind (reader, "absent");
  gboolean    truth = FALSE;
  HbkHours    number = 0;

  if (kind == HBK_JSON_ABSENT)
    return;

  spec->optional = TRUE;
  if (kind == HBK_JSON_BOOLEAN && spec->type == HBK_FACT_BOOLEAN)
    {
      hbk_json_reader_get_boolean (reader, "absent", HBK_JSON_REQUIRED, &truth);
      hbk_value_set_boolean (&spec->absent, truth);
    }
  else if (kind == HBK_JSON_NUMBER && hbk_fact_type_is_number (spec->type))
    {
      hbk_json_reader_get_hours (reader, "absent", HBK_JSON_REQUIRED, &number);
      hbk_value_set_number (&spec->absent, number);
    }
  else if (kind == HBK_JSON_STRING)
    parse_absent_text (reader, spec);
  else
    hbk_json_reader_report_expected (reader, "absent", _ ("an answer of this type, or a text"), _ ("Write what a missing answer means, or a text such as “not stated”."));
}

static void
parse_fact (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "type", "name", "ask", "unit", "choices", "absent", NULL };
  Parser                  *parser = user_data;
  HbkFactSpec             *spec;
  int                      type = HBK_FACT_TEXT;

  hbk_json_reader_only_keys (reader, keys);
  spec = append (reader, parser->words);
  if (spec == NULL)
    return;

  hbk_json_reader_get_choice (reader, "type", HBK_JSON_REQUIRED, types, &type);
  spec->type = (HbkFactType) type;
  hbk_text_parser_read_bilingual (reader, "name", HBK_JSON_REQUIRED, &spec->name);
  hbk_text_parser_read_bilingual (reader, "ask", HBK_JSON_REQUIRED, &spec->ask);
  hbk_text_parser_read_text (reader, "unit", HBK_JSON_OPTIONAL, &spec->unit);

  if (spec->type == HBK_FACT_CHOICE)
    parse_answers (reader, parser, spec);
  else if (hbk_json_reader_has_member (reader, "choices"))
    hbk_json_reader_report_member (reader, "choices", HBK_ERROR_VALUE, _ ("Only a fact of the type “choice” has answers to choose from."), _ ("Make the type “choice”, or remove the answers."));

  parse_absent (reader, spec);
}

/* ---- The other lists ---- */

static void
parse_group (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "name", NULL };
  Parser                  *parser = user_data;
  HbkGroupSpec            *spec;

  hbk_json_reader_only_keys (reader, keys);
  spec = append (reader, &parser->vocabulary->groups);
  if (spec != NULL)
    hbk_text_parser_read_bilingual (reader, "name", HBK_JSON_REQUIRED, &spec->name);
}

static void
parse_activity (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "name", "group", "date", NULL };
  Parser                  *parser = user_data;
  HbkActivitySpec         *spec;
  const HbkGroupSpec      *group = NULL;
  const char              *group_id;

  hbk_json_reader_only_keys (reader, keys);
  spec = append (reader, &parser->vocabulary->activities);
  if (spec == NULL)
    return;

  hbk_text_parser_read_bilingual (reader, "name", HBK_JSON_REQUIRED, &spec->name);
  hbk_text_parser_read_bilingual (reader, "date", HBK_JSON_REQUIRED, &spec->date);
  group_id = hbk_text_parser_get_id (reader, "group", HBK_JSON_REQUIRED);
  if (group_id == NULL)
    return;

  group = hbk_id_table_lookup (&parser->vocabulary->groups, group_id);
  if (group != NULL)
    spec->group = group->id;
  else
    hbk_json_reader_report_printf (reader, "group", HBK_ERROR_REFERENCE, _ ("Use the id of an entry of “groups”."), _ ("There is no group “%s”."), group_id);
}

static void
parse_document (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "name", "effort", NULL };
  Parser                  *parser = user_data;
  HbkDocumentSpec         *spec;

  hbk_json_reader_only_keys (reader, keys);
  spec = append (reader, &parser->vocabulary->documents);
  if (spec == NULL)
    return;

  hbk_text_parser_read_bilingual (reader, "name", HBK_JSON_REQUIRED, &spec->name);
  hbk_json_reader_get_int (reader, "effort", HBK_JSON_REQUIRED, 1, 5, &spec->effort);
}

static void
parse_warning (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", "severity", "name", "action", NULL };
  Parser                  *parser = user_data;
  HbkWarningSpec          *spec;
  int                      severity = HBK_SEVERITY_WARNING;

  hbk_json_reader_only_keys (reader, keys);
  spec = append (reader, &parser->vocabulary->warnings);
  if (spec == NULL)
    return;

  hbk_json_reader_get_choice (reader, "severity", HBK_JSON_REQUIRED, severities, &severity);
  spec->severity = (HbkSeverity) severity;
  hbk_text_parser_read_bilingual (reader, "name", HBK_JSON_REQUIRED, &spec->name);
  hbk_text_parser_read_bilingual (reader, "action", HBK_JSON_REQUIRED, &spec->action);
}

/* ---- The whole ---- */

static void
parse_lists (HbkJsonReader *reader, Parser *parser)
{
  HbkVocabulary *vocabulary = parser->vocabulary;

  hbk_text_parser_each_object (reader, "choice_lists", HBK_JSON_OPTIONAL, WORDS_MAX, parse_choice_list, parser);
  hbk_text_parser_each_object (reader, "groups", HBK_JSON_REQUIRED, WORDS_MAX, parse_group, parser);
  hbk_text_parser_each_object (reader, "activities", HBK_JSON_REQUIRED, WORDS_MAX, parse_activity, parser);
  parser->words = &vocabulary->facts;
  hbk_text_parser_each_object (reader, "facts", HBK_JSON_REQUIRED, WORDS_MAX, parse_fact, parser);
  parser->words = &vocabulary->attributes;
  hbk_text_parser_each_object (reader, "profile", HBK_JSON_REQUIRED, WORDS_MAX, parse_fact, parser);
  hbk_text_parser_each_object (reader, "documents", HBK_JSON_REQUIRED, WORDS_MAX, parse_document, parser);
  hbk_text_parser_each_object (reader, "warnings", HBK_JSON_REQUIRED, WORDS_MAX, parse_warning, parser);
}

/**
 * hbk_vocabulary_read:
 * @bytes: the bytes of a vocabulary file
 * @problems: where to put what is wrong
 *
 * Reads a vocabulary.
 *
 * Returns: (transfer full) (nullable): the vocabulary, or %NULL when there was any problem
 */
HbkVocabulary *
hbk_vocabulary_read (GBytes *bytes, HbkProblems *problems)
{
  static const char *const keys[] = { "format", "version", "choice_lists", "groups", "activities", "facts", "profile", "documents", "warnings", NULL };
  g_autoptr (HbkJsonReader) reader = NULL;
  g_autoptr (HbkVocabulary) vocabulary = NULL;
  g_autoptr (GHashTable) choice_lists = NULL;
  Parser parser;

  g_return_val_if_fail (bytes != NULL && problems != NULL, NULL);

  reader = hbk_json_reader_new (bytes, &hbk_json_limits_pack, problems);
  if (reader == NULL || !hbk_text_parser_check_format (reader, FORMAT))
    return NULL;

  vocabulary = hbk_vocabulary_new ();
  vocabulary->bytes = g_bytes_ref (bytes);
  choice_lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  parser = (Parser) { .vocabulary = vocabulary, .choice_lists = choice_lists };
  hbk_json_reader_only_keys (reader, keys);
  parse_lists (reader, &parser);

  return hbk_json_reader_get_n_problems (reader) == 0 ? g_steal_pointer (&vocabulary) : NULL;
}
