/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-date.h"
#include "disk/hbk-temp-file.h"

G_BEGIN_DECLS

/**
 * HbkZipWriter:
 *
 * Writes a ZIP of files that are not packed, for evidence and PDFs would hardly become smaller. Every name is flagged as UTF-8, and checksum and
 * sizes stand before the data: readers that take a file as it comes, such as the one of Java behind many portals, refuse stored files otherwise.
 *
 * Calls leave the reason of a failure in errno.
 */
typedef struct _HbkZipWriter HbkZipWriter;

HbkZipWriter *hbk_zip_writer_new (HbkTempFile *file, HbkDate date) G_GNUC_WARN_UNUSED_RESULT;
void          hbk_zip_writer_free (HbkZipWriter *self);

gboolean hbk_zip_writer_begin (HbkZipWriter *self, const char *name, guint64 size);
guint8  *hbk_zip_writer_get_room (HbkZipWriter *self, gsize *room);
gboolean hbk_zip_writer_advance (HbkZipWriter *self, gsize length);
gboolean hbk_zip_writer_write (HbkZipWriter *self, gconstpointer data, gsize length);
gboolean hbk_zip_writer_end (HbkZipWriter *self);
gboolean hbk_zip_writer_finish (HbkZipWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkZipWriter, hbk_zip_writer_free)

G_END_DECLS
