/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-pack-context.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "rules/hbk-text-parser.h"
#include "rules/hbk-vocabulary-private.h"

/* How an id in a pack becomes what it names: a word of the vocabulary, or another entry of the pack. */

/* What a reference may name. */
typedef enum {
  FACT,
  ATTRIBUTE,
  ACTIVITY,
  DOCUMENT,
  CODE,
  CLAUSE,
  CONTACT,
  READING,
  CAP,
  EVIDENCE,
} Kind;

static const HbkIdTable *
get_table (HbkPackContext *context, Kind kind)
{
  const HbkVocabulary *vocabulary = context->pack->vocabulary;

  switch (kind)
    {
    case FACT:
      return &vocabulary->facts;
    case ATTRIBUTE:
      return &vocabulary->attributes;
    case ACTIVITY:
      return &vocabulary->activities;
    case DOCUMENT:
      return &vocabulary->documents;
    case CODE:
      return &vocabulary->warnings;
    case CONTACT:
      return &context->contacts;
    case READING:
      return &context->readings;
    case CAP:
      return &context->caps;
    case EVIDENCE:
      return &context->evidence;
    case CLAUSE:
    default:
      return &context->clauses;
    }
}

static char *
describe_missing (Kind kind, const char *id)
{
  switch (kind)
    {
    case FACT:
      return g_strdup_printf (_ ("The vocabulary has no fact “%s”."), id);
    case ATTRIBUTE:
      return g_strdup_printf (_ ("The vocabulary has no profile attribute “%s”."), id);
    case ACTIVITY:
      return g_strdup_printf (_ ("The vocabulary has no activity “%s”."), id);
    case DOCUMENT:
      return g_strdup_printf (_ ("The vocabulary has no kind of evidence “%s”."), id);
    case CODE:
      return g_strdup_printf (_ ("The vocabulary has no warning code “%s”."), id);
    case CONTACT:
      return g_strdup_printf (_ ("The pack has no contact “%s”."), id);
    case READING:
      return g_strdup_printf (_ ("The pack has no reading “%s”."), id);
    case CAP:
      return g_strdup_printf (_ ("The pack has no cap “%s”."), id);
    case EVIDENCE:
      return g_strdup_printf (_ ("The pack has no evidence set “%s”."), id);
    case CLAUSE:
    default:
      return g_strdup_printf (_ ("The pack has no clause “%s”."), id);
    }
}

/**
 * hbk_pack_context_report_no_entry:
 * @context: a context
 * @member: (nullable): the key whose value is an id, or %NULL for the current value
 * @id: the id
 * @known: what the id might have named
 * @what: what is wrong: a whole sentence
 * @action: what to do about it when no id of @known is near: a whole sentence
 *
 * Reports that an id names nothing, with the one that was probably meant.
 */
void
hbk_pack_context_report_no_entry (HbkPackContext *context, const char *member, const char *id, const HbkIdTable *known, const char *what, const char *action)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  g_autofree char *question = NULL;
  const char      *meant;

  for (guint i = 0; i < known->entries->len; i++)
    g_ptr_array_add (candidates, *(char **) hbk_id_table_get (known, i));
  g_ptr_array_add (candidates, NULL);

  meant = hbk_text_nearest (id, (const char *const *) candidates->pdata);
  if (meant != NULL)
    question = g_strdup_printf (_ ("Did you mean “%s”?"), meant);

  hbk_json_reader_report_member (context->reader, member, HBK_ERROR_REFERENCE, what, question != NULL ? question : action);
}

static int
find (HbkPackContext *context, const char *member, HbkJsonNeed need, Kind kind)
{
  const char       *id = hbk_json_reader_get_string (context->reader, member, need, HBK_TEXT_PARSER_ID_MAX);
  const HbkIdTable *table = get_table (context, kind);
  g_autofree char  *what = NULL;
  int               position;

  if (id == NULL)
    return -1;

  position = hbk_id_table_find (table, id);
  if (position >= 0)
    return position;

  /* What is no id at all is reported as such. */
  if (hbk_text_parser_get_id (context->reader, member, need) == NULL)
    return -1;

  what = describe_missing (kind, id);
  hbk_pack_context_report_no_entry (context, member, id, table, what,
                                    kind <= CODE ? _ ("Use an id of the vocabulary.") : _ ("Add the entry to its list in this pack, or correct the id."));
  return -1;
}

static gpointer
get (HbkPackContext *context, const char *member, HbkJsonNeed need, Kind kind)
{
  int position = find (context, member, need, kind);

  return position >= 0 ? hbk_id_table_get (get_table (context, kind), (guint) position) : NULL;
}

/* Every entry begins with its id. */
static const char *
get_id (HbkPackContext *context, const char *member, HbkJsonNeed need, Kind kind)
{
  const char *const *entry = get (context, member, need, kind);

  return entry != NULL ? *entry : NULL;
}

/**
 * hbk_pack_context_get_fact:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of a fact.
 *
 * Returns: (transfer none) (nullable): the fact
 */
const HbkFactSpec *
hbk_pack_context_get_fact (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  return get (context, member, need, FACT);
}

/**
 * hbk_pack_context_get_attribute:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of a profile attribute.
 *
 * Returns: (transfer none) (nullable): the attribute
 */
const HbkFactSpec *
hbk_pack_context_get_attribute (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  const HbkFactSpec *spec = get (context, member, need, ATTRIBUTE);

  if (spec != NULL && !g_ptr_array_find (context->pack->attributes, spec, NULL))
    g_ptr_array_add (context->pack->attributes, (gpointer) spec);

  return spec;
}

/**
 * hbk_pack_context_get_date_fact:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of a fact that is a date.
 *
 * Returns: (transfer none) (nullable): the fact
 */
