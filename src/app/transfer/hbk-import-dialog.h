/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_IMPORT_DIALOG (hbk_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HbkImportDialog, hbk_import_dialog, HBK, IMPORT_DIALOG, AdwDialog)

void hbk_import_dialog_present (GtkWidget *parent, HbkSession *session, const char *path);

G_END_DECLS
