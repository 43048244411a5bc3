/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "library/hbk-backup-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-backup-archive.h"
#include "library/hbk-backup-zip-private.h"
#include "disk/hbk-file-io.h"

#define NAME_CHARS 200

/* The last second of the year 9999. */
#define MAX_TIME G_GINT64_CONSTANT (253402300799)

/* What a backup is called until it is whole. */
#define TEMP_PREFIX ".hourbook-backup-"

/* ---- What is going to be in it ---- */

static gboolean
hash_database (int fd, HbkBackupZip *zip, HbkBlobEntry *entry, GError **error)
{
  g_autofree guint8 *block = g_malloc (HBK_FILE_IO_BLOCK);
  g_autoptr (HbkSha256) sha256 = hbk_sha256_new ();
  gssize n;

  do
    {
      if (hbk_file_io_is_cancelled (zip->cancellable, error))
        return FALSE;

      n = hbk_file_io_read (fd, block, HBK_FILE_IO_BLOCK, entry->size);
      if (n < 0)
        {
          hbk_file_io_set_source_error (error, zip->database, errno);
          return FALSE;
        }

      hbk_sha256_update (sha256, block, (gsize) n);
      entry->size += (guint64) n;
    }
  while (n == HBK_FILE_IO_BLOCK);

  hbk_sha256_finish (sha256, entry->sha256);
  return TRUE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const HbkBlobEntry *) a)->sha256, ((const HbkBlobEntry *) b)->sha256);
}

static gboolean
list_evidence (const HbkBackupContents *contents, GArray *evidence, GError **error)
{
  for (guint i = 0; contents->evidence[i] != NULL; i++)
    {
      HbkBlobEntry entry = { .size = 0 };

      if (!hbk_blob_store_get_size (contents->store, contents->evidence[i], &entry.size, error))
        return FALSE;
      memcpy (entry.sha256, contents->evidence[i], HBK_SHA256_CHARS);
      g_array_append_val (evidence, entry);
    }

  g_array_sort (evidence, compare_entries);
  for (guint i = evidence->len; i-- > 1;)
    {
      if (g_str_equal (g_array_index (evidence, HbkBlobEntry, i).sha256, g_array_index (evidence, HbkBlobEntry, i - 1).sha256))
        g_array_remove_index (evidence, i);
    }

  return TRUE;
}

/* The reader's limits hold for what is written too: better no backup than one that cannot be read. */
static gboolean
check_limits (HbkBackupZip *zip, GError **error)
{
  const GArray *evidence = zip->manifest->evidence;
  gboolean      is_fine = zip->manifest->database.size <= HBK_BACKUP_MAX_DATABASE && evidence->len <= HBK_BACKUP_MAX_EVIDENCE;

  for (guint i = 0; is_fine && i < evidence->len; i++)
    is_fine = g_array_index (evidence, HbkBlobEntry, i).size <= HBK_BLOB_MAX_BYTES;

  if (!is_fine)
    g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _ ("This is more than a backup can hold: %1$d files of 4 GiB each, and a database of 8 GiB. Remove the largest files, then try again."), HBK_BACKUP_MAX_EVIDENCE);
  return is_fine;
}

static HbkBackupManifest *
make_manifest (HbkBackupZip *zip, const HbkBackupContents *contents, GError **error)
{
  g_autoptr (HbkBackupManifest) manifest = hbk_backup_manifest_new (contents->created, contents->application, contents->n_records);

  if (!hash_database (zip->database_fd, zip, &manifest->database, error) || !list_evidence (contents, manifest->evidence, error))
    return NULL;

  zip->manifest = manifest;
  zip->total = hbk_backup_manifest_get_size (manifest);
  return check_limits (zip, error) ? g_steal_pointer (&manifest) : NULL;
}

/* ---- Writing, reading back ---- */

