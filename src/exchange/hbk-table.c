/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-error.h"
#include "base/hbk-text.h"

/* How much of the name of a column a message shows. */
#define NAME_CHARS 40

/* Only what is filled is kept, so that a cell far to the right costs no more than any other. */
typedef struct
{
  guint column;
  guint offset;
} Cell;

typedef struct
{
  int   number;
  guint first;
} Row;

struct _HbkTable
{
  gatomicrefcount ref_count;
  char           *sheet;
  GString        *text;  /* the cells, each ended by NUL */
  GArray         *cells; /* Cell, row by row, from left to right */
  GArray         *rows;  /* Row, from the top */
  guint           n_columns;
};

G_DEFINE_BOXED_TYPE (HbkTable, hbk_table, hbk_table_ref, hbk_table_unref)

static guint
row_end (const HbkTable *self, guint row)
{
  return row + 1 < self->rows->len ? g_array_index (self->rows, Row, row + 1).first : self->cells->len;
}

static guint
row_first (const HbkTable *self, guint row)
{
  return g_array_index (self->rows, Row, row).first;
}

/**
 * hbk_table_new:
 * @sheet: (nullable): the name of the sheet; %NULL of a file without sheets
 *
 * Makes a table without rows.
 *
 * Returns: (transfer full): the table
 */
HbkTable *
hbk_table_new (const char *sheet)
{
  HbkTable *self = g_new0 (HbkTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->sheet = g_strdup (sheet);
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));

  return self;
}

/**
 * hbk_table_ref:
 * @self: a table
 *
 * Takes a reference.
 *
 * Returns: (transfer full): the same table
 */
HbkTable *
hbk_table_ref (HbkTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hbk_table_unref:
 * @self: (transfer full): a table
 *
 * Drops a reference.
 */
void
hbk_table_unref (HbkTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->sheet);
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * hbk_table_add_row:
 * @self: a table that is being made
 * @number: the number a person sees beside the row, greater than that of the row before
 * @error: where to put a #GError, or %NULL
 *
 * Begins a row below the others.
 *
 * Refused are rows beyond %HBK_TABLE_ROWS_MAX, with %HBK_ERROR_LIMIT.
 *
 * Returns: %FALSE when @error was set
 */
gboolean
hbk_table_add_row (HbkTable *self, int number, GError **error)
{
  Row row = { number, self->cells->len };

  g_return_val_if_fail (self != NULL && number > 0, FALSE);
  g_return_val_if_fail (self->rows->len == 0 || number > g_array_index (self->rows, Row, self->rows->len - 1).number, FALSE);

  if (self->rows->len >= HBK_TABLE_ROWS_MAX)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _("The table has more than %d rows. Divide it into several files."), HBK_TABLE_ROWS_MAX);
      return FALSE;
    }

  g_array_append_val (self->rows, row);

  return TRUE;
}

static gboolean
check_cell (const HbkTable *self, guint column, const char *text, gsize length, GError **error)
{
  g_autofree char *name = NULL;
  int              number = g_array_index (self->rows, Row, self->rows->len - 1).number;

  if (column >= HBK_TABLE_COLUMNS_MAX)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _("Row %1$d has more than %2$d columns. Delete the columns that hold no records."), number, HBK_TABLE_COLUMNS_MAX);
      return FALSE;
    }

  if (length >= HBK_TABLE_BYTES_MAX || self->text->len + length + 1 > HBK_TABLE_BYTES_MAX)
    {
      g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _("The cells of the table hold more than %d MiB of text. Divide it into several files."), HBK_TABLE_BYTES_MAX / (1024 * 1024));
      return FALSE;
    }

  /* A character has at most four bytes, so most need not be counted. */
  if (length > HBK_TABLE_CELL_MAX && g_utf8_strlen (text, (gssize) length) > HBK_TABLE_CELL_MAX)
    {
      name = hbk_table_column_name (column);
      /* Translators: the first is the number of a row, the second the letter of a column. */
      g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _("The cell in row %1$d, column %2$s has more than %3$d characters. Shorten it; perhaps a quotation mark is missing in an earlier row."), number, name, HBK_TABLE_CELL_MAX);
      return FALSE;
    }

  return TRUE;
}

/**
 * hbk_table_add_cell:
 * @self: a table that is being made, with a row
 * @column: the column, from 0, to the right of the last cell of the row
 * @text: valid UTF-8 without NUL, which need not end in one
 * @length: its length in bytes
 * @error: where to put a #GError, or %NULL
 *
 * Fills a cell of the last row; an empty one is left out.
 *
 * Refused is what is beyond the limits of a table, with %HBK_ERROR_LIMIT.
 *
 * Returns: %FALSE when @error was set
 */
