/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "rules/hbk-pack-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/hbk-block-parser.h"
#include "rules/hbk-day-parser.h"
#include "rules/hbk-pack-private.h"
#include "rules/hbk-text-parser.h"

#define FORMAT "hourbook-pack"

/* The files that a pack is made of: the one it extends, if any, and its own. */
typedef struct
{
  HbkPackContext context;
  HbkJsonReader *own;
  HbkJsonReader *parent;
} Reading;

/* ---- The head ---- */

static void
parse_head (HbkJsonReader *reader, HbkPack *pack)
{
  static const char *const keys[] = {
    "format", "version", "id", "revision", "extends", "name", "region", "notices", "covers", "checked_on", "clauses",
    "defects", "readings", "requirements", "reductions", "caps", "evidence", "blocks", "deadlines", "chain", "forms",
    "contacts", "penalties", "applications", "inherit", NULL
  };

  hbk_json_reader_only_keys (reader, keys);
  pack->id = g_strdup (hbk_text_parser_get_id (reader, "id", HBK_JSON_REQUIRED));
  pack->revision = g_strdup (hbk_text_parser_get_id (reader, "revision", HBK_JSON_REQUIRED));
  pack->extends = g_strdup (hbk_text_parser_get_id (reader, "extends", HBK_JSON_OPTIONAL));
  hbk_text_parser_read_bilingual (reader, "name", HBK_JSON_REQUIRED, &pack->name);
  hbk_text_parser_read_bilingual (reader, "region", HBK_JSON_REQUIRED, &pack->region);
  hbk_json_reader_get_date (reader, "checked_on", HBK_JSON_REQUIRED, &pack->checked_on);
}

static void
parse_covers (HbkPackContext *context)
{
  HbkPack       *pack = context->pack;
  HbkJsonReader *reader = context->reader;

  hbk_years_parse (context, "covers", HBK_JSON_REQUIRED, &pack->covers_from, &pack->covers_to);
  if (pack->covers_from == 0 && pack->covers_to > 0)
    hbk_json_reader_report_member (reader, "covers", HBK_ERROR_MISSING, _ ("The first year that the notice speaks of is missing."), _ ("Add “from”."));
}

/* ---- The pack that is extended ---- */

/* Whether the parent is there and can be built upon. */
static gboolean
check_parent (HbkJsonReader *reader, const HbkPack *pack, const HbkPack *parent)
{
  const char *what = NULL;
  const char *action = NULL;

  if (pack->extends == NULL)
    {
      if (hbk_json_reader_has_member (reader, "inherit"))
        hbk_json_reader_report_member (reader, "inherit", HBK_ERROR_VALUE, _ ("Only a pack that extends another takes something over."), _ ("Add “extends”, or remove “inherit”."));
      return FALSE;
    }

  if (g_strcmp0 (pack->extends, pack->id) == 0)
    {
      what = _ ("The pack extends itself.");
      action = _ ("Name another pack, or remove the key.");
    }
  else if (parent == NULL || !g_str_equal (parent->id, pack->extends))
    {
      what = _ ("The pack that this one extends is not there.");
      action = _ ("Put it beside this pack, or correct its id.");
    }
  else if (parent->extends != NULL)
    {
      what = _ ("The pack that this one extends itself extends another.");
      action = _ ("Extend a pack that stands by itself.");
    }

  if (what != NULL)
    hbk_json_reader_report_member (reader, "extends", HBK_ERROR_REFERENCE, what, action);

  return what == NULL;
}

/* Something that is replaced here was needed there: said once, in this pack, which is where it can be mended. */
static void
report_parent (HbkJsonReader *reader, const HbkPack *pack, const HbkProblems *problems)
{
  g_autofree char *first = NULL;

  if (hbk_problems_is_empty (problems))
    return;

  first = hbk_problem_to_string (hbk_problems_get (problems, 0), pack->extends);
  hbk_json_reader_report_printf (reader, "extends", HBK_ERROR_REFERENCE, _ ("Change what this pack replaces or adds so that the two fit together."), _ ("The pack that this one extends no longer fits together. %s"), first);
}

/* ---- Lists ---- */

