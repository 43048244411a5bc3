/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* O_DIRECT */

#include "config.h"

#include "submission/hbk-zip-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "disk/hbk-file-io.h"
#include "disk/hbk-write-behind.h"

/* The numbers of PKWARE's description of the format. */
#define LOCAL_SIGNATURE 0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE 0x06054b50
#define END64_SIGNATURE 0x06064b50
#define LOCATOR64_SIGNATURE 0x07064b50
#define LOCAL_CRC_PLACE 14
#define VERSION 20
#define VERSION64 45
#define FLAG_UTF8 (1 << 11)
#define EXTRA64 1
#define END64_REST 44
/* Made on Unix; a regular file that everybody may read. */
#define MADE_BY (3 << 8)
#define ATTRIBUTES (0100644u << 16)
#define MAX16 0xffff
#define MAX32 0xffffffff

typedef struct
{
  char   *name;
  guint64 offset;
  guint64 size;
  guint32 crc;
} Entry;

struct _HbkZipWriter
{
  HbkTempFile    *file;
  HbkWriteBehind *behind;
  GArray         *entries;
  guint16         dos_date;

  guint8 *block;
  gsize   fill;
  guint64 offset;
  guint64 left;
};

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->name);
}

/* ---- Bytes ---- */

static void
add16 (GByteArray *bytes, guint value)
{
  guint8 little[2] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (bytes, little, sizeof little);
}

static void
add32 (GByteArray *bytes, guint32 value)
{
  add16 (bytes, value & MAX16);
  add16 (bytes, value >> 16);
}

static void
add64 (GByteArray *bytes, guint64 value)
{
  add32 (bytes, value & MAX32);
  add32 (bytes, value >> 32);
}

static gboolean
put (HbkZipWriter *self, gconstpointer data, gsize length)
{
  const guint8 *next = data;

  while (length > 0)
    {
      gsize   room;
      guint8 *place = hbk_zip_writer_get_room (self, &room);
      gsize   n = MIN (room, length);

      if (place == NULL)
        return FALSE;
      memcpy (place, next, n);
      self->fill += n;
      self->offset += n;
      next += n;
      length -= n;
    }

  return TRUE;
}

/* ---- Headers ---- */

/* What local and central headers have in common, from the version that is needed to the length of the name. */
static void
add_common (HbkZipWriter *self, GByteArray *bytes, const Entry *entry, gboolean is_large)
{
  guint32 size = entry->size >= MAX32 ? MAX32 : (guint32) entry->size;

  add16 (bytes, is_large ? VERSION64 : VERSION);
  add16 (bytes, FLAG_UTF8);
  add16 (bytes, 0);
  add16 (bytes, 0);
  add16 (bytes, self->dos_date);
  add32 (bytes, entry->crc);
  add32 (bytes, size);
  add32 (bytes, size);
  add16 (bytes, (guint) strlen (entry->name));
}

static gboolean
write_local (HbkZipWriter *self, const Entry *entry)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean is_large = entry->size >= MAX32;

  add32 (bytes, LOCAL_SIGNATURE);
  add_common (self, bytes, entry, is_large);
  add16 (bytes, is_large ? 20 : 0);
  g_byte_array_append (bytes, (const guint8 *) entry->name, (guint) strlen (entry->name));
  if (is_large)
    {
      add16 (bytes, EXTRA64);
      add16 (bytes, 16);
      add64 (bytes, entry->size);
      add64 (bytes, entry->size);
    }

  return put (self, bytes->data, bytes->len);
}

static gboolean
write_central (HbkZipWriter *self, const Entry *entry)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GByteArray) extra = g_byte_array_new ();

  if (entry->size >= MAX32)
    {
      add64 (extra, entry->size);
      add64 (extra, entry->size);
    }
  if (entry->offset >= MAX32)
    add64 (extra, entry->offset);

  add32 (bytes, CENTRAL_SIGNATURE);
  add16 (bytes, MADE_BY | (extra->len > 0 ? VERSION64 : VERSION));
  add_common (self, bytes, entry, extra->len > 0);
  add16 (bytes, extra->len > 0 ? 4 + extra->len : 0);
  add16 (bytes, 0);
  add16 (bytes, 0);
  add16 (bytes, 0);
  add32 (bytes, ATTRIBUTES);
  add32 (bytes, entry->offset >= MAX32 ? MAX32 : (guint32) entry->offset);
  g_byte_array_append (bytes, (const guint8 *) entry->name, (guint) strlen (entry->name));
  if (extra->len > 0)
    {
      add16 (bytes, EXTRA64);
      add16 (bytes, extra->len);
      g_byte_array_append (bytes, extra->data, extra->len);
    }

  return put (self, bytes->data, bytes->len);
}

