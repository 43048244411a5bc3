/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-operation.h"

G_BEGIN_DECLS

#define HBK_TYPE_PACKAGE_MAKING_PAGE (hbk_package_making_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkPackageMakingPage, hbk_package_making_page, HBK, PACKAGE_MAKING_PAGE, AdwNavigationPage)

void hbk_package_making_page_begin (HbkPackageMakingPage *self, HbkOperation *operation);
void hbk_package_making_page_end (HbkPackageMakingPage *self);
void hbk_package_making_page_fail (HbkPackageMakingPage *self, const GError *error);

G_END_DECLS
