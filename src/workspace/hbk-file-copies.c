/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/hbk-file-copies.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/hbk-error.h"
#include "library/hbk-blob-store.h"
#include "workspace/hbk-file-writer.h"

/* As many names are tried beside one that is taken. */
#define MAX_NAMES 1000
/* Copies for other applications are removed when they are older. */
#define LENT_S (24 * 60 * 60)

/* Copies of files that leave the library, made beside the thread that has the library. */
typedef struct
{
  char         *dir;
  HbkState     *state;
  char        **sha256s;
  char         *target;
  HbkOperation *operation;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->dir);
  hbk_state_unref (work->state);
  g_strfreev (work->sha256s);
  g_free (work->target);
  g_clear_object (&work->operation);
  g_free (work);
}

static int
open_file (const Work *work, const char *sha256, GError **error)
{
  g_autofree char *evidence = g_build_filename (work->dir, "evidence", NULL);
  g_autoptr (HbkBlobStore) store = hbk_blob_store_open (evidence, FALSE, error);

  return store != NULL ? hbk_blob_store_open_blob (store, sha256, error) : -1;
}

/* The name that the file came with; a hidden file is of no use, and a name is no path. */
static char *
make_name (const Work *work, const char *sha256)
{
  const HbkEvidenceFile *file = hbk_state_lookup_file (work->state, sha256);
  char                  *name = g_strdup (file != NULL && *file->name != '\0' ? file->name : sha256);

  g_strdelimit (name, "/", '_');
  if (*name == '.')
    *name = '_';

  return name;
}

/* ---- Saving one ---- */

