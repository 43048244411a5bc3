/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "disk/hbk-file-io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"

#define NAME_CHARS 200
#define MEBIBYTE (1024 * 1024)

static int
refuse (int fd, int code)
{
  close (fd);
  errno = code;
  return -1;
}

/**
 * hbk_file_io_open_source:
 * @dir_fd: the folder that @path starts from, or AT_FDCWD
 * @path: a file
 * @status: (out): where to put what the system says of it
 *
 * Opens a file to read it, if it is an ordinary one: no link, and nothing that could hold the program up.
 *
 * Returns: a file descriptor, or -1 and errno, which is ELOOP for a link, EISDIR for a folder and ENXIO for a pipe or device
 */
int
hbk_file_io_open_source (int dir_fd, const char *path, struct stat *status)
{
  int fd = openat (dir_fd, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0)
    return -1;
  if (fstat (fd, status) != 0)
    return refuse (fd, errno);
  if (S_ISDIR (status->st_mode))
    return refuse (fd, EISDIR);
  if (!S_ISREG (status->st_mode))
    return refuse (fd, ENXIO);

  return fd;
}

/**
 * hbk_file_io_open_dir:
 * @dir_fd: a folder
 * @name: the name of a folder in it
 * @create: whether to make it when it is not there
 *
 * Opens a folder in a folder, following no link.
 *
 * Returns: a file descriptor, or -1 and errno
 */
int
hbk_file_io_open_dir (int dir_fd, const char *name, gboolean create)
{
  if (create && mkdirat (dir_fd, name, 0700) != 0 && errno != EEXIST)
    return -1;

  return openat (dir_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/**
 * hbk_file_io_read:
 * @fd: an ordinary file
 * @buffer: (out caller-allocates): where to put the bytes
 * @length: how many
 * @offset: from where
 *
 * Reads bytes, fewer only where the file ends.
 *
 * Returns: how many were read, or -1 and errno
 */
gssize
hbk_file_io_read (int fd, gpointer buffer, gsize length, guint64 offset)
{
  gsize done = 0;

  while (done < length)
    {
      ssize_t n = pread (fd, (char *) buffer + done, length - done, (off_t) (offset + done));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return -1;
      if (n == 0)
        break;

      done += (gsize) n;
    }

  return (gssize) done;
}

/**
 * hbk_file_io_write:
 * @fd: a file
 * @data: (array length=length): bytes
 * @length: how many
 *
 * Writes all of some bytes.
 *
 * Returns: %FALSE and errno when the disk refuses
 */
gboolean
hbk_file_io_write (int fd, gconstpointer data, gsize length)
{
  gsize done = 0;

  while (done < length)
    {
      ssize_t n = write (fd, (const char *) data + done, length - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          errno = n < 0 ? errno : ENOSPC;
          return FALSE;
        }

      done += (gsize) n;
    }

  return TRUE;
}

/**
 * hbk_file_io_rename_new:
 * @from_fd: a folder
 * @from: a name in it
 * @to_fd: another folder, or the same
 * @to: the name to give
 *
 * Renames a file, never over another.
 *
 * Returns: %FALSE and errno, which is EEXIST when the name is taken
 */
gboolean
hbk_file_io_rename_new (int from_fd, const char *from, int to_fd, const char *to)
{
  if (renameat2 (from_fd, from, to_fd, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;

  /* Some file systems (NFS, some of FUSE) know no such rename. Between the two calls the file has both names. */
  if (linkat (from_fd, from, to_fd, to, 0) != 0)
    return FALSE;

  return unlinkat (from_fd, from, 0) == 0;
}

/**
 * hbk_file_io_sync_dir:
 * @fd: a folder
 *
 * Makes sure that the names in a folder are on the disk.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_file_io_sync_dir (int fd)
{
  /* Some file systems know no fsync of a folder, and need none. */
  return fsync (fd) == 0 || errno == EINVAL;
}

/**
 * hbk_file_io_is_cancelled:
 * @cancellable: (nullable): what a person stops it with
 * @error: return location for an error
 *
 * Asks whether to stop.
 *
 * Returns: %TRUE with HBK_ERROR_CANCELLED when the person wants to
 */
gboolean
hbk_file_io_is_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;

  g_set_error_literal (error, HBK_ERROR, HBK_ERROR_CANCELLED, _ ("This was stopped. Nothing was changed."));
  return TRUE;
}

/**
 * hbk_file_io_set_source_error:
 * @error: return location for an error
 * @path: the file that could not be read
 * @code: the errno, as [func@file_io_open_source] has it
 *
 * Says in words why a file cannot be read, and what to do.
 */
void
hbk_file_io_set_source_error (GError **error, const char *path, int code)
{
  g_autofree char *name = hbk_text_escape (path, -1, NAME_CHARS);

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("%s: There is no such file. Check the name."), name);
      return;
    case EACCES:
    case EPERM:
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s: You may not read this file. Change its permissions, or ask its owner."), name);
      return;
    case ELOOP:
      g_set_error (error, HBK_ERROR, HBK_ERROR_VALUE, _ ("%s: This is a link. Choose the file that it leads to."), name);
      return;
    case EISDIR:
      g_set_error (error, HBK_ERROR, HBK_ERROR_VALUE, _ ("%s: This is a folder. Choose the files in it."), name);
      return;
    case ENXIO:
    case ENODEV:
      g_set_error (error, HBK_ERROR, HBK_ERROR_VALUE, _ ("%s: This is a pipe or a device. Choose an ordinary file."), name);
      return;
    default:
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%1$s: It cannot be read (%2$s). Try again, or copy it to another place."), name, g_strerror (code));
    }
}

/**
 * hbk_file_io_set_target_error:
 * @error: return location for an error
 * @path: the file or folder that was to be written
 * @code: the errno
 * @needed: how many bytes it needs, or 0 when that is not known
 *
 * Says in words why a place cannot be written, and what to do.
 */
void
hbk_file_io_set_target_error (GError **error, const char *path, int code, guint64 needed)
{
  g_autofree char *name = hbk_text_escape (path, -1, NAME_CHARS);
  guint            mebibytes = (guint) ((needed + MEBIBYTE - 1) / MEBIBYTE);

  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
      if (needed > 0)
        g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%1$s: The disk is full; %2$u MiB are needed. Nothing was changed; make room and try again."), name, mebibytes);
      else
        g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s: The disk is full. Nothing was changed; make room and try again."), name);
      return;
    case EFBIG:
      g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _ ("%s: The disk takes no file so large; one formatted as FAT32 takes at most 4 GiB. Nothing was changed; choose another disk, or format it as exFAT."), name);
      return;
    case EROFS:
    case EACCES:
    case EPERM:
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s: It may not be changed. Nothing was changed; correct its permissions, or choose another place."), name);
      return;
    case ENOENT:
    case ENOTDIR:
    case ELOOP:
      g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("%s: There is no such folder. Check the name."), name);
      return;
    case EEXIST:
      g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _ ("%s: There is something of this name already. Nothing was changed; choose another name."), name);
      return;
    default:
      g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%1$s: The disk reported an error (%2$s). What was saved before is kept; check the disk and try again."), name, g_strerror (code));
    }
}
