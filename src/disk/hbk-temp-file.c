/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "disk/hbk-temp-file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "disk/hbk-file-io.h"

#define RANDOM_BYTES 16
#define ATTEMPTS 100

/* The disk is told to begin with each so much, and this far behind it must have ended: so the last fsync has little left
 * to do, and no more than this is waiting in memory. */
#define FLUSH_BYTES (8 * 1024 * 1024)
#define FLUSH_LAG (64 * 1024 * 1024)

struct _HbkTempFile
{
  int      dir_fd;
  int      fd;
  char    *name;
  guint64  written;
  guint64  begun;
  gboolean is_direct;
  gboolean is_indirect_only;
  gboolean is_placed;
};

/* ---- Names ---- */

static char *
make_name (const char *prefix)
{
  guint8   bytes[RANDOM_BYTES];
  GString *name;

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    return NULL;

  name = g_string_new (prefix);
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (name, "%02x", bytes[i]);

  return g_string_free_and_steal (name);
}

static gboolean
is_name (const char *name, const char *prefix)
{
  if (!g_str_has_prefix (name, prefix))
    return FALSE;

  name += strlen (prefix);
  return strlen (name) == 2 * RANDOM_BYTES && strspn (name, "0123456789abcdef") == 2 * RANDOM_BYTES;
}

/* ---- One file ---- */

/*
 * A file without a lock is left over, so between making and locking it, it may be taken for one: then it belongs to whoever
 * removes it. Where there are no locks, nothing is ever taken for left over.
 */
