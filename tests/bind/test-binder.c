/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole binder, as other programs read it. */

#include "submission/hbk-binder.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../inspect/samples.h"
#include "../submission/form-fixture.h"
#include "base/hbk-error.h"
#include "support.h"

/* Six files of two records, and a record that has none. */
static const char logbook_text[] =
  "{\"format\":\"hourbook-logbook\",\"version\":1,\"profile\":{\"name\":\"如祁文静\",\"region\":\"qinghai\"},\"records\":["
  "{\"id\":\"a\",\"activity\":\"training\",\"title\":\"环境监测培训班\",\"start\":\"2024-03-04\",\"end\":\"2024-03-06\",\"facts\":{\"stated_hours\":15},\"evidence\":["
  "{\"document\":\"certificate\",\"file\":\"certificate.pdf\"},{\"document\":\"notice\",\"file\":\"photo.jpg\"},{\"document\":\"unit_document\",\"file\":\"letter.docx\"},{\"document\":\"other\",\"file\":\"locked.pdf\"}]},"
  "{\"id\":\"b\",\"activity\":\"training\",\"title\":\"没有材料\",\"start\":\"2024-04-04\",\"end\":\"2024-04-06\",\"facts\":{\"stated_hours\":15}},"
  "{\"id\":\"c\",\"activity\":\"training\",\"title\":\"水质采样\",\"start\":\"2024-05-04\",\"end\":\"2024-05-06\",\"facts\":{\"stated_hours\":15},\"evidence\":["
  "{\"document\":\"certificate\",\"file\":\"odd.pdf\"},{\"document\":\"notice\",\"file\":\"empty.jpg\"}]}]}";

/* contents, 3 pages, photograph, two notes, 2 odd pages, note */
#define N_PAGES 10

typedef struct
{
  HbkSubmission *submission;
  GHashTable    *contents; /* checksum → GBytes */
  guint          n_opened;
  guint64        done;
} World;

/* What is left set, not set back, or set back too often must not reach the stamp. */
static GBytes *
make_odd (void)
{
  return sample_pdf_of ("", "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Rotate 90 /Contents 5 0 R >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 3000 2000] /Contents 6 0 R >>",
                        "<< /Length 62 >>\nstream\n0 0 1 rg 0 0 9999 9999 re f q q 0.01 0 0 0.01 50 50 cm 3 Tr     \nendstream",
                        "<< /Length 62 >>\nstream\n0 0 1 rg 0 0 9999 9999 re f Q Q Q 0 0 1 1 re W n 0 0 0 0 0 0 cm\nendstream",
                        NULL);
}

static GBytes *
make_content (const char *name)
{
  g_autoptr (GBytes) pdf = sample_pdf (3, "Certificate");

  if (g_str_equal (name, "certificate.pdf"))
    return g_steal_pointer (&pdf);
  if (g_str_equal (name, "photo.jpg"))
    return sample_jpeg_with_exif (800, 600, sample_exif (6, TRUE, TRUE));
  if (g_str_equal (name, "letter.docx"))
    return sample_zip ("word/document.xml", "<w/>", NULL);
  if (g_str_equal (name, "odd.pdf"))
    return make_odd ();
  if (g_str_equal (name, "locked.pdf"))
    {
      g_autofree char *text = support_ask (pdf, "sh", "-c", "qpdf --encrypt u o 256 -- \"$0\" - | base64 -w 0", "@", NULL);
      gsize            length;
      guchar          *data = g_base64_decode (text, &length);

      return g_bytes_new_take (data, length);
    }

  return sample_text ("");
}

static void
fill (World *world, const char *json)
{
  g_autoptr (HbkLogbook) logbook = fixture_read_logbook (json);
  const HbkSubmissionYear *year;

  world->submission = fixture_submit ("qinghai", logbook, 2024, 2024, NULL);
  world->contents = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  year = g_ptr_array_index (world->submission->years, 0);
  for (guint i = 0; i < year->entries->len; i++)
    {
      const HbkSubmissionEntry *entry = g_ptr_array_index (year->entries, i);

      for (guint k = 0; k < entry->files->len; k++)
        {
          const HbkSubmissionFile *file = g_ptr_array_index (entry->files, k);

          g_hash_table_insert (world->contents, file->file->sha256, make_content (file->file->name));
        }
    }
}

static void
set_up (World *world, gconstpointer data)
{
  fill (world, logbook_text);
}

static void
tear_down (World *world, gconstpointer data)
{
  hbk_submission_unref (world->submission);
  g_hash_table_unref (world->contents);
}

static int
open_file (const char *sha256, gpointer user_data, GError **error)
{
  World  *world = user_data;
  GBytes *content = g_hash_table_lookup (world->contents, sha256);

  world->n_opened++;
  if (content == NULL)
    {
      g_set_error_literal (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, "gone");
      return -1;
    }

  return sample_open (content);
}

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  World *world = user_data;

  g_assert_cmpuint (done, >=, world->done);
  g_assert_cmpuint (done, <=, total);
  world->done = done;
}

