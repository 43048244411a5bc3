/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/hbk-vocabulary.h"

#include "rules/hbk-vocabulary-private.h"

G_DEFINE_BOXED_TYPE (HbkVocabulary, hbk_vocabulary, hbk_vocabulary_ref, hbk_vocabulary_unref)

/* ---- Entries ---- */

static void
clear_choice (HbkChoiceSpec *choice)
{
  g_ref_string_release ((char *) choice->id);
  hbk_bilingual_clear (&choice->name);
}

GArray *
hbk_choices_new (void)
{
  GArray *choices = g_array_new (FALSE, TRUE, sizeof (HbkChoiceSpec));

  g_array_set_clear_func (choices, (GDestroyNotify) clear_choice);

  return choices;
}

static void
clear_fact (HbkFactSpec *spec)
{
  g_ref_string_release ((char *) spec->id);
  hbk_bilingual_clear (&spec->name);
  hbk_bilingual_clear (&spec->ask);
  g_free (spec->unit);
  g_clear_pointer (&spec->choices, g_array_unref);
  hbk_value_clear (&spec->absent);
}

static void
clear_group (HbkGroupSpec *spec)
{
  g_ref_string_release ((char *) spec->id);
  hbk_bilingual_clear (&spec->name);
}

static void
clear_activity (HbkActivitySpec *spec)
{
  g_ref_string_release ((char *) spec->id);
  hbk_bilingual_clear (&spec->name);
  hbk_bilingual_clear (&spec->date);
}

static void
clear_document (HbkDocumentSpec *spec)
{
  g_ref_string_release ((char *) spec->id);
  hbk_bilingual_clear (&spec->name);
}

static void
clear_warning (HbkWarningSpec *spec)
{
  g_ref_string_release ((char *) spec->id);
  hbk_bilingual_clear (&spec->name);
  hbk_bilingual_clear (&spec->action);
}

/* ---- The vocabulary ---- */

HbkVocabulary *
hbk_vocabulary_new (void)
{
  HbkVocabulary *self = g_new0 (HbkVocabulary, 1);

  g_atomic_ref_count_init (&self->ref_count);
  hbk_id_table_init (&self->groups, sizeof (HbkGroupSpec), clear_group);
  hbk_id_table_init (&self->activities, sizeof (HbkActivitySpec), clear_activity);
  hbk_id_table_init (&self->facts, sizeof (HbkFactSpec), clear_fact);
  hbk_id_table_init (&self->attributes, sizeof (HbkFactSpec), clear_fact);
  hbk_id_table_init (&self->documents, sizeof (HbkDocumentSpec), clear_document);
  hbk_id_table_init (&self->warnings, sizeof (HbkWarningSpec), clear_warning);

  return self;
}

/**
 * hbk_vocabulary_ref:
 * @self: a vocabulary
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
HbkVocabulary *
hbk_vocabulary_ref (HbkVocabulary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hbk_vocabulary_unref:
 * @self: (transfer full): a vocabulary
 *
 * Drops a reference.
 */
