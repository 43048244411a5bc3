/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/hbk-file-check.h"

#include "base/hbk-error.h"
#include "library/hbk-blob-store.h"

/* What is looked at, in a thread that has no library. */
typedef struct
{
  char             *dir;
  HbkState         *state;
  HbkFileCheckDepth depth;
  HbkOperation     *operation;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_free (task->dir);
  hbk_state_unref (task->state);
  g_clear_object (&task->operation);
  g_free (task);
}

static HbkFileFault
look_quickly (HbkBlobStore *store, const HbkEvidenceFile *file)
{
  g_autoptr (GError) error = NULL;
  guint64 size;

  if (hbk_blob_store_get_size (store, file->sha256, &size, &error))
    return size == file->size ? HBK_FILE_SOUND : HBK_FILE_CHANGED;

  return g_error_matches (error, HBK_ERROR, HBK_ERROR_NOT_FOUND) ? HBK_FILE_MISSING : HBK_FILE_UNREADABLE;
}

static gboolean
look_closely (HbkBlobStore *store, const HbkEvidenceFile *file, GCancellable *cancellable, HbkFileFault *fault, GError **error)
{
  HbkBlobState state;

  if (!hbk_blob_store_verify (store, file->sha256, cancellable, &state, error))
    return FALSE;

  switch (state)
    {
    case HBK_BLOB_MISSING:
      *fault = HBK_FILE_MISSING;
      break;
    case HBK_BLOB_CHANGED:
      *fault = HBK_FILE_CHANGED;
      break;
    case HBK_BLOB_UNREADABLE:
      *fault = HBK_FILE_UNREADABLE;
      break;
    case HBK_BLOB_OK:
    default:
      *fault = HBK_FILE_SOUND;
    }

  return TRUE;
}

static guint64
add_sizes (GPtrArray *files)
{
  guint64 total = 0;

  for (guint i = 0; i < files->len; i++)
    total += ((const HbkEvidenceFile *) g_ptr_array_index (files, i))->size;

  return total;
}

/**
 * hbk_file_check:
 * @dir: (type filename): the folder of a library
 * @files: (element-type HbkEvidenceFile): the files that it should have
 * @depth: how closely to look
 * @operation: (nullable): where to report progress, and what stops it
 * @error: return location for an error
 *
 * Looks at the files of a library as they lie on the disk, without the database. Nothing is changed.
 *
 * Returns: (transfer full) (element-type utf8 HbkFileFault): what is wrong, by checksum; sound files are not in it. %NULL with HBK_ERROR_CANCELLED or
 *   another error
 */
GHashTable *
hbk_file_check (const char *dir, GPtrArray *files, HbkFileCheckDepth depth, HbkOperation *operation, GError **error)
{
  g_autofree char *evidence = g_build_filename (dir, "evidence", NULL);
  g_autoptr (GHashTable) faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) own_error = NULL;
  g_autoptr (HbkBlobStore) store = hbk_blob_store_open (evidence, FALSE, &own_error);
  GCancellable *cancellable = operation != NULL ? hbk_operation_get_cancellable (operation) : NULL;
  guint64       done = 0, total = add_sizes (files);

  if (store == NULL && !g_error_matches (own_error, HBK_ERROR, HBK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  for (guint i = 0; i < files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (files, i);
      HbkFileFault           fault = HBK_FILE_MISSING;

      if (store != NULL && depth == HBK_FILE_CHECK_QUICK)
        fault = look_quickly (store, file);
      else if (store != NULL && !look_closely (store, file, cancellable, &fault, error))
        return NULL;
      if (fault != HBK_FILE_SOUND)
        g_hash_table_insert (faults, g_strdup (file->sha256), GINT_TO_POINTER (fault));
      done += file->size;
      if (operation != NULL)
        hbk_operation_report (done, total, operation);
    }

  return g_steal_pointer (&faults);
}

static void
check (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task       *work = data;
  GError     *error = NULL;
  GHashTable *faults = hbk_file_check (work->dir, work->state->files, work->depth, work->operation, &error);

  if (faults != NULL)
    g_task_return_pointer (task, faults, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hbk_file_check_async:
 * @session: a session with a state
 * @depth: how closely to look
 * @operation: (nullable): where to report progress, and what stops it
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Looks at the files of an open library, beside the thread that has the library: what the person changes meanwhile does not wait.
 */
void
hbk_file_check_async (HbkSession *session, HbkFileCheckDepth depth, HbkOperation *operation, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, callback, user_data);
  Task *work;

  g_return_if_fail (hbk_session_get_state (session) != NULL);

  work = g_new0 (Task, 1);
  work->dir = g_strdup (hbk_session_get_dir (session));
  work->state = hbk_state_ref (hbk_session_get_state (session));
  work->depth = depth;
  work->operation = operation != NULL ? g_object_ref (operation) : NULL;
  g_task_set_source_tag (task, hbk_file_check_async);
  g_task_set_static_name (task, "check files");
  g_task_set_task_data (task, work, task_free);
  g_task_run_in_thread (task, check);
}

/**
 * hbk_file_check_finish:
 * @session: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Says what is wrong with the files.
 *
 * Returns: (transfer full): as [func@file_check]
 */
GHashTable *
hbk_file_check_finish (HbkSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
