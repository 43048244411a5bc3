/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-printer.h"

G_BEGIN_DECLS

GArray *hbk_explanation_list_warnings (const HbkYearResult *year, HbkRecord *record) G_GNUC_WARN_UNUSED_RESULT;
void    hbk_explanation_text_print (HbkPrinter *printer, const HbkAssessment *assessment, HbkRecord *record);

G_END_DECLS
