/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hbk_file_write (const char *path, GBytes *bytes, GError **error);
gboolean hbk_file_write_copy (const char *path, int fd, GError **error);
gboolean hbk_file_replace_by_copy (const char *path, int fd, GError **error);

G_END_DECLS
