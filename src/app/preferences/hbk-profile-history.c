/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/preferences/hbk-profile-history.h"

#include <string.h>

#include <glib/gi18n.h>

#include "records/hbk-logbook-reader.h"
#include "words/hbk-locale.h"
#include "words/hbk-pack-words.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"

static void
part_free (gpointer data)
{
  HbkProfilePart *part = data;

  g_clear_pointer (&part->answers, hbk_facts_unref);
  g_free (part);
}

static gboolean
load_packs (HbkProfileHistory *self, HbkWorkspace *workspace, GError **error)
{
  g_auto (GStrv) ids = hbk_workspace_list_packs (workspace, error);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      HbkPack *pack = hbk_workspace_load_pack (workspace, ids[i], error);

      if (pack == NULL)
        return FALSE;
      g_ptr_array_add (self->packs, pack);
    }

  return ids != NULL;
}

static gboolean
load_parts (HbkProfileHistory *self, HbkWorkspace *workspace, GError **error)
{
  g_autoptr (GPtrArray) items = hbk_workspace_list_profile (workspace, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const HbkChange *item = g_ptr_array_index (items, i);
      const char      *document = hbk_change_get_after (item);
      g_autoptr (GBytes) bytes = g_bytes_new (document, strlen (document));
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      HbkProfilePart *part = g_new0 (HbkProfilePart, 1);

      part->from = hbk_date_parse (hbk_change_get_id (item));
      part->answers = hbk_attributes_read (bytes, problems);
      if (part->answers == NULL)
        part->answers = hbk_facts_new ();
      g_ptr_array_add (self->parts, part);
    }

  return items != NULL;
}

/**
 * hbk_profile_history_load:
 * @workspace: a workspace with an open library
 * @data: nothing
 * @operation: nothing
 * @error: return location for an error
 *
 * Reads the packs and what was said of the person.
 *
 * Returns: (transfer full) (nullable): a #HbkProfileHistory; %NULL on error
 */
gpointer
hbk_profile_history_load (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  HbkProfileHistory *self = g_new0 (HbkProfileHistory, 1);

  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_pack_unref);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  if (load_packs (self, workspace, error) && load_parts (self, workspace, error))
    return self;

  hbk_profile_history_free (self);

  return NULL;
}

/**
 * hbk_profile_history_free:
 * @history: (transfer full) (nullable): a history
 *
 * Frees it.
 */
void
hbk_profile_history_free (gpointer history)
{
  HbkProfileHistory *self = history;

  if (self == NULL)
    return;

  g_ptr_array_unref (self->packs);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * hbk_profile_history_lookup_pack:
 * @self: a history
 * @id: (nullable): the id of a pack
 *
 * Finds a pack.
 *
 * Returns: (transfer none) (nullable): the pack, or %NULL when there is none
 */
const HbkPack *
hbk_profile_history_lookup_pack (const HbkProfileHistory *self, const char *id)
{
  return hbk_pack_words_find (self->packs, id);
}

/**
 * hbk_profile_history_describe:
 * @self: a history
 * @part: a part of it
 * @vocabulary: the words
 *
 * Says what was said.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_profile_history_describe (const HbkProfileHistory *self, const HbkProfilePart *part, const HbkVocabulary *vocabulary)
{
  HbkLanguage language = hbk_locale_get_language ();
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < hbk_facts_get_n (part->answers); i++)
    {
      const char        *id;
      const HbkValue    *value = hbk_facts_nth (part->answers, i, &id);
      const HbkFactSpec *spec = hbk_vocabulary_lookup_attribute (vocabulary, id);
      const HbkPack     *pack = g_str_equal (id, "region") ? hbk_profile_history_lookup_pack (self, value->text) : NULL;
      g_autofree char   *words = pack != NULL ? g_strdup (hbk_bilingual_get (&pack->region, language)) : hbk_value_words (value, spec, language);

      if (i > 0)
        g_string_append (text, C_("in a list of answers", "; "));
      /* Translators: a question about the person, and the answer */
      g_string_append_printf (text, C_("answer", "%1$s: %2$s"), hbk_value_words_attribute (id, spec, language), words);
    }

  return g_string_free_and_steal (text);
}
