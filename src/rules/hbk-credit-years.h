/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-scope.h"

G_BEGIN_DECLS

/**
 * HbkCreditYear:
 * @year: the calendar year
 * @part: the part of the record that belongs to it
 * @date: the day on which the hours are earned
 * @at_application: counts only at an application, for the year's register is closed
 */
typedef struct
{
  int       year;
  HbkPeriod part;
  HbkDate   date;
  gboolean  at_application;
} HbkCreditYear;

gboolean hbk_credit_years_find (const HbkYearMode *mode, HbkScope *scope, GArray *years);

G_END_DECLS
