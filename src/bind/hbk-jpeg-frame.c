/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bind/hbk-jpeg-frame.h"

#include <string.h>

#define ADOBE_MARK "Adobe"
#define PROFILE_MARK "ICC_PROFILE\0"
#define PROFILE_MARK_BYTES 12

/* The kind of device, the colours and the mark of a profile stand at fixed places in it. */
#define PROFILE_MIN_BYTES 128
#define PROFILE_COLOURS 16
#define PROFILE_SIGNATURE 36

enum {
  MARKER_BASELINE = 0xffc0,
  MARKER_EXTENDED = 0xffc1,
  MARKER_PROGRESSIVE = 0xffc2,
  MARKER_RESTART_FIRST = 0xffd0,
  MARKER_RESTART_LAST = 0xffd7,
  MARKER_END = 0xffd9,
  MARKER_SCAN = 0xffda,
  MARKER_APPLICATION_FIRST = 0xffe0,
  MARKER_APPLICATION_LAST = 0xffef,
  MARKER_COMMENT = 0xfffe,
  MARKER_PROFILE = 0xffe2,
  MARKER_ADOBE = 0xffee,
};

/* Lossless and arithmetic frames are no DCT that a reader of PDF knows. */
static gboolean
is_known_frame (guint marker)
{
  return marker == MARKER_BASELINE || marker == MARKER_EXTENDED || marker == MARKER_PROGRESSIVE;
}

static gboolean
is_frame (guint marker)
{
  return marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
}

/* Profiles longer than a segment come in pieces, numbered from 1. Only a whole one is any good. */
static void
take_profile (const HbkView *segment, GByteArray *profile, guint *n_pieces)
{
  HbkView piece = hbk_view_slice (segment, PROFILE_MARK_BYTES + 2, G_MAXUINT64);

  if (segment->size <= PROFILE_MARK_BYTES + 2 || segment->data[PROFILE_MARK_BYTES] != *n_pieces + 1)
    return;

  g_byte_array_append (profile, piece.data, (guint) piece.size);
  (*n_pieces)++;
}

/* One for other colours than the pixels have would make readers refuse the picture. */
static gboolean
fits (const GByteArray *profile, guint n_colours)
{
  static const char *const names[] = { [1] = "GRAY", [3] = "RGB ", [4] = "CMYK" };
  const HbkView            view = { profile->data, profile->len, FALSE };

  return profile->len >= PROFILE_MIN_BYTES && n_colours < G_N_ELEMENTS (names) && names[n_colours] != NULL && hbk_view_has (&view, PROFILE_COLOURS, names[n_colours], 4) && hbk_view_has (&view, PROFILE_SIGNATURE, "acsp", 4);
}

static gboolean
read_frame (const HbkView *segment, guint marker, HbkJpegFrame *frame)
{
  if (!is_known_frame (marker) || segment->size < 6 || segment->data[0] != 8)
    return FALSE;

  frame->n_colours = segment->data[5];

  return frame->n_colours == 1 || frame->n_colours == 3 || frame->n_colours == 4;
}

/**
 * hbk_jpeg_frame_read:
 * @file: a JPEG
 * @frame: (out): gets what it says of its pixels
 *
 * Finds out how a JPEG can be shown without being decoded.
 *
 * Returns: %FALSE when it cannot
 */
gboolean
hbk_jpeg_frame_read (const HbkView *file, HbkJpegFrame *frame)
{
  g_autoptr (GByteArray) profile = g_byte_array_new ();
  guint    n_pieces = 0;
  gboolean is_adobe = FALSE;
  guint64  at = 2;
  guint    marker;
  guint    length;

  g_return_val_if_fail (file != NULL && frame != NULL, FALSE);

  *frame = (HbkJpegFrame) { 0 };
  while (hbk_view_get_u16 (file, at, &marker))
    {
      HbkView segment;

      if (marker == 0xffff)
        {
          at++;
          continue;
        }
      if (marker == MARKER_SCAN)
        break;
      if (marker < 0xff00 || !hbk_view_get_u16 (file, at + 2, &length) || length < 2)
        return FALSE;

      segment = hbk_view_slice (file, at + 4, length - 2);
      if (is_frame (marker) && frame->n_colours == 0 && !read_frame (&segment, marker, frame))
        return FALSE;
      if (marker == MARKER_ADOBE)
        is_adobe |= hbk_view_has (&segment, 0, ADOBE_MARK, strlen (ADOBE_MARK));
      if (marker == MARKER_PROFILE && hbk_view_has (&segment, 0, PROFILE_MARK, PROFILE_MARK_BYTES))
        take_profile (&segment, profile, &n_pieces);
      at += 2 + (guint64) length;
    }

  frame->is_inverted = is_adobe && frame->n_colours == 4;
  if (fits (profile, frame->n_colours))
    frame->profile = g_byte_array_free_to_bytes (g_steal_pointer (&profile));

  return frame->n_colours > 0;
}

/* What says something about the picture, but is not needed to decode it. Adobe's mark is. */
static gboolean
is_remark (guint marker)
{
  return marker == MARKER_COMMENT || (marker > MARKER_APPLICATION_FIRST && marker <= MARKER_APPLICATION_LAST && marker != MARKER_ADOBE);
}

/* Where the pixels of a scan end: at the next marker that is no restart. In them a byte of ones has a zero behind it. */
static guint64
find_scan_end (const HbkView *file, guint64 at)
{
  guint marker;

  for (; hbk_view_get_u16 (file, at, &marker); at++)
    {
      if (marker > 0xff00 && marker < 0xffff && !(marker >= MARKER_RESTART_FIRST && marker <= MARKER_RESTART_LAST))
        break;
    }

  return at;
}

/**
 * hbk_jpeg_frame_strip:
 * @file: a JPEG
 *
 * Takes out what a JPEG says beside its pixels: where and when it was taken, with what, and smaller pictures in it or behind it. The pixels are
 * not touched.
 *
 * Returns: (transfer full) (nullable): the JPEG without that, or %NULL when it has no end
 */
GBytes *
hbk_jpeg_frame_strip (const HbkView *file)
{
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  guint64 at = 2;
  guint   marker;
  guint   length;

  g_return_val_if_fail (file != NULL, NULL);

  g_byte_array_append (kept, (const guint8 *) "\xff\xd8", 2);
  while (hbk_view_get_u16 (file, at, &marker) && marker > 0xff00)
    {
      guint64 end;
      HbkView segment;

      if (marker == 0xffff)
        {
          at++;
          continue;
        }
      if (marker == MARKER_END)
        {
          g_byte_array_append (kept, file->data + at, 2);
          return g_byte_array_free_to_bytes (g_steal_pointer (&kept));
        }
      if (!hbk_view_get_u16 (file, at + 2, &length) || length < 2)
        return NULL;

      end = at + 2 + (guint64) length;
      if (marker == MARKER_SCAN)
        end = find_scan_end (file, end);
      segment = hbk_view_slice (file, at, end - at);
      if (!is_remark (marker))
        g_byte_array_append (kept, segment.data, (guint) segment.size);
      at = end;
    }

  return NULL;
}

/**
 * hbk_jpeg_frame_clear:
 * @frame: a frame
 *
 * Frees what a frame holds.
 */
void
hbk_jpeg_frame_clear (HbkJpegFrame *frame)
{
  g_return_if_fail (frame != NULL);

  g_clear_pointer (&frame->profile, g_bytes_unref);
}
