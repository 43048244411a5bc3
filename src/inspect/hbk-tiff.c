/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "inspect/hbk-tiff.h"

/* More than any scan has. A chain that comes back to where it was is as long as this, too. */
#define MAX_PAGES 10000

#define ENTRY_BYTES 12

enum {
  TAG_WIDTH = 256,
  TAG_HEIGHT = 257,
  TAG_ORIENTATION = 274,
  TAG_GPS = 34853,
};

enum {
  TYPE_SHORT = 3,
  TYPE_LONG = 4,
};

enum {
  GPS_LATITUDE = 2,
};

/* Finds one number of a directory, in an entry that holds it itself. */
static gboolean
find_number (const HbkView *view, guint64 directory, guint tag, guint32 *number)
{
  guint n_entries;

  if (!hbk_view_get_u16 (view, directory, &n_entries))
    return FALSE;

  for (guint i = 0; i < n_entries; i++)
    {
      guint64 entry = directory + 2 + (guint64) i * ENTRY_BYTES;
      guint   entry_tag;
      guint   type;
      guint   small;

      if (!hbk_view_get_u16 (view, entry, &entry_tag) || !hbk_view_get_u16 (view, entry + 2, &type))
        return FALSE;
      if (entry_tag != tag)
        continue;
      if (type != TYPE_SHORT)
        return type == TYPE_LONG && hbk_view_get_u32 (view, entry + 8, number);
      if (!hbk_view_get_u16 (view, entry + 8, &small))
        return FALSE;

      *number = small;
      return TRUE;
    }

  return FALSE;
}

/* Whether a directory has an entry, whatever it holds. */
static gboolean
has_entry (const HbkView *view, guint64 directory, guint tag)
{
  guint n_entries;
  guint entry_tag;

  if (!hbk_view_get_u16 (view, directory, &n_entries))
    return FALSE;

  for (guint i = 0; i < n_entries; i++)
    {
      if (!hbk_view_get_u16 (view, directory + 2 + (guint64) i * ENTRY_BYTES, &entry_tag))
        return FALSE;
      if (entry_tag == tag)
        return TRUE;
    }

  return FALSE;
}

static guint
count_pages (const HbkView *view, guint32 directory)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_pages = 0;
  guint n_entries;

  while (directory != 0 && n_pages < MAX_PAGES && hbk_view_get_u16 (view, directory, &n_entries))
    {
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (directory)))
        break;

      n_pages++;
      if (!hbk_view_get_u32 (view, directory + 2 + (guint64) n_entries * ENTRY_BYTES, &directory))
        break;
    }

  return n_pages;
}

/**
 * hbk_tiff_read:
 * @bytes: a TIFF file, or EXIF data from its byte order mark on
 * @tiff: (out): where to put what the directories say
 *
 * Reads the directories, however they are linked.
 *
 * Returns: %FALSE when there is not even one; then @tiff is untouched
 */
gboolean
hbk_tiff_read (const HbkView *bytes, HbkTiff *tiff)
{
  HbkView view;
  HbkTiff found = { .orientation = 1 };
  guint32 directory;
  guint32 number;

  g_return_val_if_fail (bytes != NULL && tiff != NULL, FALSE);

  view = *bytes;
  view.little = hbk_view_has (bytes, 0, "II*\0", 4);
  if (!view.little && !hbk_view_has (bytes, 0, "MM\0*", 4))
    return FALSE;
  if (!hbk_view_get_u32 (&view, 4, &directory))
    return FALSE;

  found.n_pages = count_pages (&view, directory);
  if (found.n_pages == 0)
    return FALSE;

  if (find_number (&view, directory, TAG_WIDTH, &number))
    found.width = number;
  if (find_number (&view, directory, TAG_HEIGHT, &number))
    found.height = number;
  if (find_number (&view, directory, TAG_ORIENTATION, &number) && number >= 1 && number <= 8)
    found.orientation = number;
  if (find_number (&view, directory, TAG_GPS, &number))
    found.has_location = has_entry (&view, number, GPS_LATITUDE);

  *tiff = found;
  return TRUE;
}
