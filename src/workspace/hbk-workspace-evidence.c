/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-workspace-evidence.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-edit.h"
#include "library/hbk-library-backups.h"
#include "library/hbk-library-check.h"
#include "library/hbk-library-files.h"
#include "workspace/hbk-file-reader.h"
#include "workspace/hbk-file-writer.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-private.h"

HbkBlobStore *
hbk_workspace_open_store (HbkWorkspace *self, GError **error)
{
  HbkLibrary      *library = hbk_workspace_get_library (self, error);
  g_autofree char *dir = library != NULL ? g_build_filename (hbk_library_get_dir (library), "evidence", NULL) : NULL;

  return dir != NULL ? hbk_blob_store_open (dir, hbk_library_check_writable (library, NULL), error) : NULL;
}

/**
 * hbk_workspace_list_files:
 * @self: a workspace with an open library
 * @scope: which files are wanted
 * @error: return location for an error
 *
 * Lists evidence files.
 *
 * Returns: (transfer full) (element-type HbkEvidenceFile): the files by serial number; %NULL on error
 */
GPtrArray *
hbk_workspace_list_files (HbkWorkspace *self, HbkFileScope scope, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_list_files (library, scope == HBK_FILES_INBOX, error) : NULL;
}

/**
 * hbk_workspace_find_file:
 * @self: a workspace with an open library
 * @typed: a serial number such as XS-0042, or the beginning of a checksum
 * @error: return location for an error
 *
 * Finds the file that a person means.
 *
 * Returns: (transfer full): the file; %NULL with HBK_ERROR_NOT_FOUND, HBK_ERROR_DUPLICATE or another error
 */
HbkEvidenceFile *
hbk_workspace_find_file (HbkWorkspace *self, const char *typed, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_find_file (library, typed, error) : NULL;
}

/**
 * hbk_workspace_list_records_of_file:
 * @self: a workspace with an open library
 * @sha256: the checksum of a file
 * @error: return location for an error
 *
 * Lists the records that a file proves.
 *
 * Returns: (transfer full) (array zero-terminated=1): their ids, or %NULL on error
 */
char **
hbk_workspace_list_records_of_file (HbkWorkspace *self, const char *sha256, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);

  return library != NULL ? hbk_library_list_proven (library, sha256, error) : NULL;
}

/**
 * hbk_workspace_detach:
 * @self: a workspace with an open library
 * @record: the id of a record
 * @sha256: the checksum of a file that proves it
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Takes a file off a record. The file stays in the library: in the inbox, when no other record has it.
 *
 * Returns: (transfer full): the step; %NULL with HBK_ERROR_NOT_FOUND when the record has no such file, or another error
 */
HbkJournalStep *
hbk_workspace_detach (HbkWorkspace *self, const char *record, const char *sha256, const char *correction, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkRecord) proven = library != NULL ? hbk_library_get_record (library, record, error) : NULL;
  g_autoptr (HbkEdit) edit = NULL;
  gboolean had_it = FALSE;

  if (proven == NULL)
    return NULL;

  for (guint i = hbk_record_get_n_evidence (proven); i > 0; i--)
    {
      if (g_strcmp0 (hbk_evidence_get_sha256 (hbk_record_get_evidence (proven, i - 1)), sha256) != 0)
        continue;
      hbk_record_remove_evidence (proven, i - 1);
      had_it = TRUE;
    }
  if (!had_it)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("This file is not attached to the record. Look at the record for what is."));
      return NULL;
    }

  edit = hbk_edit_new (library, HBK_JOURNAL_DETACH);
  hbk_edit_set_correction (edit, correction);

  return hbk_edit_put_record (edit, proven, error) ? hbk_edit_commit (edit, error) : NULL;
}

/**
 * hbk_workspace_remove_file:
 * @self: a workspace with an open library
 * @sha256: the checksum of a file
 * @error: return location for an error
 *
 * Moves a file that proves no record to the trash.
 *
 * Returns: (transfer full): the step; %NULL with HBK_ERROR_USAGE when a record has it, or another error
 */
HbkJournalStep *
hbk_workspace_remove_file (HbkWorkspace *self, const char *sha256, GError **error)
{
  const char *const sha256s[] = { sha256, NULL };

  return hbk_workspace_remove_files (self, sha256s, error);
}

