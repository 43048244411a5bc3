/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_PACKAGE_DIALOG (hbk_package_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HbkPackageDialog, hbk_package_dialog, HBK, PACKAGE_DIALOG, AdwDialog)

void hbk_package_dialog_present (GtkWidget *from, HbkSession *session, int year);
void hbk_package_dialog_make (HbkPackageDialog *self, GFile *place);

G_END_DECLS
