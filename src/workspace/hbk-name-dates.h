/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-period.h"

G_BEGIN_DECLS

/* As many dates are looked for in a name. */
#define HBK_NAME_DATES_MAX 4

/* From here on a match is no accident. */
#define HBK_NAME_DATE_SURE 0.8

/**
 * HbkNameDate:
 * @year: the year, or 0 when the name does not say
 * @month: the month, or 0
 * @day: the day, or 0
 *
 * A date as it stands in the name of a file.
 */
typedef struct
{
  int year;
  int month;
  int day;
} HbkNameDate;

guint  hbk_name_dates_find (const char *name, HbkNameDate dates[HBK_NAME_DATES_MAX]);
double hbk_name_date_match (const HbkNameDate *date, HbkPeriod period);

G_END_DECLS
