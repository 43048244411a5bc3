/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "words/hbk-year-words.h"

G_BEGIN_DECLS

#define HBK_TYPE_OVERVIEW_METER (hbk_overview_meter_get_type ())

G_DECLARE_FINAL_TYPE (HbkOverviewMeter, hbk_overview_meter, HBK, OVERVIEW_METER, GtkButton)

void hbk_overview_meter_set (HbkOverviewMeter *self, const HbkYearView *view);

G_END_DECLS
