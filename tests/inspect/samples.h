/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "workspace/hbk-inspector.h"

/* Four colours, which show how a picture is turned. */
typedef enum {
  SAMPLE_RED,
  SAMPLE_GREEN,
  SAMPLE_BLUE,
  SAMPLE_WHITE,
} SampleColour;

GdkPixbuf   *sample_quarters (int width, int height);
SampleColour sample_colour_at (GBytes *png, double x, double y);
GdkPixbuf   *sample_decode (GBytes *png);

GBytes *sample_text (const char *text);
GBytes *sample_concat (GBytes *first, ...) G_GNUC_NULL_TERMINATED;
GBytes *sample_cut (GBytes *bytes, gsize length);
GBytes *sample_compress (const void *data, gsize length);
GBytes *sample_file (const char *name);

GBytes *sample_picture (const char *type, int width, int height);
GBytes *sample_exif (int orientation, gboolean location, gboolean little);
GBytes *sample_jpeg_with_exif (int width, int height, GBytes *exif);
GBytes *sample_png_chunk (const char *name, GBytes *data);
GBytes *sample_png_with_exif (int width, int height, GBytes *exif);
GBytes *sample_png_of_size (guint32 width, guint32 height, GBytes *compressed);
GBytes *sample_webp_with_exif (int width, int height, GBytes *exif);
GBytes *sample_tiff (int width, int height, int orientation, int n_pages, gboolean loop);
GBytes *sample_gif (void);

GBytes *sample_pdf (int n_pages, const char *text);
GBytes *sample_pdf_of_objects (const char *trailer, GBytes *first, ...) G_GNUC_NULL_TERMINATED;
GBytes *sample_pdf_of (const char *trailer, const char *first, ...) G_GNUC_NULL_TERMINATED;

GBytes *sample_zip (const char *first_name, ...) G_GNUC_NULL_TERMINATED;
GBytes *sample_ole (const char *entry);

int            sample_open (GBytes *bytes);
HbkInspection *sample_inspect (GBytes *bytes, const HbkInspectOptions *options);
