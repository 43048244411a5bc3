/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-picture-header.h"

#include <string.h>

#include "inspect/hbk-tiff.h"

#define EXIF_MARK "Exif\0\0"
#define EXIF_MARK_BYTES 6

/* How deep boxes of HEIF lie in one another where the size of the picture stands: meta, iprp, ipco, ispe. */
#define BOX_DEPTH 4

typedef void (*ReadHeader) (const HbkView *file, HbkPictureHeader *header);

static void
take_exif (const HbkView *exif, HbkPictureHeader *header)
{
  HbkTiff tiff;

  if (!hbk_tiff_read (exif, &tiff))
    return;

  header->orientation = tiff.orientation;
  header->has_location |= tiff.has_location;
}

static void
read_tiff (const HbkView *file, HbkPictureHeader *header)
{
  HbkTiff tiff;

  header->n_pages = 0;
  if (!hbk_tiff_read (file, &tiff))
    return;

  header->width = tiff.width;
  header->height = tiff.height;
  header->n_pages = tiff.n_pages;
  take_exif (file, header);
}

static void
read_png (const HbkView *file, HbkPictureHeader *header)
{
  guint64 at = 8;
  guint32 length;

  header->is_cut = TRUE;
  if (hbk_view_has (file, 12, "IHDR", 4))
    {
      hbk_view_get_u32 (file, 16, &header->width);
      hbk_view_get_u32 (file, 20, &header->height);
    }

  /* A chunk has its length, its name, its data, and a checksum. */
  for (; hbk_view_get_u32 (file, at, &length); at += 12 + (guint64) length)
    {
      if (hbk_view_has (file, at + 4, "IEND", 4))
        {
          header->is_cut = FALSE;
          return;
        }
      if (hbk_view_has (file, at + 4, "eXIf", 4))
        {
          HbkView exif = hbk_view_slice (file, at + 8, length);

          take_exif (&exif, header);
        }
    }
}

static gboolean
is_frame_start (guint marker)
{
  return marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
}

static gboolean
has_jpeg_end (const HbkView *file, guint64 at)
{
  HbkView rest = hbk_view_slice (file, at, G_MAXUINT64);

  return hbk_view_contains (&rest, "\xff\xd9", 2);
}

/* Goes from segment to segment until the first scan. */
static void
read_jpeg (const HbkView *file, HbkPictureHeader *header)
{
  guint64 at = 2;
  guint   marker;
  guint   length;

  header->is_cut = TRUE;
  while (hbk_view_get_u16 (file, at, &marker))
    {
      if (marker == 0xffff)
        {
          at++;
          continue;
        }
      if (marker < 0xff00 || !hbk_view_get_u16 (file, at + 2, &length))
        return;
      if (marker == 0xffda)
        {
          header->is_cut = !has_jpeg_end (file, at + 2);
          return;
        }
      if (is_frame_start (marker) && header->width == 0)
        {
          hbk_view_get_u16 (file, at + 5, &header->height);
          hbk_view_get_u16 (file, at + 7, &header->width);
        }
      if (marker == 0xffe1 && length > 2 + EXIF_MARK_BYTES && hbk_view_has (file, at + 4, EXIF_MARK, EXIF_MARK_BYTES))
        {
          HbkView exif = hbk_view_slice (file, at + 4 + EXIF_MARK_BYTES, length - 2 - EXIF_MARK_BYTES);

          take_exif (&exif, header);
        }
      at += 2 + (guint64) MAX (length, 2);
    }
}

static void
read_gif (const HbkView *file, HbkPictureHeader *header)
{
  HbkView view = *file;

  view.little = TRUE;
  hbk_view_get_u16 (&view, 6, &header->width);
  hbk_view_get_u16 (&view, 8, &header->height);
}

static void
read_bmp (const HbkView *file, HbkPictureHeader *header)
{
  HbkView view = *file;
  guint32 header_size = 0;

  view.little = TRUE;
  hbk_view_get_u32 (&view, 14, &header_size);
  if (header_size == 12)
    {
      hbk_view_get_u16 (&view, 18, &header->width);
      hbk_view_get_u16 (&view, 20, &header->height);
      return;
    }

  hbk_view_get_u32 (&view, 18, &header->width);
  hbk_view_get_u32 (&view, 22, &header->height);
  /* Where it is negative, the rows go from top to bottom. */
  if (header->height > G_MAXINT32)
    header->height = -header->height;
}

