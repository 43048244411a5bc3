/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-workspace-exchange.h"

G_BEGIN_DECLS

#define HBK_TYPE_IMPORT_COLUMNS_GROUP (hbk_import_columns_group_get_type ())

G_DECLARE_FINAL_TYPE (HbkImportColumnsGroup, hbk_import_columns_group, HBK, IMPORT_COLUMNS_GROUP, AdwBin)

gboolean hbk_import_columns_group_lacks_activity (HbkImportColumnsGroup *self);
gboolean hbk_import_columns_group_is_filled (HbkImportColumnsGroup *self);
void     hbk_import_columns_group_fill (HbkImportColumnsGroup *self, GPtrArray *columns, GPtrArray *targets, const HbkVocabulary *vocabulary);
void     hbk_import_columns_group_clear (HbkImportColumnsGroup *self);
char   **hbk_import_columns_group_dup_columns (HbkImportColumnsGroup *self) G_GNUC_WARN_UNUSED_RESULT;
char   **hbk_import_columns_group_dup_defaults (HbkImportColumnsGroup *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