static void
add_end64 (GByteArray *bytes, guint64 n, guint64 start, guint64 size)
{
  add32 (bytes, END64_SIGNATURE);
  add64 (bytes, END64_REST);
  add16 (bytes, MADE_BY | VERSION64);
  add16 (bytes, VERSION64);
  add32 (bytes, 0);
  add32 (bytes, 0);
  add64 (bytes, n);
  add64 (bytes, n);
  add64 (bytes, size);
  add64 (bytes, start);
  add32 (bytes, LOCATOR64_SIGNATURE);
  add32 (bytes, 0);
  add64 (bytes, start + size);
  add32 (bytes, 1);
}

static gboolean
write_directory (HbkZipWriter *self)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint64 start = self->offset, size;
  guint   n = self->entries->len;

  for (guint i = 0; i < n; i++)
    if (!write_central (self, &g_array_index (self->entries, Entry, i)))
      return FALSE;

  size = self->offset - start;
  if (n >= MAX16 || start >= MAX32 || size >= MAX32)
    add_end64 (bytes, n, start, size);
  add32 (bytes, END_SIGNATURE);
  add16 (bytes, 0);
  add16 (bytes, 0);
  add16 (bytes, MIN (n, MAX16));
  add16 (bytes, MIN (n, MAX16));
  add32 (bytes, (guint32) MIN (size, MAX32));
  add32 (bytes, (guint32) MIN (start, MAX32));
  add16 (bytes, 0);

  return put (self, bytes->data, bytes->len);
}

/* The checksums are known only after the data. */
static gboolean
complete_headers (HbkZipWriter *self)
{
  int fd = hbk_temp_file_get_fd (self->file);
  int flags = fcntl (fd, F_GETFL);

  /* Four bytes cannot go past the system's memory. */
  if (flags < 0 || fcntl (fd, F_SETFL, flags & ~O_DIRECT) != 0)
    return FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      guint32      crc = GUINT32_TO_LE (entry->crc);
      gssize       n = pwrite (fd, &crc, sizeof crc, (off_t) (entry->offset + LOCAL_CRC_PLACE));

      if (n != sizeof crc)
        {
          errno = n < 0 ? errno : EIO;
          return FALSE;
        }
    }

  return TRUE;
}

/* ---- Public ---- */

/**
 * hbk_zip_writer_new:
 * @file: an empty file; it must stay as long as this, and is not to be touched meanwhile
 * @date: the day that all files in it are said to be from
 *
 * Begins a ZIP.
 *
 * Returns: (transfer full): the writer
 */
HbkZipWriter *
hbk_zip_writer_new (HbkTempFile *file, HbkDate date)
{
  HbkZipWriter *self;
  int           year, month, day;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (HbkZipWriter, 1);
  self->file = file;
  self->behind = hbk_write_behind_new (file, HBK_FILE_IO_BLOCK);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);

  /* The format knows the years from 1980 to 2107. */
  hbk_date_split (date, &year, &month, &day);
  self->dos_date = (guint16) ((CLAMP (year, 1980, 2107) - 1980) << 9 | month << 5 | day);

  return self;
}

/**
 * hbk_zip_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer. What was not finished is no ZIP.
 */
void
hbk_zip_writer_free (HbkZipWriter *self)
{
  int code = errno;

  g_return_if_fail (self != NULL);

  hbk_write_behind_free (self->behind);
  g_array_unref (self->entries);
  g_free (self);
  errno = code;
}

