/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-photo.h"

#include <errno.h>
#include <string.h>

/* Markers of ITU-T T.81. */
#define SOI 0xd8
#define EOI 0xd9
#define SOS 0xda
#define APP0 0xe0
#define APP1 0xe1
#define APP2 0xe2
#define APP14 0xee
#define APP15 0xef
#define COM 0xfe

#define EXIF_HEAD "Exif\0"
#define ICC_HEAD "ICC_PROFILE"
#define TAG_ORIENTATION 0x0112
#define MAX_TAGS 1000

/* ---- How it was held ---- */

typedef struct
{
  const guint8 *data;
  gsize         length;
  gboolean      is_little;
} Tiff;

static guint
get16 (const Tiff *tiff, gsize place)
{
  if (place + 2 > tiff->length)
    return 0;

  return tiff->is_little ? tiff->data[place] | (guint) tiff->data[place + 1] << 8 : (guint) tiff->data[place] << 8 | tiff->data[place + 1];
}

static guint32
get32 (const Tiff *tiff, gsize place)
{
  if (place + 4 > tiff->length)
    return 0;

  return tiff->is_little ? get16 (tiff, place) | (guint32) get16 (tiff, place + 2) << 16 : (guint32) get16 (tiff, place) << 16 | get16 (tiff, place + 2);
}

static guint
find_orientation (const guint8 *segment, gsize length)
{
  Tiff    tiff = { .data = segment + 6, .length = length - 6 };
  guint32 start;
  guint   n;

  tiff.is_little = tiff.length >= 2 && tiff.data[0] == 'I';
  start = get32 (&tiff, 4);
  if (start > tiff.length)
    return 1;

  n = MIN (get16 (&tiff, start), MAX_TAGS);
  for (guint i = 0; i < n; i++)
    {
      gsize place = (gsize) start + 2 + 12 * (gsize) i;

      if (get16 (&tiff, place) == TAG_ORIENTATION)
        {
          guint orientation = get16 (&tiff, place + 8);

          return orientation >= 1 && orientation <= 8 ? orientation : 1;
        }
    }

  return 1;
}

/* The least that says how the camera was held, so that the picture is upright without its pixels being touched. */
static gboolean
write_orientation (guint orientation, HbkTempFile *file)
{
  guint8 segment[] = {
    0xff,
    APP1,
    0,
    34,
    'E',
    'x',
    'i',
    'f',
    0,
    0,
    'M',
    'M',
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    (guint8) orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  };

  return orientation <= 1 || hbk_temp_file_write (file, segment, sizeof segment);
}

/* ---- Segments ---- */

static gboolean
begins_with (const guint8 *segment, gsize length, const char *head, gsize head_length)
{
  return length >= head_length && memcmp (segment, head, head_length) == 0;
}

/* Whatever programs wrote beside the picture may say where it was taken, but colours need their profile and Adobe's note. */
static gboolean
is_kept (guint8 marker, const guint8 *segment, gsize length)
{
  if (marker == APP2)
    return begins_with (segment, length, ICC_HEAD, sizeof ICC_HEAD);
  if (marker > APP0 && marker <= APP15)
    return marker == APP14;

  return marker != COM;
}

/* The end of the coded data that begins at @place: the next marker that is none of those inside it. */
static gsize
skip_scan (const guint8 *data, gsize length, gsize place)
{
  while (place + 1 < length && !(data[place] == 0xff && data[place + 1] != 0 && data[place + 1] != 0xff && (data[place + 1] & 0xf8) != 0xd0))
    place++;

  return place;
}

static gboolean
refuse (void)
{
  errno = EBADMSG;
  return FALSE;
}

/**
 * hbk_photo_write_without_location:
 * @data: (array length=length): a JPEG that anybody may have written
 * @length: how many bytes
 * @file: where to write
 *
 * Writes a photograph without what cameras and programs have noted beside it, the place above all: Exif, XMP, IPTC, comments, and whatever is appended
 * behind the picture. The pixels stay as they are coded, and so do colour profile and orientation.
 *
 * Returns: %FALSE and errno, which is EBADMSG when it is no JPEG that could be taken apart
 */
gboolean
hbk_photo_write_without_location (const guint8 *data, gsize length, HbkTempFile *file)
{
  guint8 start[] = { 0xff, SOI }, end[] = { 0xff, EOI };
  gsize  place = 2;
  guint  orientation = 1;

  g_return_val_if_fail (data != NULL && file != NULL, FALSE);

  if (length < 4 || data[0] != 0xff || data[1] != SOI)
    return refuse ();
  if (!hbk_temp_file_write (file, start, sizeof start))
    return FALSE;

  while (place + 4 <= length && data[place] == 0xff)
    {
      guint8 marker = data[place + 1];
      gsize  size = (gsize) data[place + 2] << 8 | data[place + 3];
      gsize  next = place + 2 + size;

      if (marker == EOI)
        break;
      if (marker == 0xff)
        {
          place++;
          continue;
        }
      if (size < 2 || next > length)
        return refuse ();
      if (marker == APP1 && begins_with (data + place + 4, size - 2, EXIF_HEAD, sizeof EXIF_HEAD))
        orientation = find_orientation (data + place + 4, size - 2);
      /* It belongs before the picture, and after what came before. */
      if (marker == SOS && orientation > 0)
        {
          if (!write_orientation (orientation, file))
            return FALSE;
          orientation = 0;
        }
      if (marker == SOS)
        next = skip_scan (data, length, next);
      if (is_kept (marker, data + place + 4, size - 2) && !hbk_temp_file_write (file, data + place, next - place))
        return FALSE;
      place = next;
    }

  if (place + 2 > length || data[place] != 0xff || data[place + 1] != EOI || orientation != 0)
    return refuse ();

  return hbk_temp_file_write (file, end, sizeof end);
}
