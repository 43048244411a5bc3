/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file is, from its content alone. */

#include <string.h>

#include "samples.h"

#define ODF "application/vnd.oasis.opendocument."
#define OOXML "application/vnd.openxmlformats-officedocument."

static void
assert_is (GBytes *bytes, const char *media_type, HbkInspectionProblem problem)
{
  g_autoptr (HbkInspection) inspection = sample_inspect (bytes, NULL);

  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, media_type);
  g_assert_cmpstr (hbk_inspection_problem_to_nick (hbk_inspection_get_problem (inspection)), ==, hbk_inspection_problem_to_nick (problem));
  g_assert_null (hbk_inspection_get_thumbnail (inspection));
  g_bytes_unref (bytes);
}

static void
assert_fine (GBytes *bytes, const char *media_type)
{
  assert_is (bytes, media_type, HBK_INSPECTION_PROBLEM_NONE);
}

static void
test_pictures (void)
{
  assert_fine (sample_picture ("png", 8, 6), "image/png");
  assert_fine (sample_picture ("jpeg", 8, 6), "image/jpeg");
  assert_fine (sample_picture ("bmp", 8, 6), "image/bmp");
  assert_fine (sample_picture ("webp", 8, 6), "image/webp");
  assert_fine (sample_tiff (8, 6, 1, 1, FALSE), "image/tiff");
  assert_fine (sample_gif (), "image/gif");
  assert_fine (sample_file ("halves.heic"), "image/heic");
  assert_fine (sample_file ("halves.avif"), "image/avif");
}

static void
test_papers (void)
{
  assert_fine (sample_pdf (1, "x"), "application/pdf");
  /* Some scanners put something before it. */
  assert_fine (sample_concat (sample_text ("\n\n"), sample_pdf (1, "x"), NULL), "application/pdf");
}

static void
test_archives (void)
{
  assert_fine (sample_zip ("OFD.xml", "<x/>", "Doc_0/Document.xml", "<x/>", NULL), "application/ofd");
  assert_fine (sample_zip ("[Content_Types].xml", "<x/>", "word/document.xml", "<x/>", NULL), OOXML "wordprocessingml.document");
  assert_fine (sample_zip ("[Content_Types].xml", "<x/>", "xl/workbook.xml", "<x/>", NULL), OOXML "spreadsheetml.sheet");
  assert_fine (sample_zip ("[Content_Types].xml", "<x/>", "ppt/presentation.xml", "<x/>", NULL), OOXML "presentationml.presentation");
  assert_fine (sample_zip ("mimetype", ODF "text", "content.xml", "<x/>", NULL), ODF "text");
  assert_fine (sample_zip ("mimetype", ODF "spreadsheet", NULL), ODF "spreadsheet");
  assert_fine (sample_zip ("mimetype", ODF "presentation", NULL), ODF "presentation");
  assert_fine (sample_zip ("mimetype", "application/something-else", NULL), "application/zip");
  assert_fine (sample_zip ("scan.jpg", "x", NULL), "application/zip");
  assert_fine (g_bytes_new ("PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22), "application/zip");
}

static void
test_old_office (void)
{
  assert_fine (sample_ole ("WordDocument"), "application/msword");
  assert_fine (sample_ole ("Workbook"), "application/vnd.ms-excel");
  assert_fine (sample_ole ("Book"), "application/vnd.ms-excel");
  assert_fine (sample_ole ("PowerPoint Document"), "application/vnd.ms-powerpoint");
  assert_fine (sample_ole ("Contents"), "application/x-ole-storage");
  assert_is (sample_ole ("EncryptedPackage"), "application/x-ole-storage", HBK_INSPECTION_PROBLEM_ENCRYPTED);
}

static void
test_text (void)
{
  assert_fine (sample_text ("plain\r\n"), "text/plain");
  assert_fine (sample_text ("继续教育"), "text/plain");
  assert_fine (sample_text ("\xef\xbb\xbf继续教育"), "text/plain");
  assert_fine (sample_text ("\xbc\xcc\xd0\xf8\xbd\xcc\xd3\xfd"), "text/plain");
  assert_is (sample_text ("\x81\x20 neither"), "application/octet-stream", HBK_INSPECTION_PROBLEM_NONE);
}

static void
test_neither (void)
{
  assert_is (g_bytes_new ("", 0), "application/octet-stream", HBK_INSPECTION_PROBLEM_EMPTY);
  assert_fine (g_bytes_new ("\0", 1), "application/octet-stream");
  assert_fine (g_bytes_new ("a\0b", 3), "application/octet-stream");
  assert_fine (sample_text ("\x7f"
                            "ELF\2\1"),
               "application/octet-stream");
  assert_fine (sample_text ("BM is not only a picture\1"), "application/octet-stream");
  assert_fine (g_bytes_new ("\0\0\0\x14"
                            "ftypisom\0\0\0\0mp42",
                            20),
               "application/octet-stream");
}

static void
test_text_content (void)
{
  static const HbkInspectOptions options = { .text = TRUE };
  static const struct
  {
    const char *bytes;
    const char *text;
  } cases[] = {
    { "学时\n", "学时\n" },
    { "\xef\xbb\xbf学时", "学时" },
    { "\xbc\xcc\xd0\xf8\xbd\xcc\xd3\xfd", "继续教育" },
    { "\xd1\xa7 \x81\x30\x81\x30", "学 \302\200" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = sample_text (cases[i].bytes);
      g_autoptr (HbkInspection) inspection = sample_inspect (bytes, &options);

      g_assert_cmpstr (hbk_inspection_get_text (inspection), ==, cases[i].text);
      g_assert_cmpint (hbk_inspection_get_flags (inspection), ==, HBK_INSPECTION_TEXT);
    }
}

/* A long text is cut between characters, in either encoding. */
static void
test_long_text (void)
{
  static const HbkInspectOptions options = { .text = TRUE };
  static const char *const       characters[] = { "学", "\xd1\xa7\xb0\xa1" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (HbkInspection) inspection = NULL;
      const char *read;

      while (text->len < 100000)
        g_string_append (text, characters[i]);
      bytes = sample_text (text->str);
      inspection = sample_inspect (bytes, &options);

      g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, "text/plain");
      read = hbk_inspection_get_text (inspection);
      g_assert_true (g_str_has_prefix (read, "x学"));
      g_assert_true (g_utf8_validate (read, -1, NULL));
      g_assert_cmpuint (strlen (read), >, HBK_INSPECTION_MAX_TEXT - 4);
      g_assert_cmpuint (strlen (read), <=, HBK_INSPECTION_MAX_TEXT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/media-type/pictures", test_pictures);
  g_test_add_func ("/media-type/papers", test_papers);
  g_test_add_func ("/media-type/archives", test_archives);
  g_test_add_func ("/media-type/old-office", test_old_office);
  g_test_add_func ("/media-type/text", test_text);
  g_test_add_func ("/media-type/neither", test_neither);
  g_test_add_func ("/media-type/text-content", test_text_content);
  g_test_add_func ("/media-type/long-text", test_long_text);

  return g_test_run ();
}
