/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hbk_workbook_check (gconstpointer data, gsize size, guint n_cells);

G_END_DECLS
