/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "library/hbk-backup-zip-private.h"

#include <archive.h>
#include <archive_entry.h>
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

/* Far below what the reader refuses, so that it never refuses what was written here. */
#define PACK_MAX_RATIO (HBK_BACKUP_MAX_RATIO / 2)

typedef struct archive HbkZipWriter;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkZipWriter, archive_write_free)

/* Told of an error, libarchive would no longer free all that it has; so it is never told, and what comes after one goes nowhere. */
static la_ssize_t
write_cb (struct archive *writer, void *data, const void *bytes, size_t length)
{
  HbkBackupZip *self = data;

  if (self->code == 0 && !hbk_temp_file_write (self->file, bytes, length))
    self->code = errno;

  return (la_ssize_t) length;
}

static gboolean
check (HbkBackupZip *self, gboolean is_done, GError **error)
{
  if (is_done && self->code == 0)
    return TRUE;

  hbk_file_io_set_target_error (error, self->path, self->code != 0 ? self->code : EIO, self->total);
  return FALSE;
}

static gboolean
set_damaged_error (const char *name, GError **error)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("The file %.12s… among the evidence is not as it was stored, so the backup was not made. Put it back from a backup, or attach it again."), name);
  return FALSE;
}

static gboolean
set_database_error (HbkBackupZip *self, GError **error)
{
  g_autofree char *name = hbk_text_escape (self->database, -1, NAME_CHARS);

  g_set_error (error, HBK_ERROR, HBK_ERROR_BUSY, _ ("%s: The database changed while it was being copied, so the backup was not made. Try again."), name);
  return FALSE;
}

/* Neither a time nor an owner: the same library gives the same bytes, whoever backs it up and wherever. */
static gboolean
begin_part (HbkBackupZip *self, HbkZipWriter *writer, const char *name, guint64 size, gboolean pack, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int                   result;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, (la_int64_t) size);

  result = pack ? archive_write_zip_set_compression_deflate (writer) : archive_write_zip_set_compression_store (writer);
  if (result == ARCHIVE_OK)
    result = archive_write_header (writer, entry);
  archive_entry_free (entry);

  return check (self, result == ARCHIVE_OK, error);
}

static gboolean
write_bytes (HbkBackupZip *self, HbkZipWriter *writer, const char *name, gconstpointer data, gsize length, gboolean pack, GError **error)
{
  if (!begin_part (self, writer, name, length, pack, error))
    return FALSE;

  return check (self, archive_write_data (writer, data, length) == (la_ssize_t) length && archive_write_finish_entry (writer) == ARCHIVE_OK, error);
}

/* Copies exactly the bytes that the manifest speaks of; is_same tells whether the file has these. */
static gboolean
copy_file (HbkBackupZip *self, HbkZipWriter *writer, int fd, const char *path, const HbkBlobEntry *entry, gboolean *is_same, GError **error)
{
  g_autofree guint8 *block = g_malloc (HBK_FILE_IO_BLOCK);
  g_autoptr (HbkSha256) sha256 = hbk_sha256_new ();
  char    hex[HBK_SHA256_CHARS + 1];
  guint64 done = 0;

  *is_same = FALSE;
  while (done < entry->size)
    {
      gssize n;

      if (hbk_file_io_is_cancelled (self->cancellable, error))
        return FALSE;

      n = hbk_file_io_read (fd, block, (gsize) MIN (HBK_FILE_IO_BLOCK, entry->size - done), done);
      if (n < 0)
        {
          hbk_file_io_set_source_error (error, path, errno);
          return FALSE;
        }
      if (n == 0)
        return TRUE;

      hbk_sha256_update (sha256, block, (gsize) n);
      if (!check (self, archive_write_data (writer, block, (gsize) n) == n, error))
        return FALSE;

      done += (guint64) n;
      self->done += (guint64) n;
      if (self->progress != NULL)
        self->progress (self->done, self->total, self->user_data);
    }

  hbk_sha256_finish (sha256, hex);
  *is_same = g_str_equal (hex, entry->sha256);
  return check (self, archive_write_finish_entry (writer) == ARCHIVE_OK, error);
}