static gboolean
remove_one (HbkLibrary *library, HbkEdit *edit, const char *sha256, GError **error)
{
  g_autoptr (HbkEvidenceFile) file = hbk_library_get_file (library, sha256, error);
  g_auto (GStrv) records = file != NULL ? hbk_library_list_proven (library, sha256, error) : NULL;
  g_autofree char *serial = NULL;

  if (records == NULL)
    return FALSE;
  if (records[0] != NULL)
    {
      serial = hbk_evidence_file_dup_serial (file);
      g_set_error (error, HBK_ERROR, HBK_ERROR_USAGE, _ ("%s proves a record. Take it off there first."), serial);
      return FALSE;
    }

  return hbk_edit_remove (edit, HBK_CHANGE_FILE, sha256, error);
}

/**
 * hbk_workspace_remove_files:
 * @self: a workspace with an open library
 * @sha256s: (array zero-terminated=1): the checksums of files
 * @error: return location for an error
 *
 * Moves files that prove no record to the trash, all of them or none.
 *
 * Returns: (transfer full): the step; %NULL with HBK_ERROR_USAGE when a record has one of them, or another error
 */
HbkJournalStep *
hbk_workspace_remove_files (HbkWorkspace *self, const char *const *sha256s, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkEdit) edit = library != NULL ? hbk_edit_new (library, HBK_JOURNAL_REMOVE) : NULL;

  g_return_val_if_fail (sha256s != NULL, NULL);

  for (guint i = 0; edit != NULL && sha256s[i] != NULL; i++)
    {
      if (!remove_one (library, edit, sha256s[i], error))
        return NULL;
    }

  return edit != NULL ? hbk_edit_commit (edit, error) : NULL;
}

/* What a record says of a file follows what the file is taken for. */
static void
set_document_in_record (HbkRecord *record, const HbkEvidenceFile *file)
{
  for (guint i = 0; i < hbk_record_get_n_evidence (record); i++)
    {
      HbkEvidence *evidence = hbk_record_get_evidence (record, i);
      g_autoptr (HbkEvidence) changed = NULL;

      if (g_strcmp0 (hbk_evidence_get_sha256 (evidence), file->sha256) != 0)
        continue;
      changed = hbk_evidence_new_with_extra (file->document, hbk_evidence_get_file (evidence), file->sha256, hbk_evidence_get_extra (evidence));
      hbk_record_replace_evidence (record, i, changed);
    }
}

/* Changes a file, and notes the records that it changes; a record may have several of the files. */
static gboolean
set_document_of_file (HbkLibrary *library, HbkEdit *edit, GHashTable *changed, const char *sha256, const char *document, GError **error)
{
  g_autoptr (HbkEvidenceFile) file = hbk_library_get_file (library, sha256, error);
  g_auto (GStrv) records = file != NULL ? hbk_library_list_proven (library, sha256, error) : NULL;

  if (records == NULL)
    return FALSE;
  g_set_str (&file->document, document);
  if (!hbk_edit_put_file (edit, file, error))
    return FALSE;
  for (guint i = 0; records[i] != NULL; i++)
    {
      HbkRecord *record = g_hash_table_lookup (changed, records[i]);

      if (record == NULL)
        {
          record = hbk_library_get_record (library, records[i], error);
          if (record == NULL)
            return FALSE;
          g_hash_table_insert (changed, g_strdup (records[i]), record);
        }
      set_document_in_record (record, file);
    }

  return TRUE;
}

/**
 * hbk_workspace_set_document:
 * @self: a workspace with an open library
 * @sha256s: (array zero-terminated=1): the checksums of files
 * @document: the id of a document type
 * @correction: (nullable): why a year that was handed in is corrected
 * @error: return location for an error
 *
 * Says which type of document files are, also in the records that they prove.
 *
 * Returns: (transfer full): the step, with number 0 when nothing had changed; %NULL on error
 */
