/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkNumberFormat:
 * @HBK_NUMBER_FORMAT_PLAIN: a number
 * @HBK_NUMBER_FORMAT_DAY: a date down to the day, or a time of day when the number is below 1
 * @HBK_NUMBER_FORMAT_MONTH: a date down to the month: the day that is stored was never shown
 * @HBK_NUMBER_FORMAT_YEAR: a date of which only the year shows
 *
 * What a number format of a spreadsheet makes of a number.
 */
typedef enum {
  HBK_NUMBER_FORMAT_PLAIN,
  HBK_NUMBER_FORMAT_DAY,
  HBK_NUMBER_FORMAT_MONTH,
  HBK_NUMBER_FORMAT_YEAR,
} HbkNumberFormat;

HbkNumberFormat hbk_number_format_from_id (int id);
HbkNumberFormat hbk_number_format_from_code (const char *code);

char *hbk_number_format_apply (HbkNumberFormat format, gboolean from_1904, const char *number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
