/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "submission/hbk-package-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "disk/hbk-file-io.h"
#include "submission/hbk-package-fault.h"
#include "submission/hbk-package-folder.h"

struct _HbkPackageSource
{
  char        *path;
  int          fd;
  HbkZipIndex *index; /* NULL for a folder */
  GArray      *files; /* NULL for a ZIP */
  GArray      *entries;
  GHashTable  *positions; /* name → position */
};

static HbkPackageSource *
new_source (int fd, const char *path)
{
  HbkPackageSource *self = g_new0 (HbkPackageSource, 1);

  self->fd = fd;
  self->path = g_strdup (path);
  self->entries = g_array_new (FALSE, FALSE, sizeof (HbkPackageEntry));
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

static void
add (HbkPackageSource *self, const char *name, gboolean is_folder, guint64 size)
{
  HbkPackageEntry entry = { .name = name, .is_folder = is_folder, .size = size };

  g_hash_table_insert (self->positions, (gpointer) name, GUINT_TO_POINTER (self->entries->len));
  g_array_append_val (self->entries, entry);
}

static gboolean
list_zip (HbkPackageSource *self, GError **error)
{
  self->index = hbk_zip_index_new (self->fd, self->path, error);
  for (guint i = 0; self->index != NULL && i < hbk_zip_index_get_n_entries (self->index); i++)
    {
      const HbkZipEntry *entry = hbk_zip_index_get_entry (self->index, i);

      add (self, entry->name, entry->is_folder, entry->size);
    }

  return self->index != NULL;
}

static gboolean
list_folder (HbkPackageSource *self, GCancellable *cancellable, GError **error)
{
  self->files = hbk_package_folder_list (self->fd, self->path, cancellable, error);
  for (guint i = 0; self->files != NULL && i < self->files->len; i++)
    {
      const HbkPackageFolderFile *file = &g_array_index (self->files, HbkPackageFolderFile, i);

      add (self, file->name, file->is_folder, file->size);
    }

  return self->files != NULL;
}

/**
 * hbk_package_source_open:
 * @path: a ZIP, or a folder; it may itself be reached by a link when it is a folder
 * @cancellable: (nullable): what a person stops it with
 * @error: return location for an error
 *
 * Opens a package and lists what is in it. A package that could do harm, or that programs could read in more than one way, is refused.
 *
 * Returns: (transfer full): the package, or %NULL with the errors of hbk_zip_index_new(), HBK_ERROR_NOT_FOUND or HBK_ERROR_CANCELLED
 */
HbkPackageSource *
hbk_package_source_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (HbkPackageSource) self = NULL;
  struct stat status;
  int         fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0)
    {
      self = new_source (fd, path);
      return list_folder (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
    }

  fd = hbk_file_io_open_source (AT_FDCWD, path, &status);
  if (fd < 0)
    {
      hbk_file_io_set_source_error (error, path, errno);
      return NULL;
    }

  return hbk_package_source_open_zip (fd, path, error);
}

/**
 * hbk_package_source_open_zip:
 * @fd: (transfer full): an ordinary file
 * @path: what to call it in messages
 * @error: return location for an error
 *
 * Opens a package that is a ZIP, as hbk_package_source_open() does.
 *
 * Returns: (transfer full): the package, or %NULL with the errors of hbk_zip_index_new()
 */
