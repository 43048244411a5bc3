/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HbkPackageFolderFile:
 * @name: its name with the folders above it, in UTF-8 and safe
 * @is_folder: whether it is a folder
 * @size: its size in bytes, when it was listed
 *
 * A file or folder of a package that is a folder. Read the members freely.
 */
typedef struct
{
  char    *name;
  gboolean is_folder;
  guint64  size;
} HbkPackageFolderFile;

GArray *hbk_package_folder_list (int fd, const char *path, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
int     hbk_package_folder_open (int fd, const char *name);

G_END_DECLS
