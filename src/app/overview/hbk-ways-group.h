/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/hbk-year-pace.h"
#include "workspace/hbk-state.h"

G_BEGIN_DECLS

#define HBK_TYPE_WAYS_GROUP (hbk_ways_group_get_type ())

G_DECLARE_FINAL_TYPE (HbkWaysGroup, hbk_ways_group, HBK, WAYS_GROUP, AdwPreferencesGroup)

void hbk_ways_group_set (HbkWaysGroup *self, const HbkStateYear *year, const HbkYearPace *pace);

G_END_DECLS
