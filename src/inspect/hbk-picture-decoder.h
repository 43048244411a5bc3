/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "inspect/hbk-view.h"

G_BEGIN_DECLS

/* Beyond this a picture is not decoded. */
#define HBK_PICTURE_MAX_PIXELS 100000000

/**
 * HbkPictureSize:
 * @width: pixels, as stored
 * @height: pixels, as stored
 *
 * The size of a picture, 0 where it is not known.
 */
typedef struct
{
  guint width;
  guint height;
} HbkPictureSize;

GdkPixbuf *hbk_picture_decode (const HbkView *file, const char *media_type, guint side, HbkPictureSize *size, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GdkPixbuf *hbk_picture_make_upright (GdkPixbuf *pixbuf, const char *media_type, guint orientation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
