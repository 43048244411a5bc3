/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What pictures become. */

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../inspect/samples.h"
#include "bind/hbk-jpeg-frame.h"
#include "support.h"

static const guint32 colours[] = {
  [SAMPLE_RED] = 0xff0000,
  [SAMPLE_GREEN] = 0x00ff00,
  [SAMPLE_BLUE] = 0x0000ff,
  [SAMPLE_WHITE] = 0xffffff,
};

/* The picture in a part as it is stored there. */
static GBytes *
take_out (GBytes *part, const char *ending)
{
  g_autofree char *prefix = g_strdup_printf ("%s/hourbook-image-%d", g_get_tmp_dir (), (int) getpid ());
  g_autofree char *path = g_strdup_printf ("%s-000.%s", prefix, ending);
  g_autofree char *output = support_ask (part, "pdfimages", "-all", "@", prefix, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);

  return g_bytes_new_take (data, length);
}

/* A picture of four colours on a page, whose corners are where the picture, seen upright, has them. */
static void
check_corners (GBytes *part, const SampleColour expected[4])
{
  for (guint i = 0; i < 4; i++)
    g_assert_cmphex (support_colour_at (part, 1, i % 2 == 0 ? 0.3 : 0.7, i / 2 == 0 ? 0.3 : 0.7), ==, colours[expected[i]]);
}

/* Above left and right, below left and right, for each orientation of EXIF. */
static const SampleColour seen[9][4] = {
  [1] = { SAMPLE_RED, SAMPLE_GREEN, SAMPLE_BLUE, SAMPLE_WHITE },
  [2] = { SAMPLE_GREEN, SAMPLE_RED, SAMPLE_WHITE, SAMPLE_BLUE },
  [3] = { SAMPLE_WHITE, SAMPLE_BLUE, SAMPLE_GREEN, SAMPLE_RED },
  [4] = { SAMPLE_BLUE, SAMPLE_WHITE, SAMPLE_RED, SAMPLE_GREEN },
  [5] = { SAMPLE_RED, SAMPLE_BLUE, SAMPLE_GREEN, SAMPLE_WHITE },
  [6] = { SAMPLE_BLUE, SAMPLE_RED, SAMPLE_WHITE, SAMPLE_GREEN },
  [7] = { SAMPLE_WHITE, SAMPLE_GREEN, SAMPLE_BLUE, SAMPLE_RED },
  [8] = { SAMPLE_GREEN, SAMPLE_WHITE, SAMPLE_RED, SAMPLE_BLUE },
};

static void
test_orientations (void)
{
  for (int orientation = 1; orientation <= 8; orientation++)
    {
      g_autoptr (GBytes) jpeg = sample_jpeg_with_exif (800, 600, sample_exif (orientation, FALSE, orientation % 2 == 0));
      HbkBindReply reply;
      g_autoptr (GBytes) part = support_make_part (jpeg, &reply);
      g_autoptr (GBytes) inside = NULL;
      g_autofree char *size = NULL;

      g_assert_cmpstr (reply.problem, ==, "none");
      check_corners (part, seen[orientation]);
      inside = take_out (part, "jpg");
      g_assert_true (g_bytes_equal (inside, jpeg));
      size = support_ask (part, "pdfinfo", "@", NULL);
      g_assert_nonnull (strstr (size, orientation < 5 ? "841.89 x 595.276 pts (A4)" : "595.276 x 841.89 pts (A4)"));
    }
}

/* It is turned as its own words say, and then they are gone, like a second picture behind it. */
static void
test_bare (void)
{
  g_autoptr (GBytes) second = sample_jpeg_with_exif (8, 8, sample_exif (1, TRUE, TRUE));
  g_autoptr (GBytes) jpeg = sample_concat (sample_jpeg_with_exif (800, 600, sample_exif (6, TRUE, TRUE)), g_bytes_ref (second), NULL);
  g_autoptr (GBytes) plain = sample_picture ("jpeg", 800, 600);
  HbkBindReply reply;
  g_autoptr (GBytes) part = support_do ("part-bare", jpeg, 100, &reply);
  g_autoptr (GBytes) inside = NULL;

  g_assert_cmpstr (reply.problem, ==, "none");
  check_corners (part, seen[6]);
  inside = take_out (part, "jpg");
  g_assert_true (g_bytes_equal (inside, plain));
}

static void
test_png (void)
{
  g_autoptr (GBytes) png = sample_png_with_exif (800, 600, sample_exif (6, FALSE, TRUE));
  HbkBindReply reply;
  g_autoptr (GBytes) part = support_make_part (png, &reply);
  g_autofree char *list = NULL;

  g_assert_cmpstr (reply.problem, ==, "none");
  check_corners (part, seen[6]);
  list = support_ask (part, "pdfimages", "-list", "@", NULL);
  g_assert_nonnull (strstr (list, "600   800"));
}

/* More pixels than paper shows are not kept, and noise is packed as a photograph is. */
static void
test_large (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 5000, 2000);
  guint8      *pixels = gdk_pixbuf_get_pixels (pixbuf);
  guint32      state = 1;
  char        *data;
  gsize        length;
  HbkBindReply reply;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) part = NULL;
  g_autofree char *list = NULL;

  for (int i = 0; i < gdk_pixbuf_get_rowstride (pixbuf) * 2000; i++)
    {
      state = state * 1664525 + 1013904223;
      pixels[i] = (guint8) (state >> 24);
    }
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, "compression", "1", NULL));
  png = g_bytes_new_take (data, length);
  part = support_make_part (png, &reply);
  g_assert_cmpstr (reply.problem, ==, "none");
  list = support_ask (part, "pdfimages", "-list", "@", NULL);
  g_assert_nonnull (strstr (list, "3207  1282"));
  g_assert_nonnull (strstr (list, "jpeg"));
  g_assert_cmpuint (g_bytes_get_size (part), <, 5 * 1024 * 1024);
}

