/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *hbk_text_escape (const char *text, gssize length, guint max_chars) G_GNUC_WARN_UNUSED_RESULT;
guint       hbk_text_distance (const char *a, const char *b);
const char *hbk_text_nearest (const char *text, const char *const *candidates);

G_END_DECLS
