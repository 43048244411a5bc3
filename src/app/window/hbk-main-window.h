/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/application/hbk-app.h"
#include "workspace/hbk-request.h"

G_BEGIN_DECLS

#define HBK_TYPE_MAIN_WINDOW (hbk_main_window_get_type ())

G_DECLARE_FINAL_TYPE (HbkMainWindow, hbk_main_window, HBK, MAIN_WINDOW, AdwApplicationWindow)

HbkMainWindow *hbk_main_window_new (HbkApp *application) G_GNUC_WARN_UNUSED_RESULT;

HbkSession *hbk_main_window_get_session (HbkMainWindow *self);
int         hbk_main_window_get_year (HbkMainWindow *self);
void        hbk_main_window_set_year (HbkMainWindow *self, int year);
void        hbk_main_window_show_page (HbkMainWindow *self, const char *page);

void hbk_main_window_new_record (HbkMainWindow *self);
void hbk_main_window_show_record (HbkMainWindow *self, const char *id);
void hbk_main_window_search_for (HbkMainWindow *self, const char *text);
void hbk_main_window_open_file (HbkMainWindow *self, GFile *file);
void hbk_main_window_leave (HbkMainWindow *self);

G_END_DECLS
