/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-workspace-library.h"

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

static HbkJournalStep *
store (HbkLibrary *library, HbkJournalWhat what, HbkChangeKind kind, const char *id, HbkFacts *facts, GError **error)
{
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, what);
  g_autofree char *doc = hbk_facts_write (facts);
  gboolean         is_done;

  if (hbk_facts_get_n (facts) == 0)
    is_done = hbk_edit_remove (edit, kind, id, error);
  else
    is_done = hbk_edit_put (edit, kind, id, doc, error);

  return is_done ? hbk_edit_commit (edit, error) : NULL;
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
