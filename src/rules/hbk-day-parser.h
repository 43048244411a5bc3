/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack-context.h"

G_BEGIN_DECLS

gboolean hbk_day_parse (HbkPackContext *context, const char *member, HbkDay *day);
gboolean hbk_day_parse_month_day (HbkPackContext *context, const char *member, HbkJsonNeed need, HbkDay *day);
void     hbk_day_check_order (HbkPackContext *context, const HbkDay *from, const HbkDay *to);
int      hbk_year_parse (HbkPackContext *context, const char *member, HbkJsonNeed need);
void     hbk_years_check_order (HbkPackContext *context, int from, int to);
void     hbk_years_parse (HbkPackContext *context, const char *member, HbkJsonNeed need, int *from, int *to);

G_END_DECLS
