/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hbk_cell_text_trim (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_cell_text_narrow (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_cell_text_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
