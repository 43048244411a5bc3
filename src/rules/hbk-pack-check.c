/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-pack.h"

#include <glib/gi18n-lib.h>

#include "records/hbk-json-reader.h"
#include "rules/hbk-pack-citations.h"

/* What only the author of a pack can mend and no assessment suffers from: things that have no effect. */

typedef struct
{
  const HbkPack   *pack;
  HbkPackCitations citations;
  GHashTable      *rules; /* id → HbkRule */
} Check;

/* The id of the current entry. The pack has been read, so it is there and good. */
static const char *
get_id (HbkJsonReader *reader)
{
  return hbk_json_reader_get_string (reader, "id", HBK_JSON_REQUIRED, G_MAXSIZE);
}

static void
check_clause (HbkJsonReader *reader, gpointer user_data)
{
  Check           *check = user_data;
  const HbkClause *clause = hbk_pack_lookup_clause (check->pack, get_id (reader));
  gboolean         computed = g_hash_table_contains (check->citations.computed, clause->id);

  if (!computed && !clause->informs && !g_hash_table_contains (check->citations.mentioned, clause->id))
    hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_REFERENCE, _ ("Let a rule cite it, or mark it with “informs”."), _ ("Nothing cites the clause “%s”."), clause->id);

  if (computed && clause->informs)
    hbk_json_reader_report_printf (reader, "informs", HBK_ERROR_VALUE, _ ("Remove the mark."), _ ("The clause “%s” is marked “informs”, but something is computed from it."), clause->id);
}

static void
check_reading (HbkJsonReader *reader, gpointer user_data)
{
  Check            *check = user_data;
  int               position = hbk_pack_lookup_reading (check->pack, get_id (reader));
  const HbkReading *reading = &g_array_index (check->pack->readings, HbkReading, position);

  if (reading->options->len > 1 && !g_hash_table_contains (check->citations.readings, GINT_TO_POINTER (position)))
    hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_REFERENCE, _ ("Use it in a condition, or keep the one option that is computed."), _ ("The reading “%s” has several options, but nothing depends on it."), reading->id);
}

static void
check_cap (HbkJsonReader *reader, gpointer user_data)
{
  Check      *check = user_data;
  const char *id = get_id (reader);

  for (guint i = 0; i < check->pack->caps->len; i++)
    {
      if (!g_str_equal (g_array_index (check->pack->caps, HbkCap, i).id, id) || g_hash_table_contains (check->citations.caps, GUINT_TO_POINTER (i)))
        continue;

      hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_REFERENCE, _ ("Name it in the “caps” of a rule, or remove it."), _ ("No rule uses the cap “%s”."), id);
    }
}

static void
check_evidence (HbkJsonReader *reader, gpointer user_data)
{
  Check      *check = user_data;
  const char *id = get_id (reader);

  for (guint i = 0; i < check->pack->evidence->len; i++)
    {
      if (!g_str_equal (g_array_index (check->pack->evidence, HbkEvidenceSet, i).id, id) || g_hash_table_contains (check->citations.evidence, GUINT_TO_POINTER (i)))
        continue;

      hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_REFERENCE, _ ("Name it as the “evidence” of a rule, or remove it."), _ ("No rule uses the evidence set “%s”."), id);
    }
}

/* ---- Rules ---- */

static void
check_reached (HbkJsonReader *reader, Check *check, const char *id)
{
  const HbkRule *rule = g_hash_table_lookup (check->rules, id);

  if (!g_hash_table_contains (check->citations.reached, rule))
    hbk_json_reader_report_printf (reader, NULL, HBK_ERROR_REFERENCE, _ ("Move it before the rule without a “when”, give that rule one, or remove this one."), _ ("The rule “%s” is never reached: for each of its activities, a rule without a condition comes before it."), id);
}

static void
check_rule (HbkJsonReader *reader, gpointer user_data)
{
  check_reached (reader, user_data, get_id (reader));
}

static void
check_block (HbkJsonReader *reader, gpointer user_data)
{
  g_autofree char *otherwise = NULL;

  hbk_json_reader_each_object (reader, "rules", HBK_JSON_OPTIONAL, check_rule, user_data);
  if (!hbk_json_reader_enter_member (reader, "otherwise"))
    return;

  hbk_json_reader_leave (reader);
  otherwise = g_strdup_printf ("%s-otherwise", get_id (reader));
  hbk_json_reader_enter_member (reader, "otherwise");
  check_reached (reader, user_data, otherwise);
  hbk_json_reader_leave (reader);
}

/* ---- The whole ---- */

static void
check_all (HbkJsonReader *reader, Check *check)
{
  hbk_json_reader_each_object (reader, "clauses", HBK_JSON_OPTIONAL, check_clause, check);
  hbk_json_reader_each_object (reader, "readings", HBK_JSON_OPTIONAL, check_reading, check);
  hbk_json_reader_each_object (reader, "caps", HBK_JSON_OPTIONAL, check_cap, check);
  hbk_json_reader_each_object (reader, "evidence", HBK_JSON_OPTIONAL, check_evidence, check);
  hbk_json_reader_each_object (reader, "blocks", HBK_JSON_OPTIONAL, check_block, check);
}

/**
 * hbk_pack_check:
 * @self: a pack
 * @bytes: the bytes from which it was read
 * @problems: where to put what is wrong
 *
 * Looks for what has no effect in a pack: clauses that nothing cites, readings on which nothing depends, rules that are
 * never reached, caps and evidence sets that no rule uses. Of a pack that extends another, only its own entries are
 * looked at.
 *
 * Reading a pack does not do this, since a pack can be used all the same.
 */
void
hbk_pack_check (const HbkPack *self, GBytes *bytes, HbkProblems *problems)
{
  g_autoptr (HbkJsonReader) reader = NULL;
  Check check = { .pack = self };

  g_return_if_fail (self != NULL && bytes != NULL && problems != NULL);

  reader = hbk_json_reader_new (bytes, &hbk_json_limits_pack, problems);
  if (reader == NULL)
    return;

  hbk_pack_citations_init (&check.citations, self);
  check.rules = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->rules->len; i++)
    {
      HbkRule *rule = g_ptr_array_index (self->rules, i);

      g_hash_table_insert (check.rules, (gpointer) rule->id, rule);
    }

  check_all (reader, &check);
  g_hash_table_unref (check.rules);
  hbk_pack_citations_clear (&check.citations);
}
