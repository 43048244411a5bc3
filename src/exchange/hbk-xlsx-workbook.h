/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/hbk-zip-reader.h"

G_BEGIN_DECLS

/**
 * HbkXlsxSheet:
 * @name: the name a person sees
 * @part: the part of the archive that holds its cells
 * @is_hidden: whether a person does not see it
 *
 * A sheet of a workbook.
 */
typedef struct
{
  char    *name;
  char    *part;
  gboolean is_hidden;
} HbkXlsxSheet;

/**
 * HbkXlsxWorkbook:
 * @sheets: (element-type HbkXlsxSheet): the sheets with cells, in the order shown
 * @strings_part: (nullable): the part of the shared strings
 * @styles_part: (nullable): the part of the styles
 * @from_1904: whether days are counted from 1904-01-01, not from 1900
 *
 * What a workbook consists of.
 */
typedef struct
{
  GPtrArray *sheets;
  char      *strings_part;
  char      *styles_part;
  gboolean   from_1904;
} HbkXlsxWorkbook;

HbkXlsxWorkbook *hbk_xlsx_workbook_read (HbkZipReader *archive, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             hbk_xlsx_workbook_free (HbkXlsxWorkbook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkXlsxWorkbook, hbk_xlsx_workbook_free)

G_END_DECLS
