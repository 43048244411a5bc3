/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "exchange/hbk-column-mapping.h"
#include "exchange/hbk-date-text.h"
#include "records/hbk-record.h"

G_BEGIN_DECLS

/**
 * HbkImportRow:
 * @id: (nullable): the id that the table gives; %NULL when it gives none
 * @record: the record, under the id "?" as long as it has none
 *
 * What a row of a table says.
 */
typedef struct
{
  char      *id;
  HbkRecord *record;
} HbkImportRow;

gboolean hbk_import_row_read (HbkImportRow *self, const HbkColumnMapping *mapping, guint row, HbkDateTextFlags dates, HbkProblems *problems);
void     hbk_import_row_clear (HbkImportRow *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkImportRow, hbk_import_row_clear)

G_END_DECLS
