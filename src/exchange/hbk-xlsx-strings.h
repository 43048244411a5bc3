/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkXlsxStrings:
 *
 * The strings that the cells of a workbook share.
 */
typedef struct _HbkXlsxStrings HbkXlsxStrings;

HbkXlsxStrings *hbk_xlsx_strings_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_xlsx_strings_free (HbkXlsxStrings *self);
const char     *hbk_xlsx_strings_get (const HbkXlsxStrings *self, guint64 position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkXlsxStrings, hbk_xlsx_strings_free)

G_END_DECLS
