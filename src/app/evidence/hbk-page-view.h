/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_PAGE_VIEW (hbk_page_view_get_type ())

G_DECLARE_FINAL_TYPE (HbkPageView, hbk_page_view, HBK, PAGE_VIEW, AdwBin)

void hbk_page_view_show (HbkPageView *self, HbkSession *session, const char *sha256, guint page);

G_END_DECLS
