/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkXlsxMerges:
 *
 * The merged cells of a sheet, of which only the first shows what it holds. It is asked row by row from the top.
 */
typedef struct _HbkXlsxMerges HbkXlsxMerges;

HbkXlsxMerges *hbk_xlsx_merges_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void           hbk_xlsx_merges_free (HbkXlsxMerges *self);

gboolean hbk_xlsx_merges_enter_row (HbkXlsxMerges *self, int number, GError **error);
gboolean hbk_xlsx_merges_hide (const HbkXlsxMerges *self, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkXlsxMerges, hbk_xlsx_merges_free)

G_END_DECLS
