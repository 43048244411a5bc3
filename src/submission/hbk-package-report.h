/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-page-document.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

HbkPageDocument *hbk_package_report_new (const HbkSubmission *submission, GPtrArray *findings, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes          *hbk_package_report_write (const HbkSubmission *submission, GPtrArray *findings, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
