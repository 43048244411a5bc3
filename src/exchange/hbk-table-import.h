/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "exchange/hbk-column-mapping.h"
#include "exchange/hbk-date-text.h"
#include "records/hbk-record.h"

G_BEGIN_DECLS

/**
 * HbkTableImport:
 *
 * The records that a table holds, and what is to be said about it.
 */
typedef struct _HbkTableImport HbkTableImport;

HbkTableImport *hbk_table_import (const HbkColumnMapping *mapping, HbkDateTextFlags dates) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_table_import_free (HbkTableImport *self);

guint              hbk_table_import_get_n_records (const HbkTableImport *self);
HbkRecord         *hbk_table_import_get_record (const HbkTableImport *self, guint position);
int                hbk_table_import_get_row_number (const HbkTableImport *self, guint position);
guint              hbk_table_import_get_n_rows (const HbkTableImport *self);
guint              hbk_table_import_get_n_skipped (const HbkTableImport *self);
guint              hbk_table_import_get_n_refused (const HbkTableImport *self);
const HbkProblems *hbk_table_import_get_problems (const HbkTableImport *self);
const HbkProblems *hbk_table_import_get_warnings (const HbkTableImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkTableImport, hbk_table_import_free)

G_END_DECLS
