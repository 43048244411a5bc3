/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-hours.h"
#include "cli/hbk-output.h"

G_BEGIN_DECLS

void hbk_table_print_head (HbkOutput *output, const char *label);
void hbk_table_print_row (HbkOutput *output, const char *label, HbkHours public_hours, HbkHours professional_hours, HbkHours total, const char *remark);

G_END_DECLS
