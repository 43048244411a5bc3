/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/hbk-column-mapping.h"
#include "workspace/hbk-workspace-exchange.h"

G_BEGIN_DECLS

GPtrArray *hbk_import_columns_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       hbk_import_list_columns (GPtrArray *columns, const HbkColumnMapping *mapping, HbkLanguage language);

G_END_DECLS
