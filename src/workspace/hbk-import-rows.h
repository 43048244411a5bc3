/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/hbk-column-mapping.h"
#include "records/hbk-record.h"

G_BEGIN_DECLS

void hbk_import_complete_row (const HbkColumnMapping *mapping, HbkRecord *row, HbkRecord *own);

G_END_DECLS
