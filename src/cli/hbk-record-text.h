/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-printer.h"

G_BEGIN_DECLS

void hbk_record_text_print (HbkPrinter *printer, const HbkAssessment *assessment, const HbkRecordResult *result, int id_width);
void hbk_record_text_print_steps (HbkPrinter *printer, const char *indent, const HbkAssessment *assessment, const HbkRecordResult *result);

G_END_DECLS
