/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "inspect/hbk-picture-decoder.h"
#include "inspect/hbk-picture-header.h"
#include "inspect/hbk-reply.h"

/* What a picture is scaled to where it is decoded only to see whether it can be. */
#define TRIAL_SIDE 64

static const char *
problem_of_error (const GError *error)
{
  if (g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    return "too-large";
  if (g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    return "unsupported";

  return "damaged";
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
  HbkPictureSize   size = { 0 };
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (file != NULL && wish != NULL && findings != NULL);

  hbk_picture_header_read (file, findings->media_type, &header);
  findings->n_pages = header.n_pages;
  findings->orientation = header.orientation;
  findings->flags |= header.has_location ? HBK_FINDING_LOCATION : 0;
  set_size (findings, header.width, header.height);

  if ((guint64) header.width * header.height > HBK_PICTURE_MAX_PIXELS)
    {
      findings->problem = "too-large";
      return;
    }

  pixbuf = hbk_picture_decode (file, findings->media_type, wish->thumbnail_side > 0 ? wish->thumbnail_side : TRIAL_SIDE, &size, &error);
  if (size.width > 0 && size.height > 0)
    set_size (findings, size.width, size.height);
  if (pixbuf == NULL)
    {
      findings->problem = problem_of_error (error);
      return;
    }
  if (header.is_cut)
    findings->problem = "damaged";

  upright = hbk_picture_make_upright (pixbuf, findings->media_type, findings->orientation);
  if (upright != NULL && wish->thumbnail_side > 0)
    findings->thumbnail = encode (upright);
}
