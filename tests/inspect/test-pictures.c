/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "samples.h"

static const HbkInspectOptions thumbnail = { .thumbnail_side = 256 };

static HbkInspection *
inspect (GBytes *bytes, const HbkInspectOptions *options)
{
  HbkInspection *inspection = sample_inspect (bytes, options);

  g_bytes_unref (bytes);

  return inspection;
}

static void
assert_problem (const HbkInspection *inspection, HbkInspectionProblem problem)
{
  g_assert_cmpstr (hbk_inspection_problem_to_nick (hbk_inspection_get_problem (inspection)), ==, hbk_inspection_problem_to_nick (problem));
}

static void
assert_size (const HbkInspection *inspection, guint width, guint height)
{
  g_assert_cmpuint (hbk_inspection_get_width (inspection), ==, width);
  g_assert_cmpuint (hbk_inspection_get_height (inspection), ==, height);
}

static void
assert_thumbnail_size (const HbkInspection *inspection, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_assert_nonnull (hbk_inspection_get_thumbnail (inspection));
  pixbuf = sample_decode (hbk_inspection_get_thumbnail (inspection));
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, height);
}

/* Where the four quarters of a stored picture are once it is upright, as EXIF defines the orientations. */
static const SampleColour upright[][4] = {
  [1] = { SAMPLE_RED, SAMPLE_GREEN, SAMPLE_BLUE, SAMPLE_WHITE },
  [2] = { SAMPLE_GREEN, SAMPLE_RED, SAMPLE_WHITE, SAMPLE_BLUE },
  [3] = { SAMPLE_WHITE, SAMPLE_BLUE, SAMPLE_GREEN, SAMPLE_RED },
  [4] = { SAMPLE_BLUE, SAMPLE_WHITE, SAMPLE_RED, SAMPLE_GREEN },
  [5] = { SAMPLE_RED, SAMPLE_BLUE, SAMPLE_GREEN, SAMPLE_WHITE },
  [6] = { SAMPLE_BLUE, SAMPLE_RED, SAMPLE_WHITE, SAMPLE_GREEN },
  [7] = { SAMPLE_WHITE, SAMPLE_GREEN, SAMPLE_BLUE, SAMPLE_RED },
  [8] = { SAMPLE_GREEN, SAMPLE_WHITE, SAMPLE_RED, SAMPLE_BLUE },
};

/* Of a picture of 320 × 200 pixels as stored. */
static void
assert_upright (GBytes *bytes, guint orientation)
{
  g_autoptr (HbkInspection) inspection = inspect (bytes, &thumbnail);
  gboolean lies = orientation >= 5;

  assert_problem (inspection, HBK_INSPECTION_PROBLEM_NONE);
  g_assert_cmpuint (hbk_inspection_get_orientation (inspection), ==, orientation);
  assert_size (inspection, lies ? 200 : 320, lies ? 320 : 200);
  assert_thumbnail_size (inspection, lies ? 160 : 256, lies ? 256 : 160);
  for (int i = 0; i < 4; i++)
    g_assert_cmpint (sample_colour_at (hbk_inspection_get_thumbnail (inspection), .25 + i % 2 * .5, .25 + i / 2 * .5), ==, upright[orientation][i]);
}

static void
test_orientation_jpeg (void)
{
  for (int i = 1; i <= 8; i++)
    assert_upright (sample_jpeg_with_exif (320, 200, sample_exif (i, FALSE, i % 2)), (guint) i);
}

static void
test_orientation_others (void)
{
  for (int i = 1; i <= 8; i++)
    {
      assert_upright (sample_png_with_exif (320, 200, sample_exif (i, FALSE, i % 2)), (guint) i);
      assert_upright (sample_webp_with_exif (320, 200, sample_exif (i, FALSE, i % 2)), (guint) i);
      assert_upright (sample_tiff (320, 200, i, 1, FALSE), (guint) i);
    }
}

static void
test_orientation_nonsense (void)
{
  static const int nonsense[] = { 0, 9, 65535 };

  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    assert_upright (sample_jpeg_with_exif (320, 200, sample_exif (nonsense[i], FALSE, TRUE)), 1);
}

static void
test_location (void)
{
  GBytes *jpegs[] = {
    sample_jpeg_with_exif (32, 20, sample_exif (1, TRUE, TRUE)),
    sample_jpeg_with_exif (32, 20, sample_exif (6, TRUE, FALSE)),
    sample_png_with_exif (32, 20, sample_exif (1, TRUE, TRUE)),
    sample_webp_with_exif (32, 20, sample_exif (1, TRUE, TRUE)),
    /* Where HEIC files keep it, and where XMP says it. */
    sample_concat (sample_file ("halves.heic"), g_bytes_new_static ("\0\0\0^freeExif\0\0", 14), sample_exif (3, TRUE, TRUE), NULL),
    sample_concat (sample_picture ("bmp", 8, 6), sample_text ("<x exif:GPSLatitude='31,14.3N'/>"), NULL),
  };

  for (guint i = 0; i < G_N_ELEMENTS (jpegs); i++)
    {
      g_autoptr (HbkInspection) inspection = inspect (jpegs[i], NULL);

      g_assert_cmpint (hbk_inspection_get_flags (inspection), ==, HBK_INSPECTION_LOCATION);
    }
}

static void
test_no_location (void)
{
  g_autoptr (HbkInspection) inspection = inspect (sample_jpeg_with_exif (32, 20, sample_exif (6, FALSE, TRUE)), NULL);

  g_assert_cmpint (hbk_inspection_get_flags (inspection), ==, 0);
}

