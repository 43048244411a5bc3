/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-xlsx-sheet-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/hbk-text.h"
#include "exchange/hbk-xlsx-merges.h"
#include "exchange/hbk-xlsx-reference.h"
#include "exchange/hbk-xlsx-text.h"
#include "exchange/hbk-xml-walk.h"

/* How much of a value a message shows. */
#define VALUE_CHARS 40

typedef enum {
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT,
  CELL_BOOLEAN,
  CELL_ERROR,
  CELL_DATE,
} CellType;

typedef struct
{
  const HbkXlsxContext *context;
  HbkXlsxMerges        *merges;
  HbkTable             *table;
  HbkProblems          *warnings;

  int      row;       /* the number of the row; 0 before the first */
  gboolean row_added; /* whether the table has it: only when a cell is filled */
  guint    n_columns; /* where the next cell lies at least */

  gboolean    in_cell;
  guint       column;
  CellType    type;
  guint64     style;
  gboolean    has_formula;
  gboolean    in_value;
  GString    *value;  /* of the element v */
  HbkXlsxText inside; /* of the element is */
} Reader;

static void
set_damaged (const Reader *reader, GError **error)
{
  g_set_error (error, HBK_ERROR, HBK_ERROR_SYNTAX, _("In row %d or after it, the sheet is not as a spreadsheet writes it. Open the file in a spreadsheet and save it anew."), MAX (reader->row, 1));
}

static void
warn (Reader *reader, HbkError code, const char *action, const char *what)
{
  g_autofree char *column = hbk_table_column_name (reader->column);
  g_autofree char *place = hbk_table_place (reader->row, column);

  hbk_problems_add (reader->warnings, code, 0, place, what, action);
}

/* ---- What begins ---- */

static void
begin_row (Reader *reader, const char *number, GError **error)
{
  guint64 row = (guint64) reader->row + 1;

  if (reader->in_cell || row > HBK_XLSX_ROW_MAX || (number != NULL && !g_ascii_string_to_unsigned (number, 10, row, HBK_XLSX_ROW_MAX, &row, NULL)))
    {
      set_damaged (reader, error);
      return;
    }

  reader->row = (int) row;
  reader->row_added = FALSE;
  reader->n_columns = 0;
  hbk_xlsx_merges_enter_row (reader->merges, reader->row, error);
}

static CellType
read_type (const char *type)
{
  if (type == NULL)
    return CELL_NUMBER;
  if (g_str_equal (type, "s"))
    return CELL_SHARED;
  if (g_str_equal (type, "str") || g_str_equal (type, "inlineStr"))
    return CELL_TEXT;
  if (g_str_equal (type, "b"))
    return CELL_BOOLEAN;
  if (g_str_equal (type, "e"))
    return CELL_ERROR;
  if (g_str_equal (type, "d"))
    return CELL_DATE;

  return CELL_NUMBER;
}

static void
begin_cell (Reader *reader, const char **names, const char **values, GError **error)
{
  const char *reference = hbk_xml_attribute (names, values, "r");
  const char *style = hbk_xml_attribute (names, values, "s");
  int         row;

  reader->column = reader->n_columns;
  /* The row is the one the cell stands in, whatever its name says. */
  if (reader->row == 0 || reader->in_cell || (reference != NULL && (hbk_xlsx_reference_read (reference, &reader->column, &row) == NULL || reader->column < reader->n_columns)))
    {
      set_damaged (reader, error);
      return;
    }

  reader->in_cell = TRUE;
  reader->n_columns = reader->column + 1;
  reader->type = read_type (hbk_xml_attribute (names, values, "t"));
  reader->style = style != NULL ? g_ascii_strtoull (style, NULL, 10) : 0;
  reader->has_formula = FALSE;
  g_string_truncate (reader->value, 0);
  g_string_truncate (reader->inside.text, 0);
}

static void
begin_cb (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Reader *reader = data;

  if (g_str_equal (name, "row"))
    begin_row (reader, hbk_xml_attribute (names, values, "r"), error);
  else if (g_str_equal (name, "c"))
    begin_cell (reader, names, values, error);
  else if (!reader->in_cell)
    return;
  else if (g_str_equal (name, "v"))
    reader->in_value = TRUE;
  else if (g_str_equal (name, "f"))
    reader->has_formula = TRUE;
  else
    hbk_xlsx_text_begin (&reader->inside, name);
}

static void
text_cb (const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;

  if (reader->in_value)
    g_string_append_len (reader->value, text, (gssize) length);
  else if (reader->in_cell)
    hbk_xlsx_text_add (&reader->inside, text, length);
}

/* ---- What a cell holds ---- */

static void
add_text (Reader *reader, const char *text, gsize length, GError **error)
{
  if (length == 0)
    return;
  if (!reader->row_added && !hbk_table_add_row (reader->table, reader->row, error))
    return;

  reader->row_added = TRUE;
  hbk_table_add_cell (reader->table, reader->column, text, length, error);
}

static void
add_number (Reader *reader, GError **error)
{
  HbkNumberFormat  format = hbk_xlsx_styles_get (reader->context->styles, reader->style);
  g_autofree char *text = hbk_number_format_apply (format, reader->context->from_1904, reader->value->str);

  if (text != NULL)
    {
      add_text (reader, text, strlen (text), error);
      return;
    }

  if (reader->value->len > 0)
    {
      g_autofree char *shown = hbk_text_escape (reader->value->str, (gssize) reader->value->len, VALUE_CHARS);
      g_autofree char *what = g_strdup_printf (_("The cell should hold a number, but holds “%s”."), shown);

      warn (reader, HBK_ERROR_VALUE, _("It is read as text. Check it."), what);
      add_text (reader, reader->value->str, reader->value->len, error);
    }
}