static void
save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError     *error = NULL;
  int         fd = open_file (work, work->sha256s[0], &error);

  if (fd >= 0)
    {
      hbk_file_replace_by_copy (work->target, fd, &error);
      close (fd);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* ---- Taking several out ---- */

static char *
number_name (const char *folder, const char *name, guint number)
{
  const char      *dot = strrchr (name, '.');
  g_autofree char *stem = dot != NULL && dot != name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
  g_autofree char *numbered = number > 1 ? g_strdup_printf ("%s (%u)%s", stem, number, dot != NULL && dot != name ? dot : "") : g_strdup (name);

  return g_build_filename (folder, numbered, NULL);
}

/* Writes over nothing: what has a name already keeps it. */
static char *
copy_beside (const Work *work, const char *sha256, GError **error)
{
  g_autofree char *name = make_name (work, sha256);

  for (guint number = 1; number <= MAX_NAMES; number++)
    {
      g_autofree char *path = number_name (work->target, name, number);
      g_autoptr (GError) own_error = NULL;
      int      fd = open_file (work, sha256, error);
      gboolean is_done;

      if (fd < 0)
        return NULL;
      is_done = hbk_file_write_copy (path, fd, &own_error);
      close (fd);
      if (is_done)
        return g_steal_pointer (&path);
      if (!g_error_matches (own_error, HBK_ERROR, HBK_ERROR_DUPLICATE) || number == MAX_NAMES)
        {
          g_propagate_error (error, g_steal_pointer (&own_error));
          return NULL;
        }
    }

  return NULL;
}

static void
take_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  guint   n = g_strv_length (work->sha256s);
  GError *error = NULL;

  for (guint i = 0; i < n; i++)
    {
      char *path;

      /* What was copied stays: each copy is whole. */
      if (work->operation != NULL && g_cancellable_is_cancelled (hbk_operation_get_cancellable (work->operation)))
        break;
      path = copy_beside (work, work->sha256s[i], &error);
      if (path == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (paths, path);
      if (work->operation != NULL)
        hbk_operation_report (i + 1, n, work->operation);
    }
  g_task_return_pointer (task, g_steal_pointer (&paths), (GDestroyNotify) g_ptr_array_unref);
}

/* ---- Lending one to another application ---- */

static void
remove_lent (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
remove_old (const char *place)
{
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  gint64      now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (place, name, NULL);
      GStatBuf         status;

      if (g_lstat (folder, &status) == 0 && S_ISDIR (status.st_mode) && now - (gint64) status.st_mtime > LENT_S)
        remove_lent (folder);
    }
}

static void
lend (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work      *work = data;
  g_autofree char *place = g_build_filename (g_get_user_cache_dir (), "hourbook", "lent", NULL);
  g_autofree char *folder = g_build_filename (place, "XXXXXX", NULL);
  g_autofree char *name = make_name (work, work->sha256s[0]);
  g_autofree char *path = NULL;
  GError          *error = NULL;
  int              fd = open_file (work, work->sha256s[0], &error);

  if (fd >= 0)
    {
      remove_old (place);
      if (g_mkdir_with_parents (place, 0700) == 0 && g_mkdtemp_full (folder, 0700) != NULL)
        path = g_build_filename (folder, name, NULL);
      /* It is a copy; what is changed in it would be lost, so that it cannot be. */
      if (path != NULL && hbk_file_write_copy (path, fd, &error))
        g_chmod (path, 0400);
      else if (path == NULL)
        g_set_error (&error, HBK_ERROR, HBK_ERROR_IO, "%s", g_strerror (errno));
      close (fd);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
}

/* ---- Public calls ---- */

static void
start (HbkSession *session, const char *const *sha256s, const char *target, HbkOperation *operation, GTaskThreadFunc function, const char *name, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->dir = g_strdup (hbk_session_get_dir (session));
  work->state = hbk_state_ref (hbk_session_get_state (session));
  work->sha256s = g_strdupv ((char **) sha256s);
  work->target = g_strdup (target);
  work->operation = operation != NULL ? g_object_ref (operation) : NULL;
  g_task_set_source_tag (task, start);
  g_task_set_name (task, name);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, function);
}

/**
 * hbk_file_copies_save_async:
 * @session: a session with a state
 * @sha256: the checksum of a file
 * @path: (type filename): where to; what is there is replaced
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Saves a copy of a file where the person said.
 */
void
hbk_file_copies_save_async (HbkSession *session, const char *sha256, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  const char *const sha256s[] = { sha256, NULL };

  g_return_if_fail (hbk_session_get_state (session) != NULL && sha256 != NULL && path != NULL);

  start (session, sha256s, path, NULL, save, "save a copy", callback, user_data);
}

/**
 * hbk_file_copies_save_finish:
 * @session: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Says how that went.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_file_copies_save_finish (HbkSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hbk_file_copies_take_out_async:
 * @session: a session with a state
 * @sha256s: (array zero-terminated=1): the checksums of files
 * @folder: (type filename): where to; nothing there is replaced
 * @operation: (nullable): where to report progress, and what stops it
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Copies files into a folder.
 */
void
hbk_file_copies_take_out_async (HbkSession *session, const char *const *sha256s, const char *folder, HbkOperation *operation, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (hbk_session_get_state (session) != NULL && sha256s != NULL && folder != NULL);

  start (session, sha256s, folder, operation, take_out, "copy files out", callback, user_data);
}

/**
 * hbk_file_copies_take_out_finish:
 * @session: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Says what was copied; less than was asked for, when it was stopped.
 *
 * Returns: (transfer full) (element-type filename): the copies, or %NULL on error
 */
GPtrArray *
hbk_file_copies_take_out_finish (HbkSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hbk_file_copies_lend_async:
 * @session: a session with a state
 * @sha256: the checksum of a file
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Makes a copy of a file that another application may open, and that goes away in a day or more.
 */
void
hbk_file_copies_lend_async (HbkSession *session, const char *sha256, GAsyncReadyCallback callback, gpointer user_data)
{
  const char *const sha256s[] = { sha256, NULL };

  g_return_if_fail (hbk_session_get_state (session) != NULL && sha256 != NULL);

  start (session, sha256s, NULL, NULL, lend, "lend a copy", callback, user_data);
}

/**
 * hbk_file_copies_lend_finish:
 * @session: a session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Gives the copy.
 *
 * Returns: (transfer full) (type filename): its path, or %NULL on error
 */
char *
hbk_file_copies_lend_finish (HbkSession *session, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
