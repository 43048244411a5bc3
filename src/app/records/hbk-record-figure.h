/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_FIGURE (hbk_record_figure_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordFigure, hbk_record_figure, HBK, RECORD_FIGURE, AdwBin)

GtkWidget *hbk_record_figure_new (const HbkRecordResult *result, int year) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
