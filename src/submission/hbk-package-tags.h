/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-package-output.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

gboolean hbk_package_tags_add (HbkPackageOutput *output, const HbkSubmission *submission, const char *application, GError **error);

G_END_DECLS
