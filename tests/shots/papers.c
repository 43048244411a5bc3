/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "papers.h"

#include <string.h>

#include <gdk/gdk.h>
#include <glib/gstdio.h>

#include "workspace/hbk-workspace-evidence.h"
#include "workspace/hbk-workspace-library.h"

typedef enum {
  PAPER_NOTICE,
  PAPER_CERTIFICATE,
  PAPER_ARTICLE,
  PAPER_COVER,
  PAPER_LETTER,
  PAPER_SCRIPTED,
  PAPER_PHOTO,
  PAPER_SCREEN,
  PAPER_TEXT,
} Paper;

typedef struct
{
  const char *name;
  Paper       paper;
  const char *record;   /* NULL for the inbox */
  const char *document; /* NULL for what its name says */
} Sample;

static const Sample samples[] = {
  { "学时记录-新质生产力.pdf", PAPER_LETTER, "XS-0033", "platform_record" },
  { "网络课程证书.pdf", PAPER_CERTIFICATE, "XS-0034", "platform_certificate" },
  { "研修班通知.pdf", PAPER_NOTICE, "XS-0036", "notice" },
  { "研修班结业证书.pdf", PAPER_CERTIFICATE, "XS-0036", "completion_certificate" },
  { "研讨会邀请函.pdf", PAPER_LETTER, "XS-0038", "invitation" },
  { "研讨会学习笔记.pdf", PAPER_ARTICLE, "XS-0038", "study_notes" },
  { "期刊封面.pdf", PAPER_COVER, "XS-0039", "journal_cover" },
  { "论文正文.pdf", PAPER_ARTICLE, "XS-0039", "article" },
  { "学时记录-国家安全.pdf", PAPER_SCRIPTED, "XS-0040", "platform_record" },
  { "邀请函-乐都站.pdf", PAPER_NOTICE, "XS-0042", "invitation" },
  { "现场照片.png", PAPER_PHOTO, "XS-0042", "other_document" },
  { "微信图片_20241108.png", PAPER_SCREEN, NULL, NULL },
  { "高寒草甸水源涵养监测方法 2024年9期.pdf", PAPER_COVER, NULL, NULL },
  { "培训通知-祁连 7月29日.pdf", PAPER_NOTICE, NULL, "notice" },
};

/* ---- PDF: only what is drawn with lines and areas, for it has no fonts ---- */

static void
rectangle (GString *page, double red, double green, double blue, double x, double y, double width, double height)
{
  g_string_append_printf (page, "%g %g %g rg %g %g %g %g re f\n", red, green, blue, x, y, width, height);
}

static void
lines (GString *page, double from, double to)
{
  guint i = 0;

  for (double y = from; y > to; y -= 26, i++)
    rectangle (page, 0.62, 0.62, 0.64, 80, y, i % 5 == 4 ? 250 : 435, 8);
}

static void
circle (GString *page, double x, double y, double r)
{
  const double k = r * 0.5523;

  g_string_append_printf (page, "%g %g m %g %g %g %g %g %g c %g %g %g %g %g %g c %g %g %g %g %g %g c %g %g %g %g %g %g c S\n", x + r, y, x + r, y + k, x + k, y + r, x, y + r, x - k, y + r, x - r, y + k, x - r, y, x - r,
                          y - k, x - k, y - r, x, y - r, x + k, y - r, x + r, y - k, x + r, y);
}

static void
seal (GString *page, double x, double y)
{
  g_string_append (page, "0.82 0.12 0.12 RG 5 w\n");
  circle (page, x, y, 48);
  rectangle (page, 0.82, 0.12, 0.12, x - 12, y - 12, 24, 24);
}