HbkPackageSource *
hbk_package_source_open_zip (int fd, const char *path, GError **error)
{
  g_autoptr (HbkPackageSource) self = NULL;

  g_return_val_if_fail (fd >= 0 && path != NULL, NULL);

  self = new_source (fd, path);
  return list_zip (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hbk_package_source_open_folder:
 * @fd: (transfer full): a folder; it is closed in the end
 * @path: (type filename): what to call it in messages
 * @error: return location for an error
 *
 * Opens a package that is a folder.
 *
 * Returns: (transfer full): the source, or %NULL on error, as [ctor@PackageSource.open] has it
 */
HbkPackageSource *
hbk_package_source_open_folder (int fd, const char *path, GError **error)
{
  g_autoptr (HbkPackageSource) self = NULL;

  g_return_val_if_fail (fd >= 0 && path != NULL, NULL);

  self = new_source (fd, path);
  return list_folder (self, NULL, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hbk_package_source_free:
 * @self: (transfer full): a package
 *
 * Closes it. Its streams must be freed before.
 */
void
hbk_package_source_free (HbkPackageSource *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->positions);
  g_array_unref (self->entries);
  g_clear_pointer (&self->index, hbk_zip_index_free);
  g_clear_pointer (&self->files, g_array_unref);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}

/**
 * hbk_package_source_get_path:
 * @self: a package
 *
 * Gets what it is called in messages.
 *
 * Returns: the path
 */
const char *
hbk_package_source_get_path (const HbkPackageSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/**
 * hbk_package_source_is_folder:
 * @self: a package
 *
 * Says whether it is a folder rather than a ZIP.
 *
 * Returns: %TRUE for a folder
 */
gboolean
hbk_package_source_is_folder (const HbkPackageSource *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->index == NULL;
}

/**
 * hbk_package_source_get_n_entries:
 * @self: a package
 *
 * Gets how many files and folders it has.
 *
 * Returns: how many
 */
guint
hbk_package_source_get_n_entries (const HbkPackageSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * hbk_package_source_get_entry:
 * @self: a package
 * @position: which, from 0
 *
 * Gets a file or folder.
 *
 * Returns: it, owned by @self
 */
const HbkPackageEntry *
hbk_package_source_get_entry (const HbkPackageSource *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->entries->len, NULL);

  return &g_array_index (self->entries, HbkPackageEntry, position);
}

/**
 * hbk_package_source_lookup:
 * @self: a package
 * @name: a name, byte for byte
 * @position: (out) (optional): where to put its position
 *
 * Looks for a file or folder.
 *
 * Returns: %TRUE when it is there
 */
gboolean
hbk_package_source_lookup (const HbkPackageSource *self, const char *name, guint *position)
{
  gpointer value;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  if (!g_hash_table_lookup_extended (self->positions, name, NULL, &value))
    return FALSE;
  if (position != NULL)
    *position = GPOINTER_TO_UINT (value);

  return TRUE;
}

/**
 * hbk_package_source_open_entry:
 * @self: a package
 * @position: which; it must be a file
 * @error: return location for an error
 *
 * Begins to read a file.
 *
 * Returns: (transfer full): its bytes, to be freed before @self, or %NULL with HBK_ERROR_IO or HBK_ERROR_NOT_FOUND
 */
HbkPackageStream *
hbk_package_source_open_entry (const HbkPackageSource *self, guint position, GError **error)
{
  const HbkPackageEntry *entry;
  int                    fd;

  g_return_val_if_fail (self != NULL && position < self->entries->len, NULL);

  entry = &g_array_index (self->entries, HbkPackageEntry, position);
  g_return_val_if_fail (!entry->is_folder, NULL);
  if (self->index != NULL)
    return hbk_package_stream_new_packed (self->fd, hbk_zip_index_get_entry (self->index, position), self->path);

  fd = hbk_package_folder_open (self->fd, entry->name);
  if (fd < 0)
    {
      hbk_file_io_set_source_error (error, entry->name, errno);
      return NULL;
    }

  return hbk_package_stream_new_plain (fd, entry->name, entry->size, self->path);
}

/**
 * hbk_package_source_read_entry:
 * @self: a package
 * @position: which; it must be a file
 * @max: how large it may be, in bytes
 * @cancellable: (nullable): what a person stops it with
 * @error: return location for an error
 *
 * Reads all of a small file.
 *
 * Returns: (transfer full): its bytes, or %NULL with HBK_ERROR_LIMIT when there are more than @max, or the errors of
 *   hbk_package_source_open_entry() and hbk_package_stream_read()
 */
GBytes *
hbk_package_source_read_entry (const HbkPackageSource *self, guint position, gsize max, GCancellable *cancellable, GError **error)
{
  const HbkPackageEntry *entry;
  g_autoptr (HbkPackageStream) stream = NULL;
  g_autofree guint8 *bytes = NULL;
  guint8             end;
  gsize              done = 0;

  g_return_val_if_fail (self != NULL && position < self->entries->len, NULL);

  entry = &g_array_index (self->entries, HbkPackageEntry, position);
  if (entry->size > max)
    {
      hbk_package_fault_set (error, self->path, entry->name, -1, HBK_ERROR_LIMIT, _("It is larger than Hourbook takes."));
      return NULL;
    }

  stream = hbk_package_source_open_entry (self, position, error);
  if (stream == NULL)
    return NULL;

  bytes = g_malloc ((gsize) entry->size + 1);
  for (;;)
    {
      gboolean is_full = done == entry->size;
      gssize   n = hbk_package_stream_read (stream, is_full ? &end : bytes + done, is_full ? 1 : (gsize) entry->size - done, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_bytes_new_take (g_steal_pointer (&bytes), done);
      done += (gsize) n;
    }
}
