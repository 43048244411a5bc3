/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

static char *
write_temporary (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int   fd = g_file_open_tmp ("hourbook-XXXXXX", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return path;
}

char *
support_ask (GBytes *bytes, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_temporary (bytes);
  g_autofree char *errors = NULL;
  char            *output = NULL;
  int              status;
  va_list          rest;

  va_start (rest, bytes);
  for (char *argument = va_arg (rest, char *); argument != NULL; argument = va_arg (rest, char *))
    g_ptr_array_add (arguments, g_str_equal (argument, "@") ? path : argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s%s", (char *) arguments->pdata[0], output, errors);
  g_assert_cmpint (g_unlink (path), ==, 0);

  return output;
}

int
support_open_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int              fd = g_file_open_tmp ("hourbook-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);

  return fd;
}

GBytes *
support_read_fd (int fd)
{
  off_t size = lseek (fd, 0, SEEK_END);
  char *data = g_malloc ((gsize) size + 1);

  g_assert_cmpint (pread (fd, data, (gsize) size, 0), ==, size);
  close (fd);

  return g_bytes_new_take (data, (gsize) size);
}

GBytes *
support_do (const char *name, GBytes *file, guint max_pages, HbkBindReply *reply)
{
  g_auto (HbkBindHelper) helper = { 0 };
  g_autofree char *path = write_temporary (file);
  g_autoptr (GError) error = NULL;
  HbkBindJob job = { .name = name, .number = max_pages, .in_fd = open (path, O_RDONLY | O_CLOEXEC), .out_fd = support_open_empty (), .max_bytes = G_MAXINT64 };

  g_assert_cmpint (g_unlink (path), ==, 0);
  hbk_bind_helper_init (&helper);
  g_assert_true (hbk_bind_helper_run (&helper, &job, reply, NULL, &error));
  g_assert_no_error (error);
  close (job.in_fd);
  if (g_str_equal (reply->problem, "none"))
    return support_read_fd (job.out_fd);

  close (job.out_fd);

  return NULL;
}

GBytes *
support_make_part_of (GBytes *file, guint max_pages, HbkBindReply *reply)
{
  return support_do ("part", file, max_pages, reply);
}

/* One that is right for other programs, too. */
GBytes *
support_make_part (GBytes *file, HbkBindReply *reply)
{
  GBytes *part = support_make_part_of (file, 100, reply);

  if (part != NULL)
    g_free (support_ask (part, "qpdf", "--check", "@", NULL));

  return part;
}

char *
support_text (GBytes *pdf, guint page)
{
  g_autofree char *first = g_strdup_printf ("%u", MAX (page, 1));
  g_autofree char *last = g_strdup_printf ("%u", page > 0 ? page : 100000);
  g_autofree char *text = support_ask (pdf, "pdftotext", "-enc", "UTF-8", "-f", first, "-l", last, "@", "-", NULL);
  GString         *joined = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)) && *p != '\f')
        g_string_append_unichar (joined, g_utf8_get_char (p));
    }

  return g_string_free_and_steal (joined);
}

guint
support_count_pages (GBytes *pdf)
{
  g_autofree char *text = support_ask (pdf, "qpdf", "--show-npages", "@", NULL);

  return (guint) g_ascii_strtoull (text, NULL, 10);
}

char *
support_objects (GBytes *pdf)
{
  return support_ask (pdf, "sh", "-c", "qpdf --qdf --object-streams=disable \"$0\" - | tr -d '\\000'", "@", NULL);
}

guint32
support_colour_at (GBytes *pdf, guint page, double x, double y)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "hourbook-page", NULL);
  g_autofree char *prefix = g_strdup_printf ("%s-%d", path, (int) getpid ());
  g_autofree char *picture = g_strdup_printf ("%s.png", prefix);
  g_autofree char *output = support_ask (pdf, "pdftoppm", "-png", "-singlefile", "-r", "36", "-f", number, "-l", number, "@", prefix, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_file (picture, &error);
  const guint8 *pixel;

  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (picture), ==, 0);
  pixel = gdk_pixbuf_read_pixels (pixbuf) + (int) (y * gdk_pixbuf_get_height (pixbuf)) * gdk_pixbuf_get_rowstride (pixbuf) + (int) (x * gdk_pixbuf_get_width (pixbuf)) * gdk_pixbuf_get_n_channels (pixbuf);

  return (pixel[0] > 128 ? 0xff0000 : 0) | (pixel[1] > 128 ? 0x00ff00 : 0) | (pixel[2] > 128 ? 0x0000ff : 0);
}

char *
support_dup_script_path (void)
{
  g_autofree char *name = g_strdup_printf ("helper-%d.sh", (int) getpid ());

  return g_test_build_filename (G_TEST_BUILT, name, NULL);
}