static void
draw (GString *page, Paper paper, guint number)
{
  switch (paper)
    {
    case PAPER_NOTICE:
      rectangle (page, 0.82, 0.12, 0.12, 130, 740, 335, 38);
      rectangle (page, 0.82, 0.12, 0.12, 70, 704, 455, 4);
      rectangle (page, 0.25, 0.25, 0.27, 170, 650, 255, 20);
      lines (page, 600, 250);
      seal (page, 420, 180);
      break;
    case PAPER_CERTIFICATE:
      rectangle (page, 0.996, 0.973, 0.9, 0, 0, 842, 595);
      g_string_append (page, "0.72 0.55 0.2 RG 8 w 36 36 770 523 re S 2 w 54 54 734 487 re S\n");
      rectangle (page, 0.6, 0.1, 0.1, 296, 430, 250, 46);
      for (guint i = 0; i < 4; i++)
        rectangle (page, 0.55, 0.52, 0.46, 130, 360 - 36 * i, i == 3 ? 300 : 580, 11);
      seal (page, 640, 150);
      break;
    case PAPER_COVER:
      rectangle (page, 0.13, 0.35, 0.45, 0, 0, 595, 842);
      rectangle (page, 0.95, 0.97, 0.98, 110, 640, 375, 70);
      rectangle (page, 0.93, 0.72, 0.3, 110, 600, 375, 7);
      g_string_append (page, "0.25 0.47 0.56 rg 0 120 m 190 330 l 300 220 l 430 380 l 595 180 l 595 0 l 0 0 l f\n");
      break;
    case PAPER_LETTER:
      rectangle (page, 0.25, 0.25, 0.27, 200, 740, 195, 26);
      lines (page, 670, 420);
      seal (page, 420, 300);
      break;
    default:
      rectangle (page, 0.25, 0.25, 0.27, 150, 760 - number, 295, 20);
      lines (page, 710, 90);
    }
}

static void
add_object (GString *pdf, GArray *offsets, const char *body)
{
  g_array_append_val (offsets, pdf->len);
  g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", offsets->len, body);
}

static char *
make_pdf (Paper paper, guint number, gsize *length)
{
  guint       n_pages = paper == PAPER_ARTICLE ? 3 : 1;
  const char *box = paper == PAPER_CERTIFICATE ? "0 0 842 595" : "0 0 595 842";
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.7\n");
  g_autoptr (GString) kids = g_string_new ("<< /Type /Pages /Kids [");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize table;

  add_object (pdf, offsets, paper == PAPER_SCRIPTED ? "<< /Type /Catalog /Pages 2 0 R /OpenAction << /Type /Action /S /JavaScript /JS (app.alert\\(1\\)) >> >>" : "<< /Type /Catalog /Pages 2 0 R >>");
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (kids, "%u 0 R ", 3 + 2 * i);
  g_string_append_printf (kids, "] /Count %u >>", n_pages);
  add_object (pdf, offsets, kids->str);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GString) page = g_string_new (NULL);
      g_autofree char *head = g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents %u 0 R >>", box, 4 + 2 * i);
      g_autofree char *content = NULL;

      draw (page, paper, number + i);
      /* No two are the same. */
      g_string_append_printf (page, "%% %u\n", number);
      content = g_strdup_printf ("<< /Length %u >>\nstream\n%s\nendstream", (guint) page->len, page->str);
      add_object (pdf, offsets, head);
      add_object (pdf, offsets, content);
    }

  table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (pdf, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", offsets->len + 1, table);
  *length = pdf->len;

  return g_string_free_and_steal (g_steal_pointer (&pdf));
}

/* ---- Pictures ---- */

#define WIDTH 960
#define HEIGHT 640

static void
set_pixel (guint8 *pixel, guint8 red, guint8 green, guint8 blue)
{
  pixel[0] = red;
  pixel[1] = green;
  pixel[2] = blue;
}

/* A lake between mountains. */
static void
paint_photo (guint8 *pixel, int x, int y)
{
  int ridge = 330 - (ABS ((x + 200) % 480 - 240) - 120) - ABS (x % 130 - 65) / 3;

  if (y < ridge)
    set_pixel (pixel, (guint8) (120 + y / 4), (guint8) (170 + y / 6), 230);
  else if (y < ridge + 40 && ridge < 290)
    set_pixel (pixel, 242, 246, 250);
  else if (y < 420)
    set_pixel (pixel, (guint8) (112 + y % 7), (guint8) (122 + y % 5), 134);
  else if (y < 470)
    set_pixel (pixel, 86, (guint8) (142 - (y - 420) / 2), 166);
  else
    set_pixel (pixel, (guint8) (92 + (x * 7 + y * 3) % 9), (guint8) (134 - (y - 470) / 5), 68);
}

