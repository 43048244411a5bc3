/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkDateFault:
 *
 * Why a text is not a date, or not one that is clear.
 */
typedef enum {
  HBK_DATE_FAULT_NONE,
  HBK_DATE_FAULT_UNREADABLE,
  HBK_DATE_FAULT_UNCLEAR,
  HBK_DATE_FAULT_NO_YEAR,
  HBK_DATE_FAULT_NO_DAY,
  HBK_DATE_FAULT_NO_SUCH_DAY,
  HBK_DATE_FAULT_YEAR,
  HBK_DATE_FAULT_BACKWARDS,
  HBK_DATE_FAULT_RANGE,
} HbkDateFault;

/**
 * HbkDateParts:
 * @year: the year, or 0 when it is not said
 * @month: the month, or 0 when it is not said
 * @day: the day of the month, or 0 when it is not said
 * @sign: what stands between the numbers, or 0 when there are 年, 月 and 日
 *
 * A date as far as a text says it.
 */
typedef struct
{
  int  year;
  int  month;
  int  day;
  char sign;
} HbkDateParts;

HbkDateFault hbk_date_scan (const char *text, HbkDateParts *first, HbkDateParts *last);

G_END_DECLS
