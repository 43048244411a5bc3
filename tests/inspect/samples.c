/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "samples.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define EXIF_MARK "Exif\0\0"

static const guint32 colours[] = {
  [SAMPLE_RED] = 0xff0000ff,
  [SAMPLE_GREEN] = 0x00ff00ff,
  [SAMPLE_BLUE] = 0x0000ffff,
  [SAMPLE_WHITE] = 0xffffffff,
};

static void
append_number (GByteArray *bytes, guint64 number, guint n_bytes, gboolean little)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8) (number >> 8 * (little ? i : n_bytes - 1 - i));

      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
append_bytes (GByteArray *array, GBytes *bytes)
{
  gsize       size;
  const void *data = g_bytes_get_data (bytes, &size);

  g_byte_array_append (array, data, (guint) size);
}

static void
append_text (GByteArray *array, const char *text)
{
  g_byte_array_append (array, (const guint8 *) text, (guint) strlen (text));
}

/* Red and green above, blue and white below. */
GdkPixbuf *
sample_quarters (int width, int height)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  for (int i = 0; i < 4; i++)
    {
      int x = i % 2 * (width / 2);
      int y = i / 2 * (height / 2);
      g_autoptr (GdkPixbuf) quarter = gdk_pixbuf_new_subpixbuf (pixbuf, x, y, width - width / 2, height - height / 2);

      gdk_pixbuf_fill (quarter, colours[i]);
    }

  return pixbuf;
}

GdkPixbuf *
sample_decode (GBytes *png)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("png", NULL);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_loader_write_bytes (loader, png, &error);
  g_assert_no_error (error);
  gdk_pixbuf_loader_close (loader, &error);
  g_assert_no_error (error);

  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

/* The nearest colour at a place given in parts of the sides. */
SampleColour
sample_colour_at (GBytes *png, double x, double y)
{
  g_autoptr (GdkPixbuf) pixbuf = sample_decode (png);
  int           column = (int) (x * gdk_pixbuf_get_width (pixbuf));
  int           row = (int) (y * gdk_pixbuf_get_height (pixbuf));
  const guint8 *pixel = gdk_pixbuf_read_pixels (pixbuf) + row * gdk_pixbuf_get_rowstride (pixbuf) + column * gdk_pixbuf_get_n_channels (pixbuf);

  if (pixel[0] > 128)
    return pixel[1] > 128 ? SAMPLE_WHITE : SAMPLE_RED;

  return pixel[1] > 128 ? SAMPLE_GREEN : SAMPLE_BLUE;
}

GBytes *
sample_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* Takes all its parts over. */
GBytes *
sample_concat (GBytes *first, ...)
{
  GByteArray *array = g_byte_array_new ();
  va_list     rest;

  va_start (rest, first);
  for (GBytes *part = first; part != NULL; part = va_arg (rest, GBytes *))
    {
      append_bytes (array, part);
      g_bytes_unref (part);
    }
  va_end (rest);

  return g_byte_array_free_to_bytes (array);
}

GBytes *
sample_cut (GBytes *bytes, gsize length)
{
  return g_bytes_new_from_bytes (bytes, 0, length);
}

