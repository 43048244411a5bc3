/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_TRASH_DIALOG (hbk_trash_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HbkTrashDialog, hbk_trash_dialog, HBK, TRASH_DIALOG, AdwDialog)

void hbk_trash_dialog_present (GtkWidget *parent, HbkSession *session);

G_END_DECLS
