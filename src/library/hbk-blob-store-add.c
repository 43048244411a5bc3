/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "library/hbk-blob-store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-blob-store-private.h"
#include "disk/hbk-file-io.h"
#include "disk/hbk-write-behind.h"

#define NAME_CHARS 200
#define MEBIBYTE (1024 * 1024)

/* How often another program may put the same file there, or take it away, while we do. */
#define ATTEMPTS 8

/* How many damaged files of one name are kept; a disk that damages more needs other help. */
#define DAMAGED_MAX 1000

/* What is being copied. */
typedef struct
{
  int             fd;
  const char     *name;
  guint64         size;
  guint64         max_bytes;
  GCancellable   *cancellable;
  HbkProgressFunc progress;
  gpointer        user_data;
} Source;

/* ---- Putting a file in its place ---- */

/*
 * Keeps the damaged file, by a second name, then lets the good one take its place: at no moment is there none. What is not a
 * file, or a disk without links, needs the detour of a rename.
 */
static gboolean
keep_damaged (int drawer, const char *sha256)
{
  for (int i = 1; i <= DAMAGED_MAX; i++)
    {
      g_autofree char *kept = g_strdup_printf ("%s.damaged-%d", sha256, i);

      if (linkat (drawer, sha256, drawer, kept, 0) == 0)
        return TRUE;
      if (errno == EEXIST)
        continue;
      if (errno == ENOENT)
        return TRUE;
      if (errno != EPERM && errno != EOPNOTSUPP)
        return FALSE;

      if (hbk_file_io_rename_new (drawer, sha256, drawer, kept))
        return TRUE;
      if (errno != EEXIST)
        return FALSE;
    }

  errno = EEXIST;
  return FALSE;
}

static gboolean
place (HbkBlobStore *self, HbkTempFile *file, int drawer, GCancellable *cancellable, HbkBlob *blob, GError **error)
{
  for (int i = 0; i < ATTEMPTS; i++)
    {
      HbkBlobState state;

      if (hbk_temp_file_place (file, drawer, blob->sha256, FALSE))
        return TRUE;
      if (errno != EEXIST)
        break;

      if (!hbk_blob_store_verify (self, blob->sha256, cancellable, &state, error))
        return FALSE;
      if (state == HBK_BLOB_MISSING)
        {
          errno = EAGAIN;
          continue;
        }

      blob->was_there = state == HBK_BLOB_OK;
      if (blob->was_there)
        return TRUE;

      blob->replaced_damaged = TRUE;
      if (keep_damaged (drawer, blob->sha256) && hbk_temp_file_place (file, drawer, blob->sha256, TRUE))
        return TRUE;
      break;
    }

  hbk_file_io_set_target_error (error, hbk_blob_store_get_path (self), errno, blob->size);
  return FALSE;
}

/*
 * hbk_blob_store_commit:
 * @self: a store
 * @file: what [method@BlobStore.begin] gave, written to its end
 * @cancellable: (nullable): what a person stops it with
 * @blob: (inout): its checksum and size, which the caller knows from the very bytes it wrote; the rest is set
 * @error: return location for an error
 *
 * Puts a file under its checksum, and makes sure that it and its name are on the disk.
 *
 * When only the last step fails, the file may stay: it is whole, and another program may rely on it already.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_blob_store_commit (HbkBlobStore *self, HbkTempFile *file, GCancellable *cancellable, HbkBlob *blob, GError **error)
{
  gboolean is_done;
  int      drawer;

  blob->was_there = FALSE;
  blob->replaced_damaged = FALSE;

  drawer = hbk_temp_file_sync (file) ? hbk_blob_store_open_drawer (self, blob->sha256, TRUE) : -1;
  if (drawer < 0)
    {
      hbk_file_io_set_target_error (error, hbk_blob_store_get_path (self), errno, blob->size);
      return FALSE;
    }

  is_done = place (self, file, drawer, cancellable, blob, error);

  /* Also when it was there: whoever put it there may not have come so far. */
  if (is_done && (!hbk_file_io_sync_dir (drawer) || !hbk_file_io_sync_dir (hbk_blob_store_get_fd (self))))
    {
      hbk_file_io_set_target_error (error, hbk_blob_store_get_path (self), errno, blob->size);
      is_done = FALSE;
    }

  close (drawer);
  return is_done;
}

/* ---- Copying ---- */

static gboolean
set_size_error (const Source *source, GError **error)
{
  g_autofree char *name = hbk_text_escape (source->name, -1, NAME_CHARS);

  g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _ ("%1$s: The file is larger than %2$u MiB, more than a piece of evidence may be. Make it smaller, or split it."), name, (guint) (source->max_bytes / MEBIBYTE));
  return FALSE;
}

static gboolean
set_changed_error (const Source *source, GError **error)
{
  g_autofree char *name = hbk_text_escape (source->name, -1, NAME_CHARS);

  g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s: The file changed while it was being copied. Nothing was changed; wait until it is finished, then try again."), name);
  return FALSE;
}

static gboolean
set_read_error (const Source *source, GError **error)
{
  hbk_file_io_set_source_error (error, source->name, errno);
  return FALSE;
}

