/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-page-document.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

HbkPageDocument *hbk_register_form_new (const HbkSubmission *submission, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes          *hbk_register_form_write (const HbkSubmission *submission, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