/**
 * hbk_zip_writer_begin:
 * @self: a writer between two files
 * @name: the name of the next file, UTF-8 with slashes
 * @size: how many bytes it has
 *
 * Begins a file.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_zip_writer_begin (HbkZipWriter *self, const char *name, guint64 size)
{
  Entry entry = { .name = NULL };

  g_return_val_if_fail (self != NULL && self->left == 0, FALSE);
  g_return_val_if_fail (name != NULL && strlen (name) < MAX16, FALSE);

  entry.name = g_strdup (name);
  entry.offset = self->offset;
  entry.size = size;
  g_array_append_val (self->entries, entry);
  self->left = size;

  return write_local (self, &entry);
}

/**
 * hbk_zip_writer_get_room:
 * @self: a writer
 * @room: (out): how many bytes there is room for, at least one
 *
 * Gets where the next bytes may be read into, which spares a copy; then call [method@ZipWriter.advance].
 *
 * Returns: (nullable): the place, owned by @self, or %NULL and errno when writing has failed
 */
guint8 *
hbk_zip_writer_get_room (HbkZipWriter *self, gsize *room)
{
  g_return_val_if_fail (self != NULL && room != NULL, NULL);

  if (self->block != NULL && self->fill == HBK_FILE_IO_BLOCK)
    {
      hbk_write_behind_push (self->behind, self->fill);
      self->block = NULL;
    }
  if (self->block == NULL)
    {
      self->block = hbk_write_behind_get_block (self->behind);
      self->fill = 0;
    }

  *room = HBK_FILE_IO_BLOCK - self->fill;
  return self->block != NULL ? self->block + self->fill : NULL;
}

/**
 * hbk_zip_writer_advance:
 * @self: a writer in a file
 * @length: how many bytes lie in the room that was got last
 *
 * Takes bytes of a file.
 *
 * Returns: %FALSE and EFBIG when the file gets longer than was said
 */
gboolean
hbk_zip_writer_advance (HbkZipWriter *self, gsize length)
{
  Entry *entry;

  g_return_val_if_fail (self != NULL && self->entries->len > 0, FALSE);
  g_return_val_if_fail (self->block != NULL && length <= HBK_FILE_IO_BLOCK - self->fill, FALSE);

  if (length > self->left)
    {
      errno = EFBIG;
      return FALSE;
    }

  entry = &g_array_index (self->entries, Entry, self->entries->len - 1);
  entry->crc = (guint32) crc32_z (entry->crc, self->block + self->fill, length);
  self->fill += length;
  self->offset += length;
  self->left -= length;

  return TRUE;
}

/**
 * hbk_zip_writer_write:
 * @self: a writer in a file
 * @data: (array length=length): the next bytes
 * @length: how many
 *
 * Writes bytes of a file.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_zip_writer_write (HbkZipWriter *self, gconstpointer data, gsize length)
{
  const guint8 *next = data;

  g_return_val_if_fail (self != NULL && (data != NULL || length == 0), FALSE);

  while (length > 0)
    {
      gsize   room;
      guint8 *place = hbk_zip_writer_get_room (self, &room);
      gsize   n = MIN (room, length);

      if (place == NULL)
        return FALSE;
      memcpy (place, next, n);
      if (!hbk_zip_writer_advance (self, n))
        return FALSE;
      next += n;
      length -= n;
    }

  return TRUE;
}

/**
 * hbk_zip_writer_end:
 * @self: a writer in a file
 *
 * Ends a file.
 *
 * Returns: %FALSE and ENODATA when it is shorter than was said
 */
gboolean
hbk_zip_writer_end (HbkZipWriter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  errno = ENODATA;
  return self->left == 0;
}

/**
 * hbk_zip_writer_finish:
 * @self: a writer between two files
 *
 * Writes what comes at the end. That it is on the disk is for the caller to make sure of.
 *
 * Returns: %FALSE and errno on error
 */
gboolean
hbk_zip_writer_finish (HbkZipWriter *self)
{
  g_return_val_if_fail (self != NULL && self->left == 0, FALSE);

  if (!write_directory (self))
    return FALSE;
  if (self->block != NULL && self->fill > 0)
    hbk_write_behind_push (self->behind, self->fill);
  self->block = NULL;

  return hbk_write_behind_finish (self->behind) && complete_headers (self);
}
