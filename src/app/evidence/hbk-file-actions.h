/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

/* What a person does with files, from the page, its menus and the viewer; @from is a widget of the window. */

void hbk_file_actions_assign (GtkWidget *from, HbkSession *session, const char *const *sha256s);
void hbk_file_actions_set_document (GtkWidget *from, HbkSession *session, const char *const *sha256s);
void hbk_file_actions_detach (GtkWidget *from, HbkSession *session, const char *sha256, const char *record);
void hbk_file_actions_remove (GtkWidget *from, HbkSession *session, const char *const *sha256s);
void hbk_file_actions_save (GtkWidget *from, HbkSession *session, const char *sha256);
void hbk_file_actions_take_out (GtkWidget *from, HbkSession *session, const char *const *sha256s);
void hbk_file_actions_launch (GtkWidget *from, HbkSession *session, const char *sha256);

G_END_DECLS
