/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HBK_TYPE_PRIMARY_MENU (hbk_primary_menu_get_type ())

G_DECLARE_FINAL_TYPE (HbkPrimaryMenu, hbk_primary_menu, HBK, PRIMARY_MENU, AdwBin)

void hbk_primary_menu_open (HbkPrimaryMenu *self);

G_END_DECLS
