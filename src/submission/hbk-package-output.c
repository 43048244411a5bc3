/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "submission/hbk-package-output.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "disk/hbk-file-io.h"
#include "submission/hbk-output-folder.h"
#include "submission/hbk-zip-writer.h"

#define NAME_CHARS 200

struct _HbkPackageOutput
{
  char      *path;
  char      *name;
  char      *top;
  gboolean   replace;
  int        dir;
  GPtrArray *parts;

  /* One of these two. */
  HbkTempFile     *file;
  HbkZipWriter    *zip;
  HbkOutputFolder *folder;

  GCancellable   *cancellable;
  HbkProgressFunc progress;
  gpointer        user_data;
  guint64         done;
  guint64         total;
};

static void
part_free (gpointer data)
{
  HbkPackagePart *part = data;

  g_free (part->name);
  g_free (part);
}

static gboolean
fail (HbkPackageOutput *self, int code, GError **error)
{
  hbk_file_io_set_target_error (error, self->path, code, self->total);
  return FALSE;
}

static void
tell (HbkPackageOutput *self, gsize length)
{
  self->done = MIN (self->done + length, self->total);
  if (self->progress != NULL)
    self->progress (self->done, self->total, self->user_data);
}

/* ---- Parts ---- */

static gboolean
begin_part (HbkPackageOutput *self, const char *name, guint64 size, GError **error)
{
  g_autofree char *inside = self->zip != NULL ? g_strconcat (self->top, "/", name, NULL) : NULL;
  gboolean         is_done = self->zip != NULL ? hbk_zip_writer_begin (self->zip, inside, size) : hbk_output_folder_begin (self->folder, name, size);

  return is_done || fail (self, errno, error);
}

static guint8 *
get_room (HbkPackageOutput *self, gsize *room)
{
  return self->zip != NULL ? hbk_zip_writer_get_room (self->zip, room) : hbk_output_folder_get_room (self->folder, room);
}

static gboolean
advance (HbkPackageOutput *self, gsize length)
{
  return self->zip != NULL ? hbk_zip_writer_advance (self->zip, length) : hbk_output_folder_advance (self->folder, length);
}

static gboolean
end_part (HbkPackageOutput *self, const char *name, guint64 size, HbkSha256 *sha256, GError **error)
{
  HbkPackagePart *part;

  if (!(self->zip != NULL ? hbk_zip_writer_end (self->zip) : hbk_output_folder_end (self->folder)))
    return fail (self, errno, error);

  part = g_new0 (HbkPackagePart, 1);
  part->name = g_strdup (name);
  part->size = size;
  hbk_sha256_finish (sha256, part->sha256);
  g_ptr_array_add (self->parts, part);

  return TRUE;
}

static gboolean
set_changed_error (const char *name, GError **error)
{
  g_autofree char *shown = hbk_text_escape (name, -1, NAME_CHARS);

  g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The file changed while it was being packed, so the package was not made. Try again."), shown);
  return FALSE;
}

/* ---- Public ---- */

/**
 * hbk_package_output_new:
 * @path: the file or folder to make
 * @form: in which form
 * @top: of a ZIP, the one folder that everything in it lies in
 * @date: the day that all files in it are said to be from
 * @replace: whether a ZIP may take the place of another file; a folder never does
 * @error: return location for an error
 *
 * Begins a package beside the place where it is to appear.
 *
 * Returns: (nullable) (transfer full): the output, or %NULL with HBK_ERROR_DUPLICATE (the name is taken), HBK_ERROR_NOT_FOUND (the folder) or HBK_ERROR_IO
 */
