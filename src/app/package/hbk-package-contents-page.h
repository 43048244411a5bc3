/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/package/hbk-package-work.h"

G_BEGIN_DECLS

#define HBK_TYPE_PACKAGE_CONTENTS_PAGE (hbk_package_contents_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkPackageContentsPage, hbk_package_contents_page, HBK, PACKAGE_CONTENTS_PAGE, AdwNavigationPage)

void hbk_package_contents_page_set_check (HbkPackageContentsPage *self, HbkPackageCheck *check);
void hbk_package_contents_page_show (HbkPackageContentsPage *self, const HbkFormPicture *picture);
void hbk_package_contents_page_fail (HbkPackageContentsPage *self, const GError *error);

G_END_DECLS
