/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HBK_XLSX_ROW_MAX:
 *
 * The last row of a sheet.
 */
#define HBK_XLSX_ROW_MAX 1048576

const char *hbk_xlsx_reference_read (const char *text, guint *column, int *row);

G_END_DECLS
