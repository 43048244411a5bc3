/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "inspect/hbk-picture-header.h"
#include "inspect/hbk-reply.h"

/* Beyond this a picture is not decoded. */
#define MAX_PIXELS 100000000

/* What a picture is scaled to where it is decoded only to see whether it can be. */
#define TRIAL_SIDE 64

/* The loader may then say how far it got, and need not hold all of its input. */
#define CHUNK_BYTES 65536

typedef struct
{
  guint side;
  guint width;
  guint height;
} Decoding;

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Decoding *decoding = data;
  int       longest = MAX (width, height);
  int       side = (int) decoding->side;

  decoding->width = (guint) MAX (width, 0);
  decoding->height = (guint) MAX (height, 0);
  if (longest > side)
    gdk_pixbuf_loader_set_size (loader, (int) MAX ((gint64) width * side / longest, 1), (int) MAX ((gint64) height * side / longest, 1));
}

static const char *
problem_of_error (const GError *error)
{
  if (g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    return "too-large";
  if (g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    return "unsupported";

  return "damaged";
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

/* Only the decoder of this very kind is used, whatever else the bytes look like. */
static GdkPixbuf *
decode (const HbkView *file, const char *media_type, Decoding *decoding, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (media_type, error);
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), decoding);
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

/* What a reply has no room for, as noise may need, is made smaller until it fits. */
static GBytes *
encode (GdkPixbuf *pixbuf)
{
  g_autoptr (GdkPixbuf) current = g_object_ref (pixbuf);

  while (current != NULL)
    {
      g_autoptr (GdkPixbuf) smaller = NULL;
      char *png;
      gsize length;

      if (!gdk_pixbuf_save_to_buffer (current, &png, &length, "png", NULL, NULL))
        return NULL;
      if (length <= HBK_REPLY_MAX_THUMBNAIL)
        return g_bytes_new_take (png, length);

      g_free (png);
      smaller = gdk_pixbuf_scale_simple (current, gdk_pixbuf_get_width (current) * 3 / 4, gdk_pixbuf_get_height (current) * 3 / 4, GDK_INTERP_BILINEAR);
      g_set_object (&current, smaller);
    }

  return NULL;
}

static void
set_size (HbkFindings *findings, guint width, guint height)
{
  gboolean lies = findings->orientation >= 5;

  findings->width = lies ? height : width;
  findings->height = lies ? width : height;
}

/* The decoder of TIFF mirrors what must be mirrored, and leaves only the turn. */
static GdkPixbuf *
make_upright (GdkPixbuf *pixbuf, const HbkFindings *findings)
{
  if (g_str_equal (findings->media_type, "image/tiff"))
    return gdk_pixbuf_apply_embedded_orientation (pixbuf);

  return turn_upright (pixbuf, findings->orientation);
}

/**
 * hbk_picture_look:
 * @file: a picture
 * @wish: what the caller wants to know
 * @findings: what is found; the media type is there
 *
 * Looks at a picture. It is decoded even if no thumbnail is wished, to see whether it can be.
 */
void
hbk_picture_look (const HbkView *file, const HbkWish *wish, HbkFindings *findings)
{
  HbkPictureHeader header;
  Decoding         decoding = { 0 };
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (file != NULL && wish != NULL && findings != NULL);

  hbk_picture_header_read (file, findings->media_type, &header);
  findings->n_pages = header.n_pages;
  findings->orientation = header.orientation;
  findings->flags |= header.has_location ? HBK_FINDING_LOCATION : 0;
  set_size (findings, header.width, header.height);

  if ((guint64) header.width * header.height > MAX_PIXELS)
    {
      findings->problem = "too-large";
      return;
    }

  decoding.side = wish->thumbnail_side > 0 ? wish->thumbnail_side : TRIAL_SIDE;
  pixbuf = decode (file, findings->media_type, &decoding, &error);
  if (decoding.width > 0 && decoding.height > 0)
    set_size (findings, decoding.width, decoding.height);
  if (pixbuf == NULL)
    {
      findings->problem = problem_of_error (error);
      return;
    }
  if (header.is_cut)
    findings->problem = "damaged";

  upright = make_upright (pixbuf, findings);
  if (upright != NULL && wish->thumbnail_side > 0)
    findings->thumbnail = encode (upright);
}
