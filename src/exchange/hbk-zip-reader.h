/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HbkZipReader:
 *
 * The parts of a ZIP archive in memory, found by name. What it gives out is bounded, whatever the archive says of itself.
 */
typedef struct _HbkZipReader HbkZipReader;

HbkZipReader *hbk_zip_reader_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          hbk_zip_reader_free (HbkZipReader *self);

gboolean hbk_zip_reader_has (const HbkZipReader *self, const char *name);
GBytes  *hbk_zip_reader_read (HbkZipReader *self, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkZipReader, hbk_zip_reader_free)

G_END_DECLS
