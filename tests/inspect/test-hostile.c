/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files made to do harm. Whatever becomes of the helper, there is an answer, and it stays within its bounds. */

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "samples.h"

#define CATALOG "<< /Type /Catalog /Pages 2 0 R >>"
#define PAGES "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
#define PAGE "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>"

/* The limit on memory, with what the sanitizer needs above what it counts. */
#define MAX_RESIDENT_KIB (1024 * 1024)

static const HbkInspectOptions all = { .thumbnail_side = 256, .text = TRUE };

static HbkInspection *
inspect (GBytes *bytes)
{
  HbkInspection *inspection = sample_inspect (bytes, &all);

  g_bytes_unref (bytes);

  return inspection;
}

static void
assert_problem (const HbkInspection *inspection, HbkInspectionProblem problem)
{
  g_assert_cmpstr (hbk_inspection_problem_to_nick (hbk_inspection_get_problem (inspection)), ==, hbk_inspection_problem_to_nick (problem));
}

/* Nothing here may kill the helper, or keep it busy. */
static void
assert_survives (GBytes *bytes, const char *media_type)
{
  g_autoptr (HbkInspection) inspection = inspect (bytes);

  g_assert_cmpint (hbk_inspection_get_problem (inspection), <, HBK_INSPECTION_PROBLEM_NOT_A_FILE);
  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, media_type);
}

