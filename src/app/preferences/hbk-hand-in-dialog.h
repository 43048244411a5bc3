/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_HAND_IN_DIALOG (hbk_hand_in_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HbkHandInDialog, hbk_hand_in_dialog, HBK, HAND_IN_DIALOG, AdwDialog)

void hbk_hand_in_dialog_present (GtkWidget *from, HbkState *state, int year);

G_END_DECLS
