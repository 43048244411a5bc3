/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "exchange/hbk-table.h"
#include "exchange/hbk-text-decoder.h"

G_BEGIN_DECLS

/**
 * HBK_TABLE_FILE_MAX:
 *
 * The largest file that a table is read from, in bytes.
 */
#define HBK_TABLE_FILE_MAX (64 * 1024 * 1024)

/**
 * HbkTableOptions:
 * @encoding: the encoding of a CSV file, or %HBK_ENCODING_ANY to find out
 * @separator: what stands between the cells of a CSV file, or 0 to find out
 * @sheet: (nullable): the name of a sheet; %NULL for the first that has content
 *
 * What a person may say about a file with a table. All zero is the usual.
 */
typedef struct
{
  HbkEncoding encoding;
  char        separator;
  const char *sheet;
} HbkTableOptions;

/**
 * HbkTableSource:
 * @is_workbook: whether the file is a workbook in XLSX, not CSV
 * @encoding: the encoding of a CSV file
 * @separator: what stands between the cells of a CSV file
 *
 * How a table was read.
 */
typedef struct
{
  gboolean    is_workbook;
  HbkEncoding encoding;
  char        separator;
} HbkTableSource;

HbkTable *hbk_table_read (GBytes *bytes, const HbkTableOptions *options, HbkTableSource *source, HbkProblems *warnings, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char     *hbk_table_source_describe (const HbkTableSource *source, const HbkTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
