/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_PREFERENCES_DIALOG (hbk_preferences_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HbkPreferencesDialog, hbk_preferences_dialog, HBK, PREFERENCES_DIALOG, AdwPreferencesDialog)

void hbk_preferences_dialog_present (GtkWidget *from, HbkSession *session);

G_END_DECLS
