/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize    hbk_json_text_utf8_length (const char *text, const char *end);
gboolean hbk_json_text_read_hex (const char *text, const char *end, guint *unit);
void     hbk_json_text_unescape (const char *text, gsize length, GString *unescaped);

G_END_DECLS
