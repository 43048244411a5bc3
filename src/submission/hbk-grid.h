/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "base/hbk-hours.h"

G_BEGIN_DECLS

/**
 * HBK_GRID_TEXT_MAX:
 *
 * How many characters of a text a cell keeps. A spreadsheet takes 32767, of which escaping may need some.
 */
#define HBK_GRID_TEXT_MAX 19000

/** HbkGridKind: what a cell holds. */
typedef enum {
  HBK_GRID_NOTHING,
  HBK_GRID_TEXT,
  HBK_GRID_HOURS,
  HBK_GRID_COUNT,
} HbkGridKind;

/** HbkGridCell: @text of TEXT, else NULL; @number in hundredths of HOURS, as it is of COUNT. */
typedef struct
{
  HbkGridKind kind;
  char       *text;
  gint64      number;
} HbkGridCell;

/** HbkGridColumn: @width in digits; a Chinese character takes two. */
typedef struct
{
  const char *heading;
  int         width;
} HbkGridColumn;

/**
 * HbkGrid:
 * @name: what the sheet is called
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many there are
 * @heads: (element-type utf8): lines above the table, the first of which is its title
 * @feet: (element-type utf8): lines below it
 * @cells: (element-type HbkGridCell): the cells, row by row
 *
 * A table that becomes a sheet of a workbook, or a CSV file. Texts in it hold no control characters but line feeds. Read the members freely.
 */
typedef struct
{
  const char          *name;
  const HbkGridColumn *columns;
  guint                n_columns;
  GPtrArray           *heads;
  GPtrArray           *feet;
  GArray              *cells;
} HbkGrid;

HbkGrid *hbk_grid_new (const char *name, const HbkGridColumn *columns, guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void     hbk_grid_free (HbkGrid *self);

void hbk_grid_add_head (HbkGrid *self, const char *text);
void hbk_grid_add_foot (HbkGrid *self, const char *text);
void hbk_grid_add_nothing (HbkGrid *self);
void hbk_grid_add_text (HbkGrid *self, const char *text);
void hbk_grid_add_hours (HbkGrid *self, HbkHours hours);
void hbk_grid_add_count (HbkGrid *self, gint64 count);
void hbk_grid_end_row (HbkGrid *self);

guint              hbk_grid_get_n_rows (const HbkGrid *self);
const HbkGridCell *hbk_grid_get_cell (const HbkGrid *self, guint row, guint column);

GBytes *hbk_grid_write_csv (const HbkGrid *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkGrid, hbk_grid_free)

G_END_DECLS
