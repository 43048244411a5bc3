/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "exchange/hbk-table.h"
#include "exchange/hbk-xlsx-strings.h"
#include "exchange/hbk-xlsx-styles.h"

G_BEGIN_DECLS

/**
 * HbkXlsxContext:
 * @strings: the shared strings
 * @styles: the styles
 * @from_1904: whether days are counted from 1904-01-01
 *
 * What the sheets of a workbook share.
 */
typedef struct
{
  const HbkXlsxStrings *strings;
  const HbkXlsxStyles  *styles;
  gboolean              from_1904;
} HbkXlsxContext;

HbkTable *hbk_xlsx_sheet_read (GBytes *bytes, const char *name, const HbkXlsxContext *context, HbkProblems *warnings, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
