/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-request-private.h"

#include "library/hbk-edit.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-package.h"
#include "workspace/hbk-workspace-private.h"
#include "workspace/hbk-workspace-years.h"

G_DEFINE_BOXED_TYPE (HbkRequest, hbk_request, hbk_request_ref, hbk_request_unref)

/* ---- Performing ---- */

static HbkJournalStep *
save_records (HbkRequest *self, HbkWorkspace *workspace, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (workspace, error);
  g_autoptr (HbkEdit) edit = NULL;

  if (library == NULL)
    return NULL;

  edit = hbk_edit_new (library, HBK_JOURNAL_EDIT);
  hbk_edit_set_correction (edit, self->correction);
  for (guint i = 0; i < self->records->len; i++)
    {
      if (!hbk_edit_put_record (edit, g_ptr_array_index (self->records, i), error))
        return NULL;
    }

  return hbk_edit_commit (edit, error);
}

static HbkJournalStep *
save_record (HbkRequest *self, HbkWorkspace *workspace, HbkOperation *operation, GError **error)
{
  HbkRecord    *record = g_ptr_array_index (self->records, 0);
  GCancellable *cancellable = operation != NULL ? hbk_operation_get_cancellable (operation) : NULL;

  if (self->names == NULL || self->names[0] == NULL)
    return hbk_workspace_save_record (workspace, record, self->correction, error);

  return hbk_workspace_save_record_with_files (workspace, record, (const char *const *) self->names, (const char *const *) self->documents, self->correction, operation != NULL ? hbk_operation_report : NULL, operation,
                                               cancellable, error);
}

/* Taking in may store nothing, when the library has all of the files already. */
static HbkJournalStep *
take_in (HbkRequest *self, HbkWorkspace *workspace, HbkOperation *operation, GError **error)
{
  GCancellable *cancellable = operation != NULL ? hbk_operation_get_cancellable (operation) : NULL;
  g_autoptr (GPtrArray) steps = NULL;
  HbkJournalStep *step;
  gint64          undo_before = 0, redo = 0, undo_after = 0;

  if (!hbk_library_peek (workspace->library, &undo_before, &redo, error))
    return NULL;

  g_clear_pointer (&self->taken, g_ptr_array_unref);
  self->taken = hbk_workspace_take_in (workspace, (const char *const *) self->names, self->record, self->document, self->correction, operation != NULL ? hbk_operation_report : NULL, operation,
                                       cancellable, error);
  if (self->taken == NULL || !hbk_library_peek (workspace->library, &undo_after, &redo, error))
    return NULL;
  if (undo_after == undo_before)
    return hbk_journal_step_new (HBK_JOURNAL_TAKE_IN);

  steps = hbk_workspace_list_steps (workspace, NULL, 1, error);
  step = steps != NULL && steps->len > 0 ? g_ptr_array_steal_index (steps, 0) : NULL;

  return step;
}

static void
add_evidence (HbkRecord *record, const HbkEvidenceFile *file, const char *document)
{
  const char *kind = document != NULL ? document : file->document != NULL ? file->document
                                                                          : "";
  g_autoptr (HbkEvidence) evidence = hbk_evidence_new (kind, file->name, file->sha256);

  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      if (g_strcmp0 (hbk_evidence_get_sha256 (hbk_record_get_evidence (record, i)), file->sha256) == 0)
        {
          hbk_record_replace_evidence (record, i, evidence);
          return;
        }
    }
  hbk_record_add_evidence (record, evidence);
}

/* Several files are attached in one step; one goes the way of the command line. */
static HbkJournalStep *
attach (HbkRequest *self, HbkWorkspace *workspace, GError **error)
{
  g_autoptr (HbkRecord) record = NULL;
  g_autoptr (HbkEdit) edit = NULL;

  if (self->names[0] != NULL && self->names[1] == NULL)
    return hbk_workspace_attach (workspace, self->record, self->names[0], self->document, self->correction, error);

  record = hbk_workspace_get_record (workspace, self->record, error);
  if (record == NULL)
    return NULL;

  edit = hbk_edit_new (workspace->library, HBK_JOURNAL_ATTACH);
  hbk_edit_set_correction (edit, self->correction);
  for (guint i = 0; self->names[i] != NULL; i++)
    {
      g_autoptr (HbkEvidenceFile) file = hbk_workspace_find_file (workspace, self->names[i], error);

      if (file == NULL)
        return NULL;
      add_evidence (record, file, self->document);
    }

  return hbk_edit_put_record (edit, record, error) ? hbk_edit_commit (edit, error) : NULL;
}

static HbkJournalStep *
perform_on_records (HbkRequest *self, HbkWorkspace *workspace, HbkOperation *operation, GError **error)
{
  const char *const *names = (const char *const *) self->names;

  switch (self->kind)
    {
    case HBK_REQUEST_SAVE_RECORD:
      return save_record (self, workspace, operation, error);
    case HBK_REQUEST_SAVE_RECORDS:
      return save_records (self, workspace, error);
    case HBK_REQUEST_REMOVE_RECORDS:
      return hbk_workspace_remove_records (workspace, names, self->correction, error);
    case HBK_REQUEST_RESTORE:
      return hbk_workspace_restore (workspace, names, self->correction, error);
    case HBK_REQUEST_TAKE_IN:
      return take_in (self, workspace, operation, error);
    case HBK_REQUEST_ATTACH:
      return attach (self, workspace, error);
    case HBK_REQUEST_DETACH:
      return hbk_workspace_detach (workspace, self->record, names[0], self->correction, error);
    case HBK_REQUEST_REMOVE_FILES:
      return hbk_workspace_remove_files (workspace, names, error);
    case HBK_REQUEST_SET_DOCUMENT:
      return hbk_workspace_set_document (workspace, names, self->document, self->correction, error);
    default:
      return hbk_workspace_save_file (workspace, self->file, error);
    }
}

