/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "base/hbk-period.h"

G_BEGIN_DECLS

#define HBK_TYPE_DATE_ROW (hbk_date_row_get_type ())

G_DECLARE_FINAL_TYPE (HbkDateRow, hbk_date_row, HBK, DATE_ROW, AdwActionRow)

GtkWidget *hbk_date_row_new (const char *title, const char *help) G_GNUC_WARN_UNUSED_RESULT;
HbkDate    hbk_date_row_get_date (HbkDateRow *self);
void       hbk_date_row_set_date (HbkDateRow *self, HbkDate date);
gboolean   hbk_date_row_is_valid (HbkDateRow *self);
void       hbk_date_row_add_mark (HbkDateRow *self, GtkWidget *mark);
void       hbk_date_row_set_complaint (HbkDateRow *self, const char *complaint);
void       hbk_date_row_set_help (HbkDateRow *self, const char *help);

G_END_DECLS