static gboolean
write_zip (HbkBackupZip *zip, GError **error)
{
  gboolean is_unreadable;

  /* Evidence is not packed, so at least this is needed. */
  if (!hbk_temp_file_reserve (zip->file, zip->total - zip->manifest->database.size))
    {
      hbk_file_io_set_target_error (error, zip->path, errno, zip->total);
      return FALSE;
    }

  if (!hbk_backup_zip_write (zip, TRUE, &is_unreadable, error))
    return FALSE;

  if (is_unreadable)
    {
      zip->done = 0;
      if (!hbk_temp_file_truncate (zip->file))
        {
          hbk_file_io_set_target_error (error, zip->path, errno, zip->total);
          return FALSE;
        }
      if (!hbk_backup_zip_write (zip, FALSE, &is_unreadable, error))
        return FALSE;
    }

  if (!hbk_temp_file_sync (zip->file))
    {
      hbk_file_io_set_target_error (error, zip->path, errno, zip->total);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_manifest (const HbkBackupManifest *a, const HbkBackupManifest *b)
{
  g_autoptr (GBytes) a_bytes = hbk_backup_manifest_write (a);
  g_autoptr (GBytes) b_bytes = hbk_backup_manifest_write (b);

  return g_bytes_equal (a_bytes, b_bytes);
}

/* From the disk, not from memory, as far as the system lets us. */
static gboolean
read_back (HbkBackupZip *zip, GError **error)
{
  g_autoptr (HbkBackupArchive) archive = NULL;
  g_autoptr (GError) reason = NULL;
  int fd = fcntl (hbk_temp_file_get_fd (zip->file), F_DUPFD_CLOEXEC, 0);

  if (fd < 0)
    {
      hbk_file_io_set_target_error (error, zip->path, errno, 0);
      return FALSE;
    }

  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  archive = hbk_backup_archive_open_fd (fd, zip->path, &reason);
  if (archive != NULL && is_same_manifest (hbk_backup_archive_get_manifest (archive), zip->manifest) &&
      hbk_backup_archive_verify (archive, zip->cancellable, NULL, NULL, &reason))
    return TRUE;

  if (g_error_matches (reason, HBK_ERROR, HBK_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    {
      g_autofree char *name = hbk_text_escape (zip->path, -1, NAME_CHARS);

      g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The disk does not give back what was written. The backup was not made; use another disk."), name);
    }
  return FALSE;
}

static gboolean
write_backup (HbkBackupZip *zip, int dir, const char *name, const HbkBackupContents *contents, gboolean replace, GError **error)
{
  g_autoptr (HbkBackupManifest) manifest = NULL;
  g_autoptr (HbkTempFile) file = NULL;

  if (!replace && faccessat (dir, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
    {
      hbk_file_io_set_target_error (error, zip->path, EEXIST, 0);
      return FALSE;
    }

  manifest = make_manifest (zip, contents, error);
  if (manifest == NULL)
    return FALSE;

  /* What a program that was killed left here may be large. That it stays would be no reason to fail. */
  hbk_temp_file_remove_left (dir, TEMP_PREFIX, NULL);
  file = hbk_temp_file_new (dir, TEMP_PREFIX);
  if (file == NULL)
    {
      hbk_file_io_set_target_error (error, zip->path, errno, 0);
      return FALSE;
    }

  zip->file = file;
  if (!write_zip (zip, error) || !read_back (zip, error))
    return FALSE;

  if (!hbk_temp_file_place (file, dir, name, replace))
    {
      hbk_file_io_set_target_error (error, zip->path, errno, 0);
      return FALSE;
    }
  if (!hbk_file_io_sync_dir (dir))
    {
      hbk_file_io_set_target_error (error, zip->path, errno, 0);
      /* It may be gone when the power fails; better that it is seen not to be there. Where it took the place of another, though, there
       * would be none at all. */
      if (!replace)
        unlinkat (dir, name, 0);
      return FALSE;
    }

  return TRUE;
}

/**
 * hbk_backup_write:
 * @path: the file to make, whose name should end with HBK_BACKUP_EXTENSION
 * @contents: what goes into it
 * @replace: whether it may take the place of another file
 * @cancellable: (nullable): what a person stops it with
 * @progress: (nullable) (scope call): whom to tell how far it has come; reading back is not told
 * @user_data: what to pass on
 * @error: return location for an error
 *
 * Writes a backup of a whole library into one file.
 *
 * The file is a ZIP, which other programs can unpack. It appears under its name when it is whole, has been read back and
 * compared, and is on the disk; another that was there is replaced only then. The same contents give the same bytes.
 * Memory does not grow with the size of the files.
 *
 * Returns: %FALSE with HBK_ERROR_DUPLICATE (the name is taken), HBK_ERROR_NOT_FOUND (the folder, the database, or a piece
 *   of evidence), HBK_ERROR_DAMAGED (a piece of evidence, or what was read back), HBK_ERROR_BUSY (the database is being
 *   written to), HBK_ERROR_LIMIT, HBK_ERROR_CANCELLED or HBK_ERROR_IO
 */
gboolean
hbk_backup_write (const char *path, const HbkBackupContents *contents, gboolean replace, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error)
{
  HbkBackupZip     zip = { .path = path, .cancellable = cancellable, .progress = progress, .user_data = user_data };
  g_autofree char *dir_name = NULL;
  g_autofree char *name = NULL;
  struct stat      status;
  gboolean         is_done = FALSE;
  int              dir;

  g_return_val_if_fail (path != NULL && *path != '\0' && !g_str_has_suffix (path, "/"), FALSE);
  g_return_val_if_fail (contents != NULL && contents->database != NULL && contents->evidence != NULL && contents->application != NULL, FALSE);
  g_return_val_if_fail (contents->created >= 0 && contents->created <= MAX_TIME, FALSE);
  g_return_val_if_fail (HBK_IS_BLOB_STORE (contents->store), FALSE);

  dir_name = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  dir = open (dir_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (dir < 0)
    {
      hbk_file_io_set_target_error (error, dir_name, errno, 0);
      return FALSE;
    }

  zip.store = contents->store;
  zip.database = contents->database;
  zip.database_fd = hbk_file_io_open_source (AT_FDCWD, contents->database, &status);
  if (zip.database_fd < 0)
    hbk_file_io_set_source_error (error, contents->database, errno);
  else
    {
      is_done = write_backup (&zip, dir, name, contents, replace, error);
      close (zip.database_fd);
    }

  close (dir);
  return is_done;
}
