/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* renameat2 */

#include "config.h"

#include "library/hbk-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "disk/hbk-file-io.h"

#define NAME_CHARS 200

/* The numbers by which statfs(2) knows file systems that lie on another machine. */
static const guint32 network_file_systems[] = {
  0x6969,     /* NFS */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB 2 */
  0x517b,     /* SMB */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
};

/**
 * hbk_disk_dup_name:
 * @path: a path in any bytes
 *
 * Makes a path safe to show: valid UTF-8 of one line, and not too long.
 *
 * Returns: (transfer full): the text
 */
char *
hbk_disk_dup_name (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return hbk_text_escape (path, -1, NAME_CHARS);
}

/**
 * hbk_disk_set_error:
 * @error: return location for an error
 * @path: the file or folder that could not be written
 * @code: the errno
 *
 * Says in words why the disk refused, and what to do. Databases are small: too large a file is a disk that is full.
 */
void
hbk_disk_set_error (GError **error, const char *path, int code)
{
  g_autofree char *name = hbk_disk_dup_name (path);

  if (code == ENOENT)
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("%s: There is no such file or folder. Check the name."), name);
  else if (code == ENOTDIR)
    g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("%s: A file is where a folder should be. Choose another place."), name);
  else if (code == ELOOP)
    g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%s: There is a link where the library has a file of its own. Nothing was changed; put the file back in its place."), name);
  else
    hbk_file_io_set_target_error (error, path, code == EFBIG ? ENOSPC : code, 0);
}

static gboolean
sync_dir (const char *path)
{
  int      fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean is_done = fd >= 0 && fsync (fd) == 0;
  /* Some file systems know no fsync of a folder, and need none; a folder above ours may be closed to us. */
  gboolean is_fine = is_done || errno == EINVAL || (fd < 0 && errno == EACCES);
  int      code = errno;

  if (fd >= 0)
    close (fd);
  errno = code;

  return is_fine;
}

/* Makes a folder and those above it, and makes sure of the name of each. */
static gboolean
make_dirs (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  struct stat      status;

  if (stat (path, &status) == 0)
    {
      errno = ENOTDIR;
      return S_ISDIR (status.st_mode);
    }
  if (errno != ENOENT || !make_dirs (parent) || (mkdir (path, 0700) != 0 && errno != EEXIST))
    return FALSE;

  return sync_dir (parent);
}

/**
 * hbk_disk_make_dir:
 * @path: a folder
 * @error: return location for an error
 *
 * Makes a folder, and those above it, that only its owner may enter; one that is there already is closed to others.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_disk_make_dir (const char *path, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  struct stat      status;

  if (!make_dirs (full) || stat (full, &status) != 0)
    {
      hbk_disk_set_error (error, path, errno);
      return FALSE;
    }

  if (status.st_uid == geteuid () && (status.st_mode & 0077) != 0 && chmod (path, 0700) != 0)
    {
      hbk_disk_set_error (error, path, errno);
      return FALSE;
    }

  return TRUE;
}

/**
 * hbk_disk_sync_dir:
 * @path: a folder
 * @error: return location for an error
 *
 * Makes sure that the names in a folder are on the disk.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_disk_sync_dir (const char *path, GError **error)
{
  if (sync_dir (path))
    return TRUE;

  hbk_disk_set_error (error, path, errno);

  return FALSE;
}

/**
 * hbk_disk_rename:
 * @from: a file
 * @to: its new name, in the same folder
 * @error: return location for an error
 *
 * Renames a file, also over another, and makes sure that this is on the disk.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_disk_rename (const char *from, const char *to, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (to);

  if (rename (from, to) != 0)
    {
      hbk_disk_set_error (error, to, errno);
      return FALSE;
    }

  return hbk_disk_sync_dir (dir, error);
}

/**
 * hbk_disk_rename_new:
 * @from: (type filename): a file or folder
 * @to: (type filename): its new name, in the same folder
 *
 * Renames a file or folder unless there is something of that name. Some disks, such as those of other systems, cannot do both at once;
 * there a name that is taken in just that moment may be lost.
 *
 * Returns: %FALSE with errno, which is EEXIST when there is something
 */
gboolean
hbk_disk_rename_new (const char *from, const char *to)
{
  struct stat status;

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;

  if (lstat (to, &status) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }

  return errno == ENOENT && rename (from, to) == 0;
}

/**
 * hbk_disk_is_network:
 * @path: a file or folder
 *
 * Says whether it lies on another machine, where locks cannot be relied on.
 *
 * Returns: %TRUE when it does
 */
gboolean
hbk_disk_is_network (const char *path)
{
  struct statfs status;

  if (statfs (path, &status) != 0)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (network_file_systems); i++)
    {
      if ((guint32) status.f_type == network_file_systems[i])
        return TRUE;
    }

  return FALSE;
}
