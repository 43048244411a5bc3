/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_HISTORY_DIALOG (hbk_history_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HbkHistoryDialog, hbk_history_dialog, HBK, HISTORY_DIALOG, AdwDialog)

void hbk_history_dialog_present (GtkWidget *parent, HbkSession *session);

G_END_DECLS
