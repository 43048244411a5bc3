/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  hbk_disk_set_error (GError **error, const char *path, int code);
char *hbk_disk_dup_name (const char *path) G_GNUC_WARN_UNUSED_RESULT;

gboolean hbk_disk_make_dir (const char *path, GError **error);
gboolean hbk_disk_sync_dir (const char *path, GError **error);
gboolean hbk_disk_rename (const char *from, const char *to, GError **error);
gboolean hbk_disk_rename_new (const char *from, const char *to);
gboolean hbk_disk_is_network (const char *path);

G_END_DECLS
