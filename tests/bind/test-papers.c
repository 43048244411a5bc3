/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What pages of a PDF become. */

#include <string.h>

#include "../inspect/samples.h"
#include "submission/hbk-binder-drawing.h"
#include "support.h"

/* Red below on the left, green below on the right, blue above on the left of what is seen. */
#define MARKED_CONTENT "<< /Length 96 >>\nstream\n1 0 0 rg 150 250 100 200 re f 0 1 0 rg 250 250 100 200 re f 0 0 1 rg 150 450 100 200 re f         \nendstream"

static void
test_pages (void)
{
  g_autoptr (GBytes) pdf = sample_pdf (3, "Certificate");
  HbkBindReply reply;
  g_autoptr (GBytes) part = support_make_part (pdf, &reply);
  g_autoptr (GBytes) again = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (reply.problem, ==, "none");
  g_assert_cmpuint (reply.first, ==, 3);
  g_assert_cmpuint (reply.second, ==, 3);
  g_assert_cmpuint (support_count_pages (part), ==, 3);
  text = support_text (part, 0);
  g_assert_cmpstr (text, ==, "CertificateCertificateCertificate");
  g_assert_cmphex (support_colour_at (part, 1, 0.5, 0.05), ==, 0x0000ff);
  g_assert_cmphex (support_colour_at (part, 1, 0.5, 0.9), ==, 0xffffff);

  again = support_make_part (pdf, &reply);
  g_assert_true (g_bytes_equal (part, again));
}

static guint32
colour_of_original (GBytes *pdf, double x, double y)
{
  g_autofree char *cropped = support_ask (pdf, "sh", "-c", "pdftoppm -cropbox -png -singlefile -r 36 \"$0\" | base64 -w 0", "@", NULL);
  gsize            length;
  guchar          *data = g_base64_decode (cropped, &length);
  g_autoptr (GBytes) png = g_bytes_new_take (data, length);
  g_autoptr (GdkPixbuf) pixbuf = sample_decode (png);
  const guint8 *pixel = gdk_pixbuf_read_pixels (pixbuf) + (int) (y * gdk_pixbuf_get_height (pixbuf)) * gdk_pixbuf_get_rowstride (pixbuf) + (int) (x * gdk_pixbuf_get_width (pixbuf)) * gdk_pixbuf_get_n_channels (pixbuf);

  return (pixel[0] > 128 ? 0xff0000 : 0) | (pixel[1] > 128 ? 0x00ff00 : 0) | (pixel[2] > 128 ? 0x0000ff : 0);
}

/* However a page lies, it is seen as another reader shows it. */
static void
test_boxes (void)
{
  static const char *const pages[] = {
    "/MediaBox [100 200 400 700] /CropBox [150 250 350 650]",
    "/MediaBox [100 200 400 700] /CropBox [150 250 350 650] /Rotate 90",
    "/MediaBox [400 700 100 200] /CropBox [150 650 350 250] /Rotate 180",
    "/MediaBox [100 200 400 700] /CropBox [150 250 350 650] /Rotate 270",
    "/MediaBox [100 200 400 700] /CropBox [150 250 350 650] /Rotate -90",
    "/MediaBox [150 250 350 650] /CropBox [0 0 2000 2000] /Rotate 450",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *page = g_strdup_printf ("<< /Type /Page /Parent 2 0 R %s /Contents 4 0 R >>", pages[i]);
      g_autoptr (GBytes) pdf = sample_pdf_of ("", "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, MARKED_CONTENT, NULL);
      HbkBindReply reply;
      g_autoptr (GBytes) part = support_make_part (pdf, &reply);
      g_autofree char *size = support_ask (part, "pdfinfo", "@", NULL);

      g_assert_cmpstr (reply.problem, ==, "none");
      g_assert_nonnull (strstr (size, strstr (pages[i], "90") != NULL || strstr (pages[i], "270") != NULL || strstr (pages[i], "450") != NULL ? "400 x 200 pts" : "200 x 400 pts"));
      for (guint k = 0; k < 4; k++)
        {
          double x = k % 2 == 0 ? 0.25 : 0.75;
          double y = k / 2 == 0 ? 0.25 : 0.75;

          g_assert_cmphex (support_colour_at (part, 1, x, y), ==, colour_of_original (pdf, x, y));
        }
    }
}

/* Boxes that make no sense, content of several streams or none, pages that share everything. */
static void
test_odd (void)
{
  g_autoptr (GBytes) pdf = sample_pdf_of ("", "<< /Type /Catalog /Pages 2 0 R >>",
                                         "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R 6 0 R 7 0 R] /Count 5 /MediaBox [0 0 0 0] /Resources 10 0 R >>",
                                         "<< /Type /Page /Parent 2 0 R >>",
                                         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e30 5] /Contents 8 0 R >>",
                                         "<< /Type /Page /Parent 2 0 R /MediaBox [(a) 0 5 5] /Contents [8 0 R 9 0 R] >>",
                                         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /UserUnit 2 /Contents 8 0 R >>",
                                         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 90000 90000] /Contents 8 0 R >>",
                                         "<< /Length 38 >>\nstream\nBT /F 20 Tf 20 100 Td (One) Tj        \nendstream",
                                         "<< /Length 14 >>\nstream\n (Two) Tj ET  \nendstream",
                                         "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
                                         NULL);
  HbkBindReply reply;
  g_autoptr (GBytes) part = support_make_part (pdf, &reply);
  g_autofree char *third = NULL;
  g_autofree char *sizes = NULL;

  g_assert_cmpstr (reply.problem, ==, "none");
  g_assert_cmpuint (reply.first, ==, 5);
  third = support_text (part, 3);
  g_assert_cmpstr (third, ==, "OneTwo");
  sizes = support_ask (part, "pdfinfo", "-f", "1", "-l", "5", "@", NULL);
  g_assert_nonnull (strstr (sizes, "595.276 x 841.89 pts (A4)"));
  g_assert_nonnull (strstr (sizes, "400 x 400 pts"));
  g_assert_nonnull (strstr (sizes, "14400 x 14400 pts"));
}

