/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-printer.h"

G_BEGIN_DECLS

void hbk_assessment_text_print_year (HbkPrinter *printer, const HbkAssessment *assessment, const HbkYearResult *year, GPtrArray *remarks);
void hbk_assessment_text_print (HbkPrinter *printer, const HbkAssessment *assessment);

G_END_DECLS
