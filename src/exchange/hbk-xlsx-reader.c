/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-xlsx-reader.h"

#include <glib/gi18n-lib.h>

#include "base/hbk-text.h"
#include "exchange/hbk-xlsx-sheet-reader.h"
#include "exchange/hbk-xlsx-workbook.h"

/* How much of the names of sheets a message shows. */
#define NAME_CHARS 60
#define NAMES_CHARS 300

/* A part that a workbook may do without. */
static gboolean
read_optional (HbkZipReader *archive, const char *part, GBytes **bytes, GError **error)
{
  *bytes = NULL;
  if (part == NULL || !hbk_zip_reader_has (archive, part))
    return TRUE;

  *bytes = hbk_zip_reader_read (archive, part, error);

  return *bytes != NULL;
}

static HbkXlsxStrings *
read_strings (HbkZipReader *archive, const HbkXlsxWorkbook *workbook, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  return read_optional (archive, workbook->strings_part, &bytes, error) ? hbk_xlsx_strings_read (bytes, error) : NULL;
}

static HbkXlsxStyles *
read_styles (HbkZipReader *archive, const HbkXlsxWorkbook *workbook, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  return read_optional (archive, workbook->styles_part, &bytes, error) ? hbk_xlsx_styles_read (bytes, error) : NULL;
}

static char **
list_names (const HbkXlsxWorkbook *workbook)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < workbook->sheets->len; i++)
    g_strv_builder_add (names, ((HbkXlsxSheet *) g_ptr_array_index (workbook->sheets, i))->name);

  return g_strv_builder_end (names);
}

static gboolean
check_sheet (const HbkXlsxWorkbook *workbook, const char *wanted, GError **error)
{
  g_auto (GStrv) names = list_names (workbook);
  g_autofree char *shown = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *shown_names = NULL;

  if (wanted == NULL || g_strv_contains ((const char *const *) names, wanted))
    return TRUE;

  shown = hbk_text_escape (wanted, -1, NAME_CHARS);
  joined = g_strjoinv (", ", names);
  shown_names = hbk_text_escape (joined, -1, NAMES_CHARS);
  /* Translators: the first is the name of a sheet, the second the names of all there are. */
  g_set_error (error, HBK_ERROR, HBK_ERROR_NOT_FOUND, _("There is no sheet “%1$s”. Name one of these: %2$s."), shown, shown_names);

  return FALSE;
}

/* Of all sheets, or of those that a person sees, the one wanted, or the first that has content. */
static HbkTable *
read_sheets (HbkZipReader *archive, const HbkXlsxWorkbook *workbook, const HbkXlsxContext *context, const char *wanted, gboolean with_hidden, HbkProblems *warnings, GError **error)
{
  g_autoptr (HbkTable) table = NULL;

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const HbkXlsxSheet *sheet = g_ptr_array_index (workbook->sheets, i);
      g_autoptr (GBytes) bytes = NULL;

      if ((wanted != NULL && !g_str_equal (sheet->name, wanted)) || (sheet->is_hidden && !with_hidden))
        continue;

      g_clear_pointer (&table, hbk_table_unref);
      bytes = hbk_zip_reader_read (archive, sheet->part, error);
      if (bytes != NULL)
        table = hbk_xlsx_sheet_read (bytes, sheet->name, context, warnings, error);
      if (table == NULL)
        return NULL;
      if (wanted != NULL || hbk_table_get_n_rows (table) > 0)
        break;
    }

  return g_steal_pointer (&table);
}

static gboolean
has_visible_sheet (const HbkXlsxWorkbook *workbook)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      if (!((HbkXlsxSheet *) g_ptr_array_index (workbook->sheets, i))->is_hidden)
        return TRUE;
    }

  return FALSE;
}

/**
 * hbk_xlsx_list_sheets:
 * @bytes: a workbook in XLSX
 * @error: where to put a #GError, or %NULL
 *
 * Names the sheets of a workbook in the order shown, hidden ones too.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the names, or %NULL with @error set
 */
char **
hbk_xlsx_list_sheets (GBytes *bytes, GError **error)
{
  g_autoptr (HbkZipReader) archive = NULL;
  g_autoptr (HbkXlsxWorkbook) workbook = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  archive = hbk_zip_reader_new (bytes, error);
  if (archive != NULL)
    workbook = hbk_xlsx_workbook_read (archive, error);

  return workbook != NULL ? list_names (workbook) : NULL;
}

/**
 * hbk_xlsx_read:
 * @bytes: a workbook in XLSX
 * @sheet: (nullable): the name of a sheet; %NULL for the first that has content and is not hidden
 * @warnings: gets the cells that could not be read as they are
 * @error: where to put a #GError, or %NULL
 *
 * Reads the values of a sheet of a workbook.
 *
 * Nothing is computed, no entity expanded and no link followed; how much is unpacked is bounded. Errors are %HBK_ERROR_SYNTAX for
 * a damaged file, %HBK_ERROR_FORMAT for another kind of file or a password, %HBK_ERROR_LIMIT, and %HBK_ERROR_NOT_FOUND for a sheet
 * that is not there.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with @error set
 */
HbkTable *
hbk_xlsx_read (GBytes *bytes, const char *sheet, HbkProblems *warnings, GError **error)
{
  g_autoptr (HbkZipReader) archive = NULL;
  g_autoptr (HbkXlsxWorkbook) workbook = NULL;
  g_autoptr (HbkXlsxStrings) strings = NULL;
  g_autoptr (HbkXlsxStyles) styles = NULL;
  HbkXlsxContext context = { 0 };

  g_return_val_if_fail (bytes != NULL && warnings != NULL, NULL);

  archive = hbk_zip_reader_new (bytes, error);
  if (archive == NULL)
    return NULL;

  workbook = hbk_xlsx_workbook_read (archive, error);
  if (workbook == NULL || !check_sheet (workbook, sheet, error))
    return NULL;

  strings = read_strings (archive, workbook, error);
  if (strings == NULL)
    return NULL;

  styles = read_styles (archive, workbook, error);
  if (styles == NULL)
    return NULL;

  context = (HbkXlsxContext) { strings, styles, workbook->from_1904 };

  return read_sheets (archive, workbook, &context, sheet, sheet != NULL || !has_visible_sheet (workbook), warnings, error);
}
