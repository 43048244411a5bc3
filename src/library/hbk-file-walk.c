/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "library/hbk-file-walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "disk/hbk-file-io.h"

#define NAME_CHARS 200

/* Of everything, also of what is left out: a walk ends. */
#define MAX_ENTRIES 200000

struct _HbkFileWalk
{
  char      *folder;
  int        fd;
  GPtrArray *files;
  GPtrArray *left_out;
  guint      n_left_out;
  guint      n_entries;
};

static void
free_left_out (gpointer data)
{
  HbkLeftOut *left_out = data;

  g_free (left_out->name);
  g_free (left_out);
}

static void
leave_out (HbkFileWalk *self, const char *name, HbkLeftOutReason reason)
{
  HbkLeftOut *left_out;

  self->n_left_out++;
  if (self->left_out->len >= HBK_FILE_WALK_MAX_LEFT_OUT)
    return;

  left_out = g_new0 (HbkLeftOut, 1);
  left_out->name = g_strdup (name);
  left_out->reason = reason;
  g_ptr_array_add (self->left_out, left_out);
}

/* Windows and macOS put these into every folder they show; office programs beside every document that is open. */
static gboolean
is_litter (const char *name)
{
  static const char *const names[] = { "thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information", NULL };
  g_autofree char         *folded = g_ascii_strdown (name, -1);

  return g_strv_contains (names, folded) || g_str_has_prefix (name, "~$");
}

static gboolean
is_left_out_by_name (HbkFileWalk *self, const char *base, const char *name)
{
  if (is_litter (base) || g_str_equal (base, ".DS_Store"))
    leave_out (self, name, HBK_LEFT_OUT_LITTER);
  else if (*base == '.')
    leave_out (self, name, HBK_LEFT_OUT_HIDDEN);
  else if (!g_utf8_validate (base, -1, NULL))
    leave_out (self, name, HBK_LEFT_OUT_NAME);
  else
    return FALSE;

  return TRUE;
}

/* ---- Going through folders ---- */

static gboolean walk (HbkFileWalk *self, int fd, const char *prefix, int depth, GCancellable *cancellable, GError **error);

static gboolean
set_many_error (HbkFileWalk *self, GError **error)
{
  g_autofree char *folder = hbk_text_escape (self->folder, -1, NAME_CHARS);

  g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _ ("%1$s: There are more than %2$d files in this folder. Choose a smaller one."), folder, HBK_FILE_WALK_MAX_FILES);
  return FALSE;
}

static gboolean
enter (HbkFileWalk *self, int dir_fd, const char *base, const char *name, int depth, GCancellable *cancellable, GError **error)
{
  int fd;

  if (depth >= HBK_FILE_WALK_MAX_DEPTH)
    {
      leave_out (self, name, HBK_LEFT_OUT_DEPTH);
      return TRUE;
    }

  /* What was a folder a moment ago may be a link now; it is not followed. */
  fd = hbk_file_io_open_dir (dir_fd, base, FALSE);
  if (fd < 0)
    {
      leave_out (self, name, HBK_LEFT_OUT_UNREADABLE);
      return TRUE;
    }

  return walk (self, fd, name, depth + 1, cancellable, error);
}

static gboolean
visit (HbkFileWalk *self, int dir_fd, const char *base, const char *prefix, int depth, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = *prefix != '\0' ? g_strconcat (prefix, "/", base, NULL) : g_strdup (base);
  struct stat      status;

  if (is_left_out_by_name (self, base, name))
    return TRUE;

  if (fstatat (dir_fd, base, &status, AT_SYMLINK_NOFOLLOW) != 0)
    return TRUE; /* removed meanwhile */

  if (S_ISDIR (status.st_mode))
    return enter (self, dir_fd, base, name, depth, cancellable, error);

  if (S_ISLNK (status.st_mode))
    leave_out (self, name, HBK_LEFT_OUT_LINK);
  else if (!S_ISREG (status.st_mode))
    leave_out (self, name, HBK_LEFT_OUT_SPECIAL);
  else if (self->files->len >= HBK_FILE_WALK_MAX_FILES)
    return set_many_error (self, error);
  else
    g_ptr_array_add (self->files, g_steal_pointer (&name));

  return TRUE;
}

/* Takes over fd. */
static gboolean
walk (HbkFileWalk *self, int fd, const char *prefix, int depth, GCancellable *cancellable, GError **error)
{
  DIR           *dir = fdopendir (fd);
  struct dirent *entry;
  gboolean       is_done = TRUE;

  if (dir == NULL)
    {
      leave_out (self, prefix, HBK_LEFT_OUT_UNREADABLE);
      close (fd);
      return TRUE;
    }

  while (is_done && (entry = readdir (dir)) != NULL)
    {
      if (g_str_equal (entry->d_name, ".") || g_str_equal (entry->d_name, ".."))
        continue;

      if (hbk_file_io_is_cancelled (cancellable, error))
        is_done = FALSE;
      else if (self->n_entries++ >= MAX_ENTRIES)
        is_done = set_many_error (self, error);
      else
        is_done = visit (self, dirfd (dir), entry->d_name, prefix, depth, cancellable, error);
    }

  closedir (dir);
  return is_done;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static int
compare_left_out (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const HbkLeftOut *const *) a)->name, (*(const HbkLeftOut *const *) b)->name);
}