/* One chunk of a WebP file: of the three kinds that hold the size, the first decides. */
static void
read_webp_chunk (const HbkView *name, const HbkView *data, HbkPictureHeader *header)
{
  guint   low = 0;
  guint   high = 0;
  guint32 bits = 0;

  if (hbk_view_has (name, 0, "EXIF", 4))
    {
      guint   skipped = hbk_view_has (data, 0, EXIF_MARK, EXIF_MARK_BYTES) ? EXIF_MARK_BYTES : 0;
      HbkView exif = hbk_view_slice (data, skipped, G_MAXUINT64);

      take_exif (&exif, header);
    }
  if (header->width != 0)
    return;

  if (hbk_view_has (name, 0, "VP8X", 4) && hbk_view_get_u32 (data, 4, &bits) && hbk_view_get_u16 (data, 7, &low) && hbk_view_get_u16 (data, 8, &high))
    {
      header->width = (bits & 0xffffff) + 1;
      header->height = (low | (high >> 8 << 16)) + 1;
    }
  else if (hbk_view_has (name, 0, "VP8 ", 4) && hbk_view_get_u16 (data, 6, &low) && hbk_view_get_u16 (data, 8, &high))
    {
      header->width = low & 0x3fff;
      header->height = high & 0x3fff;
    }
  else if (hbk_view_has (name, 0, "VP8L", 4) && hbk_view_get_u32 (data, 1, &bits))
    {
      header->width = (bits & 0x3fff) + 1;
      header->height = (bits >> 14 & 0x3fff) + 1;
    }
}

static void
read_webp (const HbkView *file, HbkPictureHeader *header)
{
  HbkView view = *file;
  guint32 length;

  view.little = TRUE;
  for (guint64 at = 12; hbk_view_get_u32 (&view, at + 4, &length); at += 8 + (guint64) length + (length & 1))
    {
      HbkView name = hbk_view_slice (&view, at, 4);
      HbkView data = hbk_view_slice (&view, at + 8, length);

      header->is_cut |= data.size < length;
      read_webp_chunk (&name, &data, header);
    }
}

/* Looks in boxes for the largest picture. */
static void
read_boxes (const HbkView *view, guint depth, HbkPictureHeader *header)
{
  static const char *const path[BOX_DEPTH] = { "meta", "iprp", "ipco", "ispe" };
  guint64                  at = 0;
  guint32                  length;

  for (; hbk_view_get_u32 (view, at, &length) && length >= 8; at += length)
    {
      HbkView box = hbk_view_slice (view, at + 8, length - 8);
      guint32 width;
      guint32 height;

      if (depth == 0)
        header->is_cut |= box.size < length - 8;
      if (!hbk_view_has (view, at + 4, path[depth], 4))
        continue;

      /* "meta" and "ispe" begin with a version and flags. */
      if (depth == 0)
        box = hbk_view_slice (&box, 4, G_MAXUINT64);
      if (depth + 1 < BOX_DEPTH)
        read_boxes (&box, depth + 1, header);
      else if (hbk_view_get_u32 (&box, 4, &width) && hbk_view_get_u32 (&box, 8, &height) && (guint64) width * height > (guint64) header->width * header->height)
        {
          header->width = width;
          header->height = height;
        }
    }
}

/* The decoder turns these upright by itself, so what their EXIF data says of the orientation does not matter. */
static void
read_heif (const HbkView *file, HbkPictureHeader *header)
{
  HbkView rest = *file;

  read_boxes (file, 0, header);

  while (rest.size > 0 && !header->has_location)
    {
      const guint8 *mark = memmem (rest.data, rest.size, EXIF_MARK, EXIF_MARK_BYTES);

      if (mark == NULL)
        break;

      rest = hbk_view_slice (&rest, (guint64) (mark - rest.data) + EXIF_MARK_BYTES, G_MAXUINT64);
      take_exif (&rest, header);
    }

  header->orientation = 1;
}

static const struct
{
  const char *media_type;
  ReadHeader  read;
} readers[] = {
  { "image/avif", read_heif },
  { "image/bmp", read_bmp },
  { "image/gif", read_gif },
  { "image/heic", read_heif },
  { "image/jpeg", read_jpeg },
  { "image/png", read_png },
  { "image/tiff", read_tiff },
  { "image/webp", read_webp },
};

/**
 * hbk_picture_header_read:
 * @file: a file
 * @media_type: which kind of picture it is
 * @header: (out): where to put what it says
 *
 * Reads what stands before and around the pixels, and decodes nothing.
 */
void
hbk_picture_header_read (const HbkView *file, const char *media_type, HbkPictureHeader *header)
{
  g_return_if_fail (file != NULL && media_type != NULL && header != NULL);

  *header = (HbkPictureHeader) { .orientation = 1, .n_pages = 1 };
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (g_str_equal (readers[i].media_type, media_type))
        readers[i].read (file, header);
    }

  /* XMP says it in words. */
  header->has_location |= hbk_view_contains (file, "exif:GPSLatitude", strlen ("exif:GPSLatitude"));
}
