/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "submission/hbk-package-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "disk/hbk-file-io.h"
#include "submission/hbk-entry-name.h"
#include "submission/hbk-entry-set.h"
#include "submission/hbk-package-fault.h"
#include "submission/hbk-zip-index.h"

typedef struct
{
  const char   *path;
  GCancellable *cancellable;
  HbkEntrySet  *names;
  GArray       *files;
  guint64       total;
} Walk;

static void
clear_file (gpointer data)
{
  g_free (((HbkPackageFolderFile *) data)->name);
}

static gboolean
refuse (const Walk *walk, const char *name, HbkError code, const char *what, GError **error)
{
  return hbk_package_fault_set (error, walk->path, name, -1, code, what);
}

static gboolean
list (Walk *walk, const char *name, const struct stat *status, GError **error)
{
  HbkPackageFolderFile file = { .is_folder = S_ISDIR (status->st_mode) };
  g_autofree char     *clash = NULL;
  HbkError             code;
  const char          *what = hbk_entry_name_check (name, strlen (name), &code);

  if (what != NULL)
    return refuse (walk, name, code, what, error);
  if (!file.is_folder && !S_ISREG (status->st_mode))
    return refuse (walk, name, HBK_ERROR_VALUE, _("It is a link or a device."), error);
  if (walk->files->len >= HBK_PACKAGE_MAX_ENTRIES)
    return refuse (walk, NULL, HBK_ERROR_LIMIT, _("It has more files than Hourbook takes."), error);

  file.size = file.is_folder ? 0 : (guint64) status->st_size;
  if (file.size > HBK_PACKAGE_MAX_FILE)
    return refuse (walk, name, HBK_ERROR_LIMIT, _("It is larger than Hourbook takes."), error);
  walk->total += file.size;
  if (walk->total > HBK_PACKAGE_MAX_TOTAL)
    return refuse (walk, name, HBK_ERROR_LIMIT, _("With it the package is larger than Hourbook takes."), error);

  clash = hbk_entry_set_add (walk->names, name, file.is_folder, &code);
  if (clash != NULL)
    return refuse (walk, name, code, clash, error);

  file.name = g_strdup (name);
  g_array_append_val (walk->files, file);
  return TRUE;
}

static gboolean walk_folder (Walk *walk, int fd, const char *prefix, GError **error);

static gboolean
visit (Walk *walk, int dir_fd, const char *base, const char *prefix, GError **error)
{
  g_autofree char *name = *prefix != '\0' ? g_strconcat (prefix, "/", base, NULL) : g_strdup (base);
  struct stat      status;
  int              fd;

  if (hbk_file_io_is_cancelled (walk->cancellable, error))
    return FALSE;
  if (fstatat (dir_fd, base, &status, AT_SYMLINK_NOFOLLOW) != 0)
    {
      hbk_file_io_set_source_error (error, name, errno);
      return FALSE;
    }
  if (!list (walk, name, &status, error))
    return FALSE;
  if (!S_ISDIR (status.st_mode))
    return TRUE;

  /* What was a folder a moment ago may be a link now; it is not followed. */
  fd = hbk_file_io_open_dir (dir_fd, base, FALSE);
  if (fd < 0)
    {
      hbk_file_io_set_source_error (error, name, errno);
      return FALSE;
    }

  return walk_folder (walk, fd, name, error);
}

/* Takes over fd. How deep it goes is bounded by what names may be. */
static gboolean
walk_folder (Walk *walk, int fd, const char *prefix, GError **error)
{
  DIR           *dir = fdopendir (fd);
  struct dirent *entry;
  gboolean       is_done = TRUE;

  if (dir == NULL)
    {
      hbk_file_io_set_source_error (error, walk->path, errno);
      close (fd);
      return FALSE;
    }

  while (is_done && (errno = 0, entry = readdir (dir)) != NULL)
    {
      if (!g_str_equal (entry->d_name, ".") && !g_str_equal (entry->d_name, ".."))
        is_done = visit (walk, dirfd (dir), entry->d_name, prefix, error);
    }
  if (is_done && errno != 0)
    {
      hbk_file_io_set_source_error (error, walk->path, errno);
      is_done = FALSE;
    }

  closedir (dir);
  return is_done;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp (((const HbkPackageFolderFile *) a)->name, ((const HbkPackageFolderFile *) b)->name);
}

/**
 * hbk_package_folder_list:
 * @fd: a folder, which stays the caller's
 * @path: what to call it in messages
 * @cancellable: (nullable): what a person stops it with
 * @error: return location for an error
 *
 * Lists what is in a folder that is a package, and refuses it when anything in it is a link or has a name that does harm.
 *
 * Returns: (transfer full) (element-type HbkPackageFolderFile): files and folders by name, or %NULL with HBK_ERROR_VALUE for a name or a kind
 *   of file that does harm, HBK_ERROR_DUPLICATE, HBK_ERROR_LIMIT, HBK_ERROR_IO or HBK_ERROR_CANCELLED
 */
GArray *
hbk_package_folder_list (int fd, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (HbkEntrySet) names = hbk_entry_set_new ();
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (HbkPackageFolderFile));
  Walk walk = { .path = path, .cancellable = cancellable, .names = names, .files = files };
  int  copy;

  g_array_set_clear_func (files, clear_file);

  /* Another description of the folder, as reading one moves on in it. */
  copy = openat (fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (copy < 0)
    {
      hbk_file_io_set_source_error (error, path, errno);
      return NULL;
    }
  if (!walk_folder (&walk, copy, "", error))
    return NULL;

  g_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}

/**
 * hbk_package_folder_open:
 * @fd: a folder
 * @name: the name of a file in it, with the folders between
 *
 * Opens a file to read it, if it is an ordinary one and no folder on the way is a link.
 *
 * Returns: a file descriptor, or -1 and errno
 */
int
hbk_package_folder_open (int fd, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  struct stat status;
  int         folder = fd;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      int next = parts[i + 1] != NULL ? hbk_file_io_open_dir (folder, parts[i], FALSE) : hbk_file_io_open_source (folder, parts[i], &status);
      int code = errno;

      if (folder != fd)
        close (folder);
      errno = code;
      if (next < 0)
        return -1;
      folder = next;
    }

  return folder;
}
