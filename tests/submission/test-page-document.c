/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages: what is written can be read, searched and copied, whatever the text; what cannot be shown is an error that names it. */

#include "submission/hbk-page-document.h"

#include "base/hbk-error.h"
#include "form-fixture.h"

static const double shares[] = { 1, 4 };

static HbkPageDocument *
begin (void)
{
  return hbk_page_document_new (&(HbkPageSetup) { .title = "试表", .running = "试表　续", .footer = "页脚", .date = hbk_date_new (2024, 12, 31) });
}

static GBytes *
write_whole (HbkPageDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  hbk_page_document_finish (document, &error);
  g_assert_no_error (error);
  bytes = hbk_page_document_write (document, &error);
  g_assert_no_error (error);

  return bytes;
}

static GBytes *
write_text (const char *text, gboolean bold)
{
  g_autoptr (HbkPageDocument) document = begin ();

  hbk_page_document_add_text (document, text, &(HbkPageStyle) { .bold = bold });

  return write_whole (document);
}

static void
add_row (HbkPageDocument *document, const char *first, const char *second, gboolean head)
{
  const HbkPageCell cells[] = { { .text = first }, { .text = second } };

  hbk_page_document_add_row (document, &(HbkPageRow) { .cells = cells, .n_cells = 2, .head = head });
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + strlen (part), part))
    n++;

  return n;
}

/* ---- Tests ---- */

static void
test_text (void)
{
  static const char *const texts[] = {
    "龘䶮𠮷",
    "如何瘃鬃",
    "<b>粗</b>&amp;<span",
    "%s%n%1$d",
    "שלום",
    "ﬁle–Ünïcödé",
    "㐂㕮𠮷𡃁",
    "é́",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) pdf = write_text (texts[i], i % 2 == 0);
      g_autofree char *text = fixture_read_text (pdf);
      g_autofree char *given = g_utf8_normalize (texts[i], -1, G_NORMALIZE_ALL);
      g_autofree char *found = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

      if (strstr (found, given) == NULL)
        g_error ("“%s” is not in “%s”", given, found);
    }
}

/* The letters that cairo leaves blank unless outlines are copied in one piece; each must leave as much ink alone as among others. */
static void
test_outlines (void)
{
  static const char *const letters[] = { "如", "瘃", "加", "海", "龘" };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (letters); i++)
    {
      const char *letter = letters[i / 2];
      g_autoptr (HbkPageDocument) document = begin ();
      g_autoptr (GBytes) pdf = NULL;
      guint ink;

      hbk_page_document_add_text (document, letter, &(HbkPageStyle) { .size = 20, .bold = i % 2 == 1 });
      pdf = write_whole (document);
      ink = fixture_measure_ink (pdf, 40, 40, 60, 40);
      if (ink < 60)
        g_error ("“%s” leaves %u ink", letter, ink);
    }
}

static void
test_fonts (void)
{
  static const char *const command[] = { "pdffonts", "@", NULL };
  static const char *const check[] = { "qpdf", "--check", "@", NULL };
  g_autoptr (GBytes) pdf = write_text ("汉字 Latin ελληνικά 𠮷 ①★√≤", FALSE);
  g_autofree char *fonts = fixture_ask (command, pdf);
  g_autofree char *checked = fixture_ask (check, pdf);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (fonts), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >=, 3);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      /* Embedded, a subset, and with a way back to the characters. */
      if (strstr (lines[i], "yes yes yes") == NULL)
        g_error ("%s", lines[i]);
    }
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors"));
}

