/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "library/hbk-blob-store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-blob-store-private.h"
#include "disk/hbk-file-io.h"

struct _HbkBlobStore
{
  GObject parent_instance;

  char *path;
  int   fd;
  int   new_fd;
};

G_DEFINE_FINAL_TYPE (HbkBlobStore, hbk_blob_store, G_TYPE_OBJECT)

static void
set_missing_error (HbkBlobStore *self, const char *sha256, GError **error)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("The file %.12s… is missing among the evidence. Put it back from a backup, or attach it again."), sha256);
}

static void
set_read_error (const char *sha256, int code, GError **error)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("The file %1$.12s… among the evidence cannot be read (%2$s). Check the disk, then put it back from a backup, or attach it again."), sha256, g_strerror (code));
}

static int
open_file (HbkBlobStore *self, const char *sha256, struct stat *status)
{
  int drawer = hbk_blob_store_open_drawer (self, sha256, FALSE);
  int fd, code;

  if (drawer < 0)
    return -1;

  fd = hbk_file_io_open_source (drawer, sha256, status);
  code = errno;
  close (drawer);
  errno = code;

  return fd;
}

static void
hbk_blob_store_finalize (GObject *object)
{
  HbkBlobStore *self = HBK_BLOB_STORE (object);

  if (self->new_fd >= 0)
    close (self->new_fd);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);

  G_OBJECT_CLASS (hbk_blob_store_parent_class)->finalize (object);
}

static void
hbk_blob_store_class_init (HbkBlobStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hbk_blob_store_finalize;
}

static void
hbk_blob_store_init (HbkBlobStore *self)
{
  self->fd = -1;
  self->new_fd = -1;
}

