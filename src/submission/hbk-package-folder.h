/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a package is called until it is whole. */
#define HBK_PACKAGE_TEMP_PREFIX ".hourbook-package-"

/**
 * HbkPackageFolder:
 *
 * A package as a folder, under a name nobody can guess until it is whole. The calls are those of [struct@ZipWriter], with the reason of a failure in
 * errno.
 */
typedef struct _HbkPackageFolder HbkPackageFolder;

HbkPackageFolder *hbk_package_folder_new (int dir) G_GNUC_WARN_UNUSED_RESULT;
void              hbk_package_folder_free (HbkPackageFolder *self);

gboolean hbk_package_folder_begin (HbkPackageFolder *self, const char *name, guint64 size);
guint8  *hbk_package_folder_get_room (HbkPackageFolder *self, gsize *room);
gboolean hbk_package_folder_advance (HbkPackageFolder *self, gsize length);
gboolean hbk_package_folder_end (HbkPackageFolder *self);
gboolean hbk_package_folder_sync (HbkPackageFolder *self);
gboolean hbk_package_folder_place (HbkPackageFolder *self, const char *name);
int      hbk_package_folder_get_fd (HbkPackageFolder *self);
void     hbk_package_folder_remove_left (int dir);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPackageFolder, hbk_package_folder_free)

G_END_DECLS