const HbkFactSpec *
hbk_pack_context_get_date_fact (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  const HbkFactSpec *spec = get (context, member, need, FACT);

  if (spec == NULL || spec->type == HBK_FACT_DATE)
    return spec;

  hbk_json_reader_report_printf (context->reader, member, HBK_ERROR_VALUE, _ ("Use a fact of the type “date”."), _ ("The fact “%s” is no date."), spec->id);
  return NULL;
}

/**
 * hbk_pack_context_get_number_fact:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of a fact that is an amount.
 *
 * Returns: (transfer none) (nullable): the fact
 */
const HbkFactSpec *
hbk_pack_context_get_number_fact (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  const HbkFactSpec *spec = get (context, member, need, FACT);

  if (spec == NULL || hbk_fact_type_is_number (spec->type))
    return spec;

  hbk_json_reader_report_printf (context->reader, member, HBK_ERROR_VALUE, _ ("Use a fact of the type “integer”, “number” or “hours”."), _ ("The fact “%s” is no number."), spec->id);
  return NULL;
}

/**
 * hbk_pack_context_get_activity:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of an activity.
 *
 * Returns: (transfer none) (nullable): the interned id
 */
const char *
hbk_pack_context_get_activity (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  return get_id (context, member, need, ACTIVITY);
}

/**
 * hbk_pack_context_get_document:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of a kind of evidence, or `*`, which stands for any.
 *
 * Returns: (transfer none) (nullable): the interned id
 */
const char *
hbk_pack_context_get_document (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  HbkJsonReader *reader = context->reader;

  if (hbk_json_reader_get_kind (reader, member) == HBK_JSON_STRING && g_str_equal (hbk_json_reader_get_string (reader, member, need, G_MAXSIZE), "*"))
    return hbk_pack_context_intern (context, "*");

  return get_id (context, member, need, DOCUMENT);
}

/**
 * hbk_pack_context_get_code:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads a warning code.
 *
 * Returns: (transfer none) (nullable): the interned code
 */
const char *
hbk_pack_context_get_code (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  return get_id (context, member, need, CODE);
}

/**
 * hbk_pack_context_get_clause:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of a clause of the pack.
 *
 * Returns: (transfer none) (nullable): the interned id
 */
const char *
hbk_pack_context_get_clause (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  return get_id (context, member, need, CLAUSE);
}

/**
 * hbk_pack_context_register_part:
 * @context: a context, at a rule or a part of one
 * @id: its id
 *
 * Notes an id of a rule or of a part of one; it is reported when the pack has it already.
 *
 * Returns: %TRUE when the id was free
 */
gboolean
hbk_pack_context_register_part (HbkPackContext *context, const char *id)
{
  if (g_hash_table_add (context->parts, (gpointer) id))
    return TRUE;

  hbk_json_reader_report_printf (context->reader, "id", HBK_ERROR_DUPLICATE, _ ("Give each rule, and each part of a rule that has an id, an id of its own in the whole pack."), _ ("Two rules or parts of rules have the id “%s”."), id);
  return FALSE;
}

/**
 * hbk_pack_context_adapt_clause:
 * @context: a context
 * @id: the id of a rule, a part of a rule or a cap
 * @clause: (nullable): the clause that it cites
 *
 * Looks up the clause that something taken over from another pack cites in this one.
 *
 * Returns: (transfer none) (nullable): that clause, or @clause when nothing is changed
 */
const char *
hbk_pack_context_adapt_clause (HbkPackContext *context, const char *id, const char *clause)
{
  const char *own = context->inherited ? g_hash_table_lookup (context->inherited_clauses, id) : NULL;

  if (own == NULL)
    return clause;

  g_hash_table_add (context->adapted, (gpointer) id);

  return own;
}

/**
 * hbk_pack_context_get_part_clause:
 * @context: a context, at a part of a rule
 * @need: whether the clause has to be there
 *
 * Reads the clause of a part of a rule, and its id, under which a pack that takes it over gives it another clause.
 *
 * Returns: (transfer none) (nullable): the interned id of the clause
 */
const char *
hbk_pack_context_get_part_clause (HbkPackContext *context, HbkJsonNeed need)
{
  const char *clause = hbk_pack_context_get_clause (context, "clause", need);
  const char *id = hbk_text_parser_get_id (context->reader, "id", HBK_JSON_OPTIONAL);

  if (id == NULL || !hbk_pack_context_register_part (context, id))
    return clause;

  return hbk_pack_context_adapt_clause (context, id, clause);
}

/**
 * hbk_pack_context_get_contact:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of a contact of the pack.
 *
 * Returns: (transfer none) (nullable): the interned id
 */
const char *
hbk_pack_context_get_contact (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  return get_id (context, member, need, CONTACT);
}

/**
 * hbk_pack_context_get_reading:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of a reading of the pack.
 *
 * Returns: its position, or -1 when there is none
 */
int
hbk_pack_context_get_reading (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  return find (context, member, need, READING);
}

/**
 * hbk_pack_context_get_cap:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of a cap of the pack.
 *
 * Returns: its position, or -1 when there is none
 */
int
hbk_pack_context_get_cap (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  return find (context, member, need, CAP);
}

/**
 * hbk_pack_context_get_evidence:
 * @context: a context
 * @member: (nullable): the key, or %NULL for the current value
 * @need: whether it has to be there
 *
 * Reads the id of an evidence set of the pack.
 *
 * Returns: its position, or -1 when there is none
 */
int
hbk_pack_context_get_evidence (HbkPackContext *context, const char *member, HbkJsonNeed need)
{
  return find (context, member, need, EVIDENCE);
}
