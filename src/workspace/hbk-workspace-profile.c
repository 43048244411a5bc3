/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-workspace-library.h"

#include <string.h>

#include "base/hbk-error.h"
#include "library/hbk-edit.h"
#include "records/hbk-logbook-writer.h"
#include "workspace/hbk-workspace-private.h"

/**
 * hbk_workspace_load_profile:
 * @self: a workspace with an open library
 * @on: a day
 * @error: return location for an error
 *
 * Says what holds of the person on a day.
 *
 * Returns: (transfer full): the profile, or %NULL on error
 */
HbkProfile *
hbk_workspace_load_profile (HbkWorkspace *self, HbkDate on, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkFacts) attributes = library != NULL ? hbk_library_dup_profile (library, on, error) : NULL;
  HbkProfile *profile;

  if (attributes == NULL)
    return NULL;

  profile = hbk_profile_new ();
  hbk_profile_set_attributes (profile, attributes);

  return profile;
}

/**
 * hbk_workspace_list_profile:
 * @self: a workspace with an open library
 * @error: return location for an error
 *
 * Lists what was noted of the person: what has held always, and what holds from a day on.
 *
 * Returns: (transfer full) (element-type HbkChange): for each day its id, empty for always, and the answers as after; %NULL on error
 */
GPtrArray *
hbk_workspace_list_profile (HbkWorkspace *self, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_list_items (library, HBK_CHANGE_PROFILE, error) : NULL;
}

/* What is kept under an id, with @answers laid over it; one that is null is taken away, so that what held before holds again. */
static HbkFacts *
merge (HbkLibrary *library, HbkChangeKind kind, const char *id, const HbkFacts *answers, GError **error)
{
  g_autofree char *doc = NULL;
  HbkFacts        *facts;

  if (!hbk_library_lookup (library, kind, id, &doc, error))
    return NULL;
  facts = doc != NULL ? hbk_library_parse_facts (doc, error) : hbk_facts_new ();
  if (facts == NULL)
    return NULL;

  for (guint i = 0; i < hbk_facts_get_n (answers); i++)
    {
      const char     *name;
      const HbkValue *value = hbk_facts_nth (answers, i, &name);

      if (value->kind == HBK_VALUE_NONE)
        hbk_facts_remove (facts, name);
      else
        hbk_facts_set (facts, name, value);
    }

  return facts;
}

static gboolean
put (HbkEdit *edit, HbkChangeKind kind, const char *id, HbkFacts *facts, GError **error)
{
  g_autofree char *doc = hbk_facts_write (facts);

  return hbk_facts_get_n (facts) == 0 ? hbk_edit_remove (edit, kind, id, error) : hbk_edit_put (edit, kind, id, doc, error);
}

static HbkJournalStep *
store (HbkLibrary *library, HbkJournalWhat what, HbkChangeKind kind, const char *id, HbkFacts *facts, GError **error)
{
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, what);

  return put (edit, kind, id, facts, error) ? hbk_edit_commit (edit, error) : NULL;
}

/**
 * hbk_workspace_change_profile:
 * @self: a workspace with an open library
 * @from: the day from which the answers hold; %HBK_DATE_NONE when they have held always
 * @answers: the answers; one that is null takes the answer of that day back, and what held before holds on
 * @error: return location for an error
 *
 * Notes what holds of the person, such as that they moved to another region. Answers that are not named stay.
 *
 * Returns: (transfer full): the step, with number 0 when nothing had changed; %NULL on error
 */
HbkJournalStep *
hbk_workspace_change_profile (HbkWorkspace *self, HbkDate from, HbkFacts *answers, GError **error)
{
  HbkLibrary      *library = hbk_workspace_get_library (self, error);
  g_autofree char *id = from != HBK_DATE_NONE ? hbk_date_format (from) : g_strdup ("");
  g_autoptr (HbkFacts) facts = NULL;

  g_return_val_if_fail (answers != NULL, NULL);

  if (library == NULL)
    return NULL;
  facts = merge (library, HBK_CHANGE_PROFILE, id, answers, error);

  return facts != NULL ? store (library, HBK_JOURNAL_PROFILE, HBK_CHANGE_PROFILE, id, facts, error) : NULL;
}

/* The id of the answers that state something as it holds on a day; what nobody has stated has held always. */
static const char *
find_statement (GPtrArray *items, const char *day, const char *name, GError **error)
{
  const char *id = "";

  for (guint i = 0; i < items->len; i++)
    {
      const HbkChange *item = g_ptr_array_index (items, i);
      g_autoptr (HbkFacts) facts = NULL;

      if (strcmp (hbk_change_get_id (item), day) > 0)
        break;
      facts = hbk_library_parse_facts (hbk_change_get_after (item), error);
      if (facts == NULL)
        return NULL;
      if (hbk_facts_lookup (facts, name) != NULL)
        id = hbk_change_get_id (item);
    }

  return id;
}

