/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads any bytes as the header of each kind of picture, and tells what they are: all that is our own before a decoder. */

#include "bind/hbk-jpeg-frame.h"
#include "inspect/hbk-look.h"
#include "inspect/hbk-picture-header.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const char *const media_types[] = {
  "image/avif",
  "image/bmp",
  "image/gif",
  "image/heic",
  "image/jpeg",
  "image/png",
  "image/tiff",
  "image/webp",
};

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* Of exactly its size, so that the sanitizer sees a step too far. */
  g_autofree guint8 *copy = g_memdup2 (data, MAX (size, 1));
  const HbkView      file = { copy, size, FALSE };
  HbkFindings        findings;
  HbkJpegFrame       frame;
  GBytes            *stripped = hbk_jpeg_frame_strip (&file);

  for (guint i = 0; i < G_N_ELEMENTS (media_types); i++)
    {
      HbkPictureHeader header;

      hbk_picture_header_read (&file, media_types[i], &header);
      g_assert_cmpuint (header.orientation - 1, <, 8);
      g_assert_cmpuint (header.n_pages, <=, 10000);
    }

  if (hbk_jpeg_frame_read (&file, &frame))
    g_assert_true (frame.n_colours == 1 || frame.n_colours == 3 || frame.n_colours == 4);
  hbk_jpeg_frame_clear (&frame);
  if (stripped != NULL)
    g_assert_cmpuint (g_bytes_get_size (stripped), <=, size + 2);
  g_clear_pointer (&stripped, g_bytes_unref);

  hbk_findings_init (&findings);
  hbk_look_tell (&file, &findings);
  g_assert_nonnull (findings.media_type);
  hbk_findings_clear (&findings);

  return 0;
}
