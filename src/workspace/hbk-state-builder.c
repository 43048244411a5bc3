/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-state-builder.h"

#include <string.h>

#include "base/hbk-error.h"
#include "library/hbk-library-files.h"
#include "library/hbk-library.h"
#include "records/hbk-logbook-reader.h"
#include "workspace/hbk-state-private.h"
#include "workspace/hbk-workspace-evidence.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-private.h"

/* ---- Records ---- */

static gboolean
changes_kind (const HbkJournalStep *step, HbkChangeKind kind)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      if (hbk_change_get_kind (g_ptr_array_index (step->changes, i)) == kind)
        return TRUE;
    }

  return FALSE;
}

/* The records that a step left behind, by id; NULL for those that are gone. */
static GHashTable *
read_changed (const HbkJournalStep *step)
{
  GHashTable *changed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);

  for (guint i = 0; i < step->changes->len; i++)
    {
      HbkChange  *change = g_ptr_array_index (step->changes, i);
      const char *after = hbk_change_get_after (change);
      g_autoptr (HbkProblems) problems = hbk_problems_new ();
      g_autoptr (GBytes) bytes = NULL;
      HbkRecord *record;

      if (hbk_change_get_kind (change) != HBK_CHANGE_RECORD)
        continue;
      record = g_hash_table_lookup (changed, hbk_change_get_id (change));
      g_clear_object (&record);
      bytes = after != NULL ? g_bytes_new (after, strlen (after)) : NULL;
      g_hash_table_insert (changed, (gpointer) hbk_change_get_id (change), bytes != NULL ? hbk_record_read (bytes, problems) : NULL);
    }

  return changed;
}

/* Reading all records takes longest; after a step only those that it changed are read. Records of one day stand in another order then, which means nothing. */
static GPtrArray *
replay_records (const HbkState *before, const HbkJournalStep *step)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) changed = read_changed (step);
  gpointer record;

  for (guint i = 0; i < hbk_logbook_get_n_records (before->logbook); i++)
    {
      HbkRecord *old = hbk_logbook_get_record (before->logbook, i);

      if (!g_hash_table_steal_extended (changed, hbk_record_get_id (old), NULL, &record))
        g_ptr_array_add (records, g_object_ref (old));
      else if (record != NULL)
        g_ptr_array_add (records, record);
    }
  for (guint i = 0; i < step->changes->len; i++)
    {
      const char *id = hbk_change_get_id (g_ptr_array_index (step->changes, i));

      if (id != NULL && g_hash_table_steal_extended (changed, id, NULL, &record) && record != NULL)
        g_ptr_array_add (records, record);
    }

  return records;
}

static HbkLogbook *
replay (const HbkState *before, const HbkJournalStep *step)
{
  HbkLogbook *logbook = hbk_logbook_new ();
  g_autoptr (GPtrArray) records = replay_records (before, step);

  for (guint i = 0; i < records->len; i++)
    hbk_logbook_append (logbook, g_ptr_array_index (records, i));
  hbk_logbook_set_extra (logbook, hbk_logbook_get_extra (before->logbook));

  return logbook;
}

static gboolean
can_replay (const HbkState *before, const HbkJournalStep *step)
{
  return before != NULL && step != NULL && !changes_kind (step, HBK_CHANGE_EXTRA);
}

static HbkLogbook *
load_logbook (HbkWorkspace *workspace, const HbkState *before, const HbkJournalStep *step, HbkDate today, GError **error)
{
  g_autoptr (HbkLogbook) logbook = NULL;
  g_autoptr (HbkFacts) profile = NULL;

  if (!can_replay (before, step))
    return hbk_workspace_load_logbook (workspace, today, error);

  profile = hbk_library_dup_profile (workspace->library, today, error);
  if (profile == NULL)
    return NULL;
  logbook = replay (before, step);
  hbk_profile_set_attributes (hbk_logbook_get_profile (logbook), profile);

  return g_steal_pointer (&logbook);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  HbkRecord *first = *(HbkRecord *const *) a;
  HbkRecord *second = *(HbkRecord *const *) b;

  if (hbk_record_get_end (first) != hbk_record_get_end (second))
    return hbk_record_get_end (first) < hbk_record_get_end (second) ? 1 : -1;

  return strcmp (hbk_record_get_id (second), hbk_record_get_id (first));
}

static GPtrArray *
sort_records (HbkLogbook *logbook)
{
  guint      n = hbk_logbook_get_n_records (logbook);
  GPtrArray *records = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, g_object_ref (hbk_logbook_get_record (logbook, i)));
  g_ptr_array_sort (records, compare_newest_first);

  return records;
}

/* ---- Files and trash ---- */

static int
compare_newest_file_first (gconstpointer a, gconstpointer b)
{
  const HbkEvidenceFile *first = *(HbkEvidenceFile *const *) a;
  const HbkEvidenceFile *second = *(HbkEvidenceFile *const *) b;

  return first->serial < second->serial ? 1 : first->serial > second->serial ? -1
                                                                             : 0;
}

