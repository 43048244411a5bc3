/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/window/hbk-page.h"

G_BEGIN_DECLS

#define HBK_TYPE_OVERVIEW_PAGE (hbk_overview_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkOverviewPage, hbk_overview_page, HBK, OVERVIEW_PAGE, HbkPage)

G_END_DECLS
