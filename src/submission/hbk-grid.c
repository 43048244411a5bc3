/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-grid.h"

#include <string.h>

#include "base/hbk-csv-guard.h"

/* By which spreadsheets tell UTF-8. */
#define MARK "\xef\xbb\xbf"

static void
clear_cell (HbkGridCell *cell)
{
  g_free (cell->text);
}

/* What XML cannot hold would make the whole workbook unreadable, and a tab or carriage return would begin a formula. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *clean = g_string_new (NULL);
  guint            n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (n++ == HBK_GRID_TEXT_MAX)
        {
          g_string_append (clean, "…");
          break;
        }
      if (c == '\n')
        g_string_append_c (clean, '\n');
      else if (g_unichar_iscntrl (c))
        g_string_append_c (clean, ' ');
      else
        g_string_append_unichar (clean, (c & 0xfffe) == 0xfffe ? 0xfffd : c);
    }

  return g_string_free_and_steal (clean);
}

/**
 * hbk_grid_new:
 * @name: what the sheet is called, a constant
 * @columns: (array length=n_columns): its columns, a constant
 * @n_columns: how many there are
 *
 * Makes a table without rows.
 *
 * Returns: (transfer full): the table
 */
HbkGrid *
hbk_grid_new (const char *name, const HbkGridColumn *columns, guint n_columns)
{
  HbkGrid *self;

  g_return_val_if_fail (name != NULL && columns != NULL && n_columns > 0, NULL);

  self = g_new0 (HbkGrid, 1);
  self->name = name;
  self->columns = columns;
  self->n_columns = n_columns;
  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->feet = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_array_new (FALSE, TRUE, sizeof (HbkGridCell));
  g_array_set_clear_func (self->cells, (GDestroyNotify) clear_cell);

  return self;
}

/**
 * hbk_grid_free:
 * @self: (transfer full): a table
 *
 * Frees a table.
 */
void
hbk_grid_free (HbkGrid *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->feet);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * hbk_grid_add_head:
 * @self: a table
 * @text: a line
 *
 * Adds a line above the table.
 */
void
hbk_grid_add_head (HbkGrid *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  g_ptr_array_add (self->heads, clean_text (text));
}

/**
 * hbk_grid_add_foot:
 * @self: a table
 * @text: a line
 *
 * Adds a line below the table.
 */
void
hbk_grid_add_foot (HbkGrid *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  g_ptr_array_add (self->feet, clean_text (text));
}

static void
add_cell (HbkGrid *self, HbkGridKind kind, char *text, gint64 number)
{
  const HbkGridCell cell = { kind, text, number };

  g_array_append_val (self->cells, cell);
}

/**
 * hbk_grid_add_nothing:
 * @self: a table
 *
 * Leaves a cell empty.
 */
void
hbk_grid_add_nothing (HbkGrid *self)
{
  g_return_if_fail (self != NULL);

  add_cell (self, HBK_GRID_NOTHING, NULL, 0);
}

/**
 * hbk_grid_add_text:
 * @self: a table
 * @text: (nullable): a text; %NULL and "" leave the cell empty
 *
 * Adds a cell with a text, which stays a text whatever it looks like.
 */
void
hbk_grid_add_text (HbkGrid *self, const char *text)
{
  g_return_if_fail (self != NULL);

  if (text == NULL || *text == '\0')
    add_cell (self, HBK_GRID_NOTHING, NULL, 0);
  else
    add_cell (self, HBK_GRID_TEXT, clean_text (text), 0);
}

/**
 * hbk_grid_add_hours:
 * @self: a table
 * @hours: hours
 *
 * Adds a cell with hours.
 */
void
hbk_grid_add_hours (HbkGrid *self, HbkHours hours)
{
  g_return_if_fail (self != NULL);

  add_cell (self, HBK_GRID_HOURS, NULL, hours);
}

/**
 * hbk_grid_add_count:
 * @self: a table
 * @count: a number
 *
 * Adds a cell with a whole number.
 */
void
hbk_grid_add_count (HbkGrid *self, gint64 count)
{
  g_return_if_fail (self != NULL);

  add_cell (self, HBK_GRID_COUNT, NULL, count);
}

/**
 * hbk_grid_end_row:
 * @self: a table
 *
 * Leaves the rest of the row empty.
 */
void
hbk_grid_end_row (HbkGrid *self)
{
  g_return_if_fail (self != NULL);

  while (self->cells->len % self->n_columns != 0)
    hbk_grid_add_nothing (self);
}

/**
 * hbk_grid_get_n_rows:
 * @self: a table
 *
 * Counts the rows, without the headings.
 *
 * Returns: how many there are
 */
guint
hbk_grid_get_n_rows (const HbkGrid *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cells->len / self->n_columns;
}

/**
 * hbk_grid_get_cell:
 * @self: a table
 * @row: a row
 * @column: a column
 *
 * Gets a cell.
 *
 * Returns: (transfer none): the cell
 */
const HbkGridCell *
hbk_grid_get_cell (const HbkGrid *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < hbk_grid_get_n_rows (self) && column < self->n_columns, NULL);

  return &g_array_index (self->cells, HbkGridCell, row * self->n_columns + column);
}

/* ---- CSV ---- */

static void
append_text (GString *csv, const char *text)
{
  gboolean guarded = hbk_csv_needs_guard (text);

  if (!guarded && strpbrk (text, ",;\"\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  if (guarded)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_cell (GString *csv, const HbkGridCell *cell)
{
  switch (cell->kind)
    {
    case HBK_GRID_TEXT:
      append_text (csv, cell->text);
      break;
    case HBK_GRID_HOURS:
      hbk_hours_append (cell->number, csv);
      break;
    case HBK_GRID_COUNT:
      g_string_append_printf (csv, "%" G_GINT64_FORMAT, cell->number);
      break;
    case HBK_GRID_NOTHING:
    default:
      break;
    }
}

/**
 * hbk_grid_write_csv:
 * @self: a table
 *
 * Writes a table, without the lines above and below it, as CSV by RFC 4180 in UTF-8 with a mark, as spreadsheets expect it.
 *
 * A text that a spreadsheet would take for a formula begins with an apostrophe.
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes *
hbk_grid_write_csv (const HbkGrid *self)
{
  GString *csv;

  g_return_val_if_fail (self != NULL, NULL);

  csv = g_string_new (MARK);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_text (csv, self->columns[i].heading);
    }
  g_string_append (csv, "\r\n");

  for (guint row = 0; row < hbk_grid_get_n_rows (self); row++)
    {
      for (guint i = 0; i < self->n_columns; i++)
        {
          if (i > 0)
            g_string_append_c (csv, ',');
          append_cell (csv, hbk_grid_get_cell (self, row, i));
        }
      g_string_append (csv, "\r\n");
    }

  return g_string_free_to_bytes (csv);
}
