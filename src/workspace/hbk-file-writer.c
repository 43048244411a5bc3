/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "workspace/hbk-file-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-disk.h"
#include "workspace/hbk-file-reader.h"

#define BLOCK 65536

static void
set_write_error (GError **error, const char *path, int code)
{
  g_autofree char *name = hbk_file_get_display_name (path);

  if (code == EEXIST)
    g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _ ("%s: There is such a file already, and it is left as it is. Give another name."), name);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("%s: There is no such folder. Check the name."), name);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%1$s: It cannot be written (%2$s). Make room, or choose another place."), name, g_strerror (code));
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }

  return TRUE;
}

static gboolean
copy_all (int from, int to)
{
  g_autofree char *buffer = g_malloc (BLOCK);

  for (;;)
    {
      ssize_t n = read (from, buffer, BLOCK);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n == 0;
      if (!write_all (to, buffer, (gsize) n))
        return FALSE;
    }
}

/* Writes beside the place, then gives it its name, unless that is taken. Until then it has a short one, for a long name leaves no room for more. */
static gboolean
write_file (const char *path, GBytes *bytes, int source, gboolean replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".hourbook-XXXXXX", NULL);
  int              fd = mkostemp (temporary, O_CLOEXEC);
  gboolean         is_done;
  int              code;

  if (fd < 0)
    {
      set_write_error (error, path, errno);
      return FALSE;
    }

  is_done = (bytes != NULL ? write_all (fd, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : copy_all (source, fd)) && fsync (fd) == 0;
  code = errno;
  close (fd);
  if (is_done && replace)
    {
      is_done = rename (temporary, path) == 0;
      code = errno;
    }
  else if (is_done && link (temporary, path) != 0)
    {
      code = errno;
      /* A disk without links, such as a USB stick. */
      is_done = code != EEXIST && hbk_disk_rename_new (temporary, path);
      code = errno;
    }
  unlink (temporary);
  if (!is_done)
    {
      set_write_error (error, path, code);
      return FALSE;
    }

  return hbk_disk_sync_dir (folder, error);
}

/**
 * hbk_file_write:
 * @path: (type filename): where to; nothing may be there yet
 * @bytes: the content
 * @error: return location for an error
 *
 * Writes a file that only its owner may read, whole or not at all. Nothing is ever written over.
 *
 * Returns: %FALSE with HBK_ERROR_DUPLICATE, HBK_ERROR_NOT_FOUND or HBK_ERROR_IO
 */
gboolean
hbk_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  return write_file (path, bytes, -1, FALSE, error);
}

/**
 * hbk_file_write_copy:
 * @path: (type filename): where to; nothing may be there yet
 * @fd: the file to copy, from where it stands
 * @error: return location for an error
 *
 * Copies a file as [func@file_write] writes one.
 *
 * Returns: %FALSE with HBK_ERROR_DUPLICATE, HBK_ERROR_NOT_FOUND or HBK_ERROR_IO
 */
gboolean
hbk_file_write_copy (const char *path, int fd, GError **error)
{
  g_return_val_if_fail (path != NULL && fd >= 0, FALSE);

  return write_file (path, NULL, fd, FALSE, error);
}

/**
 * hbk_file_replace_by_copy:
 * @path: (type filename): where to; what is there is replaced, because the person said so
 * @fd: the file to copy, from where it stands
 * @error: return location for an error
 *
 * Copies a file, whole or not at all.
 *
 * Returns: %FALSE with HBK_ERROR_NOT_FOUND or HBK_ERROR_IO
 */
gboolean
hbk_file_replace_by_copy (const char *path, int fd, GError **error)
{
  g_return_val_if_fail (path != NULL && fd >= 0, FALSE);

  return write_file (path, NULL, fd, TRUE, error);
}
