/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-grid.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

HbkGrid *hbk_summary_grids_years (const HbkSubmission *submission) G_GNUC_WARN_UNUSED_RESULT;
HbkGrid *hbk_summary_grids_entries (const HbkSubmission *submission) G_GNUC_WARN_UNUSED_RESULT;
HbkGrid *hbk_summary_grids_losses (const HbkSubmission *submission) G_GNUC_WARN_UNUSED_RESULT;
HbkGrid *hbk_summary_grids_unit_lines (const HbkSubmission *submission) G_GNUC_WARN_UNUSED_RESULT;
HbkGrid *hbk_summary_grids_about (const HbkSubmission *submission) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
