/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-period.h"

G_BEGIN_DECLS

/**
 * HbkDateTextFlags:
 * @HBK_DATE_TEXT_STRICT: only days
 * @HBK_DATE_TEXT_SERIAL: a number such as 45366 is the day that a spreadsheet stores so
 * @HBK_DATE_TEXT_MONTHS: a month without a day is the whole month
 *
 * What is taken for a date beside dates.
 */
typedef enum {
  HBK_DATE_TEXT_STRICT = 0,
  HBK_DATE_TEXT_SERIAL = 1 << 0,
  HBK_DATE_TEXT_MONTHS = 1 << 1,
} HbkDateTextFlags;

gboolean hbk_date_text_read_day (const char *text, HbkDateTextFlags flags, HbkDate *day, GError **error);
gboolean hbk_date_text_read_period (const char *text, HbkDateTextFlags flags, HbkPeriod *period, GError **error);

G_END_DECLS
