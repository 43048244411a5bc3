/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hbk-error.h"
#include "library/hbk-backup-manifest.h"
#include "library/hbk-backup-writer.h"
#include "library/hbk-library-backups.h"
#include "library/hbk-library-files.h"
#include "library/hbk-snapshot.h"
#include "workspace/hbk-workspace-exchange.h"
#include "workspace/hbk-workspace-library.h"
#include "workspace/hbk-workspace-private.h"

/* Where a backup says what it is. */
#define HEAD_BYTES 128
#define DATABASE_MAGIC "SQLite format 3"

/* The checksums of all files that the library has copies of; one that is missing is a matter for the check, not for the backup. */
static char **
list_evidence (HbkLibrary *library, HbkBlobStore *store, GError **error)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autoptr (GPtrArray) files = hbk_library_list_files (library, FALSE, error);
  g_autoptr (GPtrArray) trash = files != NULL ? hbk_library_list_trash (library, error) : NULL;

  if (trash == NULL)
    return NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (files, i);

      if (hbk_blob_store_has (store, file->sha256))
        g_strv_builder_add (list, file->sha256);
    }
  for (guint i = 0; i < trash->len; i++)
    {
      const HbkTrashEntry *entry = g_ptr_array_index (trash, i);

      if (entry->file != NULL && hbk_blob_store_has (store, entry->file->sha256))
        g_strv_builder_add (list, entry->file->sha256);
    }

  return g_strv_builder_end (list);
}

/**
 * hbk_workspace_back_up:
 * @self: a workspace with an open library
 * @path: (type filename): where to; nothing may be there yet
 * @progress: (nullable) (scope call): is told how many bytes are done
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes a full backup into one file: the database with its history, and every evidence file. It is read back before it gets its name.
 *
 * Returns: %FALSE on error; there is no such file then
 */
gboolean
hbk_workspace_back_up (HbkWorkspace *self, const char *path, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  HbkLibrary *library = hbk_workspace_get_library (self, error);
  g_autoptr (HbkBlobStore) store = NULL;
  g_autofree char *copy = NULL;
  g_auto (GStrv) evidence = NULL;
  guint    n_records;
  gboolean is_done;

  g_return_val_if_fail (path != NULL, FALSE);

  store = library != NULL ? hbk_workspace_open_store (self, error) : NULL;
  evidence = store != NULL ? list_evidence (library, store, error) : NULL;
  if (evidence == NULL || !hbk_library_copy_database (library, &copy, &n_records, error))
    return FALSE;

  {
    const HbkBackupContents contents = {
      .database = copy,
      .store = store,
      .evidence = (const char *const *) evidence,
      .created = hbk_clock_now (self->clock) / G_TIME_SPAN_SECOND,
      .application = PACKAGE_VERSION,
      .n_records = n_records,
    };

    is_done = hbk_backup_write (path, &contents, FALSE, cancellable, progress, user_data, error);
  }
  hbk_library_remove_copy (copy);

  return is_done;
}

/**
 * hbk_workspace_is_backup:
 * @self: a workspace
 * @path: (type filename): a file that anybody may have written
 *
 * Says whether a file says of itself that it is a backup, of everything or of the database.
 *
 * Returns: %TRUE when it does; whether it can be restored is another question
 */
gboolean
hbk_workspace_is_backup (HbkWorkspace *self, const char *path)
{
  char        head[HEAD_BYTES];
  struct stat about;
  ssize_t     length = -1;
  int         fd;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && path != NULL, FALSE);

  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd >= 0 && fstat (fd, &about) == 0 && S_ISREG (about.st_mode))
    length = read (fd, head, sizeof head);
  if (fd >= 0)
    close (fd);

  return length >= (ssize_t) sizeof DATABASE_MAGIC &&
         (memcmp (head, DATABASE_MAGIC, sizeof DATABASE_MAGIC) == 0 || memmem (head, (gsize) length, HBK_BACKUP_MIMETYPE, strlen (HBK_BACKUP_MIMETYPE)) != NULL);
}

/**
 * hbk_workspace_list_backups:
 * @self: a workspace
 * @dir: (nullable) (type filename): the folder of a library, which need not be in order; %NULL for the usual one
 *
 * Lists the backups of the database that Hourbook made by itself.
 *
 * Returns: (transfer full) (element-type filename): their paths, the newest first
 */
GPtrArray *
hbk_workspace_list_backups (HbkWorkspace *self, const char *dir)
{
  g_autofree char *place = dir != NULL ? g_strdup (dir) : hbk_workspace_dup_default_library ();

  return hbk_library_list_backups (place);
}