/* A page of a web platform. */
static void
paint_screen (guint8 *pixel, int x, int y)
{
  if (y < 90)
    set_pixel (pixel, 42, 102, 178);
  else if (x > 80 && x < 880 && y > 150 && (y / 28) % 2 == 0 && (x < 560 || x > 700))
    set_pixel (pixel, x > 700 ? 92 : 196, x > 700 ? 176 : 200, x > 700 ? 120 : 206);
  else
    set_pixel (pixel, 250, 251, 252);
}

static void
write_picture (const char *path, Paper paper)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint8 *pixels = g_malloc (WIDTH * HEIGHT * 3);

  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        {
          if (paper == PAPER_PHOTO)
            paint_photo (pixels + 3 * (y * WIDTH + x), x, y);
          else
            paint_screen (pixels + 3 * (y * WIDTH + x), x, y);
        }
    }
  bytes = g_bytes_new_take (pixels, WIDTH * HEIGHT * 3);
  texture = gdk_memory_texture_new (WIDTH, HEIGHT, GDK_MEMORY_R8G8B8, bytes, WIDTH * 3);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/* ---- Libraries ---- */

static char *
write_paper (const char *dir, const Sample *sample, guint number)
{
  char *path = g_build_filename (dir, sample->name, NULL);

  if (sample->paper == PAPER_PHOTO || sample->paper == PAPER_SCREEN)
    write_picture (path, sample->paper);
  else
    {
      gsize            length;
      g_autofree char *pdf = make_pdf (sample->paper, number, &length);

      g_assert_true (g_file_set_contents (path, pdf, (gssize) length, NULL));
    }

  return path;
}

static char *
take_in (HbkWorkspace *workspace, const char *dir, const Sample *sample, guint number)
{
  g_autofree char  *path = write_paper (dir, sample, number);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) taken = hbk_workspace_take_in (workspace, paths, sample->record, sample->document, NULL, NULL, NULL, NULL, &error);
  const HbkTakenFile *file;

  g_assert_no_error (error);
  g_ptr_array_set_free_func (taken, (GDestroyNotify) hbk_taken_file_free);
  file = g_ptr_array_index (taken, 0);
  g_assert_nonnull (file->file);

  return g_strdup (file->file->sha256);
}

void
papers_fill (HbkWorkspace *workspace, const char *dir)
{
  g_autofree char *beside = g_path_get_dirname (dir);
  g_autofree char *outside = g_build_filename (beside, "papers", NULL);

  g_assert_cmpint (g_mkdir (outside, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_free (take_in (workspace, outside, &samples[i], (guint) i));
}

static char *
find_blob (HbkWorkspace *workspace, const char *name)
{
  g_autoptr (GPtrArray) files = hbk_workspace_list_files (workspace, HBK_FILES_ALL, NULL);

  for (guint i = 0; i < files->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (files, i);
      g_autofree char       *drawer = g_strndup (file->sha256, 2);

      if (g_str_equal (file->name, name))
        return g_build_filename (hbk_workspace_get_library_dir (workspace), "evidence", drawer, file->sha256, NULL);
    }

  g_assert_not_reached ();
}

void
papers_fill_damaged (HbkWorkspace *workspace, const char *dir)
{
  g_autofree char *changed = NULL;
  g_autofree char *missing = NULL;

  papers_fill (workspace, dir);
  changed = find_blob (workspace, "研讨会邀请函.pdf");
  missing = find_blob (workspace, "期刊封面.pdf");
  g_chmod (changed, 0600);
  g_assert_true (g_file_set_contents (changed, "?", 1, NULL));
  g_assert_cmpint (g_unlink (missing), ==, 0);
}