/* First the other pack's entries, so that their order stays, then those of this one, which may replace them. */
static void
parse_list (Reading *reading, const char *member, HbkJsonNeed need, guint max, HbkPackEntryFunc func)
{
  HbkPackContext *context = &reading->context;

  if (reading->parent != NULL)
    {
      context->reader = reading->parent;
      context->inherited = TRUE;
      hbk_pack_context_each (context, member, HBK_JSON_OPTIONAL, max, func);
    }

  context->reader = reading->own;
  context->inherited = FALSE;
  hbk_pack_context_each (context, member, need, max, func);
}

/* Stands at the file whose word is the only one to count: this pack's if it has the member, else the other pack's. */
static void
choose (Reading *reading, const char *member)
{
  HbkPackContext *context = &reading->context;

  context->inherited = reading->parent != NULL && !hbk_json_reader_has_member (reading->own, member);
  context->reader = context->inherited ? reading->parent : reading->own;
}

static void
parse_chosen_list (Reading *reading, const char *member, HbkPackEntryFunc func)
{
  choose (reading, member);
  hbk_pack_context_each (&reading->context, member, HBK_JSON_OPTIONAL, HBK_PACK_LIST_MAX, func);
}

/* This pack's blocks come first. */
static void
parse_blocks (Reading *reading, HbkJsonNeed need)
{
  HbkPackContext *context = &reading->context;

  context->reader = reading->own;
  context->inherited = FALSE;
  hbk_pack_context_each (context, "blocks", need, HBK_PACK_LIST_MAX, hbk_block_parse);

  if (reading->parent != NULL)
    {
      context->reader = reading->parent;
      context->inherited = TRUE;
      hbk_pack_context_each (context, "blocks", HBK_JSON_OPTIONAL, HBK_PACK_LIST_MAX, hbk_block_parse);
    }
}

/* In such an order that whatever an entry refers to has been read before. */
static void
parse_body (Reading *reading)
{
  HbkPackContext *context = &reading->context;
  HbkJsonNeed     need = reading->parent != NULL ? HBK_JSON_OPTIONAL : HBK_JSON_REQUIRED;

  parse_list (reading, "notices", need, HBK_PACK_LIST_MAX, hbk_notice_parse);
  parse_list (reading, "clauses", need, HBK_PACK_CLAUSES_MAX, hbk_clause_parse);
  parse_list (reading, "contacts", HBK_JSON_OPTIONAL, HBK_PACK_LIST_MAX, hbk_contact_parse);
  parse_list (reading, "readings", HBK_JSON_OPTIONAL, HBK_PACK_READINGS_MAX, hbk_reading_parse);
  if (reading->parent != NULL)
    hbk_inherit_parse (context);

  parse_list (reading, "defects", HBK_JSON_OPTIONAL, HBK_PACK_LIST_MAX, hbk_defect_parse);
  parse_list (reading, "caps", HBK_JSON_OPTIONAL, HBK_PACK_LIST_MAX, hbk_cap_parse);
  parse_list (reading, "evidence", HBK_JSON_OPTIONAL, HBK_PACK_LIST_MAX, hbk_evidence_parse);
  parse_blocks (reading, need);
  parse_list (reading, "reductions", HBK_JSON_OPTIONAL, HBK_PACK_LIST_MAX, hbk_reduction_parse);
  parse_list (reading, "chain", HBK_JSON_OPTIONAL, HBK_PACK_LIST_MAX, hbk_chain_parse);
  parse_list (reading, "forms", HBK_JSON_OPTIONAL, HBK_PACK_LIST_MAX, hbk_form_parse);
  parse_list (reading, "penalties", HBK_JSON_OPTIONAL, HBK_PACK_LIST_MAX, hbk_penalty_parse);

  parse_chosen_list (reading, "requirements", hbk_requirement_parse);
  parse_chosen_list (reading, "deadlines", hbk_deadline_parse);
  choose (reading, "covers");
  parse_covers (context);
  choose (reading, "applications");
  hbk_application_rules_parse (context);

  context->reader = reading->own;
  if (reading->parent != NULL)
    hbk_inherit_check (context);
}

/* ---- The whole ---- */

