/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/hbk-session.h"
#include "workspace/hbk-workspace-exchange.h"

G_BEGIN_DECLS

/* Restoring a backup where no library is open: what it holds is shown first, and nothing is changed before the person has agreed. */

gboolean hbk_restore_flow_is_backup (GFile *file);
char    *hbk_restore_flow_moment (const HbkRestore *restore) G_GNUC_WARN_UNUSED_RESULT;
char    *hbk_restore_flow_contents (const HbkRestore *restore) G_GNUC_WARN_UNUSED_RESULT;

void hbk_restore_flow_begin (GtkWidget *from, HbkSession *session, const char *path);

G_END_DECLS
