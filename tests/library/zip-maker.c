/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "zip-maker.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/stat.h>

/* APPNOTE.TXT of PKWARE, 4.3. */
#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_RECORD 0x06054b50
#define VERSION 20
#define BY_UNIX (3 << 8)
#define STORED 0
#define DEFLATED 8

static void
put_16 (GByteArray *bytes, guint16 number)
{
  number = GUINT16_TO_LE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

static void
put_32 (GByteArray *bytes, guint32 number)
{
  number = GUINT32_TO_LE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

static guint32
compute_crc (const guint8 *data, gsize length)
{
  guint32 crc = G_MAXUINT32;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
  return ~crc;
}

static GBytes *
pack (GBytes *plain)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9);
  g_autoptr (GError) error = NULL;
  GBytes *packed = g_converter_convert_bytes (G_CONVERTER (compressor), plain, &error);

  g_assert_no_error (error);
  return packed;
}

/* What the local header and the one in the directory share. */
static void
put_common (GByteArray *zip, const HbkZipPart *part, guint32 crc, gsize packed_length)
{
  put_16 (zip, VERSION);
  put_16 (zip, part->flags);
  put_16 (zip, part->is_packed ? DEFLATED : STORED);
  put_32 (zip, 0x00210000); /* the first of January 1980, midnight */
  put_32 (zip, crc);
  put_32 (zip, (guint32) packed_length);
  put_32 (zip, part->size != 0 ? part->size : (guint32) part->length);
  put_16 (zip, (guint16) strlen (part->name));
  put_16 (zip, 0);
}

static void
put_part (GByteArray *zip, GByteArray *directory, const HbkZipPart *part)
{
  g_autofree guint8 *zeros = part->data == NULL ? g_malloc0 (part->length + 1) : NULL;
  const guint8      *data = part->data != NULL ? part->data : zeros;
  g_autoptr (GBytes) plain = g_bytes_new (data, part->length);
  g_autoptr (GBytes) content = part->is_packed ? pack (plain) : g_bytes_ref (plain);
  gsize   length = g_bytes_get_size (content);
  guint32 crc = compute_crc (data, part->length);
  guint   offset = zip->len;

  put_32 (zip, LOCAL_HEADER);
  put_common (zip, part, crc, length);
  g_byte_array_append (zip, (const guint8 *) part->name, (guint) strlen (part->name));
  if (length > 0)
    g_byte_array_append (zip, g_bytes_get_data (content, NULL), (guint) length);

  put_32 (directory, CENTRAL_HEADER);
  put_16 (directory, BY_UNIX | VERSION);
  put_common (directory, part, crc, length);
  put_16 (directory, 0);
  put_16 (directory, 0);
  put_16 (directory, 0);
  put_32 (directory, (guint32) (part->mode != 0 ? part->mode : S_IFREG | 0600) << 16);
  put_32 (directory, offset);
  g_byte_array_append (directory, (const guint8 *) part->name, (guint) strlen (part->name));
}

/**
 * hbk_zip_make:
 * @parts: (array length=n_parts): the files
 * @n_parts: how many
 *
 * Makes a ZIP, right or wrong as it is told.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
hbk_zip_make (const HbkZipPart *parts, guint n_parts)
{
  GByteArray *zip = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  guint offset;

  for (guint i = 0; i < n_parts; i++)
    put_part (zip, directory, &parts[i]);

  offset = zip->len;
  g_byte_array_append (zip, directory->data, directory->len);
  put_32 (zip, END_RECORD);
  put_32 (zip, 0);
  put_16 (zip, (guint16) n_parts);
  put_16 (zip, (guint16) n_parts);
  put_32 (zip, directory->len);
  put_32 (zip, offset);
  put_16 (zip, 0);
  return g_byte_array_free_to_bytes (zip);
}
