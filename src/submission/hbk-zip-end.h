/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-zip-file.h"

G_BEGIN_DECLS

/**
 * HbkZipEnd:
 * @n_entries: how many entries the directory has
 * @offset: where the directory begins
 * @size: how many bytes it has
 *
 * What the end of a ZIP says.
 */
typedef struct
{
  guint64 n_entries;
  guint64 offset;
  guint64 size;
} HbkZipEnd;

gboolean hbk_zip_end_find (const HbkZipFile *file, HbkZipEnd *end, GError **error);

G_END_DECLS