gboolean
hbk_table_add_cell (HbkTable *self, guint column, const char *text, gsize length, GError **error)
{
  Cell cell = { column, 0 };

  g_return_val_if_fail (self != NULL && text != NULL && self->rows->len > 0, FALSE);
  g_return_val_if_fail (row_first (self, self->rows->len - 1) == self->cells->len || column > g_array_index (self->cells, Cell, self->cells->len - 1).column, FALSE);

  if (length == 0)
    return TRUE;
  if (!check_cell (self, column, text, length, error))
    return FALSE;

  cell.offset = (guint) self->text->len;
  g_string_append_len (self->text, text, (gssize) length);
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->cells, cell);
  self->n_columns = MAX (self->n_columns, column + 1);

  return TRUE;
}

/**
 * hbk_table_get_sheet:
 * @self: a table
 *
 * Gives the name of the sheet it was read from.
 *
 * Returns: (nullable): the name, or %NULL of a file without sheets
 */
const char *
hbk_table_get_sheet (const HbkTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sheet;
}

/**
 * hbk_table_get_n_rows:
 * @self: a table
 *
 * Counts the rows, with those that have no cells.
 *
 * Returns: the number
 */
guint
hbk_table_get_n_rows (const HbkTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * hbk_table_get_n_columns:
 * @self: a table
 *
 * Counts the columns up to the last that has a filled cell.
 *
 * Returns: the number
 */
guint
hbk_table_get_n_columns (const HbkTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

/**
 * hbk_table_get_row_number:
 * @self: a table
 * @row: the row, from 0
 *
 * Gives the number a person sees beside a row: of a sheet its row, of a CSV file the line in which it begins.
 *
 * Returns: the number, from 1
 */
int
hbk_table_get_row_number (const HbkTable *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, 0);

  return g_array_index (self->rows, Row, row).number;
}

/**
 * hbk_table_get_row_n_filled:
 * @self: a table
 * @row: the row, from 0
 *
 * Counts the cells of a row that are filled.
 *
 * Returns: the number
 */
guint
hbk_table_get_row_n_filled (const HbkTable *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, 0);

  return row_end (self, row) - row_first (self, row);
}

/**
 * hbk_table_get_filled:
 * @self: a table
 * @row: the row, from 0
 * @position: which of the filled cells of the row, from 0
 * @column: (out) (optional): its column, from 0
 *
 * Gives one of the filled cells of a row.
 *
 * Returns: its text
 */
const char *
hbk_table_get_filled (const HbkTable *self, guint row, guint position, guint *column)
{
  const Cell *cell;

  g_return_val_if_fail (self != NULL && row < self->rows->len && position < row_end (self, row) - row_first (self, row), NULL);

  cell = &g_array_index (self->cells, Cell, row_first (self, row) + position);
  if (column != NULL)
    *column = cell->column;

  return self->text->str + cell->offset;
}

/**
 * hbk_table_get_cell:
 * @self: a table
 * @row: the row, from 0
 * @column: the column, from 0, which may be beyond the last
 *
 * Gives the text of a cell.
 *
 * Returns: the text, empty when the cell is
 */
const char *
hbk_table_get_cell (const HbkTable *self, guint row, guint column)
{
  guint low, high;

  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  low = row_first (self, row);
  high = row_end (self, row);
  while (low < high)
    {
      guint       middle = low + (high - low) / 2;
      const Cell *cell = &g_array_index (self->cells, Cell, middle);

      if (cell->column == column)
        return self->text->str + cell->offset;
      if (cell->column < column)
        low = middle + 1;
      else
        high = middle;
    }

  return "";
}

/**
 * hbk_table_column_name:
 * @column: a column, from 0
 *
 * Names a column as spreadsheets do: A to Z, AA and so on.
 *
 * Returns: (transfer full): the name
 */
char *
hbk_table_column_name (guint column)
{
  GString *name = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (name, (char) ('A' + (rest - 1) % 26));

  return g_string_free_and_steal (name);
}

/**
 * hbk_table_column_from_name:
 * @name: one to three letters in any case, as spreadsheets name columns
 * @column: (out): the column, from 0
 *
 * Finds the column of a name.
 *
 * Returns: %FALSE when it is no such name
 */
gboolean
hbk_table_column_from_name (const char *name, guint *column)
{
  guint number = 0;
  gsize length;

  g_return_val_if_fail (name != NULL && column != NULL, FALSE);

  for (length = 0; length < 4 && g_ascii_isalpha (name[length]); length++)
    number = number * 26 + (guint) (g_ascii_toupper (name[length]) - 'A') + 1;

  if (length == 0 || length > 3 || name[length] != '\0')
    return FALSE;

  *column = number - 1;

  return TRUE;
}

/**
 * hbk_table_place:
 * @number: the number of a row, as a person sees it
 * @column: (nullable): the name of a column: its header or its letter
 *
 * Says in words where something is, for a #HbkProblem.
 *
 * Returns: (transfer full): the place, such as `row 12, column Hours`
 */
char *
hbk_table_place (int number, const char *column)
{
  g_autofree char *shown = NULL;

  if (column == NULL)
    return g_strdup_printf (_("row %d"), number);

  shown = hbk_text_escape (column, -1, NAME_CHARS);

  /* Translators: the place of a problem in a table: the number of a row, and the header or letter of a column. */
  return g_strdup_printf (_("row %1$d, column %2$s"), number, shown);
}
