/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/window/hbk-primary-menu.h"
#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_SIDEBAR (hbk_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (HbkSidebar, hbk_sidebar, HBK, SIDEBAR, AdwBin)

void hbk_sidebar_open_menu (HbkSidebar *self);

G_END_DECLS