/* Cut at lengths all over the file. */
static void
test_cut (void)
{
  GBytes *wholes[] = {
    sample_picture ("png", 64, 48),
    sample_jpeg_with_exif (64, 48, sample_exif (6, TRUE, TRUE)),
    sample_picture ("bmp", 64, 48),
    sample_webp_with_exif (64, 48, sample_exif (6, TRUE, TRUE)),
    sample_tiff (64, 48, 6, 2, FALSE),
    sample_gif (),
    sample_file ("halves.heic"),
    sample_file ("halves.avif"),
    sample_pdf (2, "Hours"),
    sample_zip ("[Content_Types].xml", "<x/>", "word/document.xml", "<x/>", NULL),
    sample_ole ("WordDocument"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      gsize size = g_bytes_get_size (wholes[i]);

      for (gsize length = 1; length < size; length += 1 + size / 12)
        {
          g_autoptr (GBytes) cut = sample_cut (wholes[i], length);
          g_autoptr (HbkInspection) inspection = sample_inspect (cut, &all);

          g_test_message ("file %u, %" G_GSIZE_FORMAT " bytes", i, length);
          g_assert_cmpint (hbk_inspection_get_problem (inspection), <, HBK_INSPECTION_PROBLEM_NOT_A_FILE);
        }
      g_bytes_unref (wholes[i]);
    }
}

/* One byte after another made wrong, at places all over the file. */
static void
test_wrong_bytes (void)
{
  GBytes *wholes[] = {
    sample_jpeg_with_exif (64, 48, sample_exif (6, TRUE, TRUE)),
    sample_webp_with_exif (64, 48, sample_exif (6, TRUE, TRUE)),
    sample_tiff (64, 48, 6, 2, FALSE),
    sample_file ("halves.heic"),
    sample_file ("halves.avif"),
    sample_pdf (2, "Hours"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      gsize size = g_bytes_get_size (wholes[i]);

      for (gsize at = 12; at < size; at += 1 + size / 15)
        {
          guint8 *copy = g_memdup2 (g_bytes_get_data (wholes[i], NULL), size);
          g_autoptr (HbkInspection) inspection = NULL;

          copy[at] ^= 0xff;
          inspection = inspect (g_bytes_new_take (copy, size));
          g_test_message ("file %u, byte %" G_GSIZE_FORMAT, i, at);
          g_assert_cmpint (hbk_inspection_get_problem (inspection), <, HBK_INSPECTION_PROBLEM_NOT_A_FILE);
        }
      g_bytes_unref (wholes[i]);
    }
}

/* As many pixels as are allowed, in a file of some hundred kilobytes. */
static void
test_picture_bomb (void)
{
  const gsize      side = 10000;
  g_autofree char *rows = g_malloc0 ((side + 1) * side);
  g_autoptr (HbkInspection) inspection = inspect (sample_png_of_size ((guint32) side, (guint32) side, sample_compress (rows, (side + 1) * side)));

  assert_problem (inspection, HBK_INSPECTION_PROBLEM_NONE);
  g_assert_cmpuint (hbk_inspection_get_width (inspection), ==, side);
  g_assert_nonnull (hbk_inspection_get_thumbnail (inspection));
}

static GBytes *
pdf_with_stream (const char *dictionary, GBytes *data)
{
  g_autofree char *head = g_strdup_printf ("<< /Length %" G_GSIZE_FORMAT " %s >>\nstream\n", g_bytes_get_size (data), dictionary);

  return sample_pdf_of_objects ("", sample_text (CATALOG), sample_text (PAGES), sample_text (PAGE), sample_concat (sample_text (head), data, sample_text ("\nendstream"), NULL), NULL);
}

/* A page whose drawing is very many spaces, packed twice into some hundred bytes. */
static void
test_stream_bomb (void)
{
  const gsize      size = 64 * 1024 * 1024;
  g_autofree char *spaces = g_malloc (size);
  GBytes          *once;
  GBytes          *twice;
  g_autoptr (HbkInspection) inspection = NULL;

  memset (spaces, ' ', size);
  once = sample_compress (spaces, size);
  twice = sample_compress (g_bytes_get_data (once, NULL), g_bytes_get_size (once));
  g_bytes_unref (once);

  inspection = inspect (pdf_with_stream ("/Filter [/FlateDecode /FlateDecode]", twice));
  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, "application/pdf");
}

static void
test_page_trees (void)
{
  /* A tree that is its own branch, with more pages promised than there are numbers. */
  assert_survives (sample_pdf_of ("", CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2147483647 >>", NULL), "application/pdf");
  assert_survives (sample_pdf_of ("", CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>", NULL), "application/pdf");
  assert_survives (sample_pdf_of ("", CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count -5 >>", PAGE, NULL), "application/pdf");
  assert_survives (sample_pdf_of ("", "<< /Type /Catalog /Pages 1 0 R >>", NULL), "application/pdf");
  assert_survives (sample_text ("%PDF-1.7\n%%EOF\n"), "application/pdf");
}

static void
test_deep (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "[<< /A ");

  assert_survives (sample_pdf_of ("", CATALOG, PAGES, PAGE, deep->str, NULL), "application/pdf");
  assert_survives (sample_concat (sample_text ("%PDF-1.7\n1 0 obj\n"), sample_text (deep->str), NULL), "application/pdf");
}

static void
test_pages_of_odd_sizes (void)
{
  static const char *const boxes[] = { "0 0 1e9 1e9", "0 0 1e-9 1e9", "0 0 0 0", "-1e300 -1e300 1e300 1e300", "0 0 (a) /b" };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autofree char *page = g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [%s] >>", boxes[i]);

      assert_survives (sample_pdf_of ("", CATALOG, PAGES, page, NULL), "application/pdf");
    }
}

/* A drawing that calls itself, and so never ends unless somebody counts. */
static void
test_recursion (void)
{
  assert_survives (sample_pdf_of ("", CATALOG, PAGES, PAGE, "<< /Length 6 >>\nstream\n/A Do \nendstream", "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >> /Length 6 >>\nstream\n/A Do \nendstream", NULL), "application/pdf");
}

/* Drawings that each call the next ten times: a million million in all. A second must do for this test. */
static void
test_endless (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hourbook-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "helper", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\nulimit -S -t 1\nexec '%s' \"$@\"\n", g_getenv ("HOURBOOK_INSPECT"));
  g_autoptr (HbkInspector) inspector = hbk_inspector_new (path);
  g_autoptr (HbkInspection) inspection = NULL;
  g_autoptr (GString) objects = g_string_new ("%PDF-1.7\n1 0 obj\n" CATALOG "\nendobj\n2 0 obj\n" PAGES "\nendobj\n3 0 obj\n" PAGE "\nendobj\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *calls = "/A Do /A Do /A Do /A Do /A Do /A Do /A Do /A Do /A Do /A Do ";
  int         fd;

  g_string_append_printf (objects, "4 0 obj\n<< /Length %u >>\nstream\n%s\nendstream\nendobj\n", (guint) strlen (calls), calls);
  for (int i = 5; i < 17; i++)
    g_string_append_printf (objects, "%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A %d 0 R >> >> /Length %u >>\nstream\n%s\nendstream\nendobj\n", i, i + 1, (guint) strlen (calls), calls);
  g_string_append (objects, "17 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 12 >>\nstream\n0 0 9 9 re f\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");

  g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);
  bytes = sample_text (objects->str);
  fd = sample_open (bytes);
  inspection = hbk_inspector_inspect (inspector, fd, &all, NULL, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);

  assert_problem (inspection, HBK_INSPECTION_PROBLEM_TIMED_OUT);
  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, "application/pdf");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

/* A file that is almost only a hole: too large to look into, but what it is can be told. */
static void
test_huge_file (void)
{
  g_autoptr (HbkInspector) inspector = hbk_inspector_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (HbkInspection) inspection = NULL;
  int writing = g_file_open_tmp ("hourbook-XXXXXX", &path, NULL);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (write (writing, "\xff\xd8\xff\xe0", 4), ==, 4);
  g_assert_cmpint (ftruncate (writing, (off_t) 300 * 1024 * 1024), ==, 0);
  inspection = hbk_inspector_inspect (inspector, fd, &all, NULL, NULL);
  assert_problem (inspection, HBK_INSPECTION_PROBLEM_TOO_LARGE);
  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, "image/jpeg");
  g_close (fd, NULL);
  g_close (writing, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Over all that ran before; the tests are run in this order. */
static void
test_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_CHILDREN, &usage), ==, 0);
  g_test_message ("the largest took %ld KiB", usage.ru_maxrss);
  g_assert_cmpint (usage.ru_maxrss, <, MAX_RESIDENT_KIB);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hostile/cut", test_cut);
  g_test_add_func ("/hostile/wrong-bytes", test_wrong_bytes);
  g_test_add_func ("/hostile/picture-bomb", test_picture_bomb);
  g_test_add_func ("/hostile/stream-bomb", test_stream_bomb);
  g_test_add_func ("/hostile/page-trees", test_page_trees);
  g_test_add_func ("/hostile/deep", test_deep);
  g_test_add_func ("/hostile/pages-of-odd-sizes", test_pages_of_odd_sizes);
  g_test_add_func ("/hostile/recursion", test_recursion);
  g_test_add_func ("/hostile/endless", test_endless);
  g_test_add_func ("/hostile/huge-file", test_huge_file);
  g_test_add_func ("/hostile/memory", test_memory);

  return g_test_run ();
}
