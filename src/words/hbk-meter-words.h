/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-hours.h"

G_BEGIN_DECLS

char *hbk_meter_words (const char *label, HbkHours value, HbkHours target, HbkHours pace, HbkHours pending) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_meter_words_ratio (HbkHours value, HbkHours target) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_meter_words_change (HbkHours before, HbkHours after, HbkHours target) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_meter_words_cap (HbkHours before, HbkHours here, HbkHours over) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
