/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-block-parser.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "rules/hbk-rule-parser.h"
#include "rules/hbk-text-parser.h"

#define ACTIVITIES_MAX 100

/* The block that is being read. */
typedef struct
{
  HbkPackContext *context;
  HbkRule        *defaults; /* what the block says for all its rules */
  gboolean        good;     /* the defaults have no problem */
} Block;

/* ---- Rules ---- */

/* What the pack that extends another says of all rules it takes over. */
static void
adapt (HbkPackContext *context, HbkRule *rule)
{
  rule->clause = hbk_pack_context_adapt_clause (context, rule->id, rule->clause);
  if (context->inherited_subjects->subjects->len > 0)
    hbk_rule_set_subjects (rule, context->inherited_subjects->subjects);
}

static gboolean
register_rule (HbkPackContext *context, HbkRule *rule)
{
  if (!hbk_pack_context_register_part (context, rule->id))
    return FALSE;

  if (context->pack->rules->len < HBK_PACK_RULES_MAX)
    return TRUE;

  hbk_json_reader_report_printf (context->reader, NULL, HBK_ERROR_LIMIT, _ ("Join rules that differ only in a fact."), _ ("The pack has more than %d rules."), HBK_PACK_RULES_MAX);
  return FALSE;
}

/* With the reader at the rule; takes it over. */
static void
finish_rule (Block *block, HbkRule *rule, const char *id)
{
  HbkPackContext *context = block->context;
  guint           before = hbk_json_reader_get_n_problems (context->reader);

  hbk_rule_parse_into (context, rule);
  if (id != NULL)
    {
      rule->id = hbk_pack_context_intern (context, id);
      if (context->inherited)
        adapt (context, rule);
    }

  if (block->good && hbk_json_reader_get_n_problems (context->reader) == before)
    hbk_rule_check (context, rule);
  hbk_rule_complete (rule);

  if (id != NULL && register_rule (context, rule))
    g_ptr_array_add (context->pack->rules, rule);
  else
    hbk_rule_free (rule);
}

static void
parse_rule (HbkJsonReader *reader, gpointer user_data)
{
  static const char *const keys[] = { "id", HBK_RULE_KEYS, NULL };
  Block                   *block = user_data;

  hbk_json_reader_only_keys (reader, keys);
  finish_rule (block, hbk_rule_copy (block->defaults), hbk_text_parser_get_id (reader, "id", HBK_JSON_REQUIRED));
}

/* What becomes of a record that no rule takes: the last rule, without a condition. */
static void
parse_otherwise (Block *block)
{
  static const char *const keys[] = { HBK_RULE_KEYS, NULL };
  HbkJsonReader           *reader = block->context->reader;
  g_autofree char         *id = NULL;
  HbkRule                 *rule;

  if (!hbk_json_reader_enter_object (reader, "otherwise", HBK_JSON_OPTIONAL))
    return;

  hbk_json_reader_only_keys (reader, keys);
  if (hbk_json_reader_has_member (reader, "when"))
    hbk_json_reader_report_member (reader, "when", HBK_ERROR_VALUE, _ ("What holds otherwise has no condition."), _ ("Remove it, or make it a rule of “rules”."));
  else
    {
      rule = hbk_rule_copy (block->defaults);
      g_clear_pointer (&rule->when, hbk_condition_free);
      rule->is_otherwise = TRUE;
      id = g_strdup_printf ("%s-otherwise", rule->block);
      finish_rule (block, rule, id);
    }
  hbk_json_reader_leave (reader);
}

/* ---- Blocks ---- */

static void
add_activity (HbkJsonReader *reader, gpointer user_data)
{
  Block          *block = user_data;
  HbkPackContext *context = block->context;
  GPtrArray      *activities = block->defaults->activities;
  const char     *activity = hbk_pack_context_get_activity (context, NULL, HBK_JSON_REQUIRED);

  if (activity == NULL)
    return;

  if (g_ptr_array_find (activities, activity, NULL))
    hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_DUPLICATE, _ ("Remove one of the two."), _ ("The activity “%s” is there twice."), activity);

  /* Not for activities that the pack which extends this one has rules of its own for. */
  if (context->inherited && g_hash_table_contains (context->own_activities, activity))
    return;

  g_ptr_array_add (activities, (gpointer) activity);
  if (!context->inherited)
    g_hash_table_add (context->own_activities, (gpointer) activity);
}

static gboolean
register_block (HbkPackContext *context, const char *id)
{
  /* A block of the extended pack gives way to the block of the same id. */
  if (context->inherited && g_hash_table_contains (context->blocks, id))
    return FALSE;

  if (g_hash_table_add (context->blocks, (gpointer) id))
    return TRUE;

  hbk_json_reader_report_printf (context->reader, "id", HBK_ERROR_DUPLICATE, _ ("Give each entry of the list an id of its own."), _ ("The id “%s” is there twice."), id);
  return FALSE;
}

