/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "library/hbk-backup-archive.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-backup-archive-private.h"
#include "library/hbk-blob-store-private.h"
#include "disk/hbk-file-io.h"

/* What a database is called until it is whole. */
#define TEMP_PREFIX ".hourbook-restore-"

/* Everything is read; what is to be kept is written too. */
typedef struct
{
  const char     *database;
  HbkBlobStore   *store;
  GCancellable   *cancellable;
  HbkProgressFunc progress;
  gpointer        user_data;
  guint64         done;
  guint64         total;
  guint           n_done;

  /* of the file at hand */
  HbkSha256   *sha256;
  HbkTempFile *file;
  const char  *target;
  guint64      size;
} Extraction;

static gboolean
take_data (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  Extraction *extraction = user_data;

  if (hbk_file_io_is_cancelled (extraction->cancellable, error))
    return FALSE;

  hbk_sha256_update (extraction->sha256, data, length);
  if (extraction->file != NULL && !hbk_temp_file_write (extraction->file, data, length))
    {
      hbk_file_io_set_target_error (error, extraction->target, errno, extraction->size);
      return FALSE;
    }

  extraction->done += length;
  if (extraction->progress != NULL)
    extraction->progress (extraction->done, extraction->total, extraction->user_data);

  return TRUE;
}

static gboolean
take_part (const HbkBackupPart *part, Extraction *extraction, const HbkBlobEntry *entry, GError **error)
{
  char hex[HBK_SHA256_CHARS + 1];

  extraction->size = part->size;
  if (!hbk_backup_part_stream (part, take_data, extraction, error))
    {
      /* What came before the fault must not be taken for the beginning of the next. */
      hbk_sha256_finish (extraction->sha256, hex);
      return FALSE;
    }

  hbk_sha256_finish (extraction->sha256, hex);
  extraction->n_done++;

  return g_str_equal (hex, entry->sha256) || hbk_backup_archive_set_damaged (part->archive, error);
}

/* The database appears under its name when it is whole. */
static gboolean
take_database (const HbkBackupPart *part, Extraction *extraction, const HbkBlobEntry *entry, GError **error)
{
  g_autofree char *dir_name = g_path_get_dirname (extraction->database);
  g_autofree char *name = g_path_get_basename (extraction->database);
  g_autoptr (HbkTempFile) file = NULL;
  gboolean is_done = FALSE;
  int      dir = open (dir_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  extraction->target = extraction->database;
  file = dir >= 0 ? hbk_temp_file_new (dir, TEMP_PREFIX) : NULL;
  extraction->file = file;

  if (file == NULL || !hbk_temp_file_reserve (file, part->size))
    hbk_file_io_set_target_error (error, extraction->database, errno, part->size);
  else if (take_part (part, extraction, entry, error))
    {
      is_done = hbk_temp_file_sync (file) && hbk_temp_file_place (file, dir, name, FALSE) && hbk_file_io_sync_dir (dir);
      if (!is_done)
        hbk_file_io_set_target_error (error, extraction->database, errno, part->size);
    }

  g_clear_pointer (&file, hbk_temp_file_free);
  extraction->file = NULL;
  if (dir >= 0)
    close (dir);

  return is_done;
}

static gboolean
take_evidence (const HbkBackupPart *part, Extraction *extraction, const HbkBlobEntry *entry, GError **error)
{
  g_autoptr (HbkTempFile) file = hbk_blob_store_begin (extraction->store, part->size, error);
  HbkBlob  blob = { .size = part->size };
  gboolean is_done;

  if (file == NULL)
    return FALSE;

  memcpy (blob.sha256, entry->sha256, HBK_SHA256_CHARS);
  extraction->target = hbk_blob_store_get_path (extraction->store);
  extraction->file = file;
  is_done = take_part (part, extraction, entry, error) && hbk_blob_store_commit (extraction->store, file, extraction->cancellable, &blob, error);
  extraction->file = NULL;

  return is_done;
}

static gboolean
extract_part (const HbkBackupPart *part, gpointer user_data, GError **error)
{
  Extraction         *extraction = user_data;
  const HbkBlobEntry *entry = hbk_backup_manifest_lookup (part->archive->manifest, part->name);

  if (entry == NULL)
    {
      /* The archive was looked through when it was opened; another name now means that somebody changed it. */
      if (g_str_equal (part->name, HBK_BACKUP_MIMETYPE_NAME) || g_str_equal (part->name, HBK_BACKUP_MANIFEST_NAME))
        return TRUE;
      return hbk_backup_archive_set_damaged (part->archive, error);
    }

  if (part->size != entry->size)
    return hbk_backup_archive_set_damaged (part->archive, error);

  if (entry == &part->archive->manifest->database)
    return extraction->database != NULL ? take_database (part, extraction, entry, error) : take_part (part, extraction, entry, error);

  return extraction->store != NULL ? take_evidence (part, extraction, entry, error) : take_part (part, extraction, entry, error);
}

/**
 * hbk_backup_archive_verify:
 * @self: a backup
 * @cancellable: (nullable): what a person stops it with
 * @progress: (nullable) (scope call): whom to tell how far it has come
 * @user_data: what to pass on
 * @error: return location for an error
 *
 * Reads a backup through and compares every file with its checksum.
 *
 * Returns: %FALSE with HBK_ERROR_DAMAGED, HBK_ERROR_LIMIT or HBK_ERROR_CANCELLED
 */
gboolean
hbk_backup_archive_verify (HbkBackupArchive *self, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error)
{
  return hbk_backup_archive_extract (self, NULL, NULL, cancellable, progress, user_data, error);
}

/**
 * hbk_backup_archive_extract:
 * @self: a backup
 * @database: (nullable): where to put the database, under a name that is not taken; %NULL leaves it out
 * @store: (nullable): where to put the evidence; %NULL leaves it out
 * @cancellable: (nullable): what a person stops it with
 * @progress: (nullable) (scope call): whom to tell how far it has come
 * @user_data: what to pass on
 * @error: return location for an error
 *
 * Takes the files out of a backup and compares every one with its checksum.
 *
 * A file appears in its place when it has been compared and is on the disk. After an error, those before it stay: of
 * the database, remove it; evidence that is in the store does no harm.
 *
 * Returns: %FALSE with HBK_ERROR_DAMAGED, HBK_ERROR_LIMIT, HBK_ERROR_CANCELLED, HBK_ERROR_DUPLICATE (@database is there
 *   already) or HBK_ERROR_IO
 */
gboolean
hbk_backup_archive_extract (HbkBackupArchive *self, const char *database, HbkBlobStore *store, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error)
{
  g_autoptr (HbkSha256) sha256 = hbk_sha256_new ();
  Extraction extraction = { database, store, cancellable, progress, user_data };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (store == NULL || HBK_IS_BLOB_STORE (store), FALSE);

  extraction.sha256 = sha256;
  extraction.total = hbk_backup_manifest_get_size (self->manifest);
  posix_fadvise (self->fd, 0, 0, POSIX_FADV_SEQUENTIAL);

  if (!hbk_backup_archive_each (self, extract_part, &extraction, error))
    return FALSE;

  return extraction.n_done == self->manifest->evidence->len + 1 || hbk_backup_archive_set_damaged (self, error);
}