static void
test_unknown (void)
{
  static const struct
  {
    const char *text, *code;
  } cases[] = {
    { "题\xee\x80\x80目", "U+E000" },
    { "\xf3\xb0\x80\x80", "U+F0000" },
    { "很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长\xef\xbf\xbe", "U+FFFE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HbkPageDocument) document = begin ();
      g_autoptr (GError) error = NULL;

      hbk_page_document_set_place (document, "the third line");
      hbk_page_document_add_text (document, cases[i].text, &(HbkPageStyle) { 0 });
      hbk_page_document_set_place (document, "elsewhere");
      hbk_page_document_add_text (document, "好", &(HbkPageStyle) { 0 });
      g_assert_false (hbk_page_document_finish (document, &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, cases[i].code));
      g_assert_nonnull (strstr (error->message, "the third line"));
      g_assert_null (strstr (error->message, "elsewhere"));
    }
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text, *clean;
  } cases[] = {
    { NULL, "" },
    { "行\n和\t列\r", "行 和 列 " },
    { "向\xe2\x80\xae右", "向右" },
    { "零\xe2\x80\x8b宽", "零宽" },
    { "段\xe2\x80\xa9落", "段 落" },
    { "坏\xff字节", "坏\xef\xbf\xbd字节" },
    { "a\xe2\x80\x8d"
      "b",
      "a\xe2\x80\x8d"
      "b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = hbk_page_text_dup_clean (cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_heads (void)
{
  g_autoptr (HbkPageDocument) document = begin ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;
  guint            n_pages;

  hbk_page_document_begin_table (document, shares, 2);
  add_row (document, "表头甲", "表头乙", TRUE);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *number = g_strdup_printf ("行%03u", i);

      add_row (document, number, "内容", FALSE);
    }
  pdf = write_whole (document);
  text = fixture_read_text (pdf);
  n_pages = hbk_page_document_get_n_pages (document);

  g_assert_cmpuint (n_pages, >, 3);
  g_assert_cmpuint (fixture_count_pages (pdf), ==, n_pages);
  g_assert_cmpuint (count (text, "表头甲"), ==, n_pages);
  g_assert_cmpuint (count (text, "试表"), ==, n_pages - 1);
  g_assert_cmpuint (count (text, "页脚"), ==, n_pages);
  last = g_strdup_printf ("第%u页，共%u页", n_pages, n_pages);
  g_assert_cmpuint (count (text, last), ==, 1);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *number = g_strdup_printf ("行%03u", i);

      g_assert_cmpuint (count (text, number), ==, 1);
    }
}

/* A cell that is longer than a page goes on; no line is lost or shown twice. */
static void
test_divided (void)
{
  g_autoptr (HbkPageDocument) document = begin ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GString) longest = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (longest, "第%03u段的文字在这里。", i);
  hbk_page_document_begin_table (document, shares, 2);
  add_row (document, "表头", "表头", TRUE);
  add_row (document, "短", "也短", FALSE);
  add_row (document, longest->str, longest->str, FALSE);
  add_row (document, "尾", "末行", FALSE);
  pdf = write_whole (document);
  text = fixture_read_text (pdf);

  g_assert_cmpuint (fixture_count_pages (pdf), >, 3);
  g_assert_cmpuint (count (text, "段"), ==, 800);
  g_assert_cmpuint (count (text, "末行"), ==, 1);
}

/* A heading does not stand alone at the end of a page. */
static void
test_headings (void)
{
  for (guint n = 40; n < 60; n++)
    {
      g_autoptr (HbkPageDocument) document = begin ();
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < n; i++)
        hbk_page_document_add_text (document, "段", &(HbkPageStyle) { 0 });
      hbk_page_document_add_heading (document, "标题", &(HbkPageStyle) { 0 });
      hbk_page_document_begin_table (document, shares, 2);
      add_row (document, "表头", "乙", TRUE);
      add_row (document, "第一行", "丙", FALSE);
      pdf = write_whole (document);
      text = fixture_read_text (pdf);
      g_assert_nonnull (strstr (text, "标题表头"));
    }
}

static void
test_drawn (void)
{
  g_autoptr (HbkPageDocument) document = begin ();
  g_autoptr (GError) error = NULL;
  cairo_surface_t     *surface;
  cairo_t             *cr;
  double               width, height;
  const unsigned char *data;
  guint                dark = 0;

  hbk_page_document_add_text (document, "画在屏幕上", &(HbkPageStyle) { .size = 30 });
  hbk_page_document_finish (document, &error);
  g_assert_no_error (error);
  hbk_page_document_get_size (document, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width, (int) height);
  cr = cairo_create (surface);
  hbk_page_document_draw (document, cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int i = 0; i < cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface); i++)
    dark += data[i] > 128;
  cairo_surface_destroy (surface);

  g_assert_cmpuint (dark, >, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-document/text", test_text);
  g_test_add_func ("/page-document/outlines", test_outlines);
  g_test_add_func ("/page-document/fonts", test_fonts);
  g_test_add_func ("/page-document/unknown", test_unknown);
  g_test_add_func ("/page-document/clean", test_clean);
  g_test_add_func ("/page-document/heads", test_heads);
  g_test_add_func ("/page-document/divided", test_divided);
  g_test_add_func ("/page-document/headings", test_headings);
  g_test_add_func ("/page-document/drawn", test_drawn);

  return g_test_run ();
}