/* These show that their decoders are there, and work inside the limits. */
static void
test_kinds (void)
{
  GBytes *pictures[] = {
    sample_picture ("png", 48, 32),
    sample_picture ("jpeg", 48, 32),
    sample_picture ("bmp", 48, 32),
    sample_picture ("webp", 48, 32),
    sample_tiff (48, 32, 1, 1, FALSE),
    sample_file ("halves.heic"),
    sample_file ("halves.avif"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (HbkInspection) inspection = inspect (pictures[i], &thumbnail);

      assert_problem (inspection, HBK_INSPECTION_PROBLEM_NONE);
      assert_size (inspection, 48, 32);
      g_assert_cmpuint (hbk_inspection_get_n_pages (inspection), ==, 1);
      /* Nothing is made larger. */
      assert_thumbnail_size (inspection, 48, 32);
      g_assert_cmpint (sample_colour_at (hbk_inspection_get_thumbnail (inspection), .25, .25), ==, SAMPLE_RED);
    }
}

static void
test_thumbnail_sides (void)
{
  static const guint sides[] = { 1, 64, 2048 };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const HbkInspectOptions options = { .thumbnail_side = sides[i] };
      g_autoptr (HbkInspection) inspection = inspect (sample_picture ("jpeg", 4096, 2048), &options);

      assert_size (inspection, 4096, 2048);
      assert_thumbnail_size (inspection, (int) sides[i], (int) MAX (sides[i] / 2, 1));
    }
}

/* A picture of noise hardly gets smaller as PNG, and must still fit into the reply. */
static void
test_noise (void)
{
  const HbkInspectOptions options = { .thumbnail_side = 2048 };
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 2048, 2048);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (HbkInspection) inspection = NULL;
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  char   *data;
  gsize   length;

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (pixbuf); i++)
    pixels[i] = (guint8) g_rand_int (random);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "bmp", NULL, NULL));

  inspection = inspect (g_bytes_new_take (data, length), &options);
  assert_problem (inspection, HBK_INSPECTION_PROBLEM_NONE);
  assert_size (inspection, 2048, 2048);
  assert_thumbnail_size (inspection, 1536, 1536);
}

static void
test_tiff_pages (void)
{
  g_autoptr (HbkInspection) inspection = inspect (sample_tiff (16, 8, 1, 3, FALSE), NULL);
  g_autoptr (HbkInspection) loop = inspect (sample_tiff (16, 8, 1, 3, TRUE), &thumbnail);

  g_assert_cmpuint (hbk_inspection_get_n_pages (inspection), ==, 3);
  g_assert_cmpuint (hbk_inspection_get_n_pages (loop), ==, 3);
  assert_problem (loop, HBK_INSPECTION_PROBLEM_NONE);
}

/* The size is known, and nothing is decoded. */
static void
test_too_large (void)
{
  static const guint32 sizes[][2] = { { 60000, 60000 }, { 10001, 10000 }, { 2147483647, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (HbkInspection) inspection = inspect (sample_png_of_size (sizes[i][0], sizes[i][1], sample_compress ("\0\0", 2)), &thumbnail);

      if (sizes[i][1] == 1)
        {
          /* Not even a size that a reply may have; but an answer. */
          g_assert_cmpint (hbk_inspection_get_problem (inspection), !=, HBK_INSPECTION_PROBLEM_NONE);
          continue;
        }
      assert_problem (inspection, HBK_INSPECTION_PROBLEM_TOO_LARGE);
      assert_size (inspection, sizes[i][0], sizes[i][1]);
      g_assert_null (hbk_inspection_get_thumbnail (inspection));
    }
}

/* JPEG and PNG decoders make do with what is there, which a person should know. */
static void
test_cut (void)
{
  static const char *const types[] = { "jpeg", "png" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) whole = sample_picture (types[i], 320, 200);
      g_autoptr (HbkInspection) inspection = inspect (sample_cut (whole, g_bytes_get_size (whole) - 30), &thumbnail);

      assert_problem (inspection, HBK_INSPECTION_PROBLEM_DAMAGED);
      assert_size (inspection, 320, 200);
    }
}

/* What phones append for moving pictures is no damage. */
static void
test_appendix (void)
{
  g_autoptr (HbkInspection) inspection = inspect (sample_concat (sample_picture ("jpeg", 320, 200), sample_text ("MotionPhoto"), NULL), &thumbnail);

  assert_problem (inspection, HBK_INSPECTION_PROBLEM_NONE);
  g_assert_nonnull (hbk_inspection_get_thumbnail (inspection));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pictures/orientation/jpeg", test_orientation_jpeg);
  g_test_add_func ("/pictures/orientation/others", test_orientation_others);
  g_test_add_func ("/pictures/orientation/nonsense", test_orientation_nonsense);
  g_test_add_func ("/pictures/location", test_location);
  g_test_add_func ("/pictures/no-location", test_no_location);
  g_test_add_func ("/pictures/kinds", test_kinds);
  g_test_add_func ("/pictures/thumbnail-sides", test_thumbnail_sides);
  g_test_add_func ("/pictures/noise", test_noise);
  g_test_add_func ("/pictures/tiff-pages", test_tiff_pages);
  g_test_add_func ("/pictures/too-large", test_too_large);
  g_test_add_func ("/pictures/cut", test_cut);
  g_test_add_func ("/pictures/appendix", test_appendix);

  return g_test_run ();
}
