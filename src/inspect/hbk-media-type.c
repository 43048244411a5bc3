/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-media-type.h"

/* Readers of PDF look for its mark so far from the start. */
#define PDF_START_BYTES 1024

typedef struct
{
  const char *bytes;
  guint       length;
  const char *media_type;
} Mark;

#define MARK(bytes, media_type)           \
  {                                       \
    bytes, sizeof (bytes) - 1, media_type \
  }

static const Mark marks[] = {
  MARK ("\x89PNG\r\n\x1a\n", "image/png"),
  MARK ("\xff\xd8\xff", "image/jpeg"),
  MARK ("GIF87a", "image/gif"),
  MARK ("GIF89a", "image/gif"),
  MARK ("II*\0", "image/tiff"),
  MARK ("MM\0*", "image/tiff"),
  MARK ("PK\x03\x04", "application/zip"),
  MARK ("PK\x05\x06", "application/zip"),
  MARK ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
};

/* Brands of ISO files, the first of which says what the file mainly is. "mif1" and "msf1" leave it to the others. */
static const Mark brands[] = {
  MARK ("heic", "image/heic"),
  MARK ("heix", "image/heic"),
  MARK ("heim", "image/heic"),
  MARK ("heis", "image/heic"),
  MARK ("hevc", "image/heic"),
  MARK ("avif", "image/avif"),
  MARK ("avis", "image/avif"),
};

static gboolean
is_webp (const HbkView *file)
{
  return hbk_view_has (file, 0, "RIFF", 4) && hbk_view_has (file, 8, "WEBP", 4);
}

/* Two letters are little to go by, so the size of the header that follows must be a known one. */
static gboolean
is_bmp (const HbkView *file)
{
  HbkView numbers = *file;
  guint32 header_size;

  numbers.little = TRUE;

  return hbk_view_has (file, 0, "BM", 2) && hbk_view_get_u32 (&numbers, 14, &header_size) && (header_size == 12 || header_size == 40 || header_size == 52 || header_size == 56 || header_size == 64 || header_size == 108 || header_size == 124);
}

static const char *
type_of_brand (const HbkView *file, guint64 at)
{
  for (guint i = 0; i < G_N_ELEMENTS (brands); i++)
    {
      if (hbk_view_has (file, at, brands[i].bytes, brands[i].length))
        return brands[i].media_type;
    }

  return NULL;
}

/* The box "ftyp" has its size, its name, the main brand, a version, and the other brands. */
static const char *
type_of_iso_file (const HbkView *file)
{
  const char *media_type = NULL;
  guint32     size;

  if (!hbk_view_has (file, 4, "ftyp", 4) || !hbk_view_get_u32 (file, 0, &size))
    return NULL;

  media_type = type_of_brand (file, 8);
  for (guint64 at = 16; media_type == NULL && at + 4 <= MIN (size, 256); at += 4)
    media_type = type_of_brand (file, at);

  return media_type;
}

/**
 * hbk_media_type_of_start:
 * @file: a file, or its first bytes
 *
 * Tells from how a file starts what it is. Text has no such mark, and what lies in an archive is not looked at.
 *
 * Returns: (nullable): a media type, or %NULL when it starts like nothing known
 */
const char *
hbk_media_type_of_start (const HbkView *file)
{
  HbkView start;

  g_return_val_if_fail (file != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (hbk_view_has (file, 0, marks[i].bytes, marks[i].length))
        return marks[i].media_type;
    }

  if (is_webp (file))
    return "image/webp";
  if (is_bmp (file))
    return "image/bmp";

  start = hbk_view_slice (file, 0, PDF_START_BYTES);
  if (hbk_view_contains (&start, "%PDF-", 5))
    return "application/pdf";

  return type_of_iso_file (file);
}