/**
 * hbk_file_walk_new:
 * @folder: a folder; it may itself be reached by a link
 * @cancellable: (nullable): what a person stops it with
 * @error: return location for an error
 *
 * Lists the files in a folder and the folders below it.
 *
 * No link is followed, and hidden files and what systems and office programs leave behind are left out; what was left out
 * is told with the reason.
 *
 * Returns: (transfer full): the files, or %NULL with HBK_ERROR_NOT_FOUND, HBK_ERROR_IO, HBK_ERROR_LIMIT or HBK_ERROR_CANCELLED
 */
HbkFileWalk *
hbk_file_walk_new (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (HbkFileWalk) self = NULL;
  int fd;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_new0 (HbkFileWalk, 1);
  self->folder = g_strdup (folder);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->left_out = g_ptr_array_new_with_free_func (free_left_out);
  self->fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Another description of the folder, as reading one moves on in it. */
  fd = self->fd >= 0 ? openat (self->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  if (fd < 0)
    {
      g_autofree char *name = hbk_text_escape (folder, -1, NAME_CHARS);

      if (errno == ENOENT || errno == ENOTDIR)
        g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _ ("%s: There is no such folder. Check the name."), name);
      else
        g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("%1$s: The folder cannot be read (%2$s). Change its permissions, or ask its owner."), name, g_strerror (errno));
      return NULL;
    }

  if (!walk (self, fd, "", 1, cancellable, error))
    return NULL;

  g_ptr_array_sort (self->files, compare_names);
  g_ptr_array_sort (self->left_out, compare_left_out);

  return g_steal_pointer (&self);
}

/**
 * hbk_file_walk_free:
 * @self: (transfer full): a list of files
 *
 * Frees it.
 */
void
hbk_file_walk_free (HbkFileWalk *self)
{
  g_return_if_fail (self != NULL);

  if (self->fd >= 0)
    close (self->fd);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->left_out);
  g_free (self->folder);
  g_free (self);
}

/**
 * hbk_file_walk_get_n_files:
 * @self: a list of files
 *
 * Gets how many files there are.
 *
 * Returns: how many
 */
guint
hbk_file_walk_get_n_files (const HbkFileWalk *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->files->len;
}

/**
 * hbk_file_walk_get_name:
 * @self: a list of files
 * @position: which, from 0
 *
 * Gets the name of a file, with the folders between the folder that was walked and it.
 *
 * Returns: the name, in UTF-8
 */
const char *
hbk_file_walk_get_name (const HbkFileWalk *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->files->len, NULL);

  return g_ptr_array_index (self->files, position);
}

/* Each folder on the way is opened by itself, so that none of them can be a link. */
static int
open_below (int root, const char *name, struct stat *status)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  int dir = root;
  int fd = -1;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      int code;

      fd = parts[i + 1] != NULL ? hbk_file_io_open_dir (dir, parts[i], FALSE) : hbk_file_io_open_source (dir, parts[i], status);
      code = errno;
      if (dir != root)
        close (dir);
      errno = code;
      if (fd < 0)
        return -1;
      dir = fd;
    }

  return fd;
}

/**
 * hbk_file_walk_open:
 * @self: a list of files
 * @position: which, from 0
 * @error: return location for an error
 *
 * Opens a file to read it, and only if it still lies in the folder and is still no link.
 *
 * Returns: a file descriptor that the caller closes, or -1 with an error
 */
int
hbk_file_walk_open (const HbkFileWalk *self, guint position, GError **error)
{
  struct stat status;
  const char *name;
  int         fd;

  g_return_val_if_fail (self != NULL && position < self->files->len, -1);

  name = g_ptr_array_index (self->files, position);
  fd = open_below (self->fd, name, &status);
  if (fd < 0)
    hbk_file_io_set_source_error (error, name, errno);

  return fd;
}

/**
 * hbk_file_walk_get_n_left_out:
 * @self: a list of files
 *
 * Gets how many names that were left out can be told.
 *
 * Returns: how many, at most %HBK_FILE_WALK_MAX_LEFT_OUT
 */
guint
hbk_file_walk_get_n_left_out (const HbkFileWalk *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->left_out->len;
}

/**
 * hbk_file_walk_get_n_left_out_total:
 * @self: a list of files
 *
 * Gets how many files and folders were left out.
 *
 * Returns: how many
 */
guint
hbk_file_walk_get_n_left_out_total (const HbkFileWalk *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_left_out;
}

/**
 * hbk_file_walk_get_left_out:
 * @self: a list of files
 * @position: which, from 0
 *
 * Tells of something that was left out.
 *
 * Returns: what it was and why, owned by @self
 */
const HbkLeftOut *
hbk_file_walk_get_left_out (const HbkFileWalk *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->left_out->len, NULL);

  return g_ptr_array_index (self->left_out, position);
}

/**
 * hbk_left_out_reason_to_text:
 * @reason: a reason
 *
 * Says in words why something was left out.
 *
 * Returns: the words
 */
const char *
hbk_left_out_reason_to_text (HbkLeftOutReason reason)
{
  switch (reason)
    {
    case HBK_LEFT_OUT_HIDDEN:
      return _ ("hidden");
    case HBK_LEFT_OUT_LITTER:
      return _ ("not a document: a program made it for itself");
    case HBK_LEFT_OUT_LINK:
      return _ ("a link");
    case HBK_LEFT_OUT_SPECIAL:
      return _ ("a pipe, a socket or a device");
    case HBK_LEFT_OUT_DEPTH:
      return _ ("too many folders deep");
    case HBK_LEFT_OUT_NAME:
      return _ ("its name cannot be read; rename it");
    case HBK_LEFT_OUT_UNREADABLE:
      return _ ("the folder cannot be read");
    default:
      g_assert_not_reached ();
    }
}
