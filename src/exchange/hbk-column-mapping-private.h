/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/hbk-column-mapping.h"
#include "exchange/hbk-import-names.h"

G_BEGIN_DECLS

struct _HbkColumnMapping
{
  HbkTable       *table;
  HbkVocabulary  *vocabulary;
  HbkImportNames *names;
  int             header_row; /* the row of the table with the headers; -1 when there is none */
  GPtrArray      *headers;    /* char, of each column: its header, or its letter */
  GArray         *targets;    /* HbkImportTarget, of each column */
  GArray         *defaults;   /* Default */
};

int  hbk_column_mapping_find_header_row (const HbkTable *table, const HbkImportNames *names);
void hbk_column_mapping_fill (HbkColumnMapping *self);

G_END_DECLS
