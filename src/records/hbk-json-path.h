/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hbk_json_path_append_key (GString *path, const char *key, gssize length);
void hbk_json_path_append_index (GString *path, guint position);

G_END_DECLS
