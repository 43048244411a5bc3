/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "submission/hbk-output-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "disk/hbk-file-io.h"

#define RANDOM_BYTES 16
#define MAX_DEPTH 16

struct _HbkOutputFolder
{
  int      dir;
  int      fd;
  char    *name;
  gboolean is_placed;

  int     file;
  guint64 left;
  guint8 *block;
};

/* ---- Removing ---- */

static gboolean
remove_entry (int parent, const char *name, guint depth)
{
  int            fd;
  DIR           *dir;
  struct dirent *entry;

  if (unlinkat (parent, name, 0) == 0 || errno == ENOENT)
    return TRUE;
  fd = depth < MAX_DEPTH ? openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
  dir = fd >= 0 ? fdopendir (fd) : NULL;
  if (dir == NULL)
    {
      if (fd >= 0)
        close (fd);
      return FALSE;
    }

  while ((entry = readdir (dir)) != NULL)
    if (!g_str_equal (entry->d_name, ".") && !g_str_equal (entry->d_name, ".."))
      remove_entry (fd, entry->d_name, depth + 1);
  closedir (dir);

  return unlinkat (parent, name, AT_REMOVEDIR) == 0;
}

static gboolean
is_left (int parent, const char *name)
{
  struct stat status;
  gboolean    is_free;
  int         fd;

  if (!g_str_has_prefix (name, HBK_PACKAGE_TEMP_PREFIX) || strlen (name) != strlen (HBK_PACKAGE_TEMP_PREFIX) + 2 * RANDOM_BYTES)
    return FALSE;
  if (fstatat (parent, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR (status.st_mode))
    return FALSE;

  /* Whoever is still writing holds the lock. */
  fd = openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  is_free = fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0;
  if (fd >= 0)
    close (fd);

  return is_free;
}

/**
 * hbk_output_folder_remove_left:
 * @dir: a folder
 *
 * Removes what programs that were killed have left in it.
 */
void
hbk_output_folder_remove_left (int dir)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  int            fd = openat (dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR           *stream = fd >= 0 ? fdopendir (fd) : NULL;
  struct dirent *entry;

  if (stream == NULL)
    {
      if (fd >= 0)
        close (fd);
      return;
    }

  while ((entry = readdir (stream)) != NULL)
    if (is_left (dir, entry->d_name))
      g_ptr_array_add (names, g_strdup (entry->d_name));
  closedir (stream);
  for (guint i = 0; i < names->len; i++)
    remove_entry (dir, g_ptr_array_index (names, i), 0);
}

/* ---- Making ---- */

static char *
make_name (void)
{
  guint8   bytes[RANDOM_BYTES];
  GString *name;

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    return NULL;

  name = g_string_new (HBK_PACKAGE_TEMP_PREFIX);
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (name, "%02x", bytes[i]);

  return g_string_free (name, FALSE);
}

/**
 * hbk_output_folder_new:
 * @dir: the folder to make it in; it must stay open as long as this
 *
 * Makes an empty folder that only its owner may read.
 *
 * Returns: (nullable) (transfer full): the folder, or %NULL and errno
 */
HbkOutputFolder *
hbk_output_folder_new (int dir)
{
  g_autofree char *name = make_name ();
  HbkOutputFolder *self;
  int              fd;

  if (name == NULL || mkdirat (dir, name, 0700) != 0)
    return NULL;

  fd = openat (dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      int code = errno;

      if (fd >= 0)
        close (fd);
      unlinkat (dir, name, AT_REMOVEDIR);
      errno = code;
      return NULL;
    }

  self = g_new0 (HbkOutputFolder, 1);
  self->dir = dir;
  self->fd = fd;
  self->name = g_steal_pointer (&name);
  self->file = -1;
  self->block = g_malloc (HBK_FILE_IO_BLOCK);

  return self;
}

/**
 * hbk_output_folder_free:
 * @self: (transfer full): a folder
 *
 * Frees it, and removes it unless it was placed.
 */
void
hbk_output_folder_free (HbkOutputFolder *self)
{
  int code = errno;

  g_return_if_fail (self != NULL);

  if (self->file >= 0)
    close (self->file);
  if (!self->is_placed)
    remove_entry (self->dir, self->name, 0);
  close (self->fd);
  g_free (self->block);
  g_free (self->name);
  g_free (self);
  errno = code;
}

/* Opens the folder that a file lies in, making those that are not there. */
static int
open_parent (HbkOutputFolder *self, const char *name, const char **last)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);
  guint n = g_strv_length (steps);
  int   fd = fcntl (self->fd, F_DUPFD_CLOEXEC, 0);

  for (guint i = 0; fd >= 0 && i + 1 < n; i++)
    {
      int next = mkdirat (fd, steps[i], 0700) == 0 || errno == EEXIST ? openat (fd, steps[i], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
      int code = errno;

      close (fd);
      fd = next;
      errno = code;
    }
  *last = strrchr (name, '/') != NULL ? strrchr (name, '/') + 1 : name;

  return fd;
}

