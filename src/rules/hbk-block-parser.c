/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-block-parser.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "rules/hbk-rule-parser.h"
#include "rules/hbk-text-parser.h"

#define ACTIVITIES_MAX 100

/* The block that is being read. Its defaults are read once for every rule, since each rule owns what it is made of. */
typedef struct
{
  HbkPackContext *context;
  const char *id;
  GPtrArray *activities; /* interned ids */
  guint n_rules;
  gboolean good; /* so far: a problem of the defaults is reported once, not for every rule */
} Block;

/* ---- Rules ---- */

static HbkRule *
start_rule (Block *block)
{
  HbkRule *rule = hbk_rule_new ();

  rule->block = block->id;
  g_ptr_array_extend (rule->activities, block->activities, NULL, NULL);
  if (block->good)
    {
      guint before = hbk_json_reader_get_n_problems (block->context->reader);

      block->context->again = block->n_rules++ > 0;
      hbk_rule_parse_into (block->context, rule);
      block->context->again = FALSE;
      block->good = hbk_json_reader_get_n_problems (block->context->reader) == before;
    }

  return rule;
}

/* What the pack that extends another says of all rules it takes over. */
static void
adapt (HbkPackContext *context, HbkRule *rule)
{
  HbkJsonReader *reader = context->reader;

  rule->clause = hbk_pack_context_adapt_clause (context, rule->id, rule->clause);

  context->reader = context->own_reader;
  if (hbk_json_reader_enter_member (context->reader, "inherit"))
    {
      if (hbk_json_reader_has_member (context->reader, "subject"))
        hbk_subjects_parse (context, "subject", rule->subjects);
      hbk_json_reader_leave (context->reader);
    }
  context->reader = reader;
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
  guint before = hbk_json_reader_get_n_problems (context->reader);

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
parse_rule (Block *block, guint position)
{
  static const char *const keys[] = { "id", HBK_RULE_KEYS, NULL };
  HbkJsonReader *reader = block->context->reader;
  HbkRule *rule = start_rule (block);

  hbk_json_reader_enter_member (reader, "rules");
  if (hbk_json_reader_enter_object_element (reader, position))
    {
      hbk_json_reader_only_keys (reader, keys);
      finish_rule (block, rule, hbk_text_parser_get_id (reader, "id", HBK_JSON_REQUIRED));
      hbk_json_reader_leave (reader);
    }
  else
    hbk_rule_free (rule);
  hbk_json_reader_leave (reader);
}

static void
parse_rules (Block *block)
{
  HbkJsonReader *reader = block->context->reader;
  guint n;

  if (!hbk_json_reader_enter_array (reader, "rules", HBK_JSON_OPTIONAL, &n))
    return;

  if (n == 0)
    hbk_json_reader_report (reader, HBK_ERROR_VALUE, _ ("The list is empty."), _ ("Put something into the list, or remove the key."));
  hbk_json_reader_leave (reader);

  for (guint i = 0; i < n; i++)
    parse_rule (block, i);
}

/* What becomes of a record that no rule takes: the last rule, without a condition. */
static void
parse_otherwise (Block *block)
{
  static const char *const keys[] = { HBK_RULE_KEYS, NULL };
  HbkJsonReader *reader = block->context->reader;
  g_autofree char *id = NULL;
  HbkRule *rule;

  if (!hbk_json_reader_has_member (reader, "otherwise"))
    return;

  rule = start_rule (block);
  g_clear_pointer (&rule->when, hbk_condition_free);
  rule->is_otherwise = TRUE;
  if (!hbk_json_reader_enter_object (reader, "otherwise", HBK_JSON_REQUIRED))
    {
      hbk_rule_free (rule);
      return;
    }

  hbk_json_reader_only_keys (reader, keys);
  if (hbk_json_reader_has_member (reader, "when"))
    hbk_json_reader_report_member (reader, "when", HBK_ERROR_VALUE, _ ("What holds otherwise has no condition."), _ ("Remove it, or make it a rule of “rules”."));
  id = g_strdup_printf ("%s-otherwise", block->id);
  finish_rule (block, rule, id);
  hbk_json_reader_leave (reader);
}

/* ---- Blocks ---- */

static void
add_activity (HbkJsonReader *reader, gpointer user_data)
{
  Block *block = user_data;
  HbkPackContext *context = block->context;
  const char *activity = hbk_pack_context_get_activity (context, NULL, HBK_JSON_REQUIRED);

  if (activity == NULL)
    return;

  if (g_ptr_array_find (block->activities, activity, NULL))
    hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_DUPLICATE, _ ("Remove one of the two."), _ ("The activity “%s” is there twice."), activity);

  /* Not for activities that the pack which extends this one has rules of its own for. */
  if (context->inherited && g_hash_table_contains (context->own_activities, activity))
    return;

  g_ptr_array_add (block->activities, (gpointer) activity);
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
  g_autoptr (GPtrArray) activities = g_ptr_array_new ();
  HbkJsonReader *reader = context->reader;
  Block block = { context, NULL, activities, 0, TRUE };
  const char *id;

  hbk_json_reader_only_keys (reader, keys);
  id = hbk_text_parser_get_id (reader, "id", HBK_JSON_REQUIRED);
  if (id == NULL)
    return;

  block.id = hbk_pack_context_intern (context, id);
  if (!register_block (context, block.id))
    return;

  hbk_text_parser_each_value (reader, "activities", HBK_JSON_REQUIRED, ACTIVITIES_MAX, add_activity, &block);
  if (context->inherited && activities->len == 0)
    return;

  if (!hbk_json_reader_has_member (reader, "rules") && !hbk_json_reader_has_member (reader, "otherwise"))
    hbk_json_reader_report (reader, HBK_ERROR_MISSING, _ ("The block has no rules."), _ ("Add “rules”, “otherwise” or both."));
  parse_rules (&block);
  parse_otherwise (&block);
}

/* ---- Taking over rules ---- */

static void
parse_clauses (HbkPackContext *context)
{
  HbkJsonReader *reader = context->reader;
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
  HbkJsonReader *reader = context->reader;

  if (!hbk_json_reader_enter_object (reader, "inherit", HBK_JSON_OPTIONAL))
    return;

  hbk_json_reader_only_keys (reader, keys);
  if (hbk_json_reader_has_member (reader, "subject"))
    {
      /* Read here for its problems only; each inherited rule reads it again for itself. */
      HbkRule *rule = hbk_rule_new ();

      hbk_subjects_parse (context, "subject", rule->subjects);
      hbk_rule_free (rule);
    }

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
  HbkJsonReader *reader = context->reader;
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
      hbk_json_reader_report_printf (reader, ids[i], HBK_ERROR_REFERENCE, _ ("Use the id of a rule, part of a rule or cap of the extended pack that is not replaced here."),
                                     _ ("The pack takes over nothing with the id “%s”."), shown);
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
          gpointer activity = g_ptr_array_index (rule->activities, j);
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
