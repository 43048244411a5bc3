/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_RECORD_EDITOR (hbk_record_editor_get_type ())

G_DECLARE_FINAL_TYPE (HbkRecordEditor, hbk_record_editor, HBK, RECORD_EDITOR, AdwDialog)

void hbk_record_editor_present (GtkWidget *parent, HbkSession *session, HbkRecord *record);
void hbk_record_editor_present_new (GtkWidget *parent, HbkSession *session, const char *activity, const char *const *files);
void hbk_record_editor_present_copy (GtkWidget *parent, HbkSession *session, HbkRecord *record);

G_END_DECLS
