/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inspect/hbk-view.h"

G_BEGIN_DECLS

/**
 * HbkTiff:
 * @width: pixels, as stored
 * @height: pixels, as stored
 * @orientation: 1 to 8; 1 where the file says nothing that makes sense
 * @n_pages: how many directories follow one another
 * @has_location: whether the first directory has a latitude
 *
 * What the directories of a TIFF file say, or those of the EXIF data in another picture, which have the same form.
 */
typedef struct
{
  guint    width;
  guint    height;
  guint    orientation;
  guint    n_pages;
  gboolean has_location;
} HbkTiff;

gboolean hbk_tiff_read (const HbkView *bytes, HbkTiff *tiff);

G_END_DECLS
