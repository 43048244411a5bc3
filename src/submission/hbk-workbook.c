/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "submission/hbk-workbook.h"

#include <locale.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include <glib/gi18n-lib.h>

#include "base/hbk-error.h"
#include "submission/hbk-workbook-check.h"

/* What the format calls A4. */
#define PAPER_A4 9

/* In inches: what every printer can do. */
#define MARGIN_SIDE 0.5
#define MARGIN_TOP 0.6
#define MARGIN_BOTTOM 0.8

/* In digits: what a page holds upright without getting small. */
#define PORTRAIT_WIDTH 100

#define FOOTER "&L&A&R第 &P 页，共 &N 页"

typedef struct
{
  lxw_workbook *workbook;
  lxw_format   *title;
  lxw_format   *line;
  lxw_format   *heading;
  lxw_format   *text;
  lxw_format   *whole;
  lxw_format   *fraction;
  guint         n_cells;
  lxw_error     failure; /* the first */
} Writer;

static void
note (Writer *writer, lxw_error result)
{
  if (writer->failure == LXW_NO_ERROR)
    writer->failure = result;
}

/* ---- Looks ---- */

static lxw_format *
add_format (Writer *writer)
{
  lxw_format *format = workbook_add_format (writer->workbook);

  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);

  return format;
}

static lxw_format *
add_cell_format (Writer *writer)
{
  lxw_format *format = add_format (writer);

  format_set_border (format, LXW_BORDER_THIN);

  return format;
}

static void
add_formats (Writer *writer)
{
  writer->title = add_format (writer);
  format_set_bold (writer->title);
  format_set_font_size (writer->title, 14);
  writer->line = add_format (writer);
  writer->heading = add_cell_format (writer);
  format_set_bold (writer->heading);
  format_set_text_wrap (writer->heading);
  format_set_align (writer->heading, LXW_ALIGN_CENTER);
  format_set_align (writer->heading, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color (writer->heading, 0xeeeeee);
  writer->text = add_cell_format (writer);
  format_set_text_wrap (writer->text);
  writer->whole = add_cell_format (writer);
  format_set_num_format (writer->whole, "0");
  writer->fraction = add_cell_format (writer);
  format_set_num_format (writer->fraction, "0.00");
}

/* ---- Cells ---- */

/* Readers take _x000A_ for a character, and so a text that has it by itself is written with its underscore escaped. */
static char *
escape_text (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3]) && g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) && p[6] == '_')
        g_string_append (escaped, "_x005F");
      g_string_append_c (escaped, *p);
    }

  return g_string_free_and_steal (escaped);
}

static void
write_text (Writer *writer, lxw_worksheet *sheet, guint row, guint column, const char *text, lxw_format *format)
{
  g_autofree char *escaped = escape_text (text);

  note (writer, worksheet_write_string (sheet, row, (lxw_col_t) column, escaped, format));
  writer->n_cells++;
}

static void
write_cell (Writer *writer, lxw_worksheet *sheet, guint row, guint column, const HbkGridCell *cell)
{
  if (cell->kind == HBK_GRID_TEXT)
    {
      write_text (writer, sheet, row, column, cell->text, writer->text);
      return;
    }

  writer->n_cells++;
  switch (cell->kind)
    {
    case HBK_GRID_HOURS:
      note (writer, worksheet_write_number (sheet, row, (lxw_col_t) column, hbk_hours_to_double (cell->number), cell->number % 100 == 0 ? writer->whole : writer->fraction));
      break;
    case HBK_GRID_COUNT:
      note (writer, worksheet_write_number (sheet, row, (lxw_col_t) column, (double) cell->number, writer->whole));
      break;
    case HBK_GRID_NOTHING:
    case HBK_GRID_TEXT:
    default:
      note (writer, worksheet_write_blank (sheet, row, (lxw_col_t) column, writer->text));
      break;
    }
}

/* ---- Sheets ---- */

static void
set_up_page (Writer *writer, lxw_worksheet *sheet, const HbkGrid *grid, guint n_heads)
{
  int width = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    {
      note (writer, worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, grid->columns[i].width, NULL));
      width += grid->columns[i].width;
    }
  if (width > PORTRAIT_WIDTH)
    worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, PAPER_A4);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_margins (sheet, MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM);
  note (writer, worksheet_set_footer (sheet, FOOTER));
  note (writer, worksheet_repeat_rows (sheet, 0, n_heads));
  worksheet_freeze_panes (sheet, n_heads + 1, 0);
}

