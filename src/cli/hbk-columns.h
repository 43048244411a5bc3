/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int         hbk_columns_width (const char *text);
void        hbk_columns_pad (GString *line, const char *text, int width, gboolean to_the_right);
void        hbk_columns_fill (GString *line, int width);
char       *hbk_columns_cut (const char *text, int width) G_GNUC_WARN_UNUSED_RESULT;
const char *hbk_columns_break (const char *text, int room);

G_END_DECLS
