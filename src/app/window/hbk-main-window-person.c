/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

void
hbk_main_window_install_person (GtkWidgetClass *widget_class)
{
}
