/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "submission/hbk-zip-index.h"

G_BEGIN_DECLS

/**
 * HbkPackageStream:
 *
 * The bytes of a file in a package, unpacked piece by piece. What it says of itself is not believed: when it is longer, shorter or
 * other than it should be, reading ends with an error.
 */
typedef struct _HbkPackageStream HbkPackageStream;

HbkPackageStream *hbk_package_stream_new_packed (int fd, const HbkZipEntry *entry, const char *path) G_GNUC_WARN_UNUSED_RESULT;
HbkPackageStream *hbk_package_stream_new_plain (int fd, const char *name, guint64 size, const char *path) G_GNUC_WARN_UNUSED_RESULT;
void              hbk_package_stream_free (HbkPackageStream *self);

gssize hbk_package_stream_read (HbkPackageStream *self, gpointer buffer, gsize length, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPackageStream, hbk_package_stream_free)

G_END_DECLS