HbkJournalStep *
hbk_workspace_set_document (HbkWorkspace *self, const char *const *sha256s, const char *document, const char *correction, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkEdit) edit = library != NULL ? hbk_edit_new (library, HBK_JOURNAL_FILE) : NULL;
  g_autoptr (GHashTable) changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GHashTableIter iter;
  gpointer       record;

  g_return_val_if_fail (sha256s != NULL && document != NULL, NULL);

  if (edit == NULL)
    return NULL;
  hbk_edit_set_correction (edit, correction);
  for (guint i = 0; sha256s[i] != NULL; i++)
    {
      if (!set_document_of_file (library, edit, changed, sha256s[i], document, error))
        return NULL;
    }
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      if (!hbk_edit_put_record (edit, record, error))
        return NULL;
    }

  return hbk_edit_commit (edit, error);
}

/**
 * hbk_workspace_save_file:
 * @self: a workspace with an open library
 * @file: a file of the library; its document type and name may have changed
 * @error: return location for an error
 *
 * Stores what is known of a file.
 *
 * Returns: (transfer full): the step, with number 0 when nothing had changed; %NULL on error
 */
HbkJournalStep *
hbk_workspace_save_file (HbkWorkspace *self, HbkEvidenceFile *file, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkEdit) edit = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  if (library == NULL)
    return NULL;
  edit = hbk_edit_new (library, HBK_JOURNAL_FILE);

  return hbk_edit_put_file (edit, file, error) ? hbk_edit_commit (edit, error) : NULL;
}

/**
 * hbk_workspace_copy_file_out:
 * @self: a workspace with an open library
 * @sha256: the checksum of a file
 * @path: (type filename): where to; nothing may be there yet
 * @error: return location for an error
 *
 * Copies a file out of the library, as it was when it was taken in.
 *
 * Returns: %FALSE on error; nothing is left at @path then
 */
gboolean
hbk_workspace_copy_file_out (HbkWorkspace *self, const char *sha256, const char *path, GError **error)
{
  g_autoptr (HbkBlobStore) store = hbk_workspace_open_store (self, error);
  int      fd = store != NULL ? hbk_blob_store_open_blob (store, sha256, error) : -1;
  gboolean is_done;

  if (fd < 0)
    return FALSE;

  is_done = hbk_file_write_copy (path, fd, error);
  close (fd);

  return is_done;
}

/**
 * hbk_workspace_empty_trash:
 * @self: a workspace with an open library
 * @n_records: (out): how many records are gone for good
 * @n_files: (out): how many files are
 * @error: return location for an error
 *
 * Removes for good what has been in the trash for 90 days and more. A backup of the database is made first.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_workspace_empty_trash (HbkWorkspace *self, guint *n_records, guint *n_files, GError **error)
{
  g_autoptr (HbkBlobStore) store = hbk_workspace_open_store (self, error);
  g_autoptr (GPtrArray) sha256s = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) first_error = NULL;

  *n_records = *n_files = 0;
  if (store == NULL || !hbk_library_make_backup (self->library, HBK_BACKUP_BEFORE_EMPTYING, NULL, error) || !hbk_library_empty_trash (self->library, n_records, sha256s, error))
    return FALSE;

  /* All are tried; one that is gone already is gone. */
  for (guint i = 0; i < sha256s->len; i++)
    {
      g_autoptr (GError) own_error = NULL;

      if (hbk_blob_store_remove (store, g_ptr_array_index (sha256s, i), &own_error) || g_error_matches (own_error, HBK_ERROR, HBK_ERROR_NOT_FOUND))
        (*n_files)++;
      else if (first_error == NULL)
        first_error = g_steal_pointer (&own_error);
    }
  if (first_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&first_error));

  return FALSE;
}

/**
 * hbk_workspace_check_library:
 * @self: a workspace
 * @dir: (nullable) (type filename): the folder of a library, which need not be open nor in order; %NULL for the usual one
 * @problems: gets what is not as it should be
 * @progress: (nullable) (scope call): is told how many bytes of files were looked at
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Looks at a whole library: its database, its history and every file. Nothing is repaired, and nothing is changed.
 *
 * Returns: %FALSE when it could not look
 */
gboolean
hbk_workspace_check_library (HbkWorkspace *self, const char *dir, HbkProblems *problems, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autofree char *place = dir != NULL ? g_strdup (dir) : hbk_workspace_dup_default_library ();

  g_return_val_if_fail (HBK_IS_WORKSPACE (self), FALSE);

  return hbk_library_check (place, problems, progress, user_data, cancellable, error);
}