static GBytes *
bind (World *world, const char *program)
{
  g_auto (HbkBindHelper) helper = { 0 };
  g_autoptr (GError) error = NULL;
  int fd = support_open_empty ();

  hbk_bind_helper_init (&helper);
  if (program != NULL)
    {
      g_free (helper.program);
      helper.program = g_strdup (program);
      helper.timeout_ms = 5000;
    }
  world->done = 0;
  g_assert_true (hbk_binder_write_with (world->submission, &helper, open_file, fd, NULL, progress_cb, world, &error));
  g_assert_no_error (error);

  return support_read_fd (fd);
}

static void
check_page (GBytes *pdf, guint page, const char *expected)
{
  g_autofree char *text = support_text (pdf, page);

  if (strstr (text, expected) == NULL)
    g_error ("page %u says “%s”, not “%s”", page, text, expected);
}

static void
test_whole (World *world, gconstpointer data)
{
  g_autoptr (GBytes) pdf = bind (world, NULL);
  g_autoptr (GBytes) again = bind (world, NULL);
  g_autofree char *checked = support_ask (pdf, "qpdf", "--check", "@", NULL);
  g_autofree char *info = support_ask (pdf, "pdfinfo", "@", NULL);
  g_autofree char *images = support_ask (pdf, "pdfimages", "-list", "@", NULL);

  g_assert_cmpuint (support_count_pages (pdf), ==, N_PAGES);
  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_nonnull (strstr (info, "证明材料汇编：如祁文静"));
  g_assert_null (strstr (info, "CreationDate"));
  g_assert_null (strstr (info, "JavaScript:     yes"));
  g_assert_nonnull (strstr (images, "jpeg"));
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors"));
}

static void
test_contents_and_stamps (World *world, gconstpointer data)
{
  g_autoptr (GBytes) pdf = bind (world, NULL);

  check_page (pdf, 1, "证明材料汇编");
  check_page (pdf, 1, "如祁文静2024年度");
  check_page (pdf, 1, "环境监测培训班");
  check_page (pdf, 1, "（未附材料）");
  check_page (pdf, 1, "目录第1页共10页");
  check_page (pdf, 2, "01-1第2页共10页");
  check_page (pdf, 2, "Certificate");
  check_page (pdf, 4, "01-1第4页共10页");
  check_page (pdf, 5, "01-2第5页共10页");
  check_page (pdf, 6, "01-3第6页共10页");
  check_page (pdf, 6, "此类文件不能并入");
  check_page (pdf, 7, "01-4第7页共10页");
  check_page (pdf, 7, "设有密码");
  check_page (pdf, 8, "03-1第8页共10页");
  check_page (pdf, 9, "03-1第9页共10页");
  check_page (pdf, 10, "03-2第10页共10页");
  check_page (pdf, 10, "空的");
}

/* White in the corner above on the right, whatever the page did before. */
static void
test_stamps_are_seen (World *world, gconstpointer data)
{
  g_autoptr (GBytes) pdf = bind (world, NULL);

  for (guint page = 8; page <= 9; page++)
    {
      guint32 colour = support_colour_at (pdf, page, 0.5, 0.5);

      g_assert_cmphex (colour, ==, 0x0000ff);
      g_assert_cmphex (support_colour_at (pdf, page, page == 8 ? 0.98 : 0.988, page == 8 ? 0.021 : 0.03), ==, 0xffffff);
    }
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;

  return n;
}

static void
test_ways (World *world, gconstpointer data)
{
  g_autoptr (GBytes) pdf = bind (world, NULL);
  g_autofree char *objects = support_objects (pdf);
  g_autofree char *outline = support_ask (pdf, "qpdf", "--json", "--json-key=outlines", "@", NULL);
  g_autofree char *fonts = support_ask (pdf, "pdffonts", "@", NULL);

  g_assert_cmpuint (count (objects, "/Subtype /Link"), ==, 6);
  g_assert_cmpuint (count (outline, "\"title\""), ==, 1 + 2 + 6);
  g_assert_nonnull (strstr (outline, "目录"));
  g_assert_nonnull (strstr (outline, "01 "));
  g_assert_nonnull (strstr (outline, "\"destpageposfrom1\": 8"));
  /* Of ours each is there; the one that is not is the certificate's own. */
  g_assert_cmpuint (count (fonts, "NotoSansCJK"), >, 0);
  for (char *line = strstr (fonts, "Noto"); line != NULL; line = strstr (line + 1, "Noto"))
    g_assert_nonnull (g_strstr_len (line, 80, "yes yes"));
}

