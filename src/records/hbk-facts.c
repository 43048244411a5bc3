/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records/hbk-facts.h"

typedef struct
{
  GRefString *id;
  HbkValue    value;
  JsonNode   *verbatim; /* what the value cannot hold; it is then not stated */
} Fact;

struct _HbkFacts
{
  gatomicrefcount ref_count;
  GArray         *items; /* Fact */
};

G_DEFINE_BOXED_TYPE (HbkFacts, hbk_facts, hbk_facts_ref, hbk_facts_unref)

static void
clear_fact (gpointer data)
{
  Fact *fact = data;

  g_ref_string_release (fact->id);
  hbk_value_clear (&fact->value);
  g_clear_pointer (&fact->verbatim, json_node_unref);
}

/**
 * hbk_facts_new:
 *
 * Makes an empty set of facts.
 *
 * Returns: (transfer full): the facts
 */
HbkFacts *
hbk_facts_new (void)
{
  HbkFacts *facts = g_new0 (HbkFacts, 1);

  g_atomic_ref_count_init (&facts->ref_count);
  facts->items = g_array_new (FALSE, FALSE, sizeof (Fact));
  g_array_set_clear_func (facts->items, clear_fact);

  return facts;
}

/**
 * hbk_facts_copy:
 * @facts: a set of facts
 *
 * Makes a copy that may be changed.
 *
 * Returns: (transfer full): the copy
 */
HbkFacts *
hbk_facts_copy (const HbkFacts *facts)
{
  HbkFacts *copy;

  g_return_val_if_fail (facts != NULL, NULL);

  copy = hbk_facts_new ();
  for (guint i = 0; i < facts->items->len; i++)
    {
      const Fact *fact = &g_array_index (facts->items, Fact, i);
      Fact        twin = { .id = g_ref_string_acquire (fact->id) };

      hbk_value_copy (&fact->value, &twin.value);
      twin.verbatim = fact->verbatim != NULL ? json_node_ref (fact->verbatim) : NULL;
      g_array_append_val (copy->items, twin);
    }

  return copy;
}

/**
 * hbk_facts_ref:
 * @facts: a set of facts
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @facts
 */
HbkFacts *
hbk_facts_ref (HbkFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  g_atomic_ref_count_inc (&facts->ref_count);

  return facts;
}

/**
 * hbk_facts_unref:
 * @facts: (transfer full): a set of facts
 *
 * Drops a reference.
 */
void
hbk_facts_unref (HbkFacts *facts)
{
  g_return_if_fail (facts != NULL);

  if (!g_atomic_ref_count_dec (&facts->ref_count))
    return;

  g_array_unref (facts->items);
  g_free (facts);
}

static Fact *
find (const HbkFacts *facts, const char *id)
{
  for (guint i = 0; i < facts->items->len; i++)
    {
      Fact *fact = &g_array_index (facts->items, Fact, i);

      if (fact->id == id || g_str_equal (fact->id, id))
        return fact;
    }

  return NULL;
}

static gboolean
verbatim_equal (JsonNode *a, JsonNode *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return json_node_equal (a, b);
}

/**
 * hbk_facts_equal:
 * @a: a set of facts
 * @b: another set of facts
 *
 * Says whether two sets give the same answers, in whatever order.
 *
 * Returns: %TRUE when they do
 */
gboolean
hbk_facts_equal (const HbkFacts *a, const HbkFacts *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->items->len != b->items->len)
    return FALSE;

  for (guint i = 0; i < a->items->len; i++)
    {
      const Fact *fact = &g_array_index (a->items, Fact, i);
      const Fact *twin = find (b, fact->id);

      if (twin == NULL || !hbk_value_equal (&fact->value, &twin->value) || !verbatim_equal (fact->verbatim, twin->verbatim))
        return FALSE;
    }

  return TRUE;
}

/**
 * hbk_facts_get:
 * @facts: a set of facts
 * @interned_id: the id of a fact, from g_ref_string_new_intern()
 *
 * Finds an answer by the address of its id: the fast way, for ids that are looked up many times.
 *
 * Returns: (transfer none) (nullable): the value, which may be of the kind %HBK_VALUE_NONE; %NULL when there is
 *   none
 */
const HbkValue *
hbk_facts_get (const HbkFacts *facts, const char *interned_id)
{
  g_return_val_if_fail (facts != NULL, NULL);

  for (guint i = 0; i < facts->items->len; i++)
    {
      const Fact *fact = &g_array_index (facts->items, Fact, i);

      if (fact->id == interned_id)
        return &fact->value;
    }

  return NULL;
}

/**
 * hbk_facts_lookup:
 * @facts: a set of facts
 * @id: the id of a fact
 *
 * Finds an answer by the text of its id.
 *
 * Returns: (transfer none) (nullable): the value, which may be of the kind %HBK_VALUE_NONE; %NULL when there is
 *   none
 */
