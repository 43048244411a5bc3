/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hbk_kept_icons_hold (GtkWidget *widget);

G_END_DECLS