static void
test_other_kinds (void)
{
  static const char *const kinds[] = { "bmp", "tiff", "webp" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GBytes) picture = sample_picture (kinds[i], 800, 600);
      HbkBindReply reply;
      g_autoptr (GBytes) part = support_make_part (picture, &reply);

      g_assert_cmpstr (reply.problem, ==, "none");
      check_corners (part, seen[1]);
    }
}

static void
test_pages (void)
{
  g_autoptr (GBytes) tiff = sample_tiff (80, 60, 1, 3, FALSE);
  HbkBindReply reply;
  g_autoptr (GBytes) part = support_make_part (tiff, &reply);

  g_assert_cmpstr (reply.problem, ==, "none");
  g_assert_cmpuint (reply.first, ==, 1);
  g_assert_cmpuint (reply.second, ==, 3);
}

static void
check_problem (GBytes *file, const char *problem)
{
  HbkBindReply reply;
  g_autoptr (GBytes) bytes = file;
  g_autoptr (GBytes) part = support_make_part (bytes, &reply);

  g_assert_null (part);
  g_assert_cmpstr (reply.problem, ==, problem);
}

static void
test_problems (void)
{
  g_autoptr (GBytes) jpeg = sample_picture ("jpeg", 800, 600);
  g_autoptr (GBytes) png = sample_picture ("png", 800, 600);

  check_problem (sample_cut (jpeg, g_bytes_get_size (jpeg) / 2), "damaged");
  check_problem (sample_cut (png, g_bytes_get_size (png) / 2), "damaged");
  check_problem (sample_cut (jpeg, 3), "damaged");
  check_problem (sample_png_of_size (100000, 100000, sample_compress ("", 0)), "too-large");
  check_problem (sample_text ("GIF89a"), "damaged");
}

/* ---- What a JPEG says of its pixels ---- */

#define START "\xff\xd8"
#define ADOBE "\xff\xee\0\x0e" \
              "Adobe\0d\0\0\0\0\0"
#define FRAME(kind, bits, colours) "\xff" kind "\0\x0b" bits "\0\x10\0\x10" colours "\1\x11\0"
#define SCAN "\xff\xda\0\2"

static gboolean
read_frame (const char *bytes, gsize length, HbkJpegFrame *frame)
{
  const HbkView view = { (const guint8 *) bytes, length, FALSE };

  return hbk_jpeg_frame_read (&view, frame);
}

#define READ_FRAME(bytes, frame) read_frame (bytes, sizeof (bytes) - 1, frame)

static void
test_frames (void)
{
  HbkJpegFrame frame;

  g_assert_true (READ_FRAME (START FRAME ("\xc0", "\x8", "\1") SCAN, &frame));
  g_assert_cmpuint (frame.n_colours, ==, 1);
  g_assert_true (READ_FRAME (START FRAME ("\xc2", "\x8", "\3") SCAN, &frame));
  g_assert_cmpuint (frame.n_colours, ==, 3);
  g_assert_false (frame.is_inverted);
  g_assert_true (READ_FRAME (START ADOBE FRAME ("\xc0", "\x8", "\4") SCAN, &frame));
  g_assert_cmpuint (frame.n_colours, ==, 4);
  g_assert_true (frame.is_inverted);
  g_assert_true (READ_FRAME (START FRAME ("\xc0", "\x8", "\4") SCAN, &frame));
  g_assert_false (frame.is_inverted);

  /* Two colours, twelve bits, no DCT, no frame. */
  g_assert_false (READ_FRAME (START FRAME ("\xc0", "\x8", "\2") SCAN, &frame));
  g_assert_false (READ_FRAME (START FRAME ("\xc1", "\xc", "\3") SCAN, &frame));
  g_assert_false (READ_FRAME (START FRAME ("\xc3", "\x8", "\3") SCAN, &frame));
  g_assert_false (READ_FRAME (START SCAN, &frame));
  g_assert_false (READ_FRAME (START, &frame));
}

/* A profile for other colours than the picture's is left out. */
static void
test_profiles (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) jpeg = g_string_new_len (START "\xff\xe2\0\x90ICC_PROFILE\0\1\1", 20);
      char profile[128] = { 0 };
      g_auto (HbkJpegFrame) frame = { 0 };

      memcpy (profile + 16, i == 0 ? "RGB " : "CMYK", 4);
      memcpy (profile + 36, "acsp", 4);
      g_string_append_len (jpeg, profile, sizeof profile);
      g_string_append_len (jpeg, FRAME ("\xc0", "\x8", "\3") SCAN, sizeof (FRAME ("\xc0", "\x8", "\3") SCAN) - 1);
      g_assert_true (read_frame (jpeg->str, jpeg->len, &frame));
      g_assert_cmpuint (frame.profile != NULL ? g_bytes_get_size (frame.profile) : 0, ==, i == 0 ? 128 : 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photos/orientations", test_orientations);
  g_test_add_func ("/photos/bare", test_bare);
  g_test_add_func ("/photos/png", test_png);
  g_test_add_func ("/photos/large", test_large);
  g_test_add_func ("/photos/other-kinds", test_other_kinds);
  g_test_add_func ("/photos/pages", test_pages);
  g_test_add_func ("/photos/problems", test_problems);
  g_test_add_func ("/photos/frames", test_frames);
  g_test_add_func ("/photos/profiles", test_profiles);

  return g_test_run ();
}
