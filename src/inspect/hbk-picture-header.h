/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inspect/hbk-view.h"

G_BEGIN_DECLS

/**
 * HbkPictureHeader:
 * @width: pixels, as stored; 0 when the header does not say
 * @height: pixels, as stored
 * @orientation: how to turn what is stored, 1 to 8 as in EXIF
 * @n_pages: how many pictures there are to leaf through
 * @has_location: whether it says where it was taken
 * @is_cut: whether the end of the file is missing
 *
 * What a picture says of itself before anything of it is decoded.
 */
typedef struct
{
  guint    width;
  guint    height;
  guint    orientation;
  guint    n_pages;
  gboolean has_location;
  gboolean is_cut;
} HbkPictureHeader;

void hbk_picture_header_read (const HbkView *file, const char *media_type, HbkPictureHeader *header);

G_END_DECLS