/**
 * hbk_output_folder_begin:
 * @self: a folder, between two files
 * @name: the name of the next file, with slashes
 * @size: how many bytes it has
 *
 * Begins a file.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_output_folder_begin (HbkOutputFolder *self, const char *name, guint64 size)
{
  const char *last;
  int         parent, code;

  g_return_val_if_fail (self != NULL && self->file < 0 && name != NULL, FALSE);

  parent = open_parent (self, name, &last);
  if (parent < 0)
    return FALSE;

  self->file = openat (parent, last, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  code = errno;
  close (parent);
  errno = code;
  self->left = size;

  return self->file >= 0;
}

/**
 * hbk_output_folder_get_room:
 * @self: a folder
 * @room: (out): how many bytes there is room for
 *
 * Gets where the next bytes may be read into.
 *
 * Returns: the place, owned by @self
 */
guint8 *
hbk_output_folder_get_room (HbkOutputFolder *self, gsize *room)
{
  g_return_val_if_fail (self != NULL && room != NULL, NULL);

  *room = HBK_FILE_IO_BLOCK;
  return self->block;
}

/**
 * hbk_output_folder_advance:
 * @self: a folder in a file
 * @length: how many bytes lie in the room
 *
 * Writes bytes of a file.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_output_folder_advance (HbkOutputFolder *self, gsize length)
{
  g_return_val_if_fail (self != NULL && self->file >= 0, FALSE);

  if (length > self->left)
    {
      errno = EFBIG;
      return FALSE;
    }

  self->left -= length;
  return hbk_file_io_write (self->file, self->block, length);
}

/**
 * hbk_output_folder_end:
 * @self: a folder in a file
 *
 * Ends a file, and brings it to the disk.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_output_folder_end (HbkOutputFolder *self)
{
  gboolean is_done;

  g_return_val_if_fail (self != NULL && self->file >= 0, FALSE);

  is_done = fsync (self->file) == 0;
  close (self->file);
  self->file = -1;
  if (is_done && self->left > 0)
    errno = ENODATA;

  return is_done && self->left == 0;
}

static gboolean
sync_tree (int fd, guint depth)
{
  int            own = openat (fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR           *dir = own >= 0 ? fdopendir (own) : NULL;
  gboolean       is_done = dir != NULL && depth < MAX_DEPTH;
  struct dirent *entry;

  while (is_done && (entry = readdir (dir)) != NULL)
    {
      int inner;

      if (g_str_equal (entry->d_name, ".") || g_str_equal (entry->d_name, ".."))
        continue;
      inner = openat (fd, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (inner < 0)
        {
          is_done = errno == ENOTDIR;
          continue;
        }
      is_done = sync_tree (inner, depth + 1);
      close (inner);
    }
  if (dir != NULL)
    closedir (dir);
  else if (own >= 0)
    close (own);

  return is_done && hbk_file_io_sync_dir (fd);
}

/**
 * hbk_output_folder_sync:
 * @self: a folder with everything in it
 *
 * Brings the names in it to the disk.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_output_folder_sync (HbkOutputFolder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return sync_tree (self->fd, 0);
}

/**
 * hbk_output_folder_place:
 * @self: a folder that is on the disk
 * @name: its name
 *
 * Gives it its name, never over another.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_output_folder_place (HbkOutputFolder *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  self->is_placed = hbk_file_io_rename_new (self->dir, self->name, self->dir, name);
  return self->is_placed;
}

/**
 * hbk_output_folder_take_back:
 * @self: a folder that was placed
 * @name: its name
 *
 * Takes its name from it again, so that it is removed when it is freed.
 */
void
hbk_output_folder_take_back (HbkOutputFolder *self, const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  if (hbk_file_io_rename_new (self->dir, name, self->dir, self->name))
    self->is_placed = FALSE;
}

/**
 * hbk_output_folder_get_fd:
 * @self: a folder
 *
 * Gets what it can be read by.
 *
 * Returns: a file descriptor, owned by @self
 */
int
hbk_output_folder_get_fd (HbkOutputFolder *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->fd;
}
