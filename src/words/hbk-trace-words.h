/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

const char *hbk_trace_words_heading (HbkTraceKind kind);
char       *hbk_trace_words_figure (const HbkTraceStep *step) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hbk_trace_words_is_loss (const HbkTraceStep *step);
const char *hbk_trace_words_end (const HbkRecordResult *result);
char       *hbk_trace_words_end_figure (const HbkRecordResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
