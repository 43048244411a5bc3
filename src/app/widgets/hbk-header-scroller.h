/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HBK_TYPE_HEADER_SCROLLER (hbk_header_scroller_get_type ())

G_DECLARE_FINAL_TYPE (HbkHeaderScroller, hbk_header_scroller, HBK, HEADER_SCROLLER, GtkWidget)

void hbk_header_scroller_scroll_to_content (HbkHeaderScroller *self);

G_END_DECLS
