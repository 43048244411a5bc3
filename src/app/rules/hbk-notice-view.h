/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

#define HBK_TYPE_NOTICE_VIEW (hbk_notice_view_get_type ())

G_DECLARE_FINAL_TYPE (HbkNoticeView, hbk_notice_view, HBK, NOTICE_VIEW, AdwBin)

void hbk_notice_view_show (HbkNoticeView *self, HbkPack *pack);

G_END_DECLS
