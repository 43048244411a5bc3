/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_RESTORE_DIALOG (hbk_restore_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HbkRestoreDialog, hbk_restore_dialog, HBK, RESTORE_DIALOG, AdwDialog)

void hbk_restore_dialog_present (GtkWidget *parent, HbkSession *session, const char *path);

G_END_DECLS
