/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inspect/hbk-view.h"

G_BEGIN_DECLS

/**
 * HbkJpegFrame:
 * @n_colours: how many colours a pixel has
 * @is_inverted: whether the colours of ink are stored as what is left of white, as Adobe's programs do
 * @profile: (nullable): the colour profile
 *
 * What a JPEG says of its pixels.
 */
typedef struct
{
  guint    n_colours;
  gboolean is_inverted;
  GBytes  *profile;
} HbkJpegFrame;

gboolean hbk_jpeg_frame_read (const HbkView *file, HbkJpegFrame *frame);
GBytes  *hbk_jpeg_frame_strip (const HbkView *file) G_GNUC_WARN_UNUSED_RESULT;
void     hbk_jpeg_frame_clear (HbkJpegFrame *frame);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkJpegFrame, hbk_jpeg_frame_clear)

G_END_DECLS