void
hbk_vocabulary_unref (HbkVocabulary *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  hbk_id_table_clear (&self->groups);
  hbk_id_table_clear (&self->activities);
  hbk_id_table_clear (&self->facts);
  hbk_id_table_clear (&self->attributes);
  hbk_id_table_clear (&self->documents);
  hbk_id_table_clear (&self->warnings);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * hbk_vocabulary_get_bytes:
 * @self: a vocabulary
 *
 * Gets the file that the vocabulary was read from.
 *
 * Returns: (transfer none): the bytes
 */
GBytes *
hbk_vocabulary_get_bytes (const HbkVocabulary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

/**
 * hbk_fact_type_is_number:
 * @type: a kind of answer
 *
 * Says whether answers of this kind are amounts, which can be counted and compared.
 *
 * Returns: %TRUE for whole numbers, numbers and hours
 */
gboolean
hbk_fact_type_is_number (HbkFactType type)
{
  return type == HBK_FACT_INTEGER || type == HBK_FACT_NUMBER || type == HBK_FACT_HOURS;
}

/**
 * hbk_fact_spec_lookup_choice:
 * @spec: a fact or attribute
 * @id: the id of an answer
 *
 * Finds one of the answers of a choice.
 *
 * Returns: (transfer none) (nullable): the answer, or %NULL when there is none of this id
 */
const HbkChoiceSpec *
hbk_fact_spec_lookup_choice (const HbkFactSpec *spec, const char *id)
{
  g_return_val_if_fail (spec != NULL && id != NULL, NULL);

  for (guint i = 0; spec->choices != NULL && i < spec->choices->len; i++)
    {
      const HbkChoiceSpec *choice = &g_array_index (spec->choices, HbkChoiceSpec, i);

      if (g_str_equal (choice->id, id))
        return choice;
    }

  return NULL;
}

/* ---- Groups of activities ---- */

/**
 * hbk_vocabulary_lookup_group:
 * @self: a vocabulary
 * @id: an id, which need not be interned
 *
 * Finds a group of activities.
 *
 * Returns: (transfer none) (nullable): what the vocabulary says of it, or %NULL when it has none of this id
 */
const HbkGroupSpec *
hbk_vocabulary_lookup_group (const HbkVocabulary *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return hbk_id_table_lookup (&self->groups, id);
}

/**
 * hbk_vocabulary_get_n_groups:
 * @self: a vocabulary
 *
 * Counts the groups of activities.
 *
 * Returns: the number
 */
guint
hbk_vocabulary_get_n_groups (const HbkVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->groups.entries->len;
}

/**
 * hbk_vocabulary_get_group:
 * @self: a vocabulary
 * @position: which one, below [method@Vocabulary.get_n_groups]
 *
 * Gives a group of activities, in the order of the file.
 *
 * Returns: (transfer none): what the vocabulary says of it
 */
const HbkGroupSpec *
hbk_vocabulary_get_group (const HbkVocabulary *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->groups.entries->len, NULL);

  return hbk_id_table_get (&self->groups, position);
}

/* ---- Kinds of record ---- */

/**
 * hbk_vocabulary_lookup_activity:
 * @self: a vocabulary
 * @id: an id, which need not be interned
 *
 * Finds a kind of record.
 *
 * Returns: (transfer none) (nullable): what the vocabulary says of it, or %NULL when it has none of this id
 */
const HbkActivitySpec *
hbk_vocabulary_lookup_activity (const HbkVocabulary *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return hbk_id_table_lookup (&self->activities, id);
}

/**
 * hbk_vocabulary_get_n_activities:
 * @self: a vocabulary
 *
 * Counts the kinds of record.
 *
 * Returns: the number
 */
guint
hbk_vocabulary_get_n_activities (const HbkVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->activities.entries->len;
}

/**
 * hbk_vocabulary_get_activity:
 * @self: a vocabulary
 * @position: which one, below [method@Vocabulary.get_n_activities]
 *
 * Gives a kind of record, in the order of the file.
 *
 * Returns: (transfer none): what the vocabulary says of it
 */
const HbkActivitySpec *
hbk_vocabulary_get_activity (const HbkVocabulary *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->activities.entries->len, NULL);

  return hbk_id_table_get (&self->activities, position);
}

/* ---- Facts ---- */

/**
 * hbk_vocabulary_lookup_fact:
 * @self: a vocabulary
 * @id: an id, which need not be interned
 *
 * Finds a fact.
 *
 * Returns: (transfer none) (nullable): what the vocabulary says of it, or %NULL when it has none of this id
 */
const HbkFactSpec *
hbk_vocabulary_lookup_fact (const HbkVocabulary *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return hbk_id_table_lookup (&self->facts, id);
}

/**
 * hbk_vocabulary_get_n_facts:
 * @self: a vocabulary
 *
 * Counts the facts.
 *
 * Returns: the number
 */
guint
hbk_vocabulary_get_n_facts (const HbkVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->facts.entries->len;
}

