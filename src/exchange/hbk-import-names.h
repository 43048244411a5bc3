/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/hbk-import-target.h"

G_BEGIN_DECLS

/**
 * HbkImportNames:
 *
 * What tables call the columns that Hourbook knows, and the activities: in Chinese and English, as platforms and people do.
 */
typedef struct _HbkImportNames HbkImportNames;

HbkImportNames *hbk_import_names_new (const HbkVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_import_names_free (HbkImportNames *self);

gboolean               hbk_import_names_find_target (const HbkImportNames *self, const char *header, HbkImportTarget *target);
const HbkActivitySpec *hbk_import_names_find_activity (const HbkImportNames *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkImportNames, hbk_import_names_free)

G_END_DECLS
