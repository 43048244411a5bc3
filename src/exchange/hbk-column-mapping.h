/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/hbk-import-names.h"
#include "exchange/hbk-table.h"

G_BEGIN_DECLS

/**
 * HbkColumnMapping:
 *
 * What each column of a table says about a record, and what holds for all rows that do not say it themselves.
 *
 * It begins as what the headers suggest; the person may change it.
 */
typedef struct _HbkColumnMapping HbkColumnMapping;

HbkColumnMapping *hbk_column_mapping_suggest (HbkTable *table, HbkVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;
void              hbk_column_mapping_free (HbkColumnMapping *self);

gboolean hbk_column_mapping_set_header_row (HbkColumnMapping *self, int number, GError **error);
gboolean hbk_column_mapping_assign (HbkColumnMapping *self, const char *column_and_target, GError **error);
gboolean hbk_column_mapping_set_default (HbkColumnMapping *self, const char *target_and_value, GError **error);

HbkTable              *hbk_column_mapping_get_table (const HbkColumnMapping *self);
HbkVocabulary         *hbk_column_mapping_get_vocabulary (const HbkColumnMapping *self);
const HbkImportNames  *hbk_column_mapping_get_names (const HbkColumnMapping *self);
int                    hbk_column_mapping_get_header_row (const HbkColumnMapping *self);
guint                  hbk_column_mapping_get_first_row (const HbkColumnMapping *self);
guint                  hbk_column_mapping_get_n_columns (const HbkColumnMapping *self);
const char            *hbk_column_mapping_get_header (const HbkColumnMapping *self, guint column);
const HbkImportTarget *hbk_column_mapping_get_target (const HbkColumnMapping *self, guint column);
gboolean               hbk_column_mapping_find (const HbkColumnMapping *self, HbkImportTargetKind kind, guint *column);
guint                  hbk_column_mapping_get_n_defaults (const HbkColumnMapping *self);
const char            *hbk_column_mapping_get_default (const HbkColumnMapping *self, guint position, HbkImportTarget *target);
const char            *hbk_column_mapping_find_default (const HbkColumnMapping *self, HbkImportTargetKind kind);

char *hbk_column_mapping_describe (const HbkColumnMapping *self, guint column, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkColumnMapping, hbk_column_mapping_free)

G_END_DECLS