static void
parse_contents (Block *block)
{
  HbkJsonReader *reader = block->context->reader;
  guint          before = hbk_json_reader_get_n_problems (reader);

  hbk_rule_parse_into (block->context, block->defaults);
  block->good = hbk_json_reader_get_n_problems (reader) == before;

  if (!hbk_json_reader_has_member (reader, "rules") && !hbk_json_reader_has_member (reader, "otherwise"))
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("The block has no rules."), _ ("Add “rules”, “otherwise” or both."));
  hbk_text_parser_each_object (reader, "rules", HBK_JSON_OPTIONAL, HBK_PACK_RULES_MAX, parse_rule, block);
  parse_otherwise (block);
}

/**
 * hbk_block_parse:
 * @context: a context, at a block
 *
 * Reads a block with its rules; see data/packs/FORMAT.md, Blocks and rules.
 */
void
hbk_block_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "id", "activities", "rules", "otherwise", HBK_RULE_KEYS, NULL };
  g_autoptr (HbkRule) defaults = hbk_rule_new ();
  Block       block = { context, defaults, FALSE };
  const char *id;

  hbk_json_reader_only_keys (context->reader, keys);
  id = hbk_text_parser_get_id (context->reader, "id", HBK_JSON_REQUIRED);
  if (id == NULL)
    return;

  defaults->block = hbk_pack_context_intern (context, id);
  if (!register_block (context, defaults->block))
    return;

  hbk_text_parser_each_value (context->reader, "activities", HBK_JSON_REQUIRED, ACTIVITIES_MAX, add_activity, &block);
  if (!context->inherited || defaults->activities->len > 0)
    parse_contents (&block);
}

/* ---- Taking over rules ---- */

static void
parse_clauses (HbkPackContext *context)
{
  HbkJsonReader          *reader = context->reader;
  g_autofree const char **ids = hbk_json_reader_list_members (reader);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *clause = hbk_pack_context_get_clause (context, ids[i], HBK_JSON_REQUIRED);

      if (clause != NULL)
        g_hash_table_insert (context->inherited_clauses, (gpointer) ids[i], (gpointer) clause);
    }
}

/**
 * hbk_inherit_parse:
 * @context: a context, at the root of a pack that extends another, whose clauses and readings have been read
 *
 * Reads what the pack changes in all that it takes over.
 */
void
hbk_inherit_parse (HbkPackContext *context)
{
  static const char *const keys[] = { "subject", "clauses", NULL };
  HbkJsonReader           *reader = context->reader;

  if (!hbk_json_reader_enter_object (reader, "inherit", HBK_JSON_OPTIONAL))
    return;

  hbk_json_reader_only_keys (reader, keys);
  if (hbk_json_reader_has_member (reader, "subject"))
    hbk_subjects_parse (context, "subject", context->inherited_subjects->subjects);

  if (hbk_json_reader_enter_object (reader, "clauses", HBK_JSON_OPTIONAL))
    {
      parse_clauses (context);
      hbk_json_reader_leave (reader);
    }

  hbk_json_reader_leave (reader);
}

/**
 * hbk_inherit_check:
 * @context: a context, at the root of a pack that extends another, when everything has been read
 *
 * Reports clauses that are given to what the pack does not take over.
 */
void
hbk_inherit_check (HbkPackContext *context)
{
  HbkJsonReader          *reader = context->reader;
  g_autofree const char **ids = NULL;

  if (g_hash_table_size (context->inherited_clauses) == 0)
    return;

  hbk_json_reader_enter_member (reader, "inherit");
  hbk_json_reader_enter_member (reader, "clauses");
  ids = hbk_json_reader_list_members (reader);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *shown = NULL;

      if (g_hash_table_contains (context->adapted, ids[i]))
        continue;

      shown = hbk_text_escape (ids[i], -1, HBK_TEXT_PARSER_ID_MAX);
      hbk_json_reader_report_printf (reader, ids[i], HBK_ERROR_REFERENCE, _ ("Use the id of a rule, part of a rule or cap of the extended pack that is not replaced here."), _ ("The pack takes over nothing with the id “%s”."), shown);
    }
  hbk_json_reader_leave (reader);
  hbk_json_reader_leave (reader);
}

static void
arrange (HbkPack *pack, gboolean otherwise)
{
  for (guint i = 0; i < pack->rules->len; i++)
    {
      HbkRule *rule = g_ptr_array_index (pack->rules, i);

      if (!rule->is_otherwise != !otherwise)
        continue;

      for (guint j = 0; j < rule->activities->len; j++)
        {
          gpointer   activity = g_ptr_array_index (rule->activities, j);
          GPtrArray *rules = g_hash_table_lookup (pack->rules_by_activity, activity);

          if (rules == NULL)
            {
              rules = g_ptr_array_new ();
              g_hash_table_insert (pack->rules_by_activity, activity, rules);
            }
          g_ptr_array_add (rules, rule);
        }
    }
}

/**
 * hbk_rules_arrange:
 * @pack: a pack that has all its rules
 *
 * Lists the rules of each activity in the order in which they are tried: those of all blocks, then what holds otherwise.
 */
void
hbk_rules_arrange (HbkPack *pack)
{
  arrange (pack, FALSE);
  arrange (pack, TRUE);
}