static gboolean
write_database (HbkBackupZip *self, HbkZipWriter *writer, gboolean pack, gboolean *is_unreadable, GError **error)
{
  const HbkBlobEntry *entry = &self->manifest->database;
  gint64              start = archive_filter_bytes (writer, -1);
  gboolean            is_same;

  if (!begin_part (self, writer, HBK_BACKUP_DATABASE_NAME, entry->size, pack, error) ||
      !copy_file (self, writer, self->database_fd, self->database, entry, &is_same, error))
    return FALSE;

  if (!is_same)
    return set_database_error (self, error);

  /* A database of which most was removed is mostly zeros, and such a backup could be taken for one made to do harm. */
  *is_unreadable = pack && entry->size / PACK_MAX_RATIO > (guint64) (archive_filter_bytes (writer, -1) - start);
  return TRUE;
}

static gboolean
write_evidence (HbkBackupZip *self, HbkZipWriter *writer, const HbkBlobEntry *entry, GError **error)
{
  g_autofree char *name = g_strconcat (HBK_BACKUP_EVIDENCE_PREFIX, entry->sha256, NULL);
  gboolean         is_done, is_same = FALSE;
  int              fd = hbk_blob_store_open_blob (self->store, entry->sha256, error);

  if (fd < 0)
    return FALSE;

  posix_fadvise (fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  is_done = begin_part (self, writer, name, entry->size, FALSE, error) && copy_file (self, writer, fd, name, entry, &is_same, error);
  close (fd);

  return is_done && (is_same || set_damaged_error (entry->sha256, error));
}

static HbkZipWriter *
open_writer (HbkBackupZip *self, GError **error)
{
  g_autoptr (HbkZipWriter) writer = archive_write_new ();

  /* Without padding at the end, which tape drives wanted. */
  gboolean is_open = archive_write_set_format_zip (writer) == ARCHIVE_OK &&
                     archive_write_set_bytes_per_block (writer, HBK_FILE_IO_BLOCK) == ARCHIVE_OK &&
                     archive_write_set_bytes_in_last_block (writer, 1) == ARCHIVE_OK &&
                     archive_write_open2 (writer, self, NULL, write_cb, NULL, NULL) == ARCHIVE_OK;

  return check (self, is_open, error) ? g_steal_pointer (&writer) : NULL;
}

/*
 * hbk_backup_zip_write:
 * @self: what to write, and where
 * @pack_database: whether to make the database smaller
 * @is_unreadable: (out): the database became so small that the reader would refuse it: empty the file, and write it
 *   without @pack_database
 * @error: return location for an error
 *
 * Writes all of a backup, in the order of its manifest. That it is on the disk is for the caller to make sure of.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_backup_zip_write (HbkBackupZip *self, gboolean pack_database, gboolean *is_unreadable, GError **error)
{
  g_autoptr (HbkZipWriter) writer = open_writer (self, error);
  g_autoptr (GBytes) manifest = hbk_backup_manifest_write (self->manifest);

  *is_unreadable = FALSE;
  if (writer == NULL ||
      !write_bytes (self, writer, HBK_BACKUP_MIMETYPE_NAME, HBK_BACKUP_MIMETYPE, strlen (HBK_BACKUP_MIMETYPE), FALSE, error) ||
      !write_bytes (self, writer, HBK_BACKUP_MANIFEST_NAME, g_bytes_get_data (manifest, NULL), g_bytes_get_size (manifest), TRUE, error) ||
      !write_database (self, writer, pack_database, is_unreadable, error))
    return FALSE;

  if (*is_unreadable)
    return TRUE;

  for (guint i = 0; i < self->manifest->evidence->len; i++)
    {
      if (!write_evidence (self, writer, &g_array_index (self->manifest->evidence, HbkBlobEntry, i), error))
        return FALSE;
    }

  return check (self, archive_write_close (writer) == ARCHIVE_OK, error);
}
