/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/widgets/hbk-palette.h"
#include "base/hbk-hours.h"

G_BEGIN_DECLS

#define HBK_TYPE_MINI_BAR (hbk_mini_bar_get_type ())

G_DECLARE_FINAL_TYPE (HbkMiniBar, hbk_mini_bar, HBK, MINI_BAR, GtkWidget)

GtkWidget *hbk_mini_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;

void hbk_mini_bar_set_change (HbkMiniBar *self, const char *title, HbkTone tone, HbkHours before, HbkHours after, HbkHours target);
void hbk_mini_bar_set_cap (HbkMiniBar *self, const char *title, HbkTone tone, HbkHours limit, HbkHours before, HbkHours here, HbkHours over);

G_END_DECLS
