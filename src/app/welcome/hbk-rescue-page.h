/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/window/hbk-page.h"

G_BEGIN_DECLS

#define HBK_TYPE_RESCUE_PAGE (hbk_rescue_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkRescuePage, hbk_rescue_page, HBK, RESCUE_PAGE, HbkPage)

G_END_DECLS