static gboolean
sync_parent (const char *dir)
{
  g_autofree char *parent = g_path_get_dirname (dir);
  int              fd = open (parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean         is_done = fd >= 0 && hbk_file_io_sync_dir (fd);
  int              code = errno;

  if (fd >= 0)
    close (fd);
  errno = code;

  return is_done;
}

static gboolean
open_dirs (HbkBlobStore *self, gboolean create)
{
  self->fd = hbk_file_io_open_dir (AT_FDCWD, self->path, create);
  if (self->fd < 0)
    return FALSE;

  self->new_fd = hbk_file_io_open_dir (self->fd, HBK_BLOB_STORE_NEW_DIR, create);
  if (self->new_fd < 0 && (create || errno != ENOENT))
    return FALSE;

  return !create || (hbk_file_io_sync_dir (self->fd) && sync_parent (self->path));
}

/**
 * hbk_blob_store_open:
 * @dir: the folder `evidence` of a library; it may not be a link
 * @create: whether to make it when it is not there
 * @error: return location for an error
 *
 * Opens the evidence files of a library.
 *
 * Without @create, nothing is written by this call.
 *
 * Returns: (transfer full): the store, or %NULL with HBK_ERROR_NOT_FOUND or HBK_ERROR_IO
 */
HbkBlobStore *
hbk_blob_store_open (const char *dir, gboolean create, GError **error)
{
  g_autoptr (HbkBlobStore) self = NULL;

  g_return_val_if_fail (dir != NULL && *dir != '\0', NULL);

  self = g_object_new (HBK_TYPE_BLOB_STORE, NULL);
  self->path = g_strdup (dir);

  if (!open_dirs (self, create))
    {
      hbk_file_io_set_target_error (error, dir, errno, 0);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/*
 * hbk_blob_store_get_path:
 * @self: a store
 *
 * Gets the folder that it was opened by, for messages.
 *
 * Returns: the path
 */
const char *
hbk_blob_store_get_path (HbkBlobStore *self)
{
  return self->path;
}

/*
 * hbk_blob_store_get_fd:
 * @self: a store
 *
 * Gets the folder itself, which is the same even when it has been moved.
 *
 * Returns: a file descriptor, owned by @self
 */
int
hbk_blob_store_get_fd (HbkBlobStore *self)
{
  return self->fd;
}

/*
 * hbk_blob_store_open_drawer:
 * @self: a store
 * @sha256: a checksum
 * @create: whether to make it when it is not there
 *
 * Opens the folder, one of 256, that a file belongs in.
 *
 * Returns: a file descriptor, or -1 and errno
 */
int
hbk_blob_store_open_drawer (HbkBlobStore *self, const char *sha256, gboolean create)
{
  char name[] = { sha256[0], sha256[1], '\0' };

  return hbk_file_io_open_dir (self->fd, name, create);
}

/*
 * hbk_blob_store_begin:
 * @self: a store
 * @size: how large the file is going to be, in bytes; it may turn out otherwise
 * @error: return location for an error
 *
 * Begins a file that is to be added.
 *
 * Returns: (transfer full): where to write it, or %NULL with an error
 */
HbkTempFile *
hbk_blob_store_begin (HbkBlobStore *self, guint64 size, GError **error)
{
  g_autoptr (HbkTempFile) file = NULL;

  if (self->new_fd >= 0)
    file = hbk_temp_file_new (self->new_fd, "");
  else
    errno = ENOENT; /* the store was opened to be read */

  if (file == NULL || !hbk_temp_file_reserve (file, size))
    {
      hbk_file_io_set_target_error (error, self->path, errno, size);
      return NULL;
    }

  return g_steal_pointer (&file);
}

/**
 * hbk_blob_store_open_blob:
 * @self: a store
 * @sha256: the checksum of a file
 * @error: return location for an error
 *
 * Opens a file to read it; what is read is not checked.
 *
 * Returns: a file descriptor that the caller closes, or -1 with HBK_ERROR_NOT_FOUND or HBK_ERROR_DAMAGED
 */
int
hbk_blob_store_open_blob (HbkBlobStore *self, const char *sha256, GError **error)
{
  struct stat status;
  int         fd;

  g_return_val_if_fail (HBK_IS_BLOB_STORE (self), -1);
  g_return_val_if_fail (hbk_sha256_is_hex (sha256), -1);

  fd = open_file (self, sha256, &status);
  if (fd < 0 && errno == ENOENT)
    set_missing_error (self, sha256, error);
  else if (fd < 0)
    set_read_error (sha256, errno, error);

  return fd;
}

/**
 * hbk_blob_store_has:
 * @self: a store
 * @sha256: the checksum of a file
 *
 * Says whether a file is there and can be opened; what is in it is not looked at.
 *
 * Returns: %TRUE when it is
 */
gboolean
hbk_blob_store_has (HbkBlobStore *self, const char *sha256)
{
  guint64 size;

  return hbk_blob_store_get_size (self, sha256, &size, NULL);
}

/**
 * hbk_blob_store_get_size:
 * @self: a store
 * @sha256: the checksum of a file
 * @size: (out): where to put its size in bytes
 * @error: return location for an error
 *
 * Gets the size of a file.
 *
 * Returns: %FALSE with the errors of [method@BlobStore.open_blob]
 */
gboolean
hbk_blob_store_get_size (HbkBlobStore *self, const char *sha256, guint64 *size, GError **error)
{
  struct stat status;
  int         fd;

  g_return_val_if_fail (size != NULL, FALSE);

  fd = hbk_blob_store_open_blob (self, sha256, error);
  if (fd < 0)
    return FALSE;

  if (fstat (fd, &status) != 0)
    {
      set_read_error (sha256, errno, error);
      close (fd);
      return FALSE;
    }

  close (fd);
  *size = (guint64) status.st_size;
  return TRUE;
}

/* Reads all of a file; a state other than OK only when it cannot be read, and FALSE when it was cancelled. */
static gboolean
hash_file (int fd, GCancellable *cancellable, char hex[HBK_SHA256_CHARS + 1], HbkBlobState *state, GError **error)
{
  g_autofree guint8 *block = g_malloc (HBK_FILE_IO_BLOCK);
  g_autoptr (HbkSha256) sha256 = hbk_sha256_new ();
  guint64 offset = 0;
  gssize  n;

  posix_fadvise (fd, 0, 0, POSIX_FADV_SEQUENTIAL);

  do
    {
      if (hbk_file_io_is_cancelled (cancellable, error))
        return FALSE;

      n = hbk_file_io_read (fd, block, HBK_FILE_IO_BLOCK, offset);
      if (n < 0)
        {
          *state = HBK_BLOB_UNREADABLE;
          return TRUE;
        }

      hbk_sha256_update (sha256, block, (gsize) n);
      offset += (guint64) n;
    }
  while (n == HBK_FILE_IO_BLOCK);

  hbk_sha256_finish (sha256, hex);
  return TRUE;
}

/**
 * hbk_blob_store_verify:
 * @self: a store
 * @sha256: the checksum of a file
 * @cancellable: (nullable): what a person stops it with
 * @state: (out): where to put how the file is
 * @error: return location for an error
 *
 * Reads a file through and compares it with its checksum.
 *
 * Returns: %FALSE only with HBK_ERROR_CANCELLED
 */
gboolean
hbk_blob_store_verify (HbkBlobStore *self, const char *sha256, GCancellable *cancellable, HbkBlobState *state, GError **error)
{
  char        hex[HBK_SHA256_CHARS + 1] = "";
  struct stat status;
  gboolean    is_done;
  int         fd;

  g_return_val_if_fail (HBK_IS_BLOB_STORE (self), FALSE);
  g_return_val_if_fail (hbk_sha256_is_hex (sha256), FALSE);
  g_return_val_if_fail (state != NULL, FALSE);

  fd = open_file (self, sha256, &status);
  if (fd < 0)
    {
      /* A link, folder or pipe in its place is not what was stored. */
      if (errno == ENOENT)
        *state = HBK_BLOB_MISSING;
      else if (errno == ELOOP || errno == EISDIR || errno == ENXIO || errno == ENOTDIR)
        *state = HBK_BLOB_CHANGED;
      else
        *state = HBK_BLOB_UNREADABLE;
      return TRUE;
    }

  *state = HBK_BLOB_OK;
  is_done = hash_file (fd, cancellable, hex, state, error);
  close (fd);

  if (is_done && *state == HBK_BLOB_OK && !g_str_equal (hex, sha256))
    *state = HBK_BLOB_CHANGED;

  return is_done;
}

/**
 * hbk_blob_store_remove:
 * @self: a store
 * @sha256: the checksum of a file
 * @error: return location for an error
 *
 * Removes a file for ever. That nothing refers to it any more is for the caller to know.
 *
 * Returns: %FALSE with HBK_ERROR_NOT_FOUND or HBK_ERROR_IO
 */
gboolean
hbk_blob_store_remove (HbkBlobStore *self, const char *sha256, GError **error)
{
  gboolean is_removed;
  int      drawer, code;

  g_return_val_if_fail (HBK_IS_BLOB_STORE (self), FALSE);
  g_return_val_if_fail (hbk_sha256_is_hex (sha256), FALSE);

  drawer = hbk_blob_store_open_drawer (self, sha256, FALSE);
  is_removed = drawer >= 0 && unlinkat (drawer, sha256, 0) == 0 && hbk_file_io_sync_dir (drawer);
  code = errno;
  if (drawer >= 0)
    close (drawer);

  if (!is_removed && code == ENOENT)
    set_missing_error (self, sha256, error);
  else if (!is_removed)
    hbk_file_io_set_target_error (error, self->path, code, 0);

  return is_removed;
}

/* ---- Leftovers ---- */

static void
free_leftover (gpointer data)
{
  HbkBlobLeftover *leftover = data;

  g_free (leftover->name);
  g_free (leftover);
}

static void
add_leftover (const char *name, guint64 size, gboolean in_use, gpointer user_data)
{
  HbkBlobLeftover *leftover = g_new0 (HbkBlobLeftover, 1);

  leftover->name = g_strconcat (HBK_BLOB_STORE_NEW_DIR "/", name, NULL);
  leftover->size = size;
  leftover->in_use = in_use;
  g_ptr_array_add (user_data, leftover);
}

/**
 * hbk_blob_store_list_leftovers:
 * @self: a store
 * @error: return location for an error
 *
 * Lists the files that did not get to their end.
 *
 * Returns: (transfer full) (element-type HbkBlobLeftover): a list, or %NULL with an error
 */
GPtrArray *
hbk_blob_store_list_leftovers (HbkBlobStore *self, GError **error)
{
  g_autoptr (GPtrArray) leftovers = NULL;

  g_return_val_if_fail (HBK_IS_BLOB_STORE (self), NULL);

  leftovers = g_ptr_array_new_with_free_func (free_leftover);
  if (self->new_fd >= 0 && !hbk_temp_file_each (self->new_fd, "", add_leftover, leftovers))
    {
      hbk_file_io_set_source_error (error, self->path, errno);
      return NULL;
    }

  return g_steal_pointer (&leftovers);
}

/**
 * hbk_blob_store_remove_leftovers:
 * @self: a store
 * @n_removed: (out) (optional): where to put how many were removed
 * @error: return location for an error
 *
 * Removes the files that did not get to their end, except those that a program is writing just now.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_blob_store_remove_leftovers (HbkBlobStore *self, guint *n_removed, GError **error)
{
  g_return_val_if_fail (HBK_IS_BLOB_STORE (self), FALSE);

  if (n_removed != NULL)
    *n_removed = 0;
  if (self->new_fd < 0 || hbk_temp_file_remove_left (self->new_fd, "", n_removed))
    return TRUE;

  hbk_file_io_set_target_error (error, self->path, errno, 0);
  return FALSE;
}
