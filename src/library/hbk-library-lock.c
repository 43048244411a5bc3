/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* F_OFD_SETLK */

#include "config.h"

#include "library/hbk-library-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "library/hbk-disk.h"

#define NAME "hourbook.lock"

struct _HbkLibraryLock
{
  int fd;
};

static void
set_busy_error (const char *dir, const char *holder, GError **error)
{
  g_autofree char *name = hbk_disk_dup_name (dir);
  guint64          process;

  if (g_ascii_string_to_unsigned (holder, 10, 1, G_MAXINT32, &process, NULL))
    g_set_error (error, HBK_ERROR, HBK_ERROR_BUSY, _ ("%1$s: The library is open in another Hourbook (process %2$u). Close it there, or make the change there."), name, (guint) process);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_BUSY, _ ("%s: The library is open in another Hourbook. Close it there, or make the change there."), name);
}

/**
 * hbk_library_lock_take:
 * @dir: the folder of the library
 * @was_left_open: (out): whether the process that held the lock last ended without releasing it
 * @error: return location for an error
 *
 * Takes the lock. It goes with the process, however that ends.
 *
 * Returns: (transfer full): the lock, or %NULL with HBK_ERROR_BUSY or HBK_ERROR_IO
 */
HbkLibraryLock *
hbk_library_lock_take (const char *dir, gboolean *was_left_open, GError **error)
{
  g_autofree char *path = g_build_filename (dir, NAME, NULL);
  g_autofree char *process = g_strdup_printf ("%d", (int) getpid ());
  struct flock     all = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  char             holder[32] = "";
  HbkLibraryLock  *self;
  int              fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int              code;
  ssize_t          length;

  if (fd < 0)
    {
      hbk_disk_set_error (error, path, errno);
      return NULL;
    }

  /* Not a lock of the process: closing another descriptor of the file would give that one up. */
  code = fcntl (fd, F_OFD_SETLK, &all) == 0 ? 0 : errno;
  length = pread (fd, holder, sizeof holder - 1, 0);
  holder[MAX (length, 0)] = '\0';
  if (code != 0)
    {
      close (fd);
      if (code == EAGAIN || code == EACCES)
        set_busy_error (dir, holder, error);
      else
        hbk_disk_set_error (error, path, code);
      return NULL;
    }

  *was_left_open = length > 0;
  /* On a full disk the lock holds all the same; only the next one will not know who had it. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, process, strlen (process), 0) < 0)
    g_debug ("The lock could not be signed: %s", g_strerror (errno));

  self = g_new0 (HbkLibraryLock, 1);
  self->fd = fd;

  return self;
}

/**
 * hbk_library_lock_release:
 * @self: (transfer full) (nullable): the lock
 *
 * Gives the lock up, and notes that all was in order.
 */
void
hbk_library_lock_release (HbkLibraryLock *self)
{
  if (self == NULL)
    return;

  /* If this fails, the next one looks more closely than it need. */
  if (ftruncate (self->fd, 0) != 0)
    g_debug ("The lock could not be emptied: %s", g_strerror (errno));
  hbk_library_lock_abandon (self);
}

/**
 * hbk_library_lock_abandon:
 * @self: (transfer full) (nullable): the lock
 *
 * Gives the lock up as a crash does: whoever takes it next is told that not all was in order.
 */
void
hbk_library_lock_abandon (HbkLibraryLock *self)
{
  if (self == NULL)
    return;

  close (self->fd);
  g_free (self);
}
