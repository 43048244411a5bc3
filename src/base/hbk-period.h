/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-date.h"

G_BEGIN_DECLS

/**
 * HbkPeriod:
 * @start: the first day
 * @end: the last day, which belongs to the period
 *
 * A span of days, both ends included. It is empty when @start is no date or @end lies before @start.
 */
typedef struct
{
  HbkDate start;
  HbkDate end;
} HbkPeriod;

gboolean hbk_period_is_empty (HbkPeriod period);
int      hbk_period_days (HbkPeriod period);

gboolean hbk_period_overlap (HbkPeriod a, HbkPeriod b, HbkPeriod *common);
gboolean hbk_period_in_year (HbkPeriod period, int year, HbkPeriod *part);
gboolean hbk_period_contains (HbkPeriod outer, HbkPeriod inner);

int hbk_period_whole_months (HbkPeriod period, int *rest_days);
int hbk_period_whole_years (HbkPeriod period);

G_END_DECLS
