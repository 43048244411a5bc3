/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HbkDate:
 *
 * A civil date as a day number of the proleptic Gregorian calendar: 1 is 0001-01-01, and one day is one number,
 * so that dates compare, sort and subtract as integers. %HBK_DATE_NONE stands for no date.
 */
typedef gint32 HbkDate;

/**
 * HBK_DATE_NONE:
 *
 * No date; smaller than every date.
 */
#define HBK_DATE_NONE ((HbkDate) 0)

/**
 * HBK_DATE_YEAR_MIN:
 *
 * The first year that Hourbook accepts from a person or a file.
 */
#define HBK_DATE_YEAR_MIN 1900

/**
 * HBK_DATE_YEAR_MAX:
 *
 * The last year that Hourbook accepts from a person or a file.
 */
#define HBK_DATE_YEAR_MAX 2200

HbkDate hbk_date_new (int year, int month, int day);
HbkDate hbk_date_parse (const char *text);
char   *hbk_date_format (HbkDate date) G_GNUC_WARN_UNUSED_RESULT;
void    hbk_date_append (HbkDate date, GString *string);

void hbk_date_split (HbkDate date, int *year, int *month, int *day);
int  hbk_date_year (HbkDate date);
int  hbk_date_month (HbkDate date);
int  hbk_date_day (HbkDate date);
int  hbk_date_days_in_month (int year, int month);

HbkDate hbk_date_add_months (HbkDate date, int months);
HbkDate hbk_date_add_years (HbkDate date, int years);

G_END_DECLS