static void
test_active_content (void)
{
  static const char *const traces[] = { "JavaScript", "app.alert", "/Launch", "/URI", "/EmbeddedFile", "/Filespec", "/AA", "/OpenAction", "/AcroForm", "/SubmitForm", "/GoToR", "/Annots" };
  g_autoptr (GBytes) pdf = sample_pdf_of ("", "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AcroForm << /Fields [5 0 R] >> /Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >> >>",
                                         "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 300] >>",
                                         "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /AA << /O << /S /JavaScript /JS (app.alert\\(2\\)) >> >> /Annots [5 0 R << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://example.org) >> >>]"
                                         " /Resources << /Properties << /AA 6 0 R /F << /S /Launch /F (cmd) >> >> /XObject << /X 8 0 R >> /Font << /AA << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
                                         "<< /Length 44 >>\nstream\nBT /AA 20 Tf 20 100 Td (Kept) Tj ET /X Do    \nendstream",
                                         "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 9 9] /A << /S /SubmitForm /F (http://example.org) >> >>",
                                         "<< /Type /Filespec /F (a) /EF << /F 7 0 R >> >>",
                                         "<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream",
                                         "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /AF [6 0 R] /F << /Type /Filespec /F (/etc/passwd) >> /Deep [[[<< /Next [<< /S /GoToR /F (x) >>] >>]]] /Length 0 >>\nstream\n\nendstream",
                                         NULL);
  HbkBindReply reply;
  g_autoptr (GBytes) part = support_make_part (pdf, &reply);
  g_autofree char *text = NULL;
  g_autofree char *objects = NULL;

  g_assert_cmpstr (reply.problem, ==, "none");
  text = support_text (part, 1);
  g_assert_cmpstr (text, ==, "Kept");
  objects = support_objects (part);
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    {
      /* The font keeps its name. */
      if (!g_str_equal (traces[i], "/AA"))
        g_assert_null (strstr (objects, traces[i]));
    }
}

/* A seal over a page, one that is hidden, and a field whose look is one of two. */
static void
test_annotations (void)
{
  g_autoptr (GBytes) pdf = sample_pdf_of ("", "<< /Type /Catalog /Pages 2 0 R >>",
                                         "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 400 400] >>",
                                         "<< /Type /Page /Parent 2 0 R /Rotate 90 /Annots ["
                                         "<< /Type /Annot /Subtype /Stamp /Rect [0 0 200 200] /AP << /N 4 0 R >> >>"
                                         "<< /Type /Annot /Subtype /Stamp /F 2 /Rect [200 0 400 200] /AP << /N 4 0 R >> >>"
                                         "<< /Type /Annot /Subtype /Widget /Rect [0 200 200 400] /AS /On /AP << /N << /On 5 0 R /Off 4 0 R >> >> >> 7 /x null ] >>",
                                         "<< /Subtype /Form /BBox [0 0 10 20] /Matrix [0 1 -1 0 0 0] /Length 24 >>\nstream\n1 0 0 rg 0 0 10 20 re f \nendstream",
                                         "<< /BBox [0 0 1 1] /Length 24 >>\nstream\n0 1 0 rg 0 0 1 1 re f   \nendstream",
                                         NULL);
  HbkBindReply reply;
  g_autoptr (GBytes) part = support_make_part (pdf, &reply);

  g_assert_cmpstr (reply.problem, ==, "none");
  /* Turned clockwise: what was below on the left is above on the left. */
  g_assert_cmphex (support_colour_at (part, 1, 0.25, 0.25), ==, 0xff0000);
  g_assert_cmphex (support_colour_at (part, 1, 0.25, 0.75), ==, 0xffffff);
  g_assert_cmphex (support_colour_at (part, 1, 0.75, 0.25), ==, 0x00ff00);
}

