/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a package is called until it is whole. */
#define HBK_PACKAGE_TEMP_PREFIX ".hourbook-package-"

/**
 * HbkOutputFolder:
 *
 * A package as a folder, under a name nobody can guess until it is whole. The calls are those of [struct@ZipWriter], with the reason of a failure in
 * errno.
 */
typedef struct _HbkOutputFolder HbkOutputFolder;

HbkOutputFolder *hbk_output_folder_new (int dir) G_GNUC_WARN_UNUSED_RESULT;
void             hbk_output_folder_free (HbkOutputFolder *self);

gboolean hbk_output_folder_begin (HbkOutputFolder *self, const char *name, guint64 size);
guint8  *hbk_output_folder_get_room (HbkOutputFolder *self, gsize *room);
gboolean hbk_output_folder_advance (HbkOutputFolder *self, gsize length);
gboolean hbk_output_folder_end (HbkOutputFolder *self);
gboolean hbk_output_folder_sync (HbkOutputFolder *self);
gboolean hbk_output_folder_place (HbkOutputFolder *self, const char *name);
void     hbk_output_folder_take_back (HbkOutputFolder *self, const char *name);
int      hbk_output_folder_get_fd (HbkOutputFolder *self);
void     hbk_output_folder_remove_left (int dir);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkOutputFolder, hbk_output_folder_free)

G_END_DECLS