HbkPackageOutput *
hbk_package_output_new (const char *path, HbkPackageForm form, const char *top, HbkDate date, gboolean replace, GError **error)
{
  g_autoptr (HbkPackageOutput) self = NULL;
  g_autofree char *dir_name = NULL;

  g_return_val_if_fail (path != NULL && *path != '\0' && top != NULL && *top != '\0', NULL);

  self = g_new0 (HbkPackageOutput, 1);
  self->path = g_strdup (path);
  self->name = g_path_get_basename (path);
  self->top = g_strdup (top);
  self->replace = replace && form == HBK_PACKAGE_ZIP;
  self->parts = g_ptr_array_new_with_free_func (part_free);
  dir_name = g_path_get_dirname (path);
  self->dir = open (dir_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->dir < 0)
    {
      hbk_file_io_set_target_error (error, dir_name, errno, 0);
      return NULL;
    }
  if (!self->replace && faccessat (self->dir, self->name, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
    {
      hbk_file_io_set_target_error (error, path, EEXIST, 0);
      return NULL;
    }

  /* What a program that was killed left here may be large. That it stays would be no reason to fail. */
  hbk_temp_file_remove_left (self->dir, HBK_PACKAGE_TEMP_PREFIX, NULL);
  hbk_output_folder_remove_left (self->dir);
  if (form == HBK_PACKAGE_ZIP)
    self->file = hbk_temp_file_new (self->dir, HBK_PACKAGE_TEMP_PREFIX);
  else
    self->folder = hbk_output_folder_new (self->dir);
  if (self->file == NULL && self->folder == NULL)
    {
      hbk_file_io_set_target_error (error, path, errno, 0);
      return NULL;
    }
  if (self->file != NULL)
    self->zip = hbk_zip_writer_new (self->file, date);

  return g_steal_pointer (&self);
}

/**
 * hbk_package_output_free:
 * @self: (transfer full): an output
 *
 * Frees an output, and removes what was not placed.
 */
void
hbk_package_output_free (HbkPackageOutput *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->zip, hbk_zip_writer_free);
  g_clear_pointer (&self->file, hbk_temp_file_free);
  g_clear_pointer (&self->folder, hbk_output_folder_free);
  if (self->dir >= 0)
    close (self->dir);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->parts);
  g_free (self->path);
  g_free (self->name);
  g_free (self->top);
  g_free (self);
}

/**
 * hbk_package_output_set_progress:
 * @self: an output
 * @total: how many bytes are going to be written
 * @cancellable: (nullable): what a person stops it with
 * @progress: (nullable) (scope forever): whom to tell how far it has come
 * @user_data: what to pass on
 *
 * Says who wants to know.
 */
void
hbk_package_output_set_progress (HbkPackageOutput *self, guint64 total, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data)
{
  g_return_if_fail (self != NULL);

  self->total = total;
  g_set_object (&self->cancellable, cancellable);
  self->progress = progress;
  self->user_data = user_data;
}

/**
 * hbk_package_output_reserve:
 * @self: an output to which nothing was added yet
 * @size: how many bytes are going to be written at least
 * @error: return location for an error
 *
 * Finds out now whether the disk has room.
 *
 * Returns: %FALSE with HBK_ERROR_IO when it has none
 */
gboolean
hbk_package_output_reserve (HbkPackageOutput *self, guint64 size, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->file == NULL || hbk_temp_file_reserve (self->file, size) || fail (self, errno, error);
}

/**
 * hbk_package_output_add_bytes:
 * @self: an output
 * @name: the name in the package
 * @bytes: the content
 * @error: return location for an error
 *
 * Adds a file.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_package_output_add_bytes (HbkPackageOutput *self, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (HbkSha256) sha256 = hbk_sha256_new ();
  gsize         length;
  const guint8 *next;
  guint64       size;

  g_return_val_if_fail (self != NULL && name != NULL && bytes != NULL, FALSE);

  next = g_bytes_get_data (bytes, &length);
  size = length;
  if (hbk_file_io_is_cancelled (self->cancellable, error) || !begin_part (self, name, size, error))
    return FALSE;

  hbk_sha256_update (sha256, next, length);
  while (length > 0)
    {
      gsize   room;
      guint8 *place = get_room (self, &room);
      gsize   n = MIN (room, length);

      if (place == NULL)
        return fail (self, errno, error);
      memcpy (place, next, n);
      if (!advance (self, n))
        return fail (self, errno, error);
      next += n;
      length -= n;
      tell (self, n);
    }

  return end_part (self, name, size, sha256, error);
}

/**
 * hbk_package_output_add_fd:
 * @self: an output
 * @name: the name in the package
 * @fd: where to read it
 * @size: how many bytes it has
 * @error: return location for an error
 *
 * Adds a file by reading it piece by piece; its checksum is in the last of [method@PackageOutput.get_parts] then.
 *
 * Returns: %FALSE with HBK_ERROR_DAMAGED when it has not @size bytes, or another error
 */
