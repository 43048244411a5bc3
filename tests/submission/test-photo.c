/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "submission/hbk-photo.h"

/* A photograph in its segments, as cameras write them; the place stands in each of those that are not kept. */
#define PLACE "36N54 100E59"

static void
add_segment (GByteArray *jpeg, guint8 marker, const void *data, guint length)
{
  guint8 head[] = { 0xff, marker, (guint8) ((length + 2) >> 8), (guint8) (length + 2) };

  g_byte_array_append (jpeg, head, sizeof head);
  g_byte_array_append (jpeg, data, length);
}

static void
add_exif (GByteArray *jpeg, guint8 orientation, gboolean is_little)
{
  guint8 exif[64] = { 'E', 'x', 'i', 'f', 0, 0 };

  if (is_little)
    memcpy (exif + 6, (const guint8[]) { 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0 }, 22);
  else
    memcpy (exif + 6, (const guint8[]) { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0 }, 22);
  memcpy (exif + 40, PLACE, strlen (PLACE));
  add_segment (jpeg, 0xe1, exif, sizeof exif);
}

static const guint8 scan[] = { 1, 1, 0, 0x3f, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56, 0x78 };

static GByteArray *
make_photo (guint8 orientation, gboolean is_little)
{
  GByteArray *jpeg = g_byte_array_new ();

  g_byte_array_append (jpeg, (const guint8[]) { 0xff, 0xd8 }, 2);
  add_segment (jpeg, 0xe0, "JFIF\0\1\1\0\0\1\0\1\0\0", 14);
  add_exif (jpeg, orientation, is_little);
  add_segment (jpeg, 0xe1, "http://ns.adobe.com/xap/1.0/\0" PLACE, 29 + (guint) strlen (PLACE));
  add_segment (jpeg, 0xe2, "ICC_PROFILE\0\1\1profile", 21);
  add_segment (jpeg, 0xe2, "MPF\0" PLACE, 4 + (guint) strlen (PLACE));
  add_segment (jpeg, 0xed, "Photoshop 3.0\0" PLACE, 14 + (guint) strlen (PLACE));
  add_segment (jpeg, 0xee, "Adobe\0d\0\0\0\0\1", 12);
  add_segment (jpeg, 0xfe, PLACE, (guint) strlen (PLACE));
  add_segment (jpeg, 0xc0, "\10\0\1\0\1\1\1\21\0", 9);
  g_byte_array_append (jpeg, (const guint8[]) { 0xff, 0xda, 0, 8 }, 4);
  g_byte_array_append (jpeg, (const guint8 *) "\1\1\0\0\77\0", 6);
  g_byte_array_append (jpeg, scan, sizeof scan);
  g_byte_array_append (jpeg, (const guint8[]) { 0xff, 0xd9 }, 2);
  g_byte_array_append (jpeg, (const guint8 *) "appended " PLACE, 9 + (guint) strlen (PLACE));

  return jpeg;
}

static gboolean
clean (const guint8 *data, gsize length, char **content, gsize *content_length)
{
  g_autofree char *dir = g_dir_make_tmp ("hourbook-photo-XXXXXX", NULL);
  int              fd = open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  HbkTempFile     *file = hbk_temp_file_new (fd, "photo-");
  g_autofree char *path = g_build_filename (dir, hbk_temp_file_get_name (file), NULL);
  gboolean         is_done = hbk_photo_write_without_location (data, length, file);
  int              code = errno;

  if (is_done)
    g_assert_true (g_file_get_contents (path, content, content_length, NULL));
  hbk_temp_file_free (file);
  close (fd);
  g_rmdir (dir);
  errno = code;

  return is_done;
}

static gboolean
holds (const char *content, gsize length, const void *part, gsize part_length)
{
  return memmem (content, length, part, part_length) != NULL;
}

static void
test_clean (void)
{
  for (guint8 orientation = 1; orientation <= 8; orientation++)
    for (int is_little = 0; is_little <= 1; is_little++)
      {
        g_autoptr (GByteArray) photo = make_photo (orientation, is_little);
        const guint8     expected[] = { 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation };
        g_autofree char *content = NULL;
        gsize            length;

        g_assert_true (clean (photo->data, photo->len, &content, &length));
        g_assert_false (holds (content, length, PLACE, strlen (PLACE)));
        g_assert_true (holds (content, length, "ICC_PROFILE", 11));
        g_assert_true (holds (content, length, "Adobe", 5));
        g_assert_true (holds (content, length, scan, sizeof scan));
        g_assert_cmpint (holds (content, length, expected, sizeof expected), ==, orientation > 1);
        g_assert_cmpint ((guint8) content[length - 1], ==, 0xd9);
      }
}

/* Nothing is handed in whose place could not be taken out for certain. */
static void
test_refused (void)
{
  g_autoptr (GByteArray) photo = make_photo (6, FALSE);
  const guint whole = photo->len - 9 - (guint) strlen (PLACE);

  for (guint length = 0; length < whole; length++)
    {
      g_autofree char *content = NULL;
      gsize            content_length;

      errno = 0;
      g_assert_false (clean (photo->data, length, &content, &content_length));
      g_assert_cmpint (errno, ==, EBADMSG);
    }

  photo->data[1] = 0xd9;
  g_assert_false (clean (photo->data, photo->len, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/photo/clean", test_clean);
  g_test_add_func ("/photo/refused", test_refused);

  return g_test_run ();
}