static gboolean
take_lock (int fd)
{
  struct stat status;

  if (flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return FALSE;

  return fstat (fd, &status) == 0 && status.st_nlink > 0;
}

/**
 * hbk_temp_file_new:
 * @dir_fd: the folder to write in; it must stay open as long as the file
 * @prefix: what the name begins with
 *
 * Makes an empty file that only its owner may read.
 *
 * Returns: (nullable) (transfer full): the file, or %NULL and errno
 */
HbkTempFile *
hbk_temp_file_new (int dir_fd, const char *prefix)
{
  g_return_val_if_fail (prefix != NULL, NULL);

  for (int i = 0; i < ATTEMPTS; i++)
    {
      g_autofree char *name = make_name (prefix);
      HbkTempFile     *self;
      int              fd = name != NULL ? openat (dir_fd, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600) : -1;

      if (fd < 0 && name != NULL && errno == EEXIST)
        continue;
      if (fd < 0)
        return NULL;

      if (!take_lock (fd))
        {
          close (fd);
          continue;
        }

      self = g_new0 (HbkTempFile, 1);
      self->dir_fd = dir_fd;
      self->fd = fd;
      self->name = g_steal_pointer (&name);
      return self;
    }

  errno = EEXIST;
  return NULL;
}

/**
 * hbk_temp_file_free:
 * @self: (transfer full): a file
 *
 * Closes the file, and removes it unless it was put in its place.
 */
void
hbk_temp_file_free (HbkTempFile *self)
{
  int code = errno;

  g_return_if_fail (self != NULL);

  if (!self->is_placed)
    unlinkat (self->dir_fd, self->name, 0);
  close (self->fd);
  g_free (self->name);
  g_free (self);
  errno = code;
}

/**
 * hbk_temp_file_get_fd:
 * @self: a file
 *
 * Gets what it can be read by.
 *
 * Returns: a file descriptor, owned by @self
 */
int
hbk_temp_file_get_fd (const HbkTempFile *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->fd;
}

/**
 * hbk_temp_file_get_name:
 * @self: a file
 *
 * Gets the name that it has until it is put in its place.
 *
 * Returns: the name
 */
const char *
hbk_temp_file_get_name (const HbkTempFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * hbk_temp_file_reserve:
 * @self: an empty file
 * @size: how many bytes are going to be written
 *
 * Finds out now, not at the end, whether the disk has room; where it cannot say, it is taken to have.
 *
 * Returns: %FALSE and errno when there is none
 */
gboolean
hbk_temp_file_reserve (HbkTempFile *self, guint64 size)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (size == 0 || fallocate (self->fd, FALLOC_FL_KEEP_SIZE, 0, (off_t) size) == 0)
    return TRUE;

  return errno != ENOSPC && errno != EDQUOT && errno != EFBIG && errno != EIO && errno != EROFS;
}

/* It tells of an error only once, so that fsync would no longer: it must not be passed over. */
static gboolean
flush (int fd, guint64 offset, guint64 length, guint flags)
{
  if (sync_file_range (fd, (off_t) offset, (off_t) length, flags) == 0)
    return TRUE;

  return errno == EINVAL || errno == ENOSYS || errno == ESPIPE || errno == EOPNOTSUPP;
}

static void
set_direct (HbkTempFile *self, gboolean is_direct)
{
  int flags;

  if (is_direct == self->is_direct || self->is_indirect_only)
    return;

  flags = fcntl (self->fd, F_GETFL);
  if (flags >= 0 && fcntl (self->fd, F_SETFL, is_direct ? flags | O_DIRECT : flags & ~O_DIRECT) == 0)
    self->is_direct = is_direct;
  else
    self->is_indirect_only = TRUE;
}

/*
 * Large blocks go to the disk past the system's memory, which saves a copy and most of the processor's time, and leaves what
 * is in memory there. Where a disk cannot do that, or wants other blocks, they go the usual way.
 */
static gboolean
write_out (HbkTempFile *self, gconstpointer data, gsize length)
{
  off_t place;

  set_direct (self, length >= HBK_FILE_IO_BLOCK && length % HBK_FILE_IO_ALIGNMENT == 0 && GPOINTER_TO_SIZE (data) % HBK_FILE_IO_ALIGNMENT == 0);

  if (hbk_file_io_write (self->fd, data, length))
    return TRUE;
  if (!self->is_direct || errno != EINVAL)
    return FALSE;

  place = lseek (self->fd, 0, SEEK_CUR);
  set_direct (self, FALSE);
  self->is_indirect_only = TRUE;
  if (place < 0 || self->is_direct)
    return FALSE;

  return hbk_file_io_write (self->fd, (const char *) data + ((guint64) place - self->written), length - ((guint64) place - self->written));
}

/**
 * hbk_temp_file_write:
 * @self: a file
 * @data: (array length=length): what comes next
 * @length: how many bytes
 *
 * Writes the next bytes, and has the disk begin with them. Blocks of HBK_FILE_IO_BLOCK bytes, at an address that
 * HBK_FILE_IO_ALIGNMENT divides, are written fastest.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_temp_file_write (HbkTempFile *self, gconstpointer data, gsize length)
{
  g_return_val_if_fail (self != NULL && (data != NULL || length == 0), FALSE);

  if (!write_out (self, data, length))
    return FALSE;
  self->written += length;

  /* It is on its way already. */
  if (self->is_direct)
    self->begun = self->written;

  while (self->written - self->begun >= FLUSH_BYTES)
    {
      if (!flush (self->fd, self->begun, FLUSH_BYTES, SYNC_FILE_RANGE_WRITE))
        return FALSE;
      if (self->begun >= FLUSH_LAG &&
          !flush (self->fd, self->begun - FLUSH_LAG, FLUSH_BYTES, SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER))
        return FALSE;
      self->begun += FLUSH_BYTES;
    }

  return TRUE;
}

/**
 * hbk_temp_file_truncate:
 * @self: a file
 *
 * Empties the file, to write it once more.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_temp_file_truncate (HbkTempFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (ftruncate (self->fd, 0) != 0 || lseek (self->fd, 0, SEEK_SET) != 0)
    return FALSE;

  self->written = self->begun = 0;
  return TRUE;
}

/**
 * hbk_temp_file_sync:
 * @self: a file
 *
 * Makes sure that what was written is on the disk.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_temp_file_sync (HbkTempFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return fsync (self->fd) == 0;
}

/**
 * hbk_temp_file_place:
 * @self: a file that is whole and on the disk
 * @dir_fd: the folder to put it in
 * @name: its name there
 * @replace: whether it may take the place of another file
 *
 * Gives the file its name. That the name is on the disk is for the caller to make sure of.
 *
 * Returns: %FALSE and errno on error, which is EEXIST when the name is taken
 */