gboolean
hbk_package_output_add_fd (HbkPackageOutput *self, const char *name, int fd, guint64 size, GError **error)
{
  g_autoptr (HbkSha256) sha256 = hbk_sha256_new ();
  guint64 done = 0;

  g_return_val_if_fail (self != NULL && name != NULL && fd >= 0, FALSE);

  if (!begin_part (self, name, size, error))
    return FALSE;

  posix_fadvise (fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  while (done < size)
    {
      gsize   room;
      guint8 *place = get_room (self, &room);
      gssize  n;

      if (place == NULL)
        return fail (self, errno, error);
      if (hbk_file_io_is_cancelled (self->cancellable, error))
        return FALSE;

      n = hbk_file_io_read (fd, place, (gsize) MIN (room, size - done), done);
      if (n < 0)
        {
          hbk_file_io_set_source_error (error, name, errno);
          return FALSE;
        }
      if (n == 0)
        return set_changed_error (name, error);

      hbk_sha256_update (sha256, place, (gsize) n);
      if (!advance (self, (gsize) n))
        return fail (self, errno, error);
      done += (guint64) n;
      tell (self, (gsize) n);
    }

  return end_part (self, name, size, sha256, error);
}

/**
 * hbk_package_output_close:
 * @self: an output with everything in it
 * @error: return location for an error
 *
 * Writes what comes at the end, and brings all of it to the disk.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_package_output_close (HbkPackageOutput *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->folder != NULL)
    return hbk_output_folder_sync (self->folder) || fail (self, errno, error);

  return (hbk_zip_writer_finish (self->zip) && hbk_temp_file_sync (self->file)) || fail (self, errno, error);
}

/**
 * hbk_package_output_dup_fd:
 * @self: an output that was closed
 * @error: return location for an error
 *
 * Gets what was written, to read it back.
 *
 * Returns: a file descriptor of the ZIP or the folder, for the caller to close, or -1 on error
 */
int
hbk_package_output_dup_fd (HbkPackageOutput *self, GError **error)
{
  int fd;

  g_return_val_if_fail (self != NULL, -1);

  fd = fcntl (self->file != NULL ? hbk_temp_file_get_fd (self->file) : hbk_output_folder_get_fd (self->folder), F_DUPFD_CLOEXEC, 0);
  if (fd < 0)
    fail (self, errno, error);

  return fd;
}

/**
 * hbk_package_output_place:
 * @self: an output that was closed
 * @error: return location for an error
 *
 * Gives the package its name.
 *
 * Returns: %FALSE on error; nothing is there then
 */
gboolean
hbk_package_output_place (HbkPackageOutput *self, GError **error)
{
  gboolean is_placed;

  g_return_val_if_fail (self != NULL, FALSE);

  is_placed = self->file != NULL ? hbk_temp_file_place (self->file, self->dir, self->name, self->replace) : hbk_output_folder_place (self->folder, self->name);
  if (!is_placed)
    return fail (self, errno, error);

  if (!hbk_file_io_sync_dir (self->dir))
    {
      fail (self, errno, error);
      /* It may be gone when the power fails; better that it is seen not to be there. Where it took the place of another, though, there would be
       * none at all. */
      if (self->folder != NULL)
        hbk_output_folder_take_back (self->folder, self->name);
      else if (!self->replace)
        unlinkat (self->dir, self->name, 0);
      return FALSE;
    }

  return TRUE;
}

/**
 * hbk_package_output_get_parts:
 * @self: an output
 *
 * Gets what was written so far.
 *
 * Returns: (transfer none) (element-type HbkPackagePart): the files, in the order they were added
 */
GPtrArray *
hbk_package_output_get_parts (HbkPackageOutput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->parts;
}

/**
 * hbk_package_output_get_dir:
 * @self: an output
 *
 * Gets the folder in which the package is to appear, for other temporary files beside it.
 *
 * Returns: a file descriptor, owned by @self
 */
int
hbk_package_output_get_dir (HbkPackageOutput *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->dir;
}
