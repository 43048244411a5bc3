/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-picture-decoder.h"

/* The loader may then say how far it got, and need not hold all of its input. */
#define CHUNK_BYTES 65536

typedef struct
{
  guint           side;
  HbkPictureSize *size;
} Decoding;

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Decoding *decoding = data;
  int       longest = MAX (width, height);
  int       side = (int) decoding->side;

  decoding->size->width = (guint) MAX (width, 0);
  decoding->size->height = (guint) MAX (height, 0);
  if (longest > side)
    gdk_pixbuf_loader_set_size (loader, (int) MAX ((gint64) width * side / longest, 1), (int) MAX ((gint64) height * side / longest, 1));
}

static gboolean
feed (GdkPixbufLoader *loader, const HbkView *file, GError **error)
{
  for (gsize at = 0; at < file->size; at += CHUNK_BYTES)
    {
      if (!gdk_pixbuf_loader_write (loader, file->data + at, MIN (file->size - at, CHUNK_BYTES), error))
        {
          gdk_pixbuf_loader_close (loader, NULL);
          return FALSE;
        }
    }

  return gdk_pixbuf_loader_close (loader, error);
}

/* As in EXIF: 2 to 4 are mirrored, upside down, and both; 5 to 8 lie on a side. */
static GdkPixbuf *
turn_upright (GdkPixbuf *pixbuf, guint orientation)
{
  static const struct
  {
    GdkPixbufRotation rotation;
    gboolean          mirrored;
  } turns[] = {
    [1] = { GDK_PIXBUF_ROTATE_NONE, FALSE },
    [2] = { GDK_PIXBUF_ROTATE_NONE, TRUE },
    [3] = { GDK_PIXBUF_ROTATE_UPSIDEDOWN, FALSE },
    [4] = { GDK_PIXBUF_ROTATE_UPSIDEDOWN, TRUE },
    [5] = { GDK_PIXBUF_ROTATE_CLOCKWISE, TRUE },
    [6] = { GDK_PIXBUF_ROTATE_CLOCKWISE, FALSE },
    [7] = { GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE, TRUE },
    [8] = { GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE, FALSE },
  };
  g_autoptr (GdkPixbuf) turned = gdk_pixbuf_rotate_simple (pixbuf, turns[orientation].rotation);

  if (turned == NULL || !turns[orientation].mirrored)
    return g_steal_pointer (&turned);

  return gdk_pixbuf_flip (turned, TRUE);
}

/**
 * hbk_picture_decode:
 * @file: a picture
 * @media_type: which kind it is
 * @side: the longest side to scale it down to while it is decoded
 * @size: (out): gets the size in pixels as stored, as soon as the decoder knows it
 * @error: return location for an error of gdk-pixbuf
 *
 * Decodes a picture as it is stored, not yet upright.
 *
 * Only the decoder of this very kind is used, whatever else the bytes look like.
 *
 * Returns: (transfer full): the picture, or %NULL on error
 */
GdkPixbuf *
hbk_picture_decode (const HbkView *file, const char *media_type, guint side, HbkPictureSize *size, GError **error)
{
  Decoding decoding = { side, size };
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (media_type, error);
  GdkPixbuf *pixbuf;

  g_return_val_if_fail (file != NULL && media_type != NULL && size != NULL, NULL);

  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &decoding);
  if (!feed (loader, file, error))
    return NULL;

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE, "no picture");
      return NULL;
    }

  return g_object_ref (pixbuf);
}

/**
 * hbk_picture_make_upright:
 * @pixbuf: what was decoded
 * @media_type: which kind of picture it is
 * @orientation: what its header says, 1 to 8 as in EXIF
 *
 * Turns and mirrors a picture so that it is seen as it was taken.
 *
 * The decoder of TIFF mirrors what must be mirrored, and leaves only the turn.
 *
 * Returns: (transfer full) (nullable): the picture upright, or %NULL when there is no memory for it
 */
GdkPixbuf *
hbk_picture_make_upright (GdkPixbuf *pixbuf, const char *media_type, guint orientation)
{
  g_return_val_if_fail (GDK_IS_PIXBUF (pixbuf) && media_type != NULL && orientation >= 1 && orientation <= 8, NULL);

  if (g_str_equal (media_type, "image/tiff"))
    return gdk_pixbuf_apply_embedded_orientation (pixbuf);

  return turn_upright (pixbuf, orientation);
}
