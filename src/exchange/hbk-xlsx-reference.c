/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/hbk-xlsx-reference.h"

/* The last column of a sheet, XFD. */
#define COLUMN_MAX 16384

/**
 * hbk_xlsx_reference_read:
 * @text: text that begins with the name of a cell such as `B3` or `$B$3`
 * @column: (out): its column, from 0
 * @row: (out): its row, from 1
 *
 * Reads the name of a cell.
 *
 * Returns: (nullable): what follows it, or %NULL when it is no cell of a sheet
 */
const char *
hbk_xlsx_reference_read (const char *text, guint *column, int *row)
{
  guint letters = 0, digits = 0;

  g_return_val_if_fail (text != NULL && column != NULL && row != NULL, NULL);

  if (*text == '$')
    text++;
  for (; g_ascii_isalpha (*text) && letters <= COLUMN_MAX; text++)
    letters = letters * 26 + (guint) (g_ascii_toupper (*text) - 'A') + 1;

  if (*text == '$')
    text++;
  for (; g_ascii_isdigit (*text) && digits <= HBK_XLSX_ROW_MAX; text++)
    digits = digits * 10 + (guint) (*text - '0');

  if (letters == 0 || letters > COLUMN_MAX || digits == 0 || digits > HBK_XLSX_ROW_MAX)
    return NULL;

  *column = letters - 1;
  *row = (int) digits;

  return text;
}
