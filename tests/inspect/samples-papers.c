/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "samples.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define ZIP_MAX_BYTES 65536

/* A PDF of objects numbered from 1, with a right table of them; takes them over. */
static GBytes *
make_pdf (const char *trailer, GPtrArray *objects)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.7\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize table;

  for (guint i = 0; i < objects->len; i++)
    {
      gsize       size;
      const char *data = g_bytes_get_data (g_ptr_array_index (objects, i), &size);

      g_array_append_val (offsets, pdf->len);
      g_string_append_printf (pdf, "%u 0 obj\n", i + 1);
      g_string_append_len (pdf, data, (gssize) size);
      g_string_append (pdf, "\nendobj\n");
    }

  table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", objects->len + 1);
  for (guint i = 0; i < offsets->len; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (offsets, gsize, i));
  g_string_append_printf (pdf, "trailer\n<< /Size %u /Root 1 0 R %s >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", objects->len + 1, trailer, table);

  return g_string_free_to_bytes (g_steal_pointer (&pdf));
}

/* Pages of A4 with a blue band above, and with text or without. The title is what a hostile author might write. */
GBytes *
sample_pdf (int n_pages, const char *text)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *content = g_strdup_printf ("0 0 1 rg 0 742 595 100 re f BT /F 40 Tf 50 400 Td (%s) Tj ET", text != NULL ? text : "");
  g_autoptr (GString) kids = g_string_new ("<< /Type /Pages /Kids [");
  char *object;

  for (int i = 0; i < n_pages; i++)
    g_string_append_printf (kids, "%d 0 R ", 6 + i);
  g_string_append_printf (kids, "] /Count %d >>", n_pages);

  g_ptr_array_add (objects, sample_text ("<< /Type /Catalog /Pages 2 0 R >>"));
  g_ptr_array_add (objects, sample_text (kids->str));
  g_ptr_array_add (objects, sample_text ("<< /Title (<b>Certificate</b>\\n& more) >>"));
  g_ptr_array_add (objects, sample_text ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
  object = g_strdup_printf ("<< /Length %u >>\nstream\n%s\nendstream", (guint) strlen (content), content);
  g_ptr_array_add (objects, g_bytes_new_take (object, strlen (object)));
  for (int i = 0; i < n_pages; i++)
    g_ptr_array_add (objects, sample_text ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>"));

  return make_pdf ("/Info 3 0 R", objects);
}

GBytes *
sample_pdf_of_objects (const char *trailer, GBytes *first, ...)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  va_list rest;

  va_start (rest, first);
  for (GBytes *object = first; object != NULL; object = va_arg (rest, GBytes *))
    g_ptr_array_add (objects, object);
  va_end (rest);

  return make_pdf (trailer, objects);
}

GBytes *
sample_pdf_of (const char *trailer, const char *first, ...)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  va_list rest;

  va_start (rest, first);
  for (const char *object = first; object != NULL; object = va_arg (rest, const char *))
    g_ptr_array_add (objects, sample_text (object));
  va_end (rest);

  return make_pdf (trailer, objects);
}

/* Names and contents by turns. */
GBytes *
sample_zip (const char *first_name, ...)
{
  g_autofree char *buffer = g_malloc (ZIP_MAX_BYTES);
  struct archive  *archive = archive_write_new ();
  size_t           used = 0;
  va_list          rest;

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, ZIP_MAX_BYTES, &used), ==, ARCHIVE_OK);

  va_start (rest, first_name);
  for (const char *name = first_name; name != NULL; name = va_arg (rest, const char *))
    {
      const char           *content = va_arg (rest, const char *);
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (la_int64_t) strlen (content));
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, content, strlen (content)), ==, (int) strlen (content));
      archive_entry_free (entry);
    }
  va_end (rest);

  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_bytes_new (buffer, used);
}

/* Only as much of a compound file as matters: the mark, and a directory with a root and one entry. */
GBytes *
sample_ole (const char *entry)
{
  guint8      bytes[512 + 4 * 128] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };
  const char *names[] = { "Root Entry", entry };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint j = 0; names[i] != NULL && names[i][j] != '\0'; j++)
        bytes[512 + i * 128 + 2 * j] = (guint8) names[i][j];
    }

  return g_bytes_new (bytes, sizeof bytes);
}
