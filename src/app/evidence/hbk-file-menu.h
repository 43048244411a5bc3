/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *hbk_file_menu_new (const char *sha256, gboolean is_loose) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
