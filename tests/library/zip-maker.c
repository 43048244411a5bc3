/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "zip-maker.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/stat.h>

/* APPNOTE.TXT of PKWARE, 4.3. */
#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define DATA_DESCRIPTOR 0x08074b50
#define END64_RECORD 0x06064b50
#define END64_LOCATOR 0x07064b50
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

static void
put_64 (GByteArray *bytes, guint64 number)
{
  number = GUINT64_TO_LE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

static void
put_text (GByteArray *bytes, const char *text)
{
  if (text != NULL)
    g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
}

/* A ZIP while it is made, and where its records lie. */
typedef struct
{
  GByteArray *zip;
  GByteArray *directory;
  GArray     *local;      /* guint */
  GArray     *descriptor; /* guint */
  GArray     *central;    /* guint, from the beginning of the directory */
  guint       offset;     /* of the directory */
  guint       end64;
  guint       locator;
  guint       end;
} Maker;

/* What the local header and the one in the directory share. */
static void
put_common (GByteArray *zip, const HbkZipPart *part, const char *name, guint32 crc, gsize packed_length)
{
  put_16 (zip, VERSION);
  put_16 (zip, part->flags);
  put_16 (zip, part->is_packed ? DEFLATED : STORED);
  put_32 (zip, 0x00210000); /* the first of January 1980, midnight */
  put_32 (zip, crc);
  put_32 (zip, part->is_zip64 ? G_MAXUINT32 : (guint32) packed_length);
  put_32 (zip, part->is_zip64 ? G_MAXUINT32 : part->size != 0 ? part->size
                                                              : (guint32) part->length);
  put_16 (zip, (guint16) strlen (name));
  put_16 (zip, (guint16) (part->extra_length + (part->is_zip64 ? 20 : 0)));
}

static void
put_extra (GByteArray *zip, const HbkZipPart *part, gsize packed_length)
{
  if (part->is_zip64)
    {
      put_16 (zip, 1);
      put_16 (zip, 16);
      put_64 (zip, part->size != 0 ? part->size : part->length);
      put_64 (zip, packed_length);
    }
  if (part->extra_length > 0)
    g_byte_array_append (zip, part->extra, part->extra_length);
}

static void
put_descriptor (GByteArray *zip, const HbkZipPart *part, guint32 crc, gsize packed_length)
{
  if (part->descriptor == 16 || part->descriptor == 24)
    put_32 (zip, DATA_DESCRIPTOR);
  put_32 (zip, crc);
  if (part->descriptor == 20 || part->descriptor == 24)
    {
      put_64 (zip, packed_length);
      put_64 (zip, part->length);
    }
  else
    {
      put_32 (zip, (guint32) packed_length);
      put_32 (zip, (guint32) part->length);
    }
}

static void
put_local (Maker *self, const HbkZipPart *part, GBytes *content, guint32 crc)
{
  gsize       length = g_bytes_get_size (content);
  const char *name = part->local_name != NULL ? part->local_name : part->name;

  g_array_append_val (self->local, self->zip->len);
  put_32 (self->zip, LOCAL_HEADER);
  put_common (self->zip, part, name, crc, length);
  put_text (self->zip, name);
  put_extra (self->zip, part, length);
  if (length > 0)
    g_byte_array_append (self->zip, g_bytes_get_data (content, NULL), (guint) length);

  g_array_append_val (self->descriptor, self->zip->len);
  if (part->descriptor != 0)
    put_descriptor (self->zip, part, crc, length);
  put_text (self->zip, part->behind);
}

static void
put_central (Maker *self, const HbkZipPart *part, gsize length, guint32 crc, guint offset)
{
  GByteArray *directory = self->directory;

  g_array_append_val (self->central, directory->len);
  put_32 (directory, CENTRAL_HEADER);
  put_16 (directory, BY_UNIX | VERSION);
  put_common (directory, part, part->name, crc, length);
  put_16 (directory, 0);
  put_16 (directory, 0);
  put_16 (directory, 0);
  put_32 (directory, (guint32) (part->mode != 0 ? part->mode : S_IFREG | 0600) << 16);
  put_32 (directory, offset);
  put_text (directory, part->name);
  put_extra (directory, part, length);
}

static void
put_part (Maker *self, const HbkZipPart *part)
{
  g_autofree guint8 *zeros = part->data == NULL ? g_malloc0 (part->length + 1) : NULL;
  const guint8      *data = part->data != NULL ? part->data : zeros;
  g_autoptr (GBytes) plain = g_bytes_new (data, part->length);
  g_autoptr (GBytes) content = part->is_packed ? pack (plain) : g_bytes_ref (plain);
  guint32 crc = compute_crc (data, part->length);
  guint   offset = self->zip->len;

  put_local (self, part, content, crc);
  put_central (self, part, g_bytes_get_size (content), crc, offset);
}

static void
put_end64 (Maker *self, guint n_parts)
{
  self->end64 = self->zip->len;
  put_32 (self->zip, END64_RECORD);
  put_64 (self->zip, 44);
  put_16 (self->zip, BY_UNIX | VERSION);
  put_16 (self->zip, VERSION);
  put_32 (self->zip, 0);
  put_32 (self->zip, 0);
  put_64 (self->zip, n_parts);
  put_64 (self->zip, n_parts);
  put_64 (self->zip, self->directory->len);
  put_64 (self->zip, self->offset);

  self->locator = self->zip->len;
  put_32 (self->zip, END64_LOCATOR);
  put_32 (self->zip, 0);
  put_64 (self->zip, self->end64);
  put_32 (self->zip, 1);
}

static void
put_end (Maker *self, guint n_parts, const HbkZipShape *shape)
{
  self->end = self->zip->len;
  put_32 (self->zip, END_RECORD);
  put_32 (self->zip, 0);
  put_16 (self->zip, shape->is_zip64 ? G_MAXUINT16 : (guint16) n_parts);
  put_16 (self->zip, shape->is_zip64 ? G_MAXUINT16 : (guint16) n_parts);
  put_32 (self->zip, shape->is_zip64 ? G_MAXUINT32 : self->directory->len);
  put_32 (self->zip, shape->is_zip64 ? G_MAXUINT32 : self->offset);
  put_16 (self->zip, shape->comment_length);
  if (shape->comment_length > 0)
    g_byte_array_append (self->zip, (const guint8 *) shape->comment, shape->comment_length);
}

static guint
find_record (const Maker *self, const HbkZipFlaw *flaw)
{
  switch (flaw->record)
    {
    case HBK_ZIP_LOCAL:
      return g_array_index (self->local, guint, flaw->part);
    case HBK_ZIP_DESCRIPTOR:
      return g_array_index (self->descriptor, guint, flaw->part);
    case HBK_ZIP_CENTRAL:
      return self->offset + g_array_index (self->central, guint, flaw->part);
    case HBK_ZIP_END64:
      return self->end64;
    case HBK_ZIP_LOCATOR:
      return self->locator;
    case HBK_ZIP_END:
      return self->end;
    default:
      g_assert_not_reached ();
    }
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
  static const HbkZipShape plain = { 0 };

  return hbk_zip_make_shaped (parts, n_parts, &plain);
}

/**
 * hbk_zip_make_shaped:
 * @parts: (array length=n_parts): the files
 * @n_parts: how many
 * @shape: what else there is
 *
 * Makes a ZIP that is wrong in more ways than its files can be.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
hbk_zip_make_shaped (const HbkZipPart *parts, guint n_parts, const HbkZipShape *shape)
{
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  g_autoptr (GArray) local = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) descriptor = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) central = g_array_new (FALSE, FALSE, sizeof (guint));
  Maker self = { .zip = g_byte_array_new (), .directory = directory, .local = local, .descriptor = descriptor, .central = central };

  put_text (self.zip, shape->front);
  for (guint i = 0; i < n_parts; i++)
    put_part (&self, &parts[i]);
  put_text (self.zip, shape->middle);

  self.offset = self.zip->len;
  g_byte_array_append (self.zip, directory->data, directory->len);
  put_text (self.zip, shape->tail);
  if (shape->is_zip64)
    put_end64 (&self, n_parts);
  put_end (&self, n_parts, shape);
  put_text (self.zip, shape->behind);

  for (guint i = 0; i < G_N_ELEMENTS (shape->flaws); i++)
    for (guint j = 0; j < shape->flaws[i].width; j++)
      self.zip->data[find_record (&self, &shape->flaws[i]) + shape->flaws[i].offset + j] = (guint8) (shape->flaws[i].value >> (8 * j));

  return g_byte_array_free_to_bytes (self.zip);
}
