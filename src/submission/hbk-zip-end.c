/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-zip-end.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "submission/hbk-package-fault.h"

/* APPNOTE.TXT of PKWARE, 4.3.14 to 4.3.16. */
#define END_RECORD 0x06054b50
#define END_RECORD_SIZE 22
#define ZIP64_LOCATOR 0x07064b50
#define ZIP64_LOCATOR_SIZE 20
#define ZIP64_RECORD 0x06064b50
#define ZIP64_RECORD_SIZE 56
#define ZIP64_RECORD_HEAD 12

#define COMMENT_MAX G_MAXUINT16

static gboolean
refuse (const HbkZipFile *file, HbkError code, const char *what, GError **error)
{
  return hbk_package_fault_set (error, file->path, NULL, 0, code, what);
}

/* Some programs take the last record, whether it fits or not, others the one that fits: there must be no choice. */
static gboolean
find_record (const HbkZipFile *file, guint64 *position, GError **error)
{
  gsize              length = (gsize) MIN (file->size, END_RECORD_SIZE + COMMENT_MAX);
  g_autofree guint8 *tail = g_malloc (length + 1);
  guint              n_found = 0;

  if (!hbk_zip_file_read (file, tail, length, file->size - length, error))
    return FALSE;

  for (gsize i = 0; i + sizeof (guint32) <= length; i++)
    {
      gboolean fits = i + END_RECORD_SIZE <= length && i + END_RECORD_SIZE + hbk_zip_get_16 (tail + i + 20) == length;

      if (hbk_zip_get_32 (tail + i) != END_RECORD || (n_found == 0 && !fits))
        continue;
      if (n_found == 0)
        *position = file->size - length + i;
      n_found++;
    }
  if (n_found > 1)
    return refuse (file, HBK_ERROR_DAMAGED, _("It has more than one end, so that it can be read in more than one way."), error);

  return n_found == 1 || refuse (file, HBK_ERROR_DAMAGED, _("Its end is missing, or something was added to it."), error);
}

/* Each number of the old record is the same here, or says that it stands here. */
static gboolean
read_zip64 (const HbkZipFile *file, guint64 locator_at, const guint8 *locator, const guint8 *record, HbkZipEnd *end, GError **error)
{
  guint64 at = hbk_zip_get_64 (locator + 8);
  guint8  zip64[ZIP64_RECORD_SIZE];

  if (hbk_zip_get_32 (locator + 4) != 0 || hbk_zip_get_32 (locator + 16) > 1)
    return refuse (file, HBK_ERROR_UNKNOWN, _("It is one part of several."), error);
  if (locator_at < ZIP64_RECORD_SIZE || at != locator_at - ZIP64_RECORD_SIZE)
    return refuse (file, HBK_ERROR_DAMAGED, _("The end of its directory is not where it is said to be."), error);
  if (!hbk_zip_file_read (file, zip64, sizeof zip64, at, error))
    return FALSE;
  if (hbk_zip_get_32 (zip64) != ZIP64_RECORD || hbk_zip_get_64 (zip64 + 4) != ZIP64_RECORD_SIZE - ZIP64_RECORD_HEAD)
    return refuse (file, HBK_ERROR_DAMAGED, _("The end of its directory is not where it is said to be."), error);
  if (hbk_zip_get_32 (zip64 + 16) != 0 || hbk_zip_get_32 (zip64 + 20) != 0)
    return refuse (file, HBK_ERROR_UNKNOWN, _("It is one part of several."), error);

  end->n_entries = hbk_zip_get_64 (zip64 + 32);
  end->size = hbk_zip_get_64 (zip64 + 40);
  end->offset = hbk_zip_get_64 (zip64 + 48);
  if (hbk_zip_get_64 (zip64 + 24) != end->n_entries ||
      (hbk_zip_get_16 (record + 10) != G_MAXUINT16 && hbk_zip_get_16 (record + 10) != end->n_entries) ||
      (hbk_zip_get_32 (record + 12) != G_MAXUINT32 && hbk_zip_get_32 (record + 12) != end->size) ||
      (hbk_zip_get_32 (record + 16) != G_MAXUINT32 && hbk_zip_get_32 (record + 16) != end->offset))
    return refuse (file, HBK_ERROR_DAMAGED, _("Its two ends say different things."), error);

  return TRUE;
}

/* Disks of which the number stands elsewhere are told by the other record. */
static gboolean
is_first_disk (const guint8 *number, gboolean is_zip64)
{
  return hbk_zip_get_16 (number) == 0 || (is_zip64 && hbk_zip_get_16 (number) == G_MAXUINT16);
}

static gboolean
read_record (const HbkZipFile *file, guint64 position, HbkZipEnd *end, guint64 *directory_end, GError **error)
{
  guint8   record[END_RECORD_SIZE];
  guint8   locator[ZIP64_LOCATOR_SIZE];
  gboolean is_zip64 = FALSE;

  if (!hbk_zip_file_read (file, record, sizeof record, position, error))
    return FALSE;
  if (position >= ZIP64_LOCATOR_SIZE)
    {
      if (!hbk_zip_file_read (file, locator, sizeof locator, position - ZIP64_LOCATOR_SIZE, error))
        return FALSE;
      is_zip64 = hbk_zip_get_32 (locator) == ZIP64_LOCATOR;
    }

  if (!is_first_disk (record + 4, is_zip64) || !is_first_disk (record + 6, is_zip64))
    return refuse (file, HBK_ERROR_UNKNOWN, _("It is one part of several."), error);
  if (hbk_zip_get_16 (record + 8) != hbk_zip_get_16 (record + 10))
    return refuse (file, HBK_ERROR_UNKNOWN, _("It is one part of several."), error);

  *directory_end = position;
  if (is_zip64)
    {
      *directory_end = position - ZIP64_LOCATOR_SIZE - ZIP64_RECORD_SIZE;
      return read_zip64 (file, position - ZIP64_LOCATOR_SIZE, locator, record, end, error);
    }

  end->n_entries = hbk_zip_get_16 (record + 10);
  end->size = hbk_zip_get_32 (record + 12);
  end->offset = hbk_zip_get_32 (record + 16);

  return TRUE;
}

/**
 * hbk_zip_end_find:
 * @file: a file
 * @end: (out): where to put what the end says
 * @error: return location for an error
 *
 * Finds the one end of a ZIP, which the directory must lie directly before.
 *
 * Returns: %FALSE with HBK_ERROR_FORMAT when this is no ZIP, HBK_ERROR_DAMAGED, HBK_ERROR_UNKNOWN when it is split, or HBK_ERROR_IO
 */
gboolean
hbk_zip_end_find (const HbkZipFile *file, HbkZipEnd *end, GError **error)
{
  guint64 position = 0, directory_end = 0;
  guint8  start[2];

  if (file->size >= sizeof start && !hbk_zip_file_read (file, start, sizeof start, 0, error))
    return FALSE;
  if (file->size < sizeof start || memcmp (start, "PK", sizeof start) != 0)
    return refuse (file, HBK_ERROR_FORMAT, _("This is not a ZIP."), error);
  if (!find_record (file, &position, error) || !read_record (file, position, end, &directory_end, error))
    return FALSE;

  /* The sum cannot wrap once the size is known to fit. */
  if (end->size > directory_end || end->offset != directory_end - end->size)
    return refuse (file, HBK_ERROR_DAMAGED, _("Something lies before or behind its directory."), error);

  return TRUE;
}
