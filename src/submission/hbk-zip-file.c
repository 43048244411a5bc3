/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-zip-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "disk/hbk-file-io.h"
#include "submission/hbk-package-fault.h"

/**
 * hbk_zip_file_read:
 * @self: a file
 * @buffer: (out caller-allocates): where to put the bytes
 * @length: how many
 * @offset: from where
 * @error: return location for an error
 *
 * Reads all of some bytes.
 *
 * Returns: %FALSE with HBK_ERROR_IO, or HBK_ERROR_DAMAGED when the file is not so long
 */
gboolean
hbk_zip_file_read (const HbkZipFile *self, gpointer buffer, gsize length, guint64 offset, GError **error)
{
  gssize n = offset <= self->size && length <= self->size - offset ? hbk_file_io_read (self->fd, buffer, length, offset) : 0;

  if (n < 0)
    {
      hbk_file_io_set_source_error (error, self->path, errno);
      return FALSE;
    }
  if ((gsize) n < length)
    return hbk_package_fault_set (error, self->path, NULL, 0, HBK_ERROR_DAMAGED, _("It is cut off."));

  return TRUE;
}

/**
 * hbk_zip_get_16:
 * @bytes: (array fixed-size=2): bytes
 *
 * Reads a number as a ZIP has it.
 *
 * Returns: the number
 */
guint16
hbk_zip_get_16 (const guint8 *bytes)
{
  return (guint16) (bytes[0] | bytes[1] << 8);
}

/**
 * hbk_zip_get_32:
 * @bytes: (array fixed-size=4): bytes
 *
 * Reads a number as a ZIP has it.
 *
 * Returns: the number
 */
guint32
hbk_zip_get_32 (const guint8 *bytes)
{
  return hbk_zip_get_16 (bytes) | (guint32) hbk_zip_get_16 (bytes + 2) << 16;
}

/**
 * hbk_zip_get_64:
 * @bytes: (array fixed-size=8): bytes
 *
 * Reads a number as a ZIP has it.
 *
 * Returns: the number
 */
guint64
hbk_zip_get_64 (const guint8 *bytes)
{
  return hbk_zip_get_32 (bytes) | (guint64) hbk_zip_get_32 (bytes + 4) << 32;
}
