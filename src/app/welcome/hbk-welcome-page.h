/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/window/hbk-page.h"

G_BEGIN_DECLS

#define HBK_TYPE_WELCOME_PAGE (hbk_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkWelcomePage, hbk_welcome_page, HBK, WELCOME_PAGE, HbkPage)

G_END_DECLS