GBytes *
sample_compress (const void *data, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (stream, data, length, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

GBytes *
sample_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "files", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

GBytes *
sample_picture (const char *type, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = sample_quarters (width, height);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, type, &error, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

static void
append_entry (GByteArray *bytes, guint tag, guint type, guint count, guint32 value, gboolean little)
{
  append_number (bytes, tag, 2, little);
  append_number (bytes, type, 2, little);
  append_number (bytes, count, 4, little);
  /* A short number stands in the first half of its four bytes. */
  if (type == 3 && count == 1)
    {
      append_number (bytes, value, 2, little);
      append_number (bytes, 0, 2, little);
    }
  else
    {
      append_number (bytes, value, 4, little);
    }
}

/* EXIF data: one directory with the orientation and, for a location, one with a latitude. */
GBytes *
sample_exif (int orientation, gboolean location, gboolean little)
{
  GByteArray *bytes = g_byte_array_new ();

  append_text (bytes, little ? "II" : "MM");
  append_number (bytes, 42, 2, little);
  append_number (bytes, 8, 4, little);
  append_number (bytes, location ? 2 : 1, 2, little);
  append_entry (bytes, 274, 3, 1, (guint32) orientation, little);
  if (location)
    append_entry (bytes, 34853, 4, 1, 38, little);
  append_number (bytes, 0, 4, little);
  if (location)
    {
      append_number (bytes, 1, 2, little);
      append_entry (bytes, 2, 5, 3, 56, little);
      append_number (bytes, 0, 4, little);
      for (int i = 0; i < 3; i++)
        append_number (bytes, 30, 8, little);
    }

  return g_byte_array_free_to_bytes (bytes);
}

/* Takes the EXIF data over. */
GBytes *
sample_jpeg_with_exif (int width, int height, GBytes *exif)
{
  g_autoptr (GBytes) jpeg = sample_picture ("jpeg", width, height);
  GByteArray *segment = g_byte_array_new ();

  append_number (segment, 0xffe1, 2, FALSE);
  append_number (segment, 2 + 6 + g_bytes_get_size (exif), 2, FALSE);
  g_byte_array_append (segment, (const guint8 *) EXIF_MARK, 6);

  return sample_concat (sample_cut (jpeg, 2), g_byte_array_free_to_bytes (segment), exif, g_bytes_new_from_bytes (jpeg, 2, g_bytes_get_size (jpeg) - 2), NULL);
}

static guint32
crc32_of (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }

  return ~crc;
}

/* Takes the data over. */
GBytes *
sample_png_chunk (const char *name, GBytes *data)
{
  GByteArray *chunk = g_byte_array_new ();

  append_number (chunk, g_bytes_get_size (data), 4, FALSE);
  append_text (chunk, name);
  append_bytes (chunk, data);
  append_number (chunk, crc32_of (chunk->data + 4, chunk->len - 4), 4, FALSE);
  g_bytes_unref (data);

  return g_byte_array_free_to_bytes (chunk);
}

/* Takes the EXIF data over. */
GBytes *
sample_png_with_exif (int width, int height, GBytes *exif)
{
  g_autoptr (GBytes) png = sample_picture ("png", width, height);
  const gsize head = 8 + 25;

  return sample_concat (sample_cut (png, head), sample_png_chunk ("eXIf", exif), g_bytes_new_from_bytes (png, head, g_bytes_get_size (png) - head), NULL);
}

/* Of grey pixels; takes them over. */
GBytes *
sample_png_of_size (guint32 width, guint32 height, GBytes *compressed)
{
  GByteArray *head = g_byte_array_new ();

  append_number (head, width, 4, FALSE);
  append_number (head, height, 4, FALSE);
  append_number (head, 8, 1, FALSE);
  append_number (head, 0, 4, FALSE);

  return sample_concat (g_bytes_new_static ("\x89PNG\r\n\x1a\n", 8),
                        sample_png_chunk ("IHDR", g_byte_array_free_to_bytes (head)),
                        sample_png_chunk ("IDAT", compressed),
                        sample_png_chunk ("IEND", g_bytes_new_static ("", 0)),
                        NULL);
}

/* Takes the EXIF data over. */
GBytes *
sample_webp_with_exif (int width, int height, GBytes *exif)
{
  g_autoptr (GBytes) webp = sample_picture ("webp", width, height);
  GByteArray *bytes = g_byte_array_new ();
  gsize       exif_size = g_bytes_get_size (exif);

  append_text (bytes, "RIFF");
  append_number (bytes, 4 + 18 + g_bytes_get_size (webp) - 12 + 8 + exif_size + exif_size % 2, 4, TRUE);
  append_text (bytes, "WEBPVP8X");
  append_number (bytes, 10, 4, TRUE);
  append_number (bytes, 0x08, 4, TRUE);
  append_number (bytes, (guint64) width - 1, 3, TRUE);
  append_number (bytes, (guint64) height - 1, 3, TRUE);
  g_byte_array_append (bytes, (const guint8 *) g_bytes_get_data (webp, NULL) + 12, (guint) g_bytes_get_size (webp) - 12);
  append_text (bytes, "EXIF");
  append_number (bytes, exif_size, 4, TRUE);
  append_bytes (bytes, exif);
  append_number (bytes, 0, exif_size % 2, TRUE);
  g_bytes_unref (exif);

  return g_byte_array_free_to_bytes (bytes);
}

/* Without compression; all pages show the same pixels. With a loop the last page is followed by the first. */
GBytes *
sample_tiff (int width, int height, int orientation, int n_pages, gboolean loop)
{
  g_autoptr (GdkPixbuf) pixbuf = sample_quarters (width, height);
  GByteArray   *bytes = g_byte_array_new ();
  const guint   n_entries = 10;
  const guint   directory_size = 2 + n_entries * 12 + 4;
  const guint32 pixels = 8 + 6;
  const guint32 size = (guint32) (width * height * 3);
  const guint32 first = pixels + size + size % 2;

  append_text (bytes, "II");
  append_number (bytes, 42, 2, TRUE);
  append_number (bytes, first, 4, TRUE);
  for (int i = 0; i < 3; i++)
    append_number (bytes, 8, 2, TRUE);
  for (int row = 0; row < height; row++)
    g_byte_array_append (bytes, gdk_pixbuf_read_pixels (pixbuf) + row * gdk_pixbuf_get_rowstride (pixbuf), (guint) width * 3);
  append_number (bytes, 0, size % 2, TRUE);

  for (int page = 0; page < n_pages; page++)
    {
      guint32 next = first + directory_size * (guint) (page + 1);

      append_number (bytes, n_entries, 2, TRUE);
      append_entry (bytes, 256, 3, 1, (guint32) width, TRUE);
      append_entry (bytes, 257, 3, 1, (guint32) height, TRUE);
      append_entry (bytes, 258, 3, 3, 8, TRUE);
      append_entry (bytes, 259, 3, 1, 1, TRUE);
      append_entry (bytes, 262, 3, 1, 2, TRUE);
      append_entry (bytes, 273, 4, 1, pixels, TRUE);
      append_entry (bytes, 274, 3, 1, (guint32) orientation, TRUE);
      append_entry (bytes, 277, 3, 1, 3, TRUE);
      append_entry (bytes, 278, 3, 1, (guint32) height, TRUE);
      append_entry (bytes, 279, 4, 1, size, TRUE);
      append_number (bytes, page + 1 < n_pages ? next : loop ? first
                                                             : 0,
                     4, TRUE);
    }

  return g_byte_array_free_to_bytes (bytes);
}

/* One red pixel. */
GBytes *
sample_gif (void)
{
  static const guint8 gif[] = { 'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0, 0x80, 0, 0, 0xff, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b };

  return g_bytes_new_static (gif, sizeof gif);
}

/* A file without a name, opened for reading. */
int
sample_open (GBytes *bytes)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  int         fd = g_file_open_tmp ("hourbook-XXXXXX", &path, &error);

  g_assert_no_error (error);
  while (size > 0)
    {
      ssize_t n = write (fd, data, size);

      g_assert_cmpint (n, >, 0);
      data += n;
      size -= (gsize) n;
    }
  close (fd);

  fd = open (path, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);

  return fd;
}

/* As the library will: through the inspector, with the helper of this build. */
HbkInspection *
sample_inspect (GBytes *bytes, const HbkInspectOptions *options)
{
  g_autoptr (HbkInspector) inspector = hbk_inspector_new (NULL);
  g_autoptr (GError) error = NULL;
  HbkInspection *inspection;
  int            fd = sample_open (bytes);

  inspection = hbk_inspector_inspect (inspector, fd, options, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (inspection);
  close (fd);

  return inspection;
}
