/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HBK_TYPE_SURE_BAR (hbk_sure_bar_get_type ())

G_DECLARE_FINAL_TYPE (HbkSureBar, hbk_sure_bar, HBK, SURE_BAR, GtkWidget)

G_END_DECLS
