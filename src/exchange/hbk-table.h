/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HBK_TABLE_ROWS_MAX:
 *
 * How many rows a table may have.
 */
#define HBK_TABLE_ROWS_MAX 200000

/**
 * HBK_TABLE_COLUMNS_MAX:
 *
 * How many columns a table may have.
 */
#define HBK_TABLE_COLUMNS_MAX 1000

/**
 * HBK_TABLE_CELL_MAX:
 *
 * How many characters a cell may have; a spreadsheet takes no more either.
 */
#define HBK_TABLE_CELL_MAX 32767

/**
 * HBK_TABLE_BYTES_MAX:
 *
 * How many bytes the cells of a table may have together.
 */
#define HBK_TABLE_BYTES_MAX (64 * 1024 * 1024)

/**
 * HbkTable:
 *
 * The cells of a sheet or of a CSV file as text, each row with the number a person sees beside it.
 *
 * Whoever makes it adds row after row; once shared it is not changed any more.
 */
typedef struct _HbkTable HbkTable;

#define HBK_TYPE_TABLE (hbk_table_get_type ())

GType hbk_table_get_type (void) G_GNUC_CONST;

HbkTable *hbk_table_new (const char *sheet) G_GNUC_WARN_UNUSED_RESULT;
HbkTable *hbk_table_ref (HbkTable *self);
void      hbk_table_unref (HbkTable *self);

gboolean hbk_table_add_row (HbkTable *self, int number, GError **error);
gboolean hbk_table_add_cell (HbkTable *self, guint column, const char *text, gsize length, GError **error);

const char *hbk_table_get_sheet (const HbkTable *self);
guint       hbk_table_get_n_rows (const HbkTable *self);
guint       hbk_table_get_n_columns (const HbkTable *self);
int         hbk_table_get_row_number (const HbkTable *self, guint row);
guint       hbk_table_get_row_n_filled (const HbkTable *self, guint row);
const char *hbk_table_get_filled (const HbkTable *self, guint row, guint position, guint *column);
const char *hbk_table_get_cell (const HbkTable *self, guint row, guint column);

char    *hbk_table_column_name (guint column) G_GNUC_WARN_UNUSED_RESULT;
gboolean hbk_table_column_from_name (const char *name, guint *column);
char    *hbk_table_place (int number, const char *column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkTable, hbk_table_unref)

G_END_DECLS