static void
add_sheet (Writer *writer, const HbkGrid *grid)
{
  lxw_worksheet *sheet = workbook_add_worksheet (writer->workbook, grid->name);
  guint          n_heads = grid->heads->len;
  guint          n_rows = hbk_grid_get_n_rows (grid);

  if (sheet == NULL)
    {
      note (writer, LXW_ERROR_PARAMETER_VALIDATION);
      return;
    }

  set_up_page (writer, sheet, grid, n_heads);
  for (guint i = 0; i < n_heads; i++)
    write_text (writer, sheet, i, 0, g_ptr_array_index (grid->heads, i), i == 0 ? writer->title : writer->line);
  for (guint i = 0; i < grid->n_columns; i++)
    write_text (writer, sheet, n_heads, i, grid->columns[i].heading, writer->heading);
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < grid->n_columns; i++)
      write_cell (writer, sheet, n_heads + 1 + row, i, hbk_grid_get_cell (grid, row, i));
  /* A row is left empty between the table and what stands below it, so that sorting stops there. */
  for (guint i = 0; i < grid->feet->len; i++)
    write_text (writer, sheet, n_heads + 2 + n_rows + i, 0, g_ptr_array_index (grid->feet, i), writer->line);
}

/* Noon, in no time zone: the moment zero would mean the present one. */
static time_t
moment_of (HbkDate date)
{
  return (time_t) (date - hbk_date_new (1970, 1, 1)) * 86400 + 43200;
}

/* The library writes fractions with the point of the locale. */
static lxw_error
close_workbook (lxw_workbook *workbook)
{
  locale_t  plain = newlocale (LC_ALL_MASK, "C", NULL);
  locale_t  before = uselocale (plain);
  lxw_error result = workbook_close (workbook);

  uselocale (before);
  freelocale (plain);

  return result;
}

static void
set_error (GError **error, lxw_error failure)
{
  if (failure == LXW_ERROR_CREATING_TMPFILE)
    g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("The tables could not be made, because no file could be made in the temporary folder %s. Make room there, or let TMPDIR name another folder."), g_get_tmp_dir ());
  else if (failure == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
    g_set_error (error, HBK_ERROR, HBK_ERROR_LIMIT, _ ("The tables could not be made, because a workbook takes no more than %d rows in a sheet. Make several, of fewer years or packages."), LXW_ROW_MAX);
  else
    g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _ ("The tables could not be made: %s. Make room on the disk and in memory, and try again."), lxw_strerror (failure));
}

/**
 * hbk_workbook_write:
 * @grids: (element-type HbkGrid): its sheets
 * @title: what it is
 * @date: the day it is of
 * @error: return location for an error
 *
 * Writes tables as a workbook (XLSX): set up to be printed on A4 with the headings on every page, the headings held in sight, texts as texts and
 * hours as numbers. The same tables give the same bytes in every locale and time zone.
 *
 * While it is made, parts lie in files without a name in the temporary folder. Fails with %HBK_ERROR_IO where these or memory cannot be had, and
 * with %HBK_ERROR_LIMIT when there are more rows than a sheet takes.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
hbk_workbook_write (GPtrArray *grids, const char *title, HbkDate date, GError **error)
{
  const char          *buffer = NULL;
  gsize                size = 0;
  lxw_workbook_options options = { .tmpdir = g_get_tmp_dir (), .output_buffer = &buffer, .output_buffer_size = &size };
  lxw_doc_properties   properties = { .title = title, .created = moment_of (date) };
  Writer               writer = { NULL };

  g_return_val_if_fail (grids != NULL && grids->len > 0 && title != NULL && date != HBK_DATE_NONE, NULL);

  writer.workbook = workbook_new_opt (NULL, &options);
  if (writer.workbook == NULL)
    {
      set_error (error, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return NULL;
    }

  note (&writer, workbook_set_properties (writer.workbook, &properties));
  add_formats (&writer);
  for (guint i = 0; i < grids->len; i++)
    add_sheet (&writer, g_ptr_array_index (grids, i));

  if (writer.failure != LXW_NO_ERROR)
    {
      lxw_workbook_free (writer.workbook);
      set_error (error, writer.failure);
      return NULL;
    }

  note (&writer, close_workbook (writer.workbook));
  if (writer.failure == LXW_NO_ERROR && (buffer == NULL || !hbk_workbook_check (buffer, size, writer.n_cells)))
    note (&writer, LXW_ERROR_READING_TMPFILE);
  if (writer.failure != LXW_NO_ERROR)
    {
      free ((gpointer) buffer);
      set_error (error, writer.failure);
      return NULL;
    }

  return g_bytes_new_with_free_func (buffer, size, free, (gpointer) buffer);
}
