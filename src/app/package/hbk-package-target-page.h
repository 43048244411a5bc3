/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/package/hbk-package-choices.h"
#include "workspace/hbk-state.h"

G_BEGIN_DECLS

#define HBK_TYPE_PACKAGE_TARGET_PAGE (hbk_package_target_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkPackageTargetPage, hbk_package_target_page, HBK, PACKAGE_TARGET_PAGE, AdwNavigationPage)

gboolean           hbk_package_target_page_fill (HbkPackageTargetPage *self, HbkState *state, int year);
void               hbk_package_target_page_leave_location_out (HbkPackageTargetPage *self);
HbkPackageChoices *hbk_package_target_page_dup_choices (HbkPackageTargetPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
