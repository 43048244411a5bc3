/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-bag-writer.h"

#include <string.h>

#include "disk/hbk-sha256.h"

#define AGENT "Hourbook " PACKAGE_VERSION

typedef struct
{
  char *path;
  char *sha256;
} Line;

struct _HbkBagWriter
{
  HbkDate  date;
  GArray  *lines;
  GString *info; /* what the caller says, after what is always there */
  guint64  n_bytes;
};

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->path);
  g_free (line->sha256);
}

static void
free_tag_file (gpointer data)
{
  HbkBagTagFile *file = data;

  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Line *) a)->path, ((const Line *) b)->path);
}

/* What would end the line, or stand for something else, and only that. */
static void
append_path (GString *text, const char *path)
{
  for (; *path != '\0'; path++)
    {
      if (*path == '%')
        g_string_append (text, "%25");
      else if (*path == '\n')
        g_string_append (text, "%0A");
      else if (*path == '\r')
        g_string_append (text, "%0D");
      else
        g_string_append_c (text, *path);
    }
}

/* As sha256sum writes and reads it. */
static GString *
write_manifest (GArray *lines)
{
  GString *text = g_string_new (NULL);

  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      g_string_append (text, line->sha256);
      g_string_append (text, "  ");
      append_path (text, line->path);
      g_string_append_c (text, '\n');
    }

  return text;
}

static void
append_info (GString *text, const char *label, const char *value)
{
  g_string_append (text, label);
  g_string_append (text, ": ");
  for (const char *p = value; *p != '\0'; p++)
    g_string_append_c (text, *p == '\n' || *p == '\r' ? ' ' : *p);
  g_string_append_c (text, '\n');
}

static GString *
write_info (const HbkBagWriter *self)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *date = hbk_date_format (self->date);
  g_autofree char *oxum = g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", self->n_bytes, self->lines->len);

  append_info (text, "Bag-Software-Agent", AGENT);
  append_info (text, "Bagging-Date", date);
  append_info (text, "Payload-Oxum", oxum);
  g_string_append_len (text, self->info->str, (gssize) self->info->len);

  return text;
}

static void
take_file (GPtrArray *files, GArray *tags, const char *name, GString *text)
{
  HbkBagTagFile *file = g_new0 (HbkBagTagFile, 1);
  Line           line = { .path = g_strdup (name), .sha256 = hbk_sha256_bytes (text->str, text->len) };

  file->name = g_strdup (name);
  file->bytes = g_string_free_to_bytes (text);
  g_ptr_array_add (files, file);
  g_array_append_val (tags, line);
}

/**
 * hbk_bag_writer_new:
 * @date: the day that stands in the bag
 *
 * Begins the tag files of a bag.
 *
 * Returns: (transfer full): what makes them
 */
HbkBagWriter *
hbk_bag_writer_new (HbkDate date)
{
  HbkBagWriter *self;

  g_return_val_if_fail (date != HBK_DATE_NONE, NULL);

  self = g_new0 (HbkBagWriter, 1);
  self->date = date;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  self->info = g_string_new (NULL);

  return self;
}

/**
 * hbk_bag_writer_free:
 * @self: (transfer full): what makes tag files
 *
 * Frees it.
 */
void
hbk_bag_writer_free (HbkBagWriter *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->lines);
  g_string_free (self->info, TRUE);
  g_free (self);
}

/**
 * hbk_bag_writer_add_file:
 * @self: what makes tag files
 * @path: where a file of the payload lies, below `data/`
 * @sha256: its SHA-256 checksum, in 64 hexadecimal digits
 * @size: its size in bytes
 *
 * Adds a file of the payload; each path once, in any order.
 */
void
hbk_bag_writer_add_file (HbkBagWriter *self, const char *path, const char *sha256, guint64 size)
{
  Line line = { 0 };

  g_return_if_fail (self != NULL && path != NULL && hbk_sha256_is_hex (sha256));

  line.path = g_strconcat ("data/", path, NULL);
  line.sha256 = g_strdup (sha256);
  g_array_append_val (self->lines, line);
  self->n_bytes += size;
}

/**
 * hbk_bag_writer_add_info:
 * @self: what makes tag files
 * @label: what it is, such as External-Identifier
 * @value: what it says, in UTF-8; line ends in it become spaces
 *
 * Adds a line to bag-info.txt, behind those that are always there: program, date and size.
 */
void
hbk_bag_writer_add_info (HbkBagWriter *self, const char *label, const char *value)
{
  g_return_if_fail (self != NULL && label != NULL && strpbrk (label, ":\r\n") == NULL && value != NULL);

  append_info (self->info, label, value);
}

/**
 * hbk_bag_writer_finish:
 * @self: what makes tag files, which is not used again
 *
 * Makes the tag files.
 *
 * Returns: (transfer full) (element-type HbkBagTagFile): bagit.txt, bag-info.txt, manifest-sha256.txt and tagmanifest-sha256.txt
 */
GPtrArray *
hbk_bag_writer_finish (HbkBagWriter *self)
{
  GPtrArray *files;
  g_autoptr (GArray) tags = NULL;
  g_autoptr (GArray) unlisted = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  files = g_ptr_array_new_with_free_func (free_tag_file);
  tags = g_array_new (FALSE, FALSE, sizeof (Line));
  unlisted = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (tags, clear_line);
  g_array_set_clear_func (unlisted, clear_line);

  take_file (files, tags, "bagit.txt", g_string_new ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
  take_file (files, tags, "bag-info.txt", write_info (self));
  take_file (files, tags, "manifest-sha256.txt", write_manifest (self->lines));
  take_file (files, unlisted, "tagmanifest-sha256.txt", write_manifest (tags));

  return files;
}
