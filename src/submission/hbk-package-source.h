/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-package-stream.h"

G_BEGIN_DECLS

/**
 * HbkPackageSource:
 *
 * A package that anybody may have made, as a ZIP or as a folder: what is in it, and the bytes of each file. Nothing is ever written.
 */
typedef struct _HbkPackageSource HbkPackageSource;

/**
 * HbkPackageEntry:
 * @name: its name with the folders above it, in UTF-8 and safe; of a folder without a slash at its end
 * @is_folder: whether it is a folder
 * @size: its size in bytes, unpacked, as the package says
 *
 * A file or folder in a package. Read the members freely.
 */
typedef struct
{
  const char *name;
  gboolean    is_folder;
  guint64     size;
} HbkPackageEntry;

HbkPackageSource *hbk_package_source_open (const char *path, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkPackageSource *hbk_package_source_open_zip (int fd, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkPackageSource *hbk_package_source_open_folder (int fd, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              hbk_package_source_free (HbkPackageSource *self);

const char            *hbk_package_source_get_path (const HbkPackageSource *self);
gboolean               hbk_package_source_is_folder (const HbkPackageSource *self);
guint                  hbk_package_source_get_n_entries (const HbkPackageSource *self);
const HbkPackageEntry *hbk_package_source_get_entry (const HbkPackageSource *self, guint position);
gboolean               hbk_package_source_lookup (const HbkPackageSource *self, const char *name, guint *position);

HbkPackageStream *hbk_package_source_open_entry (const HbkPackageSource *self, guint position, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes           *hbk_package_source_read_entry (const HbkPackageSource *self, guint position, gsize max, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPackageSource, hbk_package_source_free)

G_END_DECLS
