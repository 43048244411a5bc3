/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack-context.h"

G_BEGIN_DECLS

void hbk_years_of_rule_parse (HbkPackContext *context, const char *member, GArray *years);
void hbk_window_parse (HbkPackContext *context, const char *member, HbkWindow *window);

G_END_DECLS
