/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

/* Asking before a closed year goes over to the rules as they are now: what it comes to by either. */

void hbk_adopt_dialog_present (GtkWidget *from, HbkSession *session, int year);

G_END_DECLS
