/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "samples.h"

#define CATALOG "<< /Type /Catalog /Pages 2 0 R >>"
#define PAGES "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
#define PAGE "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>"

static const HbkInspectOptions all = { .thumbnail_side = 256, .text = TRUE };

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
  g_assert_cmpstr (hbk_inspection_get_media_type (inspection), ==, "application/pdf");
  g_assert_cmpstr (hbk_inspection_problem_to_nick (hbk_inspection_get_problem (inspection)), ==, hbk_inspection_problem_to_nick (problem));
}

static void
test_text (void)
{
  g_autoptr (HbkInspection) inspection = inspect (sample_pdf (3, "Hours: 24"), &all);

  assert_problem (inspection, HBK_INSPECTION_PROBLEM_NONE);
  g_assert_cmpuint (hbk_inspection_get_n_pages (inspection), ==, 3);
  g_assert_cmpuint (hbk_inspection_get_width (inspection), ==, 595);
  g_assert_cmpuint (hbk_inspection_get_height (inspection), ==, 842);
  g_assert_cmpuint (hbk_inspection_get_orientation (inspection), ==, 1);
  g_assert_cmpint (hbk_inspection_get_flags (inspection), ==, HBK_INSPECTION_TEXT);
  g_assert_cmpstr (hbk_inspection_get_text (inspection), ==, "Hours: 24\nHours: 24\nHours: 24");
  /* As it stands there, in one line: markup is for nobody to follow. */
  g_assert_cmpstr (hbk_inspection_get_title (inspection), ==, "<b>Certificate</b> & more");
}

/* Whether there is text is told even when none is asked for. */
static void
test_text_not_wished (void)
{
  g_autoptr (HbkInspection) inspection = inspect (sample_pdf (1, "Hours"), NULL);

  g_assert_cmpint (hbk_inspection_get_flags (inspection), ==, HBK_INSPECTION_TEXT);
  g_assert_null (hbk_inspection_get_text (inspection));
  g_assert_null (hbk_inspection_get_thumbnail (inspection));
}

static void
test_scan (void)
{
  g_autoptr (HbkInspection) inspection = inspect (sample_pdf (2, NULL), &all);

  assert_problem (inspection, HBK_INSPECTION_PROBLEM_NONE);
  g_assert_cmpint (hbk_inspection_get_flags (inspection), ==, 0);
  g_assert_null (hbk_inspection_get_text (inspection));
}

static void
test_thumbnail (void)
{
  g_autoptr (HbkInspection) inspection = inspect (sample_pdf (1, "x"), &all);
  GBytes *png = hbk_inspection_get_thumbnail (inspection);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_assert_nonnull (png);
  pixbuf = sample_decode (png);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, 256);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 181);
  g_assert_cmpint (sample_colour_at (png, .5, .05), ==, SAMPLE_BLUE);
  /* Where nothing is printed, there is paper. */
  g_assert_cmpint (sample_colour_at (png, .5, .9), ==, SAMPLE_WHITE);
}

/* The second page is red, and lies on its side. */
static void
test_pages (void)
{
  HbkInspectOptions options = { .thumbnail_side = 2048, .page = 2 };
  g_autoptr (GBytes) pdf = sample_pdf_of ("", CATALOG, "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>", PAGE, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] /Rotate 90 /Contents 5 0 R >>", "<< /Length 25 >>\nstream\n1 0 0 rg 0 0 100 100 re f \nendstream", NULL);
  g_autoptr (HbkInspection) second = sample_inspect (pdf, &options);
  g_autoptr (HbkInspection) beyond = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_assert_cmpuint (hbk_inspection_get_n_pages (second), ==, 2);
  g_assert_nonnull (hbk_inspection_get_thumbnail (second));
  pixbuf = sample_decode (hbk_inspection_get_thumbnail (second));
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 2048);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, 1024);
  g_assert_cmpint (sample_colour_at (hbk_inspection_get_thumbnail (second), .25, .5), ==, SAMPLE_RED);
  g_assert_cmpint (sample_colour_at (hbk_inspection_get_thumbnail (second), .75, .5), ==, SAMPLE_WHITE);

  options.page = 3;
  beyond = sample_inspect (pdf, &options);
  assert_problem (beyond, HBK_INSPECTION_PROBLEM_NONE);
  g_assert_null (hbk_inspection_get_thumbnail (beyond));
}

