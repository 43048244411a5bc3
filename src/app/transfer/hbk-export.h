/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

void hbk_export_present (GtkWidget *parent, HbkSession *session);
void hbk_export_back_up (GtkWidget *parent, HbkSession *session);

G_END_DECLS