static GBytes *
encrypt (GBytes *pdf, const char *user)
{
  g_autofree char *text = support_ask (pdf, "sh", "-c", "qpdf --encrypt \"$1\" owner 256 -- \"$0\" - | base64 -w 0", "@", user, NULL);
  gsize            length;
  guchar          *data = g_base64_decode (text, &length);

  return g_bytes_new_take (data, length);
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) pdf = sample_pdf (1, "Certificate");
  g_autoptr (GBytes) locked = encrypt (pdf, "secret");
  g_autoptr (GBytes) guarded = encrypt (pdf, "");
  HbkBindReply reply;
  g_autoptr (GBytes) part = support_make_part (locked, &reply);
  g_autofree char *text = NULL;

  g_assert_null (part);
  g_assert_cmpstr (reply.problem, ==, "encrypted");

  /* Everybody can read this one. */
  part = support_make_part (guarded, &reply);
  g_assert_cmpstr (reply.problem, ==, "none");
  text = support_text (part, 1);
  g_assert_cmpstr (text, ==, "Certificate");
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
  g_autoptr (GBytes) pdf = sample_pdf (2, "x");

  check_problem (sample_text (""), "empty");
  check_problem (sample_cut (pdf, g_bytes_get_size (pdf) - 100), "damaged");
  check_problem (sample_cut (pdf, 20), "damaged");
  check_problem (sample_text ("%PDF-1.7\n%%EOF\n"), "damaged");
  check_problem (sample_pdf (0, ""), "damaged");
  check_problem (sample_text ("A letter."), "unsupported");
  check_problem (sample_zip ("word/document.xml", "<w/>", NULL), "unsupported");
  check_problem (sample_ole ("WordDocument"), "unsupported");
  /* A page that is its own father, and one that has itself for content. */
  check_problem (sample_pdf_of ("", "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>", NULL), "damaged");
}

static void
test_many_pages (void)
{
  g_autoptr (GBytes) pdf = sample_pdf (1500, "x");
  HbkBindReply reply;
  g_autoptr (GBytes) part = support_make_part_of (pdf, 20, &reply);

  g_assert_cmpstr (reply.problem, ==, "none");
  g_assert_cmpuint (reply.first, ==, 20);
  g_assert_cmpuint (reply.second, ==, 1500);
  g_assert_cmpuint (support_count_pages (part), ==, 20);
}

/* Sixty-four mebibytes of spaces in some kilobytes; as the content of two streams they have to be unpacked. */
static void
test_bomb (void)
{
  const gsize      size = 64 * 1024 * 1024;
  g_autofree char *spaces = g_malloc (size);
  g_autoptr (GBytes) packed = NULL;
  g_autofree char *head = NULL;
  g_autoptr (GBytes) pdf = NULL;
  HbkBindReply reply;
  g_autoptr (GBytes) part = NULL;

  memset (spaces, ' ', size);
  packed = sample_compress (spaces, size);
  head = g_strdup_printf ("<< /Filter /FlateDecode /Length %" G_GSIZE_FORMAT " >>\nstream\n", g_bytes_get_size (packed));
  pdf = sample_pdf_of_objects ("", sample_text ("<< /Type /Catalog /Pages 2 0 R >>"), sample_text ("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 99 99] >>"),
                               sample_text ("<< /Type /Page /Parent 2 0 R /Contents [5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R 5 0 R] >>"),
                               sample_text ("<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>"),
                               sample_concat (sample_text (head), g_bytes_ref (packed), sample_text ("\nendstream"), NULL), NULL);
  part = support_make_part (pdf, &reply);

  /* Refused, or killed: that it does not come through is what matters. */
  g_assert_null (part);
  g_assert_cmpstr (reply.problem, !=, "none");
}

static void
test_chinese (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = hbk_binder_drawing_note ("03-1", "继续教育学时证明龘", "此类文件不能并入", "证明材料/03", &error);
  HbkBindReply reply;
  g_autoptr (GBytes) part = support_make_part (pdf, &reply);
  g_autofree char *text = support_text (part, 1);
  g_autofree char *fonts = support_ask (part, "pdffonts", "@", NULL);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "继续教育学时证明龘"));
  g_assert_nonnull (strstr (fonts, "NotoSansCJKsc"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/papers/pages", test_pages);
  g_test_add_func ("/papers/boxes", test_boxes);
  g_test_add_func ("/papers/odd", test_odd);
  g_test_add_func ("/papers/active-content", test_active_content);
  g_test_add_func ("/papers/annotations", test_annotations);
  g_test_add_func ("/papers/encrypted", test_encrypted);
  g_test_add_func ("/papers/problems", test_problems);
  g_test_add_func ("/papers/many-pages", test_many_pages);
  g_test_add_func ("/papers/bomb", test_bomb);
  g_test_add_func ("/papers/chinese", test_chinese);

  return g_test_run ();
}
