/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bind/hbk-plan.h"

G_BEGIN_DECLS

void    hbk_outline_add (qpdf_data pdf, const GArray *bookmarks, const GArray *pages);
qpdf_oh hbk_outline_make_target (qpdf_data pdf, int page);

G_END_DECLS