const HbkValue *
hbk_facts_lookup (const HbkFacts *facts, const char *id)
{
  const Fact *fact;

  g_return_val_if_fail (facts != NULL && id != NULL, NULL);

  fact = find (facts, id);

  return fact != NULL ? &fact->value : NULL;
}

/**
 * hbk_facts_get_n:
 * @facts: a set of facts
 *
 * Counts the facts, including those not stated.
 *
 * Returns: the number
 */
guint
hbk_facts_get_n (const HbkFacts *facts)
{
  g_return_val_if_fail (facts != NULL, 0);

  return facts->items->len;
}

/**
 * hbk_facts_nth:
 * @facts: a set of facts
 * @position: which one, below [method@Facts.get_n]
 * @id: (out) (optional) (transfer none): where to put its interned id
 *
 * Gives one of the facts, in the order in which they were set.
 *
 * Returns: (transfer none): the value
 */
const HbkValue *
hbk_facts_nth (const HbkFacts *facts, guint position, const char **id)
{
  const Fact *fact;

  g_return_val_if_fail (facts != NULL && position < facts->items->len, NULL);

  fact = &g_array_index (facts->items, Fact, position);
  if (id != NULL)
    *id = fact->id;

  return &fact->value;
}

/**
 * hbk_facts_nth_verbatim:
 * @facts: a set of facts
 * @position: which one, below [method@Facts.get_n]
 *
 * Gives the JSON of a fact that a value cannot hold; such a fact counts as not stated.
 *
 * Returns: (transfer none) (nullable): the JSON, or %NULL when the value says it all
 */
JsonNode *
hbk_facts_nth_verbatim (const HbkFacts *facts, guint position)
{
  g_return_val_if_fail (facts != NULL && position < facts->items->len, NULL);

  return g_array_index (facts->items, Fact, position).verbatim;
}

/* The fact of that id, made if there is none, without an answer. */
static Fact *
reset (HbkFacts *facts, const char *id)
{
  Fact *fact = find (facts, id);

  if (fact == NULL)
    {
      Fact fresh = { .id = g_ref_string_new_intern (id) };

      g_array_append_val (facts->items, fresh);
      return &g_array_index (facts->items, Fact, facts->items->len - 1);
    }

  hbk_value_clear (&fact->value);
  g_clear_pointer (&fact->verbatim, json_node_unref);

  return fact;
}

/**
 * hbk_facts_set:
 * @facts: a set of facts that is not shared yet
 * @id: the id of a fact
 * @value: the answer, which is copied
 *
 * Sets an answer; one that was there keeps its place in the order.
 */
void
hbk_facts_set (HbkFacts *facts, const char *id, const HbkValue *value)
{
  HbkValue copy;

  g_return_if_fail (facts != NULL && id != NULL && value != NULL);

  /* First, because the value may be the one that is replaced. */
  hbk_value_copy (value, &copy);
  reset (facts, id)->value = copy;
}

/**
 * hbk_facts_set_json:
 * @facts: a set of facts that is not shared yet
 * @id: the id of a fact
 * @node: the answer as JSON
 *
 * Sets an answer from JSON; what a value cannot hold is kept as it is and counts as not stated.
 */
void
hbk_facts_set_json (HbkFacts *facts, const char *id, JsonNode *node)
{
  Fact *fact;

  g_return_if_fail (facts != NULL && id != NULL && node != NULL);

  fact = reset (facts, id);
  if (!hbk_value_from_json (&fact->value, node))
    fact->verbatim = json_node_copy (node);
}

/**
 * hbk_facts_append_json:
 * @facts: a set of facts that is not shared yet
 * @id: the id of a fact that is not among them
 * @node: the answer as JSON
 *
 * Adds an answer from JSON as [method@Facts.set_json] does, without looking whether there is one: for files with
 * any number of them.
 *
 * Returns: %TRUE when a value holds the answer; %FALSE when it is only kept
 */
gboolean
hbk_facts_append_json (HbkFacts *facts, const char *id, JsonNode *node)
{
  Fact     fact = { .id = NULL };
  gboolean held;

  g_return_val_if_fail (facts != NULL && id != NULL && node != NULL, FALSE);

  fact.id = g_ref_string_new_intern (id);
  held = hbk_value_from_json (&fact.value, node);
  if (!held)
    fact.verbatim = json_node_copy (node);
  g_array_append_val (facts->items, fact);

  return held;
}

/**
 * hbk_facts_remove:
 * @facts: a set of facts that is not shared yet
 * @id: the id of a fact
 *
 * Removes an answer.
 *
 * Returns: %TRUE when there was one
 */
gboolean
hbk_facts_remove (HbkFacts *facts, const char *id)
{
  Fact *fact;

  g_return_val_if_fail (facts != NULL && id != NULL, FALSE);

  fact = find (facts, id);
  if (fact == NULL)
    return FALSE;

  g_array_remove_index (facts->items, (guint) (fact - (Fact *) (gpointer) facts->items->data));
  return TRUE;
}