/**
 * hbk_vocabulary_get_fact:
 * @self: a vocabulary
 * @position: which one, below [method@Vocabulary.get_n_facts]
 *
 * Gives a fact, in the order of the file.
 *
 * Returns: (transfer none): what the vocabulary says of it
 */
const HbkFactSpec *
hbk_vocabulary_get_fact (const HbkVocabulary *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->facts.entries->len, NULL);

  return hbk_id_table_get (&self->facts, position);
}

/* ---- Attributes of the profile ---- */

/**
 * hbk_vocabulary_lookup_attribute:
 * @self: a vocabulary
 * @id: an id, which need not be interned
 *
 * Finds an attribute of the profile.
 *
 * Returns: (transfer none) (nullable): what the vocabulary says of it, or %NULL when it has none of this id
 */
const HbkFactSpec *
hbk_vocabulary_lookup_attribute (const HbkVocabulary *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return hbk_id_table_lookup (&self->attributes, id);
}

/**
 * hbk_vocabulary_get_n_attributes:
 * @self: a vocabulary
 *
 * Counts the attributes of the profile.
 *
 * Returns: the number
 */
guint
hbk_vocabulary_get_n_attributes (const HbkVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->attributes.entries->len;
}

/**
 * hbk_vocabulary_get_attribute:
 * @self: a vocabulary
 * @position: which one, below [method@Vocabulary.get_n_attributes]
 *
 * Gives an attribute of the profile, in the order of the file.
 *
 * Returns: (transfer none): what the vocabulary says of it
 */
const HbkFactSpec *
hbk_vocabulary_get_attribute (const HbkVocabulary *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->attributes.entries->len, NULL);

  return hbk_id_table_get (&self->attributes, position);
}

/* ---- Kinds of evidence ---- */

/**
 * hbk_vocabulary_lookup_document:
 * @self: a vocabulary
 * @id: an id, which need not be interned
 *
 * Finds a kind of evidence.
 *
 * Returns: (transfer none) (nullable): what the vocabulary says of it, or %NULL when it has none of this id
 */
const HbkDocumentSpec *
hbk_vocabulary_lookup_document (const HbkVocabulary *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return hbk_id_table_lookup (&self->documents, id);
}

/**
 * hbk_vocabulary_get_n_documents:
 * @self: a vocabulary
 *
 * Counts the kinds of evidence.
 *
 * Returns: the number
 */
guint
hbk_vocabulary_get_n_documents (const HbkVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->documents.entries->len;
}

/**
 * hbk_vocabulary_get_document:
 * @self: a vocabulary
 * @position: which one, below [method@Vocabulary.get_n_documents]
 *
 * Gives a kind of evidence, in the order of the file.
 *
 * Returns: (transfer none): what the vocabulary says of it
 */
const HbkDocumentSpec *
hbk_vocabulary_get_document (const HbkVocabulary *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->documents.entries->len, NULL);

  return hbk_id_table_get (&self->documents, position);
}

/* ---- Warning codes ---- */

/**
 * hbk_vocabulary_lookup_warning:
 * @self: a vocabulary
 * @id: an id, which need not be interned
 *
 * Finds a warning code.
 *
 * Returns: (transfer none) (nullable): what the vocabulary says of it, or %NULL when it has none of this id
 */
const HbkWarningSpec *
hbk_vocabulary_lookup_warning (const HbkVocabulary *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return hbk_id_table_lookup (&self->warnings, id);
}

/**
 * hbk_vocabulary_get_n_warnings:
 * @self: a vocabulary
 *
 * Counts the warning codes.
 *
 * Returns: the number
 */
guint
hbk_vocabulary_get_n_warnings (const HbkVocabulary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->warnings.entries->len;
}

/**
 * hbk_vocabulary_get_warning:
 * @self: a vocabulary
 * @position: which one, below [method@Vocabulary.get_n_warnings]
 *
 * Gives a warning code, in the order of the file.
 *
 * Returns: (transfer none): what the vocabulary says of it
 */
const HbkWarningSpec *
hbk_vocabulary_get_warning (const HbkVocabulary *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->warnings.entries->len, NULL);

  return hbk_id_table_get (&self->warnings, position);
}
