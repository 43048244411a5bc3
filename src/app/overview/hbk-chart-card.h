/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/hbk-year-pace.h"
#include "workspace/hbk-state.h"

G_BEGIN_DECLS

#define HBK_TYPE_CHART_CARD (hbk_chart_card_get_type ())

G_DECLARE_FINAL_TYPE (HbkChartCard, hbk_chart_card, HBK, CHART_CARD, AdwBin)

void hbk_chart_card_set (HbkChartCard *self, const HbkStateYear *year, const HbkYearPace *pace, GArray *deadlines, HbkDate today);

G_END_DECLS