/* The answers by the id of the statement that each of them mends. */
static GHashTable *
sort_answers (GPtrArray *items, const char *day, const HbkFacts *answers, GError **error)
{
  g_autoptr (GHashTable) sorted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) hbk_facts_unref);

  for (guint i = 0; i < hbk_facts_get_n (answers); i++)
    {
      const char     *name;
      const HbkValue *value = hbk_facts_nth (answers, i, &name);
      const char     *id = find_statement (items, day, name, error);
      HbkFacts       *part;

      if (id == NULL)
        return NULL;
      part = g_hash_table_lookup (sorted, id);
      if (part == NULL)
        {
          part = hbk_facts_new ();
          g_hash_table_insert (sorted, (gpointer) id, part);
        }
      hbk_facts_set (part, name, value);
    }

  return g_steal_pointer (&sorted);
}

/**
 * hbk_workspace_correct_profile:
 * @self: a workspace with an open library
 * @on: a day
 * @answers: what should have been said to hold on it; one that is null takes an answer back
 * @error: return location for an error
 *
 * Mends what was noted of the person: each answer where it was given, whether it has held always or from some day on.
 *
 * Returns: (transfer full): the step, with number 0 when nothing had changed; %NULL on error
 */
HbkJournalStep *
hbk_workspace_correct_profile (HbkWorkspace *self, HbkDate on, HbkFacts *answers, GError **error)
{
  HbkLibrary      *library = hbk_workspace_get_library (self, error);
  g_autofree char *day = hbk_date_format (on);
  g_autoptr (GPtrArray) items = library != NULL ? hbk_library_list_items (library, HBK_CHANGE_PROFILE, error) : NULL;
  g_autoptr (GHashTable) sorted = NULL;
  g_autoptr (HbkEdit) edit = NULL;
  GHashTableIter iter;
  gpointer       id, part;

  g_return_val_if_fail (answers != NULL, NULL);

  sorted = items != NULL ? sort_answers (items, day, answers, error) : NULL;
  if (sorted == NULL)
    return NULL;

  edit = hbk_edit_new (library, HBK_JOURNAL_PROFILE);
  g_hash_table_iter_init (&iter, sorted);
  while (g_hash_table_iter_next (&iter, &id, &part))
    {
      g_autoptr (HbkFacts) facts = merge (library, HBK_CHANGE_PROFILE, id, part, error);

      if (facts == NULL || !put (edit, HBK_CHANGE_PROFILE, id, facts, error))
        return NULL;
    }

  return hbk_edit_commit (edit, error);
}

/**
 * hbk_workspace_load_readings:
 * @self: a workspace with an open library
 * @pack: the id of a pack
 * @error: return location for an error
 *
 * Says how the person reads the unclear clauses of a pack.
 *
 * Returns: (transfer full): the ids of the chosen options by those of the readings; those not chosen are not there; %NULL on error
 */
HbkFacts *
hbk_workspace_load_readings (HbkWorkspace *self, const char *pack, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkFacts) nothing = hbk_facts_new ();

  return library != NULL ? merge (library, HBK_CHANGE_READING, pack, nothing, error) : NULL;
}

/**
 * hbk_workspace_choose_reading:
 * @self: a workspace with an open library
 * @pack: the id of a pack
 * @reading: the id of one of its readings
 * @option: (nullable): the id of one of its options; %NULL for the cautious default of the pack
 * @error: return location for an error
 *
 * Notes how the person reads an unclear clause.
 *
 * Returns: (transfer full): the step, with number 0 when nothing had changed; %NULL on error
 */
HbkJournalStep *
hbk_workspace_choose_reading (HbkWorkspace *self, const char *pack, const char *reading, const char *option, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkFacts) nothing = hbk_facts_new ();
  g_autoptr (HbkFacts) facts = NULL;
  g_auto (HbkValue) value = HBK_VALUE_INIT;

  g_return_val_if_fail (pack != NULL && reading != NULL, NULL);

  facts = library != NULL ? merge (library, HBK_CHANGE_READING, pack, nothing, error) : NULL;
  if (facts == NULL)
    return NULL;

  if (option != NULL)
    {
      hbk_value_set_text (&value, option);
      hbk_facts_set (facts, reading, &value);
    }
  else
    {
      hbk_facts_remove (facts, reading);
    }

  return store (library, HBK_JOURNAL_READING, HBK_CHANGE_READING, pack, facts, error);
}
