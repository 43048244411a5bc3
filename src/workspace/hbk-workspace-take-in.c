/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-edit.h"
#include "library/hbk-library-files.h"
#include "workspace/hbk-file-taker.h"
#include "workspace/hbk-workspace-private.h"

static gboolean
has_proof (HbkRecord *record, const char *sha256, const char *document)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      HbkEvidence *evidence = hbk_record_get_evidence (record, i);

      if (g_strcmp0 (hbk_evidence_get_sha256 (evidence), sha256) == 0 && g_str_equal (hbk_evidence_get_document (evidence), document))
        return TRUE;
    }

  return FALSE;
}

/* Attaches a file to a record in memory. */
static void
prove (HbkRecord *record, const HbkEvidenceFile *file, const char *document)
{
  const char *type = document != NULL ? document : file->document != NULL ? file->document
                                                                          : "other_document";
  g_autoptr (HbkEvidence) evidence = NULL;

  if (has_proof (record, file->sha256, type))
    return;

  evidence = hbk_evidence_new (type, file->name, file->sha256);
  hbk_record_add_evidence (record, evidence);
}

static gboolean
store_step (HbkFileTaker *taker, HbkLibrary *library, HbkRecord *record, const char *document, const char *correction, GError **error)
{
  g_autoptr (HbkEdit) edit = hbk_edit_new (library, record != NULL ? HBK_JOURNAL_ATTACH : HBK_JOURNAL_TAKE_IN);
  g_autoptr (HbkJournalStep) step = NULL;
  GPtrArray *taken = hbk_file_taker_get_taken (taker);

  hbk_edit_set_correction (edit, correction);
  if (!hbk_file_taker_put (taker, edit, error))
    return FALSE;
  for (guint i = 0; record != NULL && i < taken->len; i++)
    {
      const HbkTakenFile *one = g_ptr_array_index (taken, i);

      if (one->file != NULL)
        prove (record, one->file, document);
    }
  if (record != NULL && !hbk_edit_put_record (edit, record, error))
    return FALSE;

  step = hbk_edit_commit (edit, error);

  return step != NULL;
}

/**
 * hbk_workspace_take_in:
 * @self: a workspace with an open library
 * @paths: (array zero-terminated=1) (element-type filename): files, and folders with all that is in them
 * @record: (nullable): the record that they prove; %NULL for the inbox
 * @document: (nullable): the document type; %NULL for what their names say
 * @correction: (nullable): why a year that was handed in is corrected
 * @progress: (nullable) (scope call): is told how far the current file has come, in bytes
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Copies files into the library; those they came from stay as they are. The same content is kept once, and it is said where it is used
 * already. All of it is one step, and nothing is changed when it is stopped or fails.
 *
 * Returns: (transfer full) (element-type HbkTakenFile): what became of each; %NULL on error
 */
GPtrArray *
hbk_workspace_take_in (HbkWorkspace *self, const char *const *paths, const char *record, const char *document, const char *correction, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkFileTaker) taker = NULL;
  g_autoptr (HbkRecord) proven = NULL;

  g_return_val_if_fail (paths != NULL, NULL);

  /* Before anything is copied. */
  if (library == NULL || !hbk_library_check_writable (library, error))
    return NULL;
  proven = record != NULL ? hbk_library_get_record (library, record, error) : NULL;
  if (record != NULL && proven == NULL)
    return NULL;

  taker = hbk_file_taker_new (self, document, progress, user_data, cancellable, error);
  for (guint i = 0; taker != NULL && paths[i] != NULL; i++)
    {
      if (!hbk_file_taker_take (taker, paths[i], error))
        return NULL;
    }
  if (taker == NULL || !store_step (taker, library, proven, document, correction, error))
    return NULL;

  return hbk_file_taker_finish (taker);
}

/**
 * hbk_workspace_attach:
 * @self: a workspace with an open library
 * @record: the id of a record
 * @sha256: the checksum of a file of the library
 * @document: (nullable): the document type; %NULL for the one the file is taken for
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Attaches a file that the library has to a record. One file may prove several records.
 *
 * Returns: (transfer full): the step, with number 0 when it was attached already; %NULL on error
 */