/* Reads to the end, or to the first byte too many. */
static gboolean
copy_blocks (HbkBlobStore *self, const Source *source, HbkWriteBehind *writer, gsize block_size, HbkBlob *blob, GError **error)
{
  g_autoptr (HbkSha256) sha256 = hbk_sha256_new ();
  gssize n;

  blob->size = 0;
  do
    {
      guint8 *block;

      if (hbk_file_io_is_cancelled (source->cancellable, error))
        return FALSE;

      block = hbk_write_behind_get_block (writer);
      if (block == NULL)
        {
          hbk_file_io_set_target_error (error, hbk_blob_store_get_path (self), errno, source->size);
          return FALSE;
        }

      n = hbk_file_io_read (source->fd, block, block_size, blob->size);
      if (n < 0)
        return set_read_error (source, error);

      blob->size += (guint64) n;
      if (blob->size > source->size)
        return set_changed_error (source, error);

      hbk_sha256_update (sha256, block, (gsize) n);
      hbk_write_behind_push (writer, (gsize) n);
      if (source->progress != NULL)
        source->progress (blob->size, source->size, source->user_data);
    }
  while ((gsize) n == block_size);

  hbk_sha256_finish (sha256, blob->sha256);
  return TRUE;
}

static gboolean
has_changed (const struct stat *before, const struct stat *after)
{
  return before->st_size != after->st_size || before->st_mtim.tv_sec != after->st_mtim.tv_sec || before->st_mtim.tv_nsec != after->st_mtim.tv_nsec;
}

static gboolean
copy (HbkBlobStore *self, const Source *source, const struct stat *before, HbkTempFile *file, HbkBlob *blob, GError **error)
{
  /* One byte more than the file has, so that a small one is read to its end at once. */
  gsize block_size = MIN ((gsize) source->size + 1, HBK_FILE_IO_BLOCK);
  g_autoptr (HbkWriteBehind) writer = hbk_write_behind_new (file, block_size);
  struct stat after;

  if (!copy_blocks (self, source, writer, block_size, blob, error))
    return FALSE;

  if (!hbk_write_behind_finish (writer))
    {
      hbk_file_io_set_target_error (error, hbk_blob_store_get_path (self), errno, source->size);
      return FALSE;
    }

  if (fstat (source->fd, &after) != 0)
    return set_read_error (source, error);
  if (blob->size != source->size || has_changed (before, &after))
    return set_changed_error (source, error);

  return TRUE;
}

static gboolean
add (HbkBlobStore *self, Source *source, const struct stat *before, HbkBlob *blob, GError **error)
{
  g_autoptr (HbkTempFile) file = NULL;
  HbkBlob result = { .size = 0 };

  source->size = (guint64) before->st_size;
  if (source->size > source->max_bytes)
    return set_size_error (source, error);

  posix_fadvise (source->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  file = hbk_blob_store_begin (self, source->size, error);
  if (file == NULL ||
      !copy (self, source, before, file, &result, error) ||
      !hbk_blob_store_commit (self, file, source->cancellable, &result, error))
    return FALSE;

  *blob = result;
  return TRUE;
}

/**
 * hbk_blob_store_add_fd:
 * @self: a store
 * @fd: a file, open to be read; it is copied from its first byte
 * @name: what messages call it
 * @max_bytes: how large it may be, such as HBK_BLOB_MAX_BYTES
 * @cancellable: (nullable): what a person stops it with
 * @progress: (nullable) (scope call): whom to tell how far it has come
 * @user_data: what to pass on
 * @blob: (out): where to put what became of it
 * @error: return location for an error
 *
 * Copies a file into the store, reading it once.
 *
 * When this returns, the copy is on the disk. A file that changes meanwhile is refused. After an error there is nothing
 * more in the store than before.
 *
 * Returns: %FALSE with HBK_ERROR_VALUE (not an ordinary file), HBK_ERROR_LIMIT, HBK_ERROR_CANCELLED or HBK_ERROR_IO
 */
gboolean
hbk_blob_store_add_fd (HbkBlobStore *self, int fd, const char *name, guint64 max_bytes, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, HbkBlob *blob, GError **error)
{
  Source      source = { fd, name, 0, max_bytes, cancellable, progress, user_data };
  struct stat before;

  g_return_val_if_fail (HBK_IS_BLOB_STORE (self), FALSE);
  g_return_val_if_fail (fd >= 0 && name != NULL && blob != NULL, FALSE);

  if (fstat (fd, &before) != 0)
    return set_read_error (&source, error);

  if (!S_ISREG (before.st_mode))
    {
      errno = S_ISDIR (before.st_mode) ? EISDIR : ENXIO;
      return set_read_error (&source, error);
    }

  return add (self, &source, &before, blob, error);
}

/**
 * hbk_blob_store_add_path:
 * @self: a store
 * @path: a file
 * @max_bytes: how large it may be, such as HBK_BLOB_MAX_BYTES
 * @cancellable: (nullable): what a person stops it with
 * @progress: (nullable) (scope call): whom to tell how far it has come
 * @user_data: what to pass on
 * @blob: (out): where to put what became of it
 * @error: return location for an error
 *
 * Copies a file into the store; as [method@BlobStore.add_fd]. Links, folders, pipes and devices are refused.
 *
 * Returns: %FALSE with the errors of [method@BlobStore.add_fd], or HBK_ERROR_NOT_FOUND
 */
gboolean
hbk_blob_store_add_path (HbkBlobStore *self, const char *path, guint64 max_bytes, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, HbkBlob *blob, GError **error)
{
  struct stat status;
  gboolean    is_done;
  int         fd;

  g_return_val_if_fail (HBK_IS_BLOB_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL && blob != NULL, FALSE);

  fd = hbk_file_io_open_source (AT_FDCWD, path, &status);
  if (fd < 0)
    {
      hbk_file_io_set_source_error (error, path, errno);
      return FALSE;
    }

  is_done = hbk_blob_store_add_fd (self, fd, path, max_bytes, cancellable, progress, user_data, blob, error);
  close (fd);

  return is_done;
}
