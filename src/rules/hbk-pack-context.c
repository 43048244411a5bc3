/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-pack-context.h"

#include <glib/gi18n-lib.h>

#include "rules/hbk-pack-private.h"
#include "rules/hbk-text-parser.h"

/* In hundredths. No notice gives more for one thing, and no year has more. */
#define HOURS_MAX 1000000

/**
 * hbk_pack_context_init:
 * @context: a context
 * @pack: an empty pack, whose lists are set to those of the context
 *
 * Prepares to read a pack.
 */
void
hbk_pack_context_init (HbkPackContext *context, HbkPack *pack)
{
  *context = (HbkPackContext) { .pack = pack };

  hbk_id_table_init (&context->notices, sizeof (HbkNotice), hbk_notice_clear);
  hbk_id_table_init (&context->clauses, sizeof (HbkClause), hbk_clause_clear);
  hbk_id_table_init (&context->defects, sizeof (HbkDefect), hbk_defect_clear);
  hbk_id_table_init (&context->contacts, sizeof (HbkStep), hbk_step_clear);
  hbk_id_table_init (&context->readings, sizeof (HbkReading), hbk_reading_clear);
  hbk_id_table_init (&context->caps, sizeof (HbkCap), hbk_cap_clear);
  hbk_id_table_init (&context->evidence, sizeof (HbkEvidenceSet), hbk_evidence_entry_clear);
  hbk_id_table_init (&context->deadlines, sizeof (HbkDeadline), hbk_deadline_clear);
  hbk_id_table_init (&context->forms, sizeof (HbkStep), hbk_step_clear);

  pack->notices = g_array_ref (context->notices.entries);
  pack->clauses = g_array_ref (context->clauses.entries);
  pack->clause_positions = g_hash_table_ref (context->clauses.positions);
  pack->defects = g_array_ref (context->defects.entries);
  pack->contacts = g_array_ref (context->contacts.entries);
  pack->readings = g_array_ref (context->readings.entries);
  pack->reading_positions = g_hash_table_ref (context->readings.positions);
  pack->caps = g_array_ref (context->caps.entries);
  pack->evidence = g_array_ref (context->evidence.entries);
  pack->deadlines = g_array_ref (context->deadlines.entries);
  pack->forms = g_array_ref (context->forms.entries);

  context->seen = g_hash_table_new (g_str_hash, g_str_equal);
  context->blocks = g_hash_table_new (g_str_hash, g_str_equal);
  context->parts = g_hash_table_new (g_str_hash, g_str_equal);
  context->own_activities = g_hash_table_new (NULL, NULL);
  context->inherited_subjects = hbk_rule_new ();
  context->inherited_clauses = g_hash_table_new (g_str_hash, g_str_equal);
  context->adapted = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * hbk_pack_context_clear:
 * @context: a context
 *
 * Frees what only reading needed.
 */
void
hbk_pack_context_clear (HbkPackContext *context)
{
  HbkIdTable *tables[] = {
    &context->notices,
    &context->clauses,
    &context->defects,
    &context->contacts,
    &context->readings,
    &context->caps,
    &context->evidence,
    &context->deadlines,
    &context->forms,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    hbk_id_table_clear (tables[i]);

  g_hash_table_unref (context->seen);
  g_hash_table_unref (context->blocks);
  g_hash_table_unref (context->parts);
  g_hash_table_unref (context->own_activities);
  hbk_rule_free (context->inherited_subjects);
  g_hash_table_unref (context->inherited_clauses);
  g_hash_table_unref (context->adapted);
}

/**
 * hbk_pack_context_intern:
 * @context: a context
 * @text: an id
 *
 * Makes an id that compares by its address and lives as long as the pack.
 *
 * Returns: (transfer none): the interned id
 */
const char *
hbk_pack_context_intern (HbkPackContext *context, const char *text)
{
  char *interned = g_ref_string_new_intern (text);

  g_ptr_array_add (context->pack->names, interned);

  return interned;
}

/**
 * hbk_pack_context_put:
 * @context: a context
 * @table: a list of the pack
 * @id: the id of an entry of the list that is being read
 *
 * Makes an entry, which replaces the one that an extended pack has under the same id.
 *
 * Returns: (transfer none) (nullable): the entry, in which only the id is set; %NULL when the file has the id twice
 */
gpointer
hbk_pack_context_put (HbkPackContext *context, HbkIdTable *table, const char *id)
{
  if (g_hash_table_add (context->seen, (gpointer) id))
    return hbk_id_table_put (table, id);

  hbk_json_reader_report_printf (context->reader, NULL, HBK_ERROR_DUPLICATE, _ ("Give each entry of the list an id of its own."), _ ("The id “%s” is there twice."), id);
  return NULL;
}

/**
 * hbk_pack_context_put_by_id:
 * @context: a context
 * @table: a list of the pack
 *
 * Reads the id of the current object and makes an entry for it.
 *
 * Returns: (transfer none) (nullable): the entry, in which only the id is set; %NULL when a problem was reported
 */
gpointer
hbk_pack_context_put_by_id (HbkPackContext *context, HbkIdTable *table)
{
  const char *id = hbk_text_parser_get_id (context->reader, "id", HBK_JSON_REQUIRED);

  return id != NULL ? hbk_pack_context_put (context, table, id) : NULL;
}

typedef struct
{
  HbkPackContext  *context;
  HbkPackEntryFunc func;
} Each;

static void
call (HbkJsonReader *reader, gpointer user_data)
{
  Each *each = user_data;

  each->func (each->context);
}

/**
 * hbk_pack_context_each:
 * @context: a context
 * @member: the key of a list of objects
 * @need: whether there has to be something in it; else it may be missing or empty
 * @max: how many entries it may have
 * @func: (scope call): reads one entry
 *
 * Reads one of the lists at the root of a pack.
 */
void
hbk_pack_context_each (HbkPackContext *context, const char *member, HbkJsonNeed need, guint max, HbkPackEntryFunc func)
{
  Each each = { context, func };

  if (need == HBK_JSON_OPTIONAL && hbk_text_parser_is_empty_list (context->reader, member))
    return;

  g_hash_table_remove_all (context->seen);
  hbk_text_parser_each_object (context->reader, member, need, max, call, &each);
}

/**
 * hbk_pack_context_get_hours:
 * @context: a context
 * @member: the key
 * @need: whether it has to be there
 * @zero: whether 0 makes sense
 * @hours: (inout): set when a good number is there
 *
 * Reads a number of learning hours.
 *
 * Returns: %TRUE when @hours was set
 */
gboolean
hbk_pack_context_get_hours (HbkPackContext *context, const char *member, HbkJsonNeed need, gboolean zero, HbkHours *hours)
{
  HbkHours number;

  if (!hbk_json_reader_get_hours (context->reader, member, need, &number))
    return FALSE;

  if (number > HOURS_MAX)
    {
      hbk_json_reader_report_printf (context->reader, member, HBK_ERROR_VALUE, _ ("Correct the number."), _ ("There are more than %d hours."), HOURS_MAX / 100);
      return FALSE;
    }

  if (number == 0 && !zero)
    {
      hbk_json_reader_report_member (context->reader, member, HBK_ERROR_VALUE, _ ("Zero hours have no effect here."), _ ("Correct the number. What does not count is an “outcome”."));
      return FALSE;
    }

  *hours = number;
  return TRUE;
}
