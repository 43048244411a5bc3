/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bind/hbk-pdf.h"

G_BEGIN_DECLS

void hbk_annotations_draw (qpdf_data from, qpdf_oh page, qpdf_data pdf, qpdf_oh drawn, GString *content);

G_END_DECLS
