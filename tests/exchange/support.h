/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/hbk-column-mapping.h"
#include "exchange/hbk-table-import.h"
#include "exchange/hbk-table.h"

G_BEGIN_DECLS

HbkVocabulary  *support_get_vocabulary (void);
GBytes         *support_read_file (const char *name);
HbkTable       *support_read_csv (const char *text);
char           *support_dump_table (const HbkTable *table);
char           *support_dump_problems (const HbkProblems *problems);
char           *support_dump_import (const HbkTableImport *import);
HbkTableImport *support_import (HbkTable *table, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
