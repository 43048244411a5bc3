/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "library/hbk-backup-archive.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"
#include "library/hbk-backup-archive-private.h"
#include "disk/hbk-file-io.h"

#define NAME_CHARS 200

/* What is found on the first way through. */
typedef struct
{
  GHashTable *sizes; /* name → guint64 */
  GByteArray *mimetype;
  GByteArray *manifest;
} Contents;

static void
contents_clear (Contents *contents)
{
  g_clear_pointer (&contents->sizes, g_hash_table_unref);
  g_clear_pointer (&contents->mimetype, g_byte_array_unref);
  g_clear_pointer (&contents->manifest, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, contents_clear)

static gboolean
append (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  g_byte_array_append (user_data, data, (guint) length);
  return TRUE;
}

static gboolean
read_small (const HbkBackupPart *part, guint64 max, GByteArray **bytes, GError **error)
{
  if (part->size > max)
    return hbk_backup_archive_set_damaged (part->archive, error);

  *bytes = g_byte_array_new ();
  return hbk_backup_part_stream (part, append, *bytes, error);
}

static gboolean
set_unknown_error (HbkBackupArchive *self, const char *name, GError **error)
{
  g_autofree char *shown = hbk_text_escape (name, -1, NAME_CHARS);

  g_set_error (error, HBK_ERROR, HBK_ERROR_UNKNOWN, _ ("%1$s: “%2$s” in it does not belong into a backup of Hourbook. Use another."), self->name, shown);
  return FALSE;
}

static gboolean
look_at (const HbkBackupPart *part, gpointer user_data, GError **error)
{
  Contents *contents = user_data;
  guint64  *size;

  if (g_hash_table_contains (contents->sizes, part->name))
    {
      g_autofree char *shown = hbk_text_escape (part->name, -1, NAME_CHARS);

      g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _ ("%1$s: “%2$s” is in it twice. This is not a backup that Hourbook made; use another."), part->archive->name, shown);
      return FALSE;
    }

  if (g_str_equal (part->name, HBK_BACKUP_MIMETYPE_NAME))
    {
      if (!read_small (part, strlen (HBK_BACKUP_MIMETYPE), &contents->mimetype, error))
        return FALSE;
    }
  else if (g_str_equal (part->name, HBK_BACKUP_MANIFEST_NAME))
    {
      if (!read_small (part, HBK_BACKUP_MANIFEST_MAX_BYTES, &contents->manifest, error))
        return FALSE;
    }
  else if (!g_str_equal (part->name, HBK_BACKUP_DATABASE_NAME) &&
           !(g_str_has_prefix (part->name, HBK_BACKUP_EVIDENCE_PREFIX) && hbk_sha256_is_hex (part->name + strlen (HBK_BACKUP_EVIDENCE_PREFIX))))
    return set_unknown_error (part->archive, part->name, error);

  size = g_new (guint64, 1);
  *size = part->size;
  g_hash_table_insert (contents->sizes, g_strdup (part->name), size);
  return TRUE;
}

static gboolean
check_part (HbkBackupArchive *self, const Contents *contents, const char *name, const HbkBlobEntry *entry, GError **error)
{
  const guint64 *size = g_hash_table_lookup (contents->sizes, name);

  if (size == NULL)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_MISSING, _ ("%1$s: “%2$s” is missing in it. Copy the backup once more from where it was kept, or use another."), self->name, name);
      return FALSE;
    }

  return *size == entry->size || hbk_backup_archive_set_damaged (self, error);
}

