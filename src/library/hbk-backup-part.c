/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include "library/hbk-backup-archive-private.h"

#include <archive_entry.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"

#define NAME_CHARS 100
#define BLOCK (64 * 1024)
#define MEBIBYTE (1024 * 1024)

/* The mimetype, the manifest and the database besides. */
#define MAX_PARTS (HBK_BACKUP_MAX_EVIDENCE + 3)

typedef struct archive HbkBackupReader;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkBackupReader, archive_read_free)

/*
 * hbk_backup_archive_set_damaged:
 * @self: an archive
 * @error: return location for an error
 *
 * Says that the file is not as it was written.
 *
 * Returns: %FALSE
 */
gboolean
hbk_backup_archive_set_damaged (HbkBackupArchive *self, GError **error)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_DAMAGED, _ ("%s: The backup is damaged or incomplete. Copy it once more from where it was kept, or use another."), self->name);
  return FALSE;
}

/* Other programs begin their files with other bytes; what begins right but does not end right was cut off. */
static gboolean
set_open_error (HbkBackupArchive *self, GError **error)
{
  char start[4] = "";

  if (pread (self->fd, start, sizeof start, 0) == sizeof start && memcmp (start, "PK\3\4", sizeof start) == 0)
    return hbk_backup_archive_set_damaged (self, error);

  g_set_error (error, HBK_ERROR, HBK_ERROR_FORMAT, _ ("%s: This is not a backup of Hourbook. Choose another file."), self->name);
  return FALSE;
}

static gboolean
check_entry (HbkBackupArchive *self, struct archive_entry *entry, GError **error)
{
  const char      *name = archive_entry_pathname (entry);
  g_autofree char *shown = NULL;

  if (name == NULL || !archive_entry_size_is_set (entry) || archive_entry_size (entry) < 0)
    return hbk_backup_archive_set_damaged (self, error);

  if (archive_entry_filetype (entry) == AE_IFREG && !archive_entry_is_encrypted (entry) &&
      archive_entry_hardlink (entry) == NULL && archive_entry_symlink (entry) == NULL)
    return TRUE;

  shown = hbk_text_escape (name, -1, NAME_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_UNKNOWN, _ ("%1$s: “%2$s” in it is not a plain file. A backup of Hourbook has only plain files; use another."), self->name, shown);
  return FALSE;
}

static gboolean
each_entry (HbkBackupArchive *self, struct archive *reader, HbkBackupPartFunc func, gpointer user_data, GError **error)
{
  for (guint n = 0;; n++)
    {
      struct archive_entry *entry;
      HbkBackupPart         part = { self, reader };
      int                   result = archive_read_next_header (reader, &entry);

      if (result == ARCHIVE_EOF)
        return TRUE;
      if (result != ARCHIVE_OK)
        return n == 0 ? set_open_error (self, error) : hbk_backup_archive_set_damaged (self, error);

      if (n >= MAX_PARTS)
        {
          g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _ ("%1$s: There are more than %2$d files in it. Choose another file."), self->name, MAX_PARTS);
          return FALSE;
        }

      if (!check_entry (self, entry, error))
        return FALSE;

      part.name = archive_entry_pathname (entry);
      part.size = (guint64) archive_entry_size (entry);
      if (!func (&part, user_data, error))
        return FALSE;
    }
}

/*
 * hbk_backup_archive_each:
 * @self: an archive
 * @func: (scope call): what to do with each file; it may read it
 * @user_data: what to pass on
 * @error: return location for an error
 *
 * Goes through the files of an archive, whatever their names, in the order in which they lie.
 *
 * Only ZIP is understood: code for other formats is code that a hostile file could reach.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_backup_archive_each (HbkBackupArchive *self, HbkBackupPartFunc func, gpointer user_data, GError **error)
{
  g_autoptr (HbkBackupReader) reader = archive_read_new ();

  if (lseek (self->fd, 0, SEEK_SET) != 0)
    return hbk_backup_archive_set_damaged (self, error);

  if (archive_read_support_format_zip_seekable (reader) != ARCHIVE_OK || archive_read_open_fd (reader, self->fd, BLOCK) != ARCHIVE_OK)
    return set_open_error (self, error);

  return each_entry (self, reader, func, user_data, error);
}

/*
 * hbk_backup_archive_can_hold:
 * @self: an archive
 * @size: how many bytes are to come out of it
 * @error: return location for an error
 *
 * Says whether so much is in proportion to the archive: a file of a few bytes that grows to gigabytes is not ours.
 *
 * Returns: %FALSE with HBK_ERROR_LIMIT when it is not
 */
gboolean
hbk_backup_archive_can_hold (HbkBackupArchive *self, guint64 size, GError **error)
{
  if (size <= MEBIBYTE || size / HBK_BACKUP_MAX_RATIO <= self->size)
    return TRUE;

  g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _ ("%s: A small part of it would grow beyond all measure. This is not a backup that Hourbook made; use another."), self->name);
  return FALSE;
}

/*
 * hbk_backup_part_stream:
 * @part: a file of an archive
 * @func: (scope call): whom to give the bytes
 * @user_data: what to pass on
 * @error: return location for an error
 *
 * Unpacks a file, no further than the size it says, and only when that is in proportion to the archive.
 *
 * Returns: %FALSE on error
 */
gboolean
hbk_backup_part_stream (const HbkBackupPart *part, HbkBackupDataFunc func, gpointer user_data, GError **error)
{
  guint64 done = 0;

  if (!hbk_backup_archive_can_hold (part->archive, part->size, error))
    return FALSE;

  for (;;)
    {
      const void *data;
      size_t      length;
      la_int64_t  offset;
      int         result = archive_read_data_block (part->reader, &data, &length, &offset);

      if (result == ARCHIVE_EOF)
        break;
      if (result != ARCHIVE_OK || (guint64) offset != done || length > part->size - done)
        return hbk_backup_archive_set_damaged (part->archive, error);

      done += length;
      if (!func (data, length, user_data, error))
        return FALSE;
    }

  return done == part->size || hbk_backup_archive_set_damaged (part->archive, error);
}
