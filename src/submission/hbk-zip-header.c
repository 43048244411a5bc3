/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-zip-header.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#include "submission/hbk-zip-file.h"

/* APPNOTE.TXT of PKWARE, 4.3.7 and 4.3.12. */
#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define CENTRAL_HEADER_SIZE 46

/* 4.5.3 and 4.6.9. */
#define EXTRA_ZIP64 0x0001
#define EXTRA_UNICODE_NAME 0x7075
#define UNICODE_NAME_HEAD 5

/* Takes one number out of the extension, if the header says that it stands there. */
static gboolean
take_64 (guint64 *number, const guint8 **bytes, gsize *length)
{
  if (*number != G_MAXUINT32)
    return TRUE;
  if (*length < 8)
    return FALSE;

  *number = hbk_zip_get_64 (*bytes);
  *bytes += 8;
  *length -= 8;

  return TRUE;
}

/* It has exactly the numbers that are not in the header; a local header has both sizes or none. */
static const char *
read_zip64 (HbkZipHeader *self, gboolean is_local, const guint8 *bytes, gsize length)
{
  if (is_local && (self->size == G_MAXUINT32) != (self->packed_size == G_MAXUINT32))
    return _("It tells its size in two ways.");

  self->is_zip64 = self->size == G_MAXUINT32 || self->packed_size == G_MAXUINT32;
  if (!take_64 (&self->size, &bytes, &length) || !take_64 (&self->packed_size, &bytes, &length) || !take_64 (&self->offset, &bytes, &length))
    return _("Its header is damaged.");
  if (self->disk == G_MAXUINT16 && length == 4)
    {
      self->disk = hbk_zip_get_32 (bytes);
      length = 0;
    }

  return length == 0 ? NULL : _("It tells its size in two ways.");
}

/* A second name that some programs take instead of the first. */
static const char *
check_unicode_name (const HbkZipHeader *self, const guint8 *bytes, gsize length)
{
  if (length == UNICODE_NAME_HEAD + self->name_length && bytes[0] == 1 &&
      hbk_zip_get_32 (bytes + 1) == crc32_z (0, (const guint8 *) self->name, self->name_length) &&
      memcmp (bytes + UNICODE_NAME_HEAD, self->name, self->name_length) == 0)
    return NULL;

  return _("It has two names.");
}

static const char *
read_extra (HbkZipHeader *self, gboolean is_local, const guint8 *bytes, gsize length)
{
  gboolean has_zip64 = FALSE;

  while (length > 0)
    {
      const char *what = NULL;
      guint16     kind, size;

      if (length < 4 || (size = hbk_zip_get_16 (bytes + 2)) > length - 4)
        return _("Its header is damaged.");

      kind = hbk_zip_get_16 (bytes);
      if (kind == EXTRA_ZIP64 && has_zip64)
        what = _("It tells its size in two ways.");
      else if (kind == EXTRA_ZIP64)
        what = read_zip64 (self, is_local, bytes + 4, size);
      else if (kind == EXTRA_UNICODE_NAME)
        what = check_unicode_name (self, bytes + 4, size);
      if (what != NULL)
        return what;

      has_zip64 = has_zip64 || kind == EXTRA_ZIP64;
      bytes += 4 + size;
      length -= 4 + (gsize) size;
    }
  if (!has_zip64 && (self->size == G_MAXUINT32 || self->packed_size == G_MAXUINT32 || self->offset == G_MAXUINT32))
    return _("Its header is damaged.");

  return NULL;
}

/* What both kinds of headers share, from the flags to the lengths. */
static void
read_common (HbkZipHeader *self, const guint8 *bytes)
{
  memset (self, 0, sizeof *self);
  self->flags = hbk_zip_get_16 (bytes);
  self->method = hbk_zip_get_16 (bytes + 2);
  self->crc = hbk_zip_get_32 (bytes + 8);
  self->packed_size = hbk_zip_get_32 (bytes + 12);
  self->size = hbk_zip_get_32 (bytes + 16);
  self->name_length = hbk_zip_get_16 (bytes + 20);
}

/**
 * hbk_zip_header_read_central:
 * @self: (out): where to put what it says; the name points into @bytes
 * @bytes: (array length=length): the directory, from a header on
 * @length: how many bytes are left of it
 *
 * Reads a header in the directory. When it is damaged, the name may be %NULL.
 *
 * Returns: (nullable): what is wrong, or %NULL
 */
const char *
hbk_zip_header_read_central (HbkZipHeader *self, const guint8 *bytes, gsize length)
{
  gsize extra_length;

  memset (self, 0, sizeof *self);
  if (length < CENTRAL_HEADER_SIZE || hbk_zip_get_32 (bytes) != CENTRAL_HEADER)
    return _("Its directory is damaged.");

  read_common (self, bytes + 8);
  extra_length = hbk_zip_get_16 (bytes + 30);
  self->disk = hbk_zip_get_16 (bytes + 34);
  self->attributes = hbk_zip_get_32 (bytes + 38);
  self->offset = hbk_zip_get_32 (bytes + 42);
  self->length = CENTRAL_HEADER_SIZE + self->name_length + extra_length + hbk_zip_get_16 (bytes + 32);
  if (self->length > length)
    return _("Its directory is damaged.");

  self->name = (const char *) bytes + CENTRAL_HEADER_SIZE;
  return read_extra (self, FALSE, bytes + CENTRAL_HEADER_SIZE + self->name_length, extra_length);
}

/**
 * hbk_zip_header_get_local_length:
 * @bytes: (array fixed-size=30): the beginning of a header before an entry
 *
 * Tells how long the header is with the name and all that belongs to it.
 *
 * Returns: how many bytes; 0 when this is no such header
 */
gsize
hbk_zip_header_get_local_length (const guint8 *bytes)
{
  if (hbk_zip_get_32 (bytes) != LOCAL_HEADER)
    return 0;

  return HBK_ZIP_LOCAL_HEADER_SIZE + (gsize) hbk_zip_get_16 (bytes + 26) + hbk_zip_get_16 (bytes + 28);
}

/**
 * hbk_zip_header_read_local:
 * @self: (out): where to put what it says; the name points into @bytes
 * @bytes: the whole header, as long as hbk_zip_header_get_local_length() tells
 *
 * Reads a header before an entry.
 *
 * Returns: (nullable): what is wrong, or %NULL
 */
const char *
hbk_zip_header_read_local (HbkZipHeader *self, const guint8 *bytes)
{
  read_common (self, bytes + 6);
  self->name = (const char *) bytes + HBK_ZIP_LOCAL_HEADER_SIZE;
  self->length = hbk_zip_header_get_local_length (bytes);

  return read_extra (self, TRUE, bytes + HBK_ZIP_LOCAL_HEADER_SIZE + self->name_length, hbk_zip_get_16 (bytes + 28));
}