gboolean
hbk_temp_file_place (HbkTempFile *self, int dir_fd, const char *name, gboolean replace)
{
  g_return_val_if_fail (self != NULL && !self->is_placed && name != NULL, FALSE);

  if (replace ? renameat (self->dir_fd, self->name, dir_fd, name) != 0 : !hbk_file_io_rename_new (self->dir_fd, self->name, dir_fd, name))
    return FALSE;

  self->is_placed = TRUE;
  return TRUE;
}

/* ---- Files that were left ---- */

static gboolean
each_file (int dir_fd, const char *prefix, gboolean (*visit) (int fd, const char *name, gpointer data), gpointer data)
{
  int  fd = openat (dir_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *dir = fd >= 0 ? fdopendir (fd) : NULL;
  int  code = 0;

  if (dir == NULL)
    {
      if (fd >= 0)
        close (fd);
      return FALSE;
    }

  for (;;)
    {
      struct dirent *entry;
      struct stat    status;
      int            file;

      errno = 0;
      entry = readdir (dir);
      if (entry == NULL)
        break;
      if (!is_name (entry->d_name, prefix))
        continue;

      /* Whoever puts it in its place, or removes it, meanwhile, has done what is wanted. */
      file = hbk_file_io_open_source (dir_fd, entry->d_name, &status);
      if (file < 0)
        continue;
      if (!visit (file, entry->d_name, data) && code == 0)
        code = errno;
      close (file);
    }

  if (errno != 0)
    code = errno;
  closedir (dir);
  errno = code;
  return code == 0;
}

typedef struct
{
  int             dir_fd;
  guint           n_removed;
  HbkTempFileFunc func;
  gpointer        user_data;
} Visit;

static gboolean
tell_file (int fd, const char *name, gpointer data)
{
  Visit      *visit = data;
  struct stat status;
  gboolean    in_use = flock (fd, LOCK_SH | LOCK_NB) != 0;

  if (fstat (fd, &status) == 0)
    visit->func (name, (guint64) status.st_size, in_use, visit->user_data);
  return TRUE;
}

static gboolean
remove_file (int fd, const char *name, gpointer data)
{
  Visit *visit = data;

  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    return TRUE;
  if (unlinkat (visit->dir_fd, name, 0) != 0)
    return errno == ENOENT;

  visit->n_removed++;
  return TRUE;
}

/**
 * hbk_temp_file_each:
 * @dir_fd: a folder
 * @prefix: what the names begin with
 * @func: (scope call): whom to tell
 * @user_data: what to pass on
 *
 * Tells of all temporary files in a folder, in no order.
 *
 * Returns: %FALSE and errno when the folder cannot be read
 */
gboolean
hbk_temp_file_each (int dir_fd, const char *prefix, HbkTempFileFunc func, gpointer user_data)
{
  Visit visit = { .dir_fd = dir_fd, .func = func, .user_data = user_data };

  g_return_val_if_fail (prefix != NULL && func != NULL, FALSE);

  return each_file (dir_fd, prefix, tell_file, &visit);
}

/**
 * hbk_temp_file_remove_left:
 * @dir_fd: a folder
 * @prefix: what the names begin with
 * @n_removed: (out) (optional): where to put how many were removed
 *
 * Removes the temporary files that no program is writing.
 *
 * Returns: %FALSE and errno when some could not be
 */
gboolean
hbk_temp_file_remove_left (int dir_fd, const char *prefix, guint *n_removed)
{
  Visit    visit = { .dir_fd = dir_fd };
  gboolean is_done;

  g_return_val_if_fail (prefix != NULL, FALSE);

  is_done = each_file (dir_fd, prefix, remove_file, &visit);
  if (n_removed != NULL)
    *n_removed = visit.n_removed;

  return is_done;
}
