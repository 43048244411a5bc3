/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-json-writer.h"
#include "rules/hbk-assessment.h"
#include "workspace/hbk-workspace-years.h"

G_BEGIN_DECLS

gboolean   hbk_basis_is_moved (const HbkAssessment *assessment, const HbkAssessment *newer, int year);
GPtrArray *hbk_basis_dup_remarks (const HbkBasis *basis, guint position, const HbkAssessment *assessment, const HbkAssessment *newer) G_GNUC_WARN_UNUSED_RESULT;
void       hbk_basis_write_year (const HbkBasis *basis, guint position, const HbkAssessment *newer, HbkJsonWriter *writer);

G_END_DECLS