/**
 * hbk_restore_free:
 * @restore: (transfer full) (nullable): a preview
 *
 * Frees a preview.
 */
void
hbk_restore_free (HbkRestore *restore)
{
  if (restore == NULL)
    return;

  g_free (restore->path);
  g_ptr_array_unref (restore->adds);
  g_ptr_array_unref (restore->changes);
  g_ptr_array_unref (restore->removes);
  g_free (restore);
}

/* The library as it is; NULL without an error when there is none that can be read. */
static gboolean
open_present (HbkWorkspace *self, const char *dir, HbkLibrary **library, GError **error)
{
  g_autoptr (GError) own_error = NULL;

  *library = hbk_library_open (dir, HBK_LIBRARY_READ, self->clock, &own_error);
  if (*library != NULL || g_error_matches (own_error, HBK_ERROR, HBK_ERROR_NOT_FOUND) || g_error_matches (own_error, HBK_ERROR, HBK_ERROR_DAMAGED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/**
 * hbk_workspace_prepare_restore:
 * @self: a workspace
 * @dir: (nullable) (type filename): the folder of the library, which need not be there nor in order; %NULL for the usual one
 * @path: (type filename): a backup
 * @error: return location for an error
 *
 * Looks at a backup, and says what restoring it would do. Nothing is changed.
 *
 * Returns: (transfer full): the preview, or %NULL on error
 */
HbkRestore *
hbk_workspace_prepare_restore (HbkWorkspace *self, const char *dir, const char *path, GError **error)
{
  g_autofree char *place = dir != NULL ? g_strdup (dir) : hbk_workspace_dup_default_library ();
  g_autoptr (HbkSnapshot) snapshot = NULL;
  g_autoptr (HbkLibrary) present = NULL;
  g_autoptr (HbkRestore) restore = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && path != NULL, NULL);

  if (!open_present (self, place, &present, error))
    return NULL;
  snapshot = hbk_snapshot_open (place, path, self->clock, NULL, error);
  if (snapshot == NULL)
    return NULL;

  restore = g_new0 (HbkRestore, 1);
  restore->path = g_strdup (path);
  restore->made = hbk_snapshot_get_made (snapshot);
  restore->is_whole = hbk_snapshot_is_whole (snapshot);
  restore->is_damaged = present == NULL;
  restore->adds = g_ptr_array_new_with_free_func (g_free);
  restore->changes = g_ptr_array_new_with_free_func (g_free);
  restore->removes = g_ptr_array_new_with_free_func (g_free);
  if (!hbk_snapshot_count (snapshot, &restore->n_records, &restore->n_files, error) ||
      !hbk_snapshot_compare (snapshot, present, restore->adds, restore->changes, restore->removes, error))
    return NULL;
  if (present != NULL && !hbk_snapshot_compare_items (snapshot, present, &restore->is_profile_changed, &restore->are_readings_changed, error))
    return NULL;

  return g_steal_pointer (&restore);
}

/**
 * hbk_workspace_confirm_restore:
 * @self: a workspace
 * @dir: (nullable) (type filename): the folder of the library; %NULL for the usual one
 * @restore: a preview, which nothing has overtaken
 * @error: return location for an error
 *
 * Restores a backup. In a library that is in order this is one step, which undo takes back, and a backup of it is made first; a damaged
 * database is kept beside the restored one. Afterwards the library is open.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_workspace_confirm_restore (HbkWorkspace *self, const char *dir, HbkRestore *restore, GError **error)
{
  g_autofree char *place = dir != NULL ? g_strdup (dir) : hbk_workspace_dup_default_library ();
  g_autoptr (HbkSnapshot) snapshot = NULL;
  g_autoptr (HbkJournalStep) step = NULL;

  g_return_val_if_fail (HBK_IS_WORKSPACE (self) && restore != NULL, FALSE);

  hbk_workspace_close_library (self);
  snapshot = hbk_snapshot_open (place, restore->path, self->clock, NULL, error);
  if (snapshot == NULL)
    return FALSE;

  if (restore->is_damaged)
    return hbk_snapshot_replace (snapshot, NULL, error) && hbk_workspace_open_library (self, place, HBK_OPEN_WRITE, error);

  if (!hbk_workspace_open_library (self, place, HBK_OPEN_WRITE, error))
    return FALSE;
  step = hbk_snapshot_restore (snapshot, self->library, NULL, error);

  return step != NULL;
}
