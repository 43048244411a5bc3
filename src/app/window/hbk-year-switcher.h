/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_YEAR_SWITCHER (hbk_year_switcher_get_type ())

G_DECLARE_FINAL_TYPE (HbkYearSwitcher, hbk_year_switcher, HBK, YEAR_SWITCHER, AdwBin)

G_END_DECLS
