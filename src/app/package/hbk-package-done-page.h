/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/package/hbk-package-work.h"

G_BEGIN_DECLS

/**
 * HbkHandedIn:
 * @HBK_HANDED_IN_DONE: the year is marked as handed in
 * @HBK_HANDED_IN_UNDER_WAY: it is being marked
 * @HBK_HANDED_IN_POSSIBLE: it is not, and may be
 * @HBK_HANDED_IN_NEVER: there is no year to mark
 *
 * Whether the year of a package is marked as handed in.
 */
typedef enum {
  HBK_HANDED_IN_DONE,
  HBK_HANDED_IN_UNDER_WAY,
  HBK_HANDED_IN_POSSIBLE,
  HBK_HANDED_IN_NEVER,
} HbkHandedIn;

#define HBK_TYPE_PACKAGE_DONE_PAGE (hbk_package_done_page_get_type ())

G_DECLARE_FINAL_TYPE (HbkPackageDonePage, hbk_package_done_page, HBK, PACKAGE_DONE_PAGE, AdwNavigationPage)

void hbk_package_done_page_show (HbkPackageDonePage *self, HbkPackageCheck *check, const HbkPackageMade *made);
void hbk_package_done_page_set_handed_in (HbkPackageDonePage *self, HbkHandedIn handed_in);

G_END_DECLS