static void
add_shared (Reader *reader, GError **error)
{
  guint64     position;
  const char *text = NULL;

  if (g_ascii_string_to_unsigned (reader->value->str, 10, 0, G_MAXUINT, &position, NULL))
    text = hbk_xlsx_strings_get (reader->context->strings, position);

  if (text != NULL)
    add_text (reader, text, strlen (text), error);
  else
    set_damaged (reader, error);
}

static void
add_plain_text (Reader *reader, GError **error)
{
  GString *text = reader->inside.text->len > 0 ? reader->inside.text : reader->value;

  hbk_xlsx_text_unescape (text, 0);
  add_text (reader, text->str, text->len, error);
}

static void
add_error (Reader *reader)
{
  g_autofree char *shown = hbk_text_escape (reader->value->str, (gssize) reader->value->len, VALUE_CHARS);
  g_autofree char *what = g_strdup_printf (_("The formula of the cell gives the error “%s”."), shown);

  warn (reader, HBK_ERROR_VALUE, _("It is read as empty. Mend the formula, or write the value in its place."), what);
}

/* The day of an ISO 8601 text such as 2024-03-15T09:30:00. */
static void
add_iso_date (Reader *reader, GError **error)
{
  const char *time = strchr (reader->value->str, 'T');

  add_text (reader, reader->value->str, time != NULL ? (gsize) (time - reader->value->str) : reader->value->len, error);
}

static void
add_cell (Reader *reader, GError **error)
{
  gboolean is_empty = reader->value->len == 0 && reader->inside.text->len == 0;

  if (hbk_xlsx_merges_hide (reader->merges, reader->column))
    return;

  /* The result of a formula that no spreadsheet has worked out yet. A text may well be empty. */
  if (is_empty && reader->has_formula && reader->type != CELL_TEXT)
    warn (reader, HBK_ERROR_MISSING, _("It is read as empty. Open the file in a spreadsheet and save it, which works out the formula."), _("The cell has a formula without its result."));
  if (is_empty)
    return;

  switch (reader->type)
    {
    case CELL_SHARED:
      add_shared (reader, error);
      break;

    case CELL_TEXT:
      add_plain_text (reader, error);
      break;

    case CELL_BOOLEAN:
      if (g_str_equal (reader->value->str, "1") || g_ascii_strcasecmp (reader->value->str, "true") == 0)
        add_text (reader, "TRUE", 4, error);
      else
        add_text (reader, "FALSE", 5, error);
      break;

    case CELL_ERROR:
      add_error (reader);
      break;

    case CELL_DATE:
      add_iso_date (reader, error);
      break;

    case CELL_NUMBER:
    default:
      add_number (reader, error);
    }
}

static void
end_cb (const char *name, gpointer data, GError **error)
{
  Reader *reader = data;

  if (!reader->in_cell)
    return;

  if (g_str_equal (name, "c"))
    {
      reader->in_cell = FALSE;
      add_cell (reader, error);
    }
  else if (g_str_equal (name, "v"))
    reader->in_value = FALSE;
  else
    hbk_xlsx_text_end (&reader->inside, name);
}

/**
 * hbk_xlsx_sheet_read:
 * @bytes: the part of a sheet
 * @name: the name of the sheet
 * @context: what the sheets of the workbook share
 * @warnings: gets the cells that could not be read as they are
 * @error: where to put a #GError, or %NULL
 *
 * Reads the values of a sheet, hidden rows too; never a formula, of which only the result that is stored with it is taken.
 *
 * Numbers are written with up to 15 digits, dates as 2024-03-15, yes and no as TRUE and FALSE. Of merged cells only the first
 * has what it holds. Rows without a filled cell are left out.
 *
 * A sheet that no spreadsheet would write is refused with %HBK_ERROR_SYNTAX, what is beyond the limits of a table with
 * %HBK_ERROR_LIMIT.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with @error set
 */
HbkTable *
hbk_xlsx_sheet_read (GBytes *bytes, const char *name, const HbkXlsxContext *context, HbkProblems *warnings, GError **error)
{
  static const HbkXmlHandler handler = { begin_cb, end_cb, text_cb };
  g_autoptr (HbkXlsxMerges) merges = NULL;
  g_autoptr (HbkTable) table = NULL;
  g_autoptr (GString) value = NULL;
  g_autoptr (GString) inside = NULL;
  Reader reader = { 0 };

  g_return_val_if_fail (bytes != NULL && name != NULL && context != NULL && warnings != NULL, NULL);

  merges = hbk_xlsx_merges_read (bytes, error);
  if (merges == NULL)
    return NULL;

  table = hbk_table_new (name);
  value = g_string_new (NULL);
  inside = g_string_new (NULL);
  reader.context = context;
  reader.merges = merges;
  reader.table = table;
  reader.warnings = warnings;
  reader.value = value;
  reader.inside.text = inside;

  return hbk_xml_walk (bytes, &handler, &reader, error) ? g_steal_pointer (&table) : NULL;
}
