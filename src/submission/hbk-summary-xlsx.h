/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-submission.h"

G_BEGIN_DECLS

GBytes *hbk_summary_xlsx_write (const HbkSubmission *submission, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
