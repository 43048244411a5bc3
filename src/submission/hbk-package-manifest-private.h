/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-package-manifest.h"

G_BEGIN_DECLS

/* What the reader builds a description from. */

HbkPackageManifest *hbk_package_manifest_new (void) G_GNUC_WARN_UNUSED_RESULT;
HbkPackageYear     *hbk_package_manifest_add_year (HbkPackageManifest *self);
HbkPackageLine     *hbk_package_manifest_add_entry (HbkPackageYear *year);
HbkPackageFile     *hbk_package_manifest_add_file (HbkPackageLine *entry);

G_END_DECLS
