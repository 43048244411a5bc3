/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_PROFILE_DIALOG (hbk_profile_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HbkProfileDialog, hbk_profile_dialog, HBK, PROFILE_DIALOG, AdwDialog)

void hbk_profile_dialog_present (GtkWidget *from, HbkSession *session);

G_END_DECLS
