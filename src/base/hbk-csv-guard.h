/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    hbk_csv_needs_guard (const char *text);
const char *hbk_csv_without_guard (const char *text);

G_END_DECLS
