/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "disk/hbk-progress.h"
#include "submission/hbk-bag-report.h"
#include "submission/hbk-package-source.h"

G_BEGIN_DECLS

HbkBagReport *hbk_bag_verify (HbkPackageSource *source, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