static void
parse (HbkJsonReader *own, HbkPack *pack, HbkPack *parent)
{
  g_autoptr (HbkProblems) parent_problems = hbk_problems_new ();
  g_autoptr (HbkJsonReader) parent_reader = NULL;
  Reading  reading = { .own = own };
  gboolean extends;

  parse_head (own, pack);
  extends = check_parent (own, pack, parent);
  if (extends)
    {
      pack->parent = hbk_pack_ref (parent);
      parent_reader = hbk_json_reader_new (parent->bytes, &hbk_json_limits_pack, parent_problems);
      reading.parent = parent_reader;
    }

  hbk_pack_context_init (&reading.context, pack);
  /* Without the pack it builds upon, nearly every id of this one would be reported as unknown. */
  if (extends || pack->extends == NULL)
    parse_body (&reading);
  hbk_pack_context_clear (&reading.context);

  report_parent (own, pack, parent_problems);
}

/**
 * hbk_pack_read:
 * @bytes: the bytes of a pack file
 * @vocabulary: the words that the pack may use
 * @parent: (nullable): the pack that it extends, if it does; see [func@pack_peek_extends]
 * @problems: where to put what is wrong
 *
 * Reads a rule pack; see data/packs/FORMAT.md.
 *
 * Returns: (transfer full) (nullable): the pack, or %NULL when there was any problem
 */
HbkPack *
hbk_pack_read (GBytes *bytes, HbkVocabulary *vocabulary, HbkPack *parent, HbkProblems *problems)
{
  g_autoptr (HbkJsonReader) reader = NULL;
  g_autoptr (HbkPack) pack = NULL;

  g_return_val_if_fail (bytes != NULL && vocabulary != NULL && problems != NULL, NULL);

  reader = hbk_json_reader_new (bytes, &hbk_json_limits_pack, problems);
  if (reader == NULL || !hbk_text_parser_check_format (reader, FORMAT))
    return NULL;

  pack = hbk_pack_new (vocabulary);
  pack->bytes = g_bytes_ref (bytes);
  parse (reader, pack, parent);
  if (hbk_json_reader_get_n_problems (reader) > 0)
    return NULL;

  hbk_rules_arrange (pack);

  return g_steal_pointer (&pack);
}

/* Behind white space. */
static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n'))
    p++;

  return p;
}

/* The id after a key, or NULL when what follows is none. */
static char *
dup_id_after (const char *p, const char *end)
{
  const char *start;

  p = skip_space (p, end);
  if (p == end || *p != ':')
    return NULL;

  p = skip_space (p + 1, end);
  if (p == end || *p != '"')
    return NULL;

  start = ++p;
  while (p < end && (g_ascii_isalnum (*p) || *p == '.' || *p == '_' || *p == '-'))
    p++;

  return p < end && *p == '"' && p > start ? g_strndup (start, (gsize) (p - start)) : NULL;
}

/* Whether a place in a JSON text belongs to the root object itself, not to what lies within it or within a text. */
static gboolean
is_at_root (const char *data, const char *place)
{
  int      depth = 0;
  gboolean quoted = FALSE;

  for (const char *p = data; p < place; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (quoted && *p == '\\')
        p++;
      else if (!quoted)
        depth += (*p == '{' || *p == '[') - (*p == '}' || *p == ']');
    }

  return depth == 1 && !quoted;
}

/**
 * hbk_pack_peek_extends:
 * @bytes: the bytes of a pack file
 *
 * Finds out which pack has to be read before this one. What is wrong with the file is left for [func@pack_read] to say.
 *
 * Returns: (transfer full) (nullable): the id of the pack that it extends, or %NULL when it extends none
 */
char *
hbk_pack_peek_extends (GBytes *bytes)
{
  static const char key[] = "\"extends\"";
  gsize             length;
  const char       *data;
  const char       *end;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  end = data + length;

  /* Not by a reader, which would go through the whole file a second time. */
  for (const char *p = data; length > 0 && (p = memmem (p, (gsize) (end - p), key, strlen (key))) != NULL; p++)
    {
      char *id = dup_id_after (p + strlen (key), end);

      if (id != NULL && is_at_root (data, p))
        return id;
      g_free (id);
    }

  return NULL;
}
