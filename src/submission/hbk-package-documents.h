/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-package-maker.h"

G_BEGIN_DECLS

gboolean hbk_package_documents_add (HbkPackageOutput *output, const HbkSubmission *submission, const HbkPackageOrder *order, GError **error);

G_END_DECLS
