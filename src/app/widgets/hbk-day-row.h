/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "base/hbk-date.h"

G_BEGIN_DECLS

#define HBK_TYPE_DAY_ROW (hbk_day_row_get_type ())

G_DECLARE_FINAL_TYPE (HbkDayRow, hbk_day_row, HBK, DAY_ROW, AdwEntryRow)

GtkWidget *hbk_day_row_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;

HbkDate  hbk_day_row_get_date (HbkDayRow *self);
void     hbk_day_row_set_date (HbkDayRow *self, HbkDate date);
gboolean hbk_day_row_is_valid (HbkDayRow *self);

G_END_DECLS
