/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-pack-private.h"

G_DEFINE_BOXED_TYPE (HbkPack, hbk_pack, hbk_pack_ref, hbk_pack_unref)

static GArray *
new_array (guint entry_size, gpointer clear)
{
  GArray *array = g_array_new (FALSE, TRUE, entry_size);

  g_array_set_clear_func (array, (GDestroyNotify) clear);

  return array;
}

HbkPack *
hbk_pack_new (HbkVocabulary *vocabulary)
{
  HbkPack *self = g_new0 (HbkPack, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->vocabulary = hbk_vocabulary_ref (vocabulary);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  self->requirements = new_array (sizeof (HbkRequirement), hbk_requirement_clear);
  self->reductions = new_array (sizeof (HbkReduction), hbk_reduction_clear);
  self->attributes = g_ptr_array_new ();
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_rule_free);
  self->rules_by_activity = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->chain = new_array (sizeof (HbkStep), hbk_step_clear);
  self->penalties = new_array (sizeof (HbkStep), hbk_step_clear);
  self->applications.rules = new_array (sizeof (HbkApplicationRule), hbk_application_rule_clear);
  self->applications.pick_from = new_array (sizeof (HbkPickFrom), hbk_pick_from_clear);
  self->applications.waivers = new_array (sizeof (HbkWaiver), hbk_waiver_clear);
  self->applications.conditionals = new_array (sizeof (HbkConditional), hbk_conditional_clear);

  return self;
}

static void
free_lists (HbkPack *self)
{
  GArray *lists[] = {
    self->notices,
    self->clauses,
    self->defects,
    self->readings,
    self->requirements,
    self->reductions,
    self->caps,
    self->evidence,
    self->deadlines,
    self->chain,
    self->forms,
    self->contacts,
    self->penalties,
    self->applications.rules,
    self->applications.pick_from,
    self->applications.waivers,
    self->applications.conditionals,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_array_unref (lists[i]);
}

static void
pack_free (HbkPack *self)
{
  g_hash_table_unref (self->rules_by_activity);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->attributes);
  g_hash_table_unref (self->clause_positions);
  g_hash_table_unref (self->reading_positions);
  free_lists (self);
  g_free (self->id);
  g_free (self->revision);
  g_free (self->extends);
  hbk_bilingual_clear (&self->name);
  hbk_bilingual_clear (&self->region);
  g_ptr_array_unref (self->names);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->parent, hbk_pack_unref);
  hbk_vocabulary_unref (self->vocabulary);
  g_free (self);
}

/**
 * hbk_pack_ref:
 * @self: a pack
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
HbkPack *
hbk_pack_ref (HbkPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hbk_pack_unref:
 * @self: (transfer full): a pack
 *
 * Drops a reference.
 */
void
hbk_pack_unref (HbkPack *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    pack_free (self);
}

static int
find (GHashTable *positions, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (positions, id)) - 1;
}

/**
 * hbk_pack_lookup_clause:
 * @self: a pack
 * @id: the id of a clause, which need not be interned
 *
 * Finds a clause.
 *
 * Returns: (transfer none) (nullable): the clause, or %NULL when the pack has none of this id
 */
const HbkClause *
hbk_pack_lookup_clause (const HbkPack *self, const char *id)
{
  int position;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  position = find (self->clause_positions, id);

  return position >= 0 ? &g_array_index (self->clauses, HbkClause, position) : NULL;
}

/**
 * hbk_pack_lookup_reading:
 * @self: a pack
 * @id: the id of a reading, which need not be interned
 *
 * Finds a reading.
 *
 * Returns: its position in the pack's list, or -1 when the pack has none of this id
 */
int
hbk_pack_lookup_reading (const HbkPack *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);

  return find (self->reading_positions, id);
}

/**
 * hbk_reading_lookup_option:
 * @self: a reading
 * @id: the id of an option, which need not be interned
 *
 * Finds one of the meanings of an unclear clause.
 *
 * Returns: its position in the reading's list, or -1 when the reading has none of this id
 */
int
hbk_reading_lookup_option (const HbkReading *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);

  for (guint i = 0; i < self->options->len; i++)
    {
      if (g_str_equal (g_array_index (self->options, HbkReadingOption, i).id, id))
        return (int) i;
    }

  return -1;
}

/**
 * hbk_pack_get_usual_total:
 * @self: a pack
 *
 * Gets the hours that a year asks of most people: the minimum of the last requirement, which holds where no other does.
 *
 * Returns: the hours, or -1 when the pack sets none
 */
HbkHours
hbk_pack_get_usual_total (const HbkPack *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->requirements->len > 0 ? g_array_index (self->requirements, HbkRequirement, self->requirements->len - 1).total : -1;
}

/**
 * hbk_pack_count_choices:
 * @self: a pack
 * @readings: (array): the index of an option for each reading
 *
 * Counts the unclear clauses that are not read the cautious way.
 *
 * Returns: how many
 */
guint
hbk_pack_count_choices (const HbkPack *self, const guint *readings)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && readings != NULL, 0);

  for (guint i = 0; i < self->readings->len; i++)
    n += readings[i] != g_array_index (self->readings, HbkReading, i).initial;

  return n;
}

/**
 * hbk_pack_get_rules_for:
 * @self: a pack
 * @interned_activity: the interned id of an activity
 *
 * Lists the rules for a kind of record, in the order in which they are tried.
 *
 * Returns: (transfer none) (nullable) (element-type HbkRule): the rules, or %NULL when the pack has none for it
 */
GPtrArray *
hbk_pack_get_rules_for (const HbkPack *self, const char *interned_activity)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->rules_by_activity, interned_activity);
}

/**
 * hbk_pack_get_bytes:
 * @self: a pack
 *
 * Gets the file that the pack was read from. One that extends another is read again with the file of that one.
 *
 * Returns: (transfer none): the bytes
 */
GBytes *
hbk_pack_get_bytes (const HbkPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}
