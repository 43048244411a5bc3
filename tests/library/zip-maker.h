/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkZipPart:
 * @name: the name of a file
 * @data: (nullable): what is in it
 * @length: how many bytes; of @data %NULL, so many zeros
 * @is_packed: whether to pack it
 * @size: the size that the directory tells; 0 for @length
 * @flags: general-purpose flags, 1 for encrypted
 * @mode: as of stat(2), or 0 for a plain file
 *
 * A file in a ZIP that is made to do harm.
 */
typedef struct
{
  const char   *name;
  gconstpointer data;
  gsize         length;
  gboolean      is_packed;
  guint32       size;
  guint16       flags;
  guint16       mode;
} HbkZipPart;

GBytes *hbk_zip_make (const HbkZipPart *parts, guint n_parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
