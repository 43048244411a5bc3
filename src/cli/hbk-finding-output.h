/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-output.h"
#include "submission/hbk-finding.h"

G_BEGIN_DECLS

void hbk_finding_output_write (HbkJsonWriter *writer, GPtrArray *findings, HbkLanguage language);
void hbk_finding_output_print (HbkOutput *output, GPtrArray *findings, HbkLanguage language);

G_END_DECLS