HbkJournalStep *
hbk_workspace_attach (HbkWorkspace *self, const char *record, const char *sha256, const char *document, const char *correction, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkEvidenceFile) file = library != NULL ? hbk_library_get_file (library, sha256, error) : NULL;
  g_autoptr (HbkRecord) proven = file != NULL ? hbk_library_get_record (library, record, error) : NULL;
  g_autoptr (HbkEdit) edit = NULL;

  if (proven == NULL)
    return NULL;

  prove (proven, file, document);
  edit = hbk_edit_new (library, HBK_JOURNAL_ATTACH);
  hbk_edit_set_correction (edit, correction);

  return hbk_edit_put_record (edit, proven, error) ? hbk_edit_commit (edit, error) : NULL;
}

/* Attaches those taken from position @first on. */
static gboolean
prove_all (HbkRecord *record, GPtrArray *taken, guint first, const char *document, GError **error)
{
  for (guint i = first; i < taken->len; i++)
    {
      const HbkTakenFile *one = g_ptr_array_index (taken, i);

      if (one->file == NULL)
        {
          g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s The record was not stored."), one->message != NULL ? one->message : one->path);
          return FALSE;
        }
      prove (record, one->file, document);
    }

  return TRUE;
}

/* An empty type says as much as none, so that a list can have it in the middle. */
static const char *
document_of (const char *const *documents, guint position)
{
  return documents != NULL && *documents[position] != '\0' ? documents[position] : NULL;
}

static gboolean
take_and_prove (HbkFileTaker *taker, HbkRecord *record, const char *path, const char *document, GError **error)
{
  GPtrArray *taken = hbk_file_taker_get_taken (taker);
  guint      first = taken->len;

  hbk_file_taker_set_document (taker, document);

  return hbk_file_taker_take (taker, path, error) && prove_all (record, taken, first, document, error);
}

/**
 * hbk_workspace_save_record_with_files:
 * @self: a workspace with an open library
 * @record: a record that has a date; the files are attached to it
 * @paths: (array zero-terminated=1) (element-type filename): files, and folders with all that is in them
 * @documents: (array zero-terminated=1) (nullable): the document type of each of @paths, "" for what its name says; %NULL for what all names say
 * @correction: (nullable): why a year that was handed in is corrected
 * @progress: (nullable) (scope call): is told how far the current file has come, in bytes
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Adds a record with its evidence, or stores what it has become, as one step. When one of the files cannot be taken in, nothing is stored.
 *
 * Returns: (transfer full): the step; %NULL on error
 */
HbkJournalStep *
hbk_workspace_save_record_with_files (HbkWorkspace *self, HbkRecord *record, const char *const *paths, const char *const *documents, const char *correction, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  HbkLibrary      *library = hbk_workspace_get_library (self, error);
  g_autofree char *before = NULL;
  g_autoptr (HbkFileTaker) taker = NULL;
  g_autoptr (HbkEdit) edit = NULL;
  HbkJournalStep *step;

  g_return_val_if_fail (HBK_IS_RECORD (record) && paths != NULL, NULL);
  g_return_val_if_fail (documents == NULL || g_strv_length ((char **) documents) == g_strv_length ((char **) paths), NULL);

  if (library == NULL || !hbk_library_check_writable (library, error) ||
      !hbk_library_lookup (library, HBK_CHANGE_RECORD, hbk_record_get_id (record), &before, error))
    return NULL;

  taker = hbk_file_taker_new (self, NULL, progress, user_data, cancellable, error);
  if (taker == NULL)
    return NULL;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (!take_and_prove (taker, record, paths[i], document_of (documents, i), error))
        return NULL;
    }

  edit = hbk_edit_new (library, before != NULL ? HBK_JOURNAL_EDIT : HBK_JOURNAL_ADD);
  hbk_edit_set_correction (edit, correction);
  if (!hbk_file_taker_put (taker, edit, error) || !hbk_edit_put_record (edit, record, error))
    return NULL;

  step = hbk_edit_commit (edit, error);
  if (step != NULL)
    g_ptr_array_unref (hbk_file_taker_finish (taker));

  return step;
}
