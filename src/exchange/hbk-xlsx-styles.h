/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/hbk-number-format.h"

G_BEGIN_DECLS

/**
 * HbkXlsxStyles:
 *
 * The styles of a workbook, as far as they say which numbers are dates.
 */
typedef struct _HbkXlsxStyles HbkXlsxStyles;

HbkXlsxStyles  *hbk_xlsx_styles_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_xlsx_styles_free (HbkXlsxStyles *self);
HbkNumberFormat hbk_xlsx_styles_get (const HbkXlsxStyles *self, guint64 style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkXlsxStyles, hbk_xlsx_styles_free)

G_END_DECLS