/* Everything that acts is named, and nothing acts. */
static void
test_flags (void)
{
  static const struct
  {
    const char        *catalog;
    const char        *page;
    const char        *object;
    HbkInspectionFlags flags;
  } cases[] = {
    { "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "", "null", HBK_INSPECTION_SCRIPTS },
    { "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>", "", "null", HBK_INSPECTION_SCRIPTS },
    { "", "/Annots [4 0 R]", "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /JavaScript /JS (1) >> >>", HBK_INSPECTION_SCRIPTS },
    { "", "/Annots [4 0 R]", "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/) >> >>", HBK_INSPECTION_LINKS },
    { "", "/Annots [4 0 R]", "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (calc.exe) >> >>", HBK_INSPECTION_LAUNCH },
    { "", "/Annots [4 0 R]", "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (other.pdf) /D [0 /Fit] >> >>", HBK_INSPECTION_LAUNCH },
    { "/OpenAction << /S /Launch /F (calc.exe) >>", "", "null", HBK_INSPECTION_LAUNCH },
    { "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.txt) /EF << /F 4 0 R >> >>] >> >>", "", "<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream", HBK_INSPECTION_ATTACHMENTS },
    { "", "/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /Type /Filespec /F (a) /EF << /F 4 0 R >> >> >>]", "<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream", HBK_INSPECTION_ATTACHMENTS },
    { "/AcroForm << /Fields [4 0 R] >>", "/Annots [4 0 R]", "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [0 0 9 9] /P 3 0 R >>", HBK_INSPECTION_FORMS },
    { "/AcroForm << /Fields [4 0 R] /SigFlags 3 >>", "/Annots [4 0 R]", "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 9 9] /P 3 0 R >>", HBK_INSPECTION_SIGNATURES },
    { "", "", "null", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *catalog = g_strdup_printf ("<< /Type /Catalog /Pages 2 0 R %s >>", cases[i].catalog);
      g_autofree char *page = g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] %s >>", cases[i].page);
      g_autoptr (HbkInspection) inspection = inspect (sample_pdf_of ("", catalog, PAGES, page, cases[i].object, NULL), &all);

      g_test_message ("case %u", i);
      assert_problem (inspection, HBK_INSPECTION_PROBLEM_NONE);
      g_assert_cmpint (hbk_inspection_get_flags (inspection), ==, cases[i].flags);
    }
}

/* With the handler that every reader knows, and keys that fit no password. */
static void
test_encrypted (void)
{
  static const char encrypt[] = "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
                                " /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
                                " /O <000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f>"
                                " /U <000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f> >>";
  g_autoptr (HbkInspection) inspection = inspect (sample_pdf_of (encrypt, CATALOG, PAGES, PAGE, NULL), &all);

  assert_problem (inspection, HBK_INSPECTION_PROBLEM_ENCRYPTED);
  g_assert_null (hbk_inspection_get_thumbnail (inspection));
}

static void
test_titles (void)
{
  static const struct
  {
    const char *written;
    const char *title;
  } cases[] = {
    { "(Plain)", "Plain" },
    { "<FEFF5B66 65F6>", "学时" },
    { "(\\000\\001\\n  )", NULL },
    { "()", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *info = g_strdup_printf ("<< /Title %s >>", cases[i].written);
      g_autoptr (HbkInspection) inspection = inspect (sample_pdf_of ("/Info 4 0 R", CATALOG, PAGES, PAGE, info, NULL), NULL);

      g_assert_cmpstr (hbk_inspection_get_title (inspection), ==, cases[i].title);
    }
}

/* A title as long as a book is cut, between characters. */
static void
test_long_title (void)
{
  g_autoptr (GString) info = g_string_new ("<< /Title <FEFF");
  g_autoptr (HbkInspection) inspection = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (info, "5B66");
  g_string_append (info, "> >>");

  inspection = inspect (sample_pdf_of ("/Info 4 0 R", CATALOG, PAGES, PAGE, info->str, NULL), NULL);
  g_assert_cmpuint (strlen (hbk_inspection_get_title (inspection)), ==, HBK_INSPECTION_MAX_TITLE / 3 * 3);
}

/* Poppler mends what is cut, and shows what it can. */
static void
test_cut (void)
{
  g_autoptr (GBytes) whole = sample_pdf (3, "Hours");
  g_autoptr (HbkInspection) inspection = inspect (sample_cut (whole, g_bytes_get_size (whole) - 20), &all);

  assert_problem (inspection, HBK_INSPECTION_PROBLEM_DAMAGED);
}

static void
test_no_pages (void)
{
  g_autoptr (HbkInspection) inspection = inspect (sample_pdf_of ("", CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>", NULL), &all);

  assert_problem (inspection, HBK_INSPECTION_PROBLEM_DAMAGED);
  g_assert_cmpuint (hbk_inspection_get_n_pages (inspection), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/papers/text", test_text);
  g_test_add_func ("/papers/text-not-wished", test_text_not_wished);
  g_test_add_func ("/papers/scan", test_scan);
  g_test_add_func ("/papers/thumbnail", test_thumbnail);
  g_test_add_func ("/papers/pages", test_pages);
  g_test_add_func ("/papers/flags", test_flags);
  g_test_add_func ("/papers/encrypted", test_encrypted);
  g_test_add_func ("/papers/titles", test_titles);
  g_test_add_func ("/papers/long-title", test_long_title);
  g_test_add_func ("/papers/cut", test_cut);
  g_test_add_func ("/papers/no-pages", test_no_pages);

  return g_test_run ();
}