static gboolean
load_files (HbkState *self, HbkWorkspace *workspace, const HbkState *before, const HbkJournalStep *step, GError **error)
{
  if (before != NULL && step != NULL && !changes_kind (step, HBK_CHANGE_FILE))
    {
      self->files = g_ptr_array_ref (before->files);
      return TRUE;
    }

  self->files = hbk_workspace_list_files (workspace, HBK_FILES_ALL, error);
  if (self->files == NULL)
    return FALSE;
  g_ptr_array_sort (self->files, compare_newest_file_first);

  return TRUE;
}

static gboolean
load_trash (HbkState *self, HbkWorkspace *workspace, GError **error)
{
  g_autoptr (GPtrArray) trash = hbk_workspace_list_trash (workspace, error);

  if (trash == NULL)
    return FALSE;
  self->n_trash = trash->len;

  return hbk_library_peek (workspace->library, &self->undo, &self->redo, error);
}

/* ---- Rules ---- */

/* Without a region there are no rules, and that is no trouble: records are kept all the same. */
static void
assess (HbkState *self, HbkWorkspace *workspace, HbkState *before)
{
  const char *region = hbk_profile_get_region (hbk_state_get_profile (self));

  if (region == NULL || *region == '\0' || g_str_equal (region, "other"))
    return;
  if (before != NULL && before->pack != NULL && g_str_equal (before->pack->id, region))
    self->pack = hbk_pack_ref (before->pack);
  else
    self->pack = hbk_workspace_load_pack (workspace, region, &self->trouble);
  if (self->pack == NULL)
    return;

  g_clear_pointer (&self->bases, g_ptr_array_unref);
  self->bases = hbk_workspace_list_bases_of (workspace, self->logbook, self->pack, self->today, NULL, &self->trouble);
  if (self->bases == NULL)
    {
      self->bases = g_ptr_array_new_with_free_func ((GDestroyNotify) hbk_basis_free);
      return;
    }
  for (guint i = 0; i < self->bases->len; i++)
    g_ptr_array_add (self->assessments, hbk_basis_assess_quickly (g_ptr_array_index (self->bases, i), self->today));
}

/**
 * hbk_state_build:
 * @workspace: a workspace with an open library
 * @before: (nullable): the state before
 * @step: (nullable): what was done since; %NULL when that is not known, and everything is read anew
 * @today: the day of the assessment
 * @error: return location for an error
 *
 * Makes the state that the library is in. The effects of other readings are left out; [func@State.complete] adds them.
 *
 * Returns: (transfer full): the state, or %NULL on error
 */
HbkState *
hbk_state_build (HbkWorkspace *workspace, HbkState *before, const HbkJournalStep *step, HbkDate today, GError **error)
{
  g_autoptr (HbkState) self = hbk_state_new ();
  HbkVocabulary *vocabulary = hbk_workspace_get_vocabulary (workspace, error);

  if (vocabulary == NULL || hbk_workspace_get_library (workspace, error) == NULL)
    return NULL;

  self->today = today;
  self->vocabulary = hbk_vocabulary_ref (vocabulary);
  self->is_writable = hbk_library_check_writable (workspace->library, NULL);
  self->logbook = load_logbook (workspace, before, step, today, error);
  if (self->logbook == NULL || !load_files (self, workspace, before, step, error) || !load_trash (self, workspace, error))
    return NULL;

  self->records = sort_records (self->logbook);
  assess (self, workspace, before);
  hbk_state_take_assessments (self);
  hbk_state_index_files (self);

  return g_steal_pointer (&self);
}

/**
 * hbk_state_complete:
 * @self: a state
 *
 * Makes the same state with the effects of other readings.
 *
 * Returns: (transfer full): the state
 */
HbkState *
hbk_state_complete (HbkState *self)
{
  HbkState *whole;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_complete)
    return hbk_state_ref (self);

  whole = hbk_state_new ();
  whole->generation = self->generation;
  whole->is_complete = TRUE;
  whole->today = self->today;
  whole->vocabulary = hbk_vocabulary_ref (self->vocabulary);
  whole->logbook = g_object_ref (self->logbook);
  whole->pack = self->pack != NULL ? hbk_pack_ref (self->pack) : NULL;
  whole->trouble = self->trouble != NULL ? g_error_copy (self->trouble) : NULL;
  whole->records = g_ptr_array_ref (self->records);
  whole->files = g_ptr_array_ref (self->files);
  whole->undo = self->undo;
  whole->redo = self->redo;
  whole->n_trash = self->n_trash;
  whole->is_writable = self->is_writable;
  g_ptr_array_unref (whole->bases);
  whole->bases = g_ptr_array_ref (self->bases);
  for (guint i = 0; i < self->bases->len; i++)
    {
      const HbkBasis *basis = g_ptr_array_index (self->bases, i);

      g_ptr_array_add (whole->assessments, hbk_basis_assess (basis, self->today));
    }
  hbk_state_take_assessments (whole);
  hbk_state_index_files (whole);

  return whole;
}