static void
test_same_file_once (World *world, gconstpointer data)
{
  const HbkSubmissionYear  *year = g_ptr_array_index (world->submission->years, 0);
  const HbkSubmissionEntry *first = g_ptr_array_index (year->entries, 0);
  const HbkSubmissionEntry *last = g_ptr_array_index (year->entries, 2);
  const HbkSubmissionFile  *certificate = g_ptr_array_index (first->files, 0);
  HbkSubmissionFile        *odd = g_ptr_array_index (last->files, 0);
  g_autoptr (GBytes) pdf = NULL;

  hbk_evidence_file_free (odd->file);
  odd->file = hbk_evidence_file_copy (certificate->file);
  pdf = bind (world, NULL);
  g_assert_cmpuint (world->n_opened, ==, 5);
  g_assert_cmpuint (support_count_pages (pdf), ==, N_PAGES + 1);
  check_page (pdf, 8, "Certificate");
  check_page (pdf, 8, "03-1第8页共11页");
}

/* Contents that go on over pages, and lead to the right ones all the same. */
static void
test_long_contents (World *world, gconstpointer data)
{
  g_autoptr (GString) json = g_string_new ("{\"format\":\"hourbook-logbook\",\"version\":1,\"profile\":{\"region\":\"qinghai\"},\"records\":[");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *objects = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (json, "%s{\"id\":\"r%02u\",\"activity\":\"training\",\"title\":\"Class %u\",\"start\":\"2024-03-04\",\"end\":\"2024-03-06\",\"facts\":{\"stated_hours\":1},\"evidence\":[{\"document\":\"notice\",\"file\":\"%s\"}]}", i > 0 ? "," : "", i, i, i == 49 ? "certificate.pdf" : "letter.docx");
  g_string_append (json, "]}");
  tear_down (world, NULL);
  fill (world, json->str);
  pdf = bind (world, NULL);

  g_assert_cmpuint (support_count_pages (pdf), ==, 2 + 49 + 3);
  check_page (pdf, 1, "目录第1页共54页");
  check_page (pdf, 2, "目录第2页共54页");
  check_page (pdf, 2, "50-1");
  check_page (pdf, 3, "01-1第3页共54页");
  check_page (pdf, 54, "50-1第54页共54页");
  check_page (pdf, 54, "Certificate");
  objects = support_objects (pdf);
  g_assert_cmpuint (count (objects, "/Subtype /Link"), ==, 50);
}

/* A helper that does something else to files that start with these letters. */
static char *
write_helper (const char *start, const char *commands)
{
  g_autofree char *text = g_strdup_printf ("#!/bin/sh\nif [ \"$1\" = part ] && [ \"$(head -c %u | tr -d '\\0')\" = \"%s\" ]; then\n%s\nfi\nexec %s \"$@\"\n", (guint) strlen (start), start, commands, g_getenv ("HOURBOOK_BIND"));
  g_autoptr (GError) error = NULL;
  char *path = support_dup_script_path ();

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error));

  return path;
}

static void
check_helper (World *world, const char *start, const char *commands, guint page, const char *expected)
{
  g_autofree char *program = write_helper (start, commands);
  g_autoptr (GBytes) pdf = bind (world, program);

  g_assert_cmpuint (support_count_pages (pdf), ==, N_PAGES);
  check_page (pdf, page, expected);
  check_page (pdf, 10, "03-2第10页共10页");
  g_free (support_ask (pdf, "qpdf", "--check", "@", NULL));
  g_assert_cmpint (g_unlink (program), ==, 0);
}

/* One file takes the helper down, holds it up, or makes it write what it should not. */
static void
test_bad_helper (World *world, gconstpointer data)
{
  check_helper (world, "PK", "kill -9 $$", 6, "处理这份文件时出错");
  check_helper (world, "PK", "sleep 60", 6, "用时过长");
  check_helper (world, "PK", "echo part 1 1 none; echo '%PDF-1.7'; echo '%%EOF'; exit 0", 6, "处理这份文件时出错");
  check_helper (world, "PK", "echo part 1 1 none; qpdf --empty -; exit 0", 6, "处理这份文件时出错");
}

static void
test_errors (World *world, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  int fd = support_open_empty ();

  g_cancellable_cancel (cancellable);
  g_assert_false (hbk_binder_write (world->submission, open_file, fd, cancellable, NULL, world, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_CANCELLED);
  g_clear_error (&error);

  g_hash_table_remove_all (world->contents);
  g_assert_false (hbk_binder_write (world->submission, open_file, fd, NULL, NULL, world, &error));
  g_assert_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND);
  close (fd);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/binder/" name, World, NULL, set_up, test, tear_down)
  ADD ("whole", test_whole);
  ADD ("contents-and-stamps", test_contents_and_stamps);
  ADD ("stamps-are-seen", test_stamps_are_seen);
  ADD ("ways", test_ways);
  ADD ("same-file-once", test_same_file_once);
  ADD ("long-contents", test_long_contents);
  ADD ("bad-helper", test_bad_helper);
  ADD ("errors", test_errors);

  return g_test_run ();
}
