/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack-context.h"

G_BEGIN_DECLS

gboolean hbk_measure_parse (HbkPackContext *context, const char *member, HbkJsonNeed need, HbkMeasure *measure);
void     hbk_measure_parse_whole (HbkPackContext *context, gboolean *down, gboolean *up);
void     hbk_measure_parse_minutes (HbkPackContext *context, HbkMeasure *measure);

G_END_DECLS