/**
 * hbk_request_ref:
 * @self: a request
 *
 * Takes a reference.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_ref (HbkRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hbk_request_unref:
 * @self: (transfer full): a request
 *
 * Gives a reference back.
 */
void
hbk_request_unref (HbkRequest *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->file, hbk_evidence_file_free);
  g_clear_pointer (&self->answers, hbk_facts_unref);
  g_clear_pointer (&self->taken, g_ptr_array_unref);
  g_clear_pointer (&self->import, hbk_import_free);
  g_strfreev (self->names);
  g_strfreev (self->documents);
  g_free (self->record);
  g_free (self->document);
  g_free (self->pack);
  g_free (self->reading);
  g_free (self->option);
  g_free (self->note);
  g_free (self->correction);
  g_free (self);
}

/**
 * hbk_request_with_correction:
 * @self: a request
 * @correction: why a year that was handed in is corrected
 *
 * Makes the same request, with the reason that it needs.
 *
 * Returns: (transfer full): the request
 */
HbkRequest *
hbk_request_with_correction (HbkRequest *self, const char *correction)
{
  HbkRequest *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = hbk_request_new (self->kind, (const char *const *) self->names);
  copy->records = self->records != NULL ? g_ptr_array_ref (self->records) : NULL;
  copy->file = self->file != NULL ? hbk_evidence_file_copy (self->file) : NULL;
  copy->answers = self->answers != NULL ? hbk_facts_ref (self->answers) : NULL;
  copy->from = self->from;
  copy->year = self->year;
  copy->import = self->import != NULL ? hbk_import_ref (self->import) : NULL;
  copy->choice = self->choice;
  copy->record = g_strdup (self->record);
  copy->documents = g_strdupv (self->documents);
  copy->document = g_strdup (self->document);
  copy->pack = g_strdup (self->pack);
  copy->reading = g_strdup (self->reading);
  copy->option = g_strdup (self->option);
  copy->note = g_strdup (self->note);
  copy->correction = g_strdup (correction);

  return copy;
}

/**
 * hbk_request_get_correction:
 * @self: a request
 *
 * Gets the reason for a correction.
 *
 * Returns: (transfer none) (nullable): the reason
 */
const char *
hbk_request_get_correction (HbkRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->correction;
}

/**
 * hbk_request_get_taken:
 * @self: a request to take files in that was performed
 *
 * Gets what became of the files.
 *
 * Returns: (transfer none) (nullable) (element-type HbkTakenFile): one for each file
 */
GPtrArray *
hbk_request_get_taken (HbkRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->taken;
}

/**
 * hbk_request_perform:
 * @self: a request
 * @workspace: a workspace with an open library
 * @today: the day
 * @operation: (nullable): where to report progress
 * @error: return location for an error
 *
 * Does what was asked for. It blocks.
 *
 * Returns: (transfer full): the step, with number 0 when nothing had to be changed; %NULL with HBK_ERROR_SEALED or another error
 */
HbkJournalStep *
hbk_request_perform (HbkRequest *self, HbkWorkspace *workspace, HbkDate today, HbkOperation *operation, GError **error)
{
  g_return_val_if_fail (self != NULL && HBK_IS_WORKSPACE (workspace), NULL);

  if (hbk_workspace_get_library (workspace, error) == NULL)
    return NULL;

  switch (self->kind)
    {
    case HBK_REQUEST_UNDO:
      return hbk_workspace_undo (workspace, self->correction, error);
    case HBK_REQUEST_REDO:
      return hbk_workspace_redo (workspace, self->correction, error);
    case HBK_REQUEST_CHOOSE_READING:
      return hbk_workspace_choose_reading (workspace, self->pack, self->reading, self->option, error);
    case HBK_REQUEST_CHANGE_PROFILE:
      return hbk_workspace_change_profile (workspace, self->from, self->answers, error);
    case HBK_REQUEST_CORRECT_PROFILE:
      return hbk_workspace_correct_profile (workspace, today, self->answers, error);
    case HBK_REQUEST_HAND_IN:
      return hbk_workspace_hand_in (workspace, self->year, self->names[0], self->note, today, error);
    case HBK_REQUEST_NOTE_APPLICATION:
      return hbk_workspace_note_application (workspace, self->level, self->year, (const char *const *) self->names + 1, self->names[0], self->from, self->note, error);
    case HBK_REQUEST_REOPEN:
      return hbk_workspace_reopen (workspace, self->year, self->correction, error);
    case HBK_REQUEST_ADOPT_RULES:
      return hbk_workspace_adopt_rules (workspace, self->year, today, self->correction, error);
    case HBK_REQUEST_IMPORT:
      return hbk_workspace_confirm_import (workspace, self->import, self->choice, self->correction, error);
    default:
      return perform_on_records (self, workspace, operation, error);
    }
}