/* Both ways: all that the manifest names is there, and nothing else. */
static gboolean
check_parts (HbkBackupArchive *self, const Contents *contents, GError **error)
{
  GHashTableIter iter;
  gpointer       name;

  if (!check_part (self, contents, HBK_BACKUP_DATABASE_NAME, &self->manifest->database, error))
    return FALSE;

  for (guint i = 0; i < self->manifest->evidence->len; i++)
    {
      const HbkBlobEntry *entry = &g_array_index (self->manifest->evidence, HbkBlobEntry, i);
      g_autofree char    *part = g_strconcat (HBK_BACKUP_EVIDENCE_PREFIX, entry->sha256, NULL);

      if (!check_part (self, contents, part, entry, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, contents->sizes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_str_equal (name, HBK_BACKUP_MIMETYPE_NAME) && !g_str_equal (name, HBK_BACKUP_MANIFEST_NAME) && hbk_backup_manifest_lookup (self->manifest, name) == NULL)
        return set_unknown_error (self, name, error);
    }

  return TRUE;
}

static gboolean
read_manifest (HbkBackupArchive *self, Contents *contents, GError **error)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  if (contents->mimetype == NULL || contents->manifest == NULL || contents->mimetype->len != strlen (HBK_BACKUP_MIMETYPE) ||
      memcmp (contents->mimetype->data, HBK_BACKUP_MIMETYPE, contents->mimetype->len) != 0)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_FORMAT, _ ("%s: This is not a backup of Hourbook. Choose another file."), self->name);
      return FALSE;
    }

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&contents->manifest));
  self->manifest = hbk_backup_manifest_read (bytes, problems);
  name = g_strconcat (self->name, ": " HBK_BACKUP_MANIFEST_NAME, NULL);

  return hbk_problems_to_error (problems, name, error);
}

/**
 * hbk_backup_archive_open_fd:
 * @fd: (transfer full): an ordinary file, open to be read; it is closed also when this fails
 * @name: what messages call it
 * @error: return location for an error
 *
 * Opens a backup, as [ctor@BackupArchive.open].
 *
 * Returns: (transfer full): the backup, or %NULL with an error
 */
HbkBackupArchive *
hbk_backup_archive_open_fd (int fd, const char *name, GError **error)
{
  g_autoptr (HbkBackupArchive) self = NULL;
  g_auto (Contents) contents = { NULL };
  struct stat status;

  g_return_val_if_fail (fd >= 0 && name != NULL, NULL);

  self = g_new0 (HbkBackupArchive, 1);
  self->fd = fd;
  self->name = hbk_text_escape (name, -1, NAME_CHARS);
  contents.sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (fstat (fd, &status) != 0)
    {
      hbk_file_io_set_source_error (error, name, errno);
      return NULL;
    }
  self->size = (guint64) status.st_size;

  if (!hbk_backup_archive_each (self, look_at, &contents, error) ||
      !read_manifest (self, &contents, error) ||
      !hbk_backup_archive_can_hold (self, hbk_backup_manifest_get_size (self->manifest), error) ||
      !check_parts (self, &contents, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hbk_backup_archive_open:
 * @path: a file
 * @error: return location for an error
 *
 * Opens a backup: what it says that it holds is there, and nothing besides.
 *
 * What the files hold is looked at by [method@BackupArchive.verify] and [method@BackupArchive.extract].
 *
 * Returns: (transfer full): the backup, or %NULL with HBK_ERROR_NOT_FOUND, HBK_ERROR_IO, HBK_ERROR_FORMAT (another kind of
 *   file, or made by a newer Hourbook), HBK_ERROR_DAMAGED, HBK_ERROR_MISSING, HBK_ERROR_UNKNOWN, HBK_ERROR_DUPLICATE,
 *   HBK_ERROR_LIMIT, or an error of its manifest
 */
HbkBackupArchive *
hbk_backup_archive_open (const char *path, GError **error)
{
  struct stat status;
  int         fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = hbk_file_io_open_source (AT_FDCWD, path, &status);
  if (fd < 0)
    {
      hbk_file_io_set_source_error (error, path, errno);
      return NULL;
    }

  return hbk_backup_archive_open_fd (fd, path, error);
}

/**
 * hbk_backup_archive_free:
 * @self: (transfer full): a backup
 *
 * Closes it.
 */
void
hbk_backup_archive_free (HbkBackupArchive *self)
{
  g_return_if_fail (self != NULL);

  close (self->fd);
  g_clear_pointer (&self->manifest, hbk_backup_manifest_free);
  g_free (self->name);
  g_free (self);
}

/**
 * hbk_backup_archive_get_manifest:
 * @self: a backup
 *
 * Gets what the backup says that it holds.
 *
 * Returns: the manifest, owned by @self
 */
const HbkBackupManifest *
hbk_backup_archive_get_manifest (const HbkBackupArchive *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->manifest;
}
