/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-error.h"

G_BEGIN_DECLS

/**
 * HbkZipFile:
 * @fd: an ordinary file
 * @size: its size in bytes
 * @path: what to call it in messages
 *
 * A ZIP as bytes on a disk. All that is taken from it goes through these calls.
 */
typedef struct
{
  int         fd;
  guint64     size;
  const char *path;
} HbkZipFile;

gboolean hbk_zip_file_read (const HbkZipFile *self, gpointer buffer, gsize length, guint64 offset, GError **error);

guint16 hbk_zip_get_16 (const guint8 *bytes);
guint32 hbk_zip_get_32 (const guint8 *bytes);
guint64 hbk_zip_get_64 (const guint8 *bytes);

G_END_DECLS
