/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

#define HBK_TYPE_TRACE_VIEW (hbk_trace_view_get_type ())

G_DECLARE_FINAL_TYPE (HbkTraceView, hbk_trace_view, HBK, TRACE_VIEW, GtkWidget)

GtkWidget *hbk_trace_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

void hbk_trace_view_set (HbkTraceView *self, HbkAssessment *assessment, const HbkRecordResult *result);

G_END_DECLS
