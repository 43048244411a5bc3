/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-zip-reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"

#define MEBIBYTE (1024 * 1024)

/* How many entries there may be. */
#define ENTRIES_MAX 2000

/* How large a part may be. */
#define PART_MAX (64 * MEBIBYTE)

/* How much all parts that are read may have together, however often the same bytes of the archive stand for them. */
#define TOTAL_MAX (256 * MEBIBYTE)

/* How many bytes one byte of the archive may stand for, in a part larger than this. */
#define RATIO_MAX 200
#define RATIO_FREE MEBIBYTE

/* How much of a name a message shows. */
#define NAME_CHARS 80

struct _HbkZipReader
{
  GBytes     *bytes;
  GHashTable *parts; /* name in small letters → position + 1 of the entry */
  gsize       total; /* bytes given out so far */
};

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, HBK_ERROR, HBK_ERROR_SYNTAX, _("The file is damaged or incomplete. Fetch it again, or open it in a spreadsheet and save it anew."));

  return FALSE;
}

static gboolean
set_too_large (GError **error)
{
  g_set_error_literal (error, HBK_ERROR, HBK_ERROR_LIMIT, _("The file unpacks to more than Hourbook reads. Copy the rows that matter to a new file."));

  return FALSE;
}

static struct archive *
open_archive (HbkZipReader *self)
{
  struct archive *archive = archive_read_new ();
  gsize           size;
  const void     *data = g_bytes_get_data (self->bytes, &size);

  /* By the directory at the end, never by guessing along the bytes; no other format and no filter. */
  if (archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK || archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    g_clear_pointer (&archive, archive_read_free);

  return archive;
}

/* Part names differ by more than the case of letters, and some writers separate folders as Windows does. */
static char *
dup_key (const char *name)
{
  char *key = g_ascii_strdown (*name == '/' ? name + 1 : name, -1);

  return g_strdelimit (key, "\\", '/');
}

static gboolean
check_entry (struct archive *archive, struct archive_entry *entry, GError **error)
{
  const char *format = archive_format_name (archive);

  if (archive_entry_is_encrypted (entry))
    {
      g_set_error_literal (error, HBK_ERROR, HBK_ERROR_FORMAT, _("The file is protected by a password. Open it in a spreadsheet and save it without one, as XLSX or CSV."));
      return FALSE;
    }

  /* libarchive unpacks more than a spreadsheet may use; what it does not need is not let in. */
  if (format == NULL || (strstr (format, "(deflation)") == NULL && strstr (format, "(uncompressed)") == NULL))
    {
      g_set_error_literal (error, HBK_ERROR, HBK_ERROR_FORMAT, _("The file is packed in an unusual way. Open it in a spreadsheet and save it anew as XLSX or CSV."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
list_entry (HbkZipReader *self, struct archive_entry *entry, guint position, GError **error)
{
  const char      *name = archive_entry_pathname (entry);
  g_autofree char *key = NULL;
  g_autofree char *shown = NULL;

  if (name == NULL || archive_entry_filetype (entry) != AE_IFREG)
    return TRUE;

  key = dup_key (name);
  if (g_hash_table_insert (self->parts, g_strdup (key), GUINT_TO_POINTER (position + 1)))
    return TRUE;

  shown = hbk_text_escape (key, -1, NAME_CHARS);
  g_set_error (error, HBK_ERROR, HBK_ERROR_DUPLICATE, _("The file holds the part “%s” twice. Open it in a spreadsheet and save it anew."), shown);

  return FALSE;
}

static gboolean
list_entries (HbkZipReader *self, struct archive *archive, GError **error)
{
  for (guint position = 0;; position++)
    {
      struct archive_entry *entry;
      int                   result = archive_read_next_header (archive, &entry);

      if (result == ARCHIVE_EOF)
        return position > 0 || set_damaged (error);
      /* A name that is not in the encoding of the locale is a warning, and no part of a spreadsheet. */
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        return set_damaged (error);
      if (position >= ENTRIES_MAX)
        return set_too_large (error);
      if (!check_entry (archive, entry, error) || !list_entry (self, entry, position, error))
        return FALSE;
    }
}

static GBytes *
read_data (HbkZipReader *self, struct archive *archive, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gint64 begin = archive_filter_bytes (archive, -1);

  for (;;)
    {
      const void *block;
      size_t      size;
      la_int64_t  offset;
      int         result = archive_read_data_block (archive, &block, &size, &offset);
      gint64      packed = archive_filter_bytes (archive, -1) - begin;

      if (result == ARCHIVE_EOF)
        return g_byte_array_free_to_bytes (g_steal_pointer (&data));
      if (result != ARCHIVE_OK || offset != (la_int64_t) data->len)
        {
          set_damaged (error);
          return NULL;
        }

      self->total += size;
      if (size > PART_MAX - data->len || self->total > TOTAL_MAX)
        {
          set_too_large (error);
          return NULL;
        }

      g_byte_array_append (data, block, (guint) size);
      if (data->len > RATIO_FREE && (gint64) data->len > packed * RATIO_MAX)
        {
          set_too_large (error);
          return NULL;
        }
    }
}

/**
 * hbk_zip_reader_new:
 * @bytes: the bytes of an archive
 * @error: where to put a #GError, or %NULL
 *
 * Opens an archive and looks at the names in it; nothing is unpacked yet.
 *
 * Refused are archives that are damaged, have a name twice or more than 2000 entries, are encrypted, or packed otherwise than
 * stored or deflated.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with @error set
 */
HbkZipReader *
hbk_zip_reader_new (GBytes *bytes, GError **error)
{
  g_autoptr (HbkZipReader) self = NULL;
  struct archive *archive;
  gboolean        listed;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (HbkZipReader, 1);
  self->bytes = g_bytes_ref (bytes);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  archive = open_archive (self);
  if (archive == NULL)
    {
      set_damaged (error);
      return NULL;
    }

  listed = list_entries (self, archive, error);
  archive_read_free (archive);

  return listed ? g_steal_pointer (&self) : NULL;
}

/**
 * hbk_zip_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Closes an archive.
 */
void
hbk_zip_reader_free (HbkZipReader *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->parts);
  g_free (self);
}

/**
 * hbk_zip_reader_has:
 * @self: a reader
 * @name: the name of a part, such as `xl/workbook.xml`, in any case and with or without a slash before it
 *
 * Says whether there is a part of a name.
 *
 * Returns: %TRUE when there is
 */
gboolean
hbk_zip_reader_has (const HbkZipReader *self, const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  key = dup_key (name);

  return g_hash_table_contains (self->parts, key);
}

/**
 * hbk_zip_reader_read:
 * @self: a reader
 * @name: the name of a part, such as `xl/workbook.xml`, in any case and with or without a slash before it
 * @error: where to put a #GError, or %NULL
 *
 * Unpacks a part into memory.
 *
 * A part larger than 64 MiB, one of more than 1 MiB whose bytes stand for more than 200 each, and more than 256 MiB in all are
 * refused with %HBK_ERROR_LIMIT, a damaged one with %HBK_ERROR_SYNTAX, one that is not there with %HBK_ERROR_MISSING.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL with @error set
 */
GBytes *
hbk_zip_reader_read (HbkZipReader *self, const char *name, GError **error)
{
  g_autofree char *key = NULL;
  g_autofree char *shown = NULL;
  struct archive  *archive;
  guint            position;
  GBytes          *data = NULL;
  int              result = ARCHIVE_OK;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  key = dup_key (name);
  position = GPOINTER_TO_UINT (g_hash_table_lookup (self->parts, key));
  if (position == 0)
    {
      shown = hbk_text_escape (name, -1, NAME_CHARS);
      g_set_error (error, HBK_ERROR, HBK_ERROR_MISSING, _("The file lacks the part “%s”. Open it in a spreadsheet and save it anew."), shown);
      return NULL;
    }

  archive = open_archive (self);
  g_assert (archive != NULL);
  for (guint i = 0; i < position && result >= ARCHIVE_WARN; i++)
    {
      struct archive_entry *entry;

      result = archive_read_next_header (archive, &entry);
    }

  if (result >= ARCHIVE_WARN && result != ARCHIVE_EOF)
    data = read_data (self, archive, error);
  else
    set_damaged (error);
  archive_read_free (archive);

  return data;
}
