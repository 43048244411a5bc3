/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "submission/hbk-submission.h"

G_BEGIN_DECLS

void hbk_package_next_group_fill (AdwPreferencesGroup *group, const HbkSubmission *submission);

G_END_DECLS
