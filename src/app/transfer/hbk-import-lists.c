/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/transfer/hbk-import-lists.h"

#include <glib/gi18n.h>

#include "app/transfer/hbk-title-list.h"
#include "records/hbk-logbook-writer.h"
#include "words/hbk-change-words.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/* Of so many records it is shown what would change; the list shows no more. */
#define DIFFERENCES_MAX 50

/* ---- Records ---- */

static void
append_differences (GString *text, HbkState *state, HbkRecord *record)
{
  HbkRecord       *own = hbk_state_lookup_record (state, hbk_record_get_id (record));
  g_autofree char *before = own != NULL ? hbk_record_write (own) : NULL;
  g_autofree char *after = own != NULL ? hbk_record_write (record) : NULL;
  g_autoptr (HbkChange) change = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (own == NULL)
    return;

  change = hbk_change_new (HBK_CHANGE_RECORD, hbk_record_get_id (record), before, after);
  lines = hbk_change_words_list (state->vocabulary, change, hbk_locale_get_language ());
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (lines, i));
}

static char *
describe_record (HbkState *state, HbkRecord *record, gboolean differs)
{
  g_autofree char *period = hbk_words_period_full (hbk_record_get_start (record), hbk_record_get_end (record));
  const char      *activity = hbk_value_words_activity (state->vocabulary, hbk_record_get_activity (record), hbk_locale_get_language ());
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s · %s", period, activity);
  if (differs)
    append_differences (text, state, record);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hbk_import_lists_add_records:
 * @group: a group
 * @state: the state, which may have these records as they are now
 * @heading: what would become of them
 * @records: (element-type HbkRecord): records as the file has them
 *
 * Adds a row that opens to a list of records, each with what the file would change.
 */
void
hbk_import_lists_add_records (AdwPreferencesGroup *group, HbkState *state, const char *heading, GPtrArray *records)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) subtitles = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group) && state != NULL && records != NULL);

  for (guint i = 0; i < records->len; i++)
    {
      HbkRecord  *record = g_ptr_array_index (records, i);
      const char *title = hbk_record_get_title (record);

      g_ptr_array_add (titles, g_strdup (title != NULL && *title != '\0' ? title : _("Untitled record")));
      g_ptr_array_add (subtitles, describe_record (state, record, i < DIFFERENCES_MAX));
    }
  hbk_title_list_add (group, heading, titles, subtitles);
}

/* ---- Problems ---- */

/* Where it is and what to do about it, as far as either is known. */
static char *
describe_problem (const HbkProblem *problem)
{
  int              line = hbk_problem_get_line (problem);
  g_autofree char *place = line > 0 ? g_strdup_printf (_("Line %d"), line) : g_strdup (hbk_problem_get_path (problem));
  const char      *action = hbk_problem_get_action (problem);

  if (place == NULL || action == NULL)
    return place != NULL ? g_steal_pointer (&place) : g_strdup (action);

  return g_strdup_printf ("%s · %s", place, action);
}

/**
 * hbk_import_lists_add_problems:
 * @group: a group
 * @import: a preview
 *
 * Adds rows with what is wrong in a file, by row.
 */
void
hbk_import_lists_add_problems (AdwPreferencesGroup *group, const HbkImport *import)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) subtitles = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group) && import != NULL);

  for (guint i = 0; i < hbk_problems_get_n (import->problems); i++)
    {
      const HbkProblem *problem = hbk_problems_get (import->problems, i);

      g_ptr_array_add (titles, g_strdup (hbk_problem_get_what (problem)));
      g_ptr_array_add (subtitles, describe_problem (problem));
    }
  hbk_title_list_add (group, _("Problems"), titles, subtitles);
  hbk_title_list_add_count (group, _("More problems"), hbk_problems_get_n_dropped (import->problems));
}

/* ---- The person ---- */

/**
 * hbk_import_lists_add_profile:
 * @group: a group
 * @state: the state
 * @answers: (nullable): answers about the person that the file has and the library has not
 *
 * Adds a row that opens to these answers.
 */
void
hbk_import_lists_add_profile (AdwPreferencesGroup *group, HbkState *state, const HbkFacts *answers)
{
  HbkLanguage language = hbk_locale_get_language ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) subtitles = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group) && state != NULL);

  for (guint i = 0; answers != NULL && i < hbk_facts_get_n (answers); i++)
    {
      const char        *id;
      const HbkValue    *value = hbk_facts_nth (answers, i, &id);
      const HbkFactSpec *spec = hbk_vocabulary_lookup_attribute (state->vocabulary, id);

      g_ptr_array_add (titles, g_strdup (hbk_value_words_attribute (id, spec, language)));
      g_ptr_array_add (subtitles, hbk_value_words (value, spec, language));
    }
  hbk_title_list_add (group, _("Answers about you that the library has not"), titles, subtitles);
}
