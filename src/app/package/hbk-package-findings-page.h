/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/package/hbk-package-check.h"

G_BEGIN_DECLS

#define HBK_TYPE_PACKAGE_FINDINGS_PAGE (hbk_package_findings_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkPackageFindingsPage, hbk_package_findings_page, HBK, PACKAGE_FINDINGS_PAGE, AdwNavigationPage)

void hbk_package_findings_page_wait (HbkPackageFindingsPage *self);
void hbk_package_findings_page_show (HbkPackageFindingsPage *self, HbkPackageCheck *check);
void hbk_package_findings_page_fail (HbkPackageFindingsPage *self, const GError *error);

G_END_DECLS
