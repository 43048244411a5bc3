/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/hbk-request.h"

G_BEGIN_DECLS

/**
 * HbkPerformed:
 * @step: (nullable): what was done, with number 0 when nothing had to be changed; %NULL when it was not done
 * @error: (nullable): why it was not done; the person has been told already
 * @user_data: what was given
 *
 * Is told how a request went.
 */
typedef void (*HbkPerformed) (const HbkJournalStep *step, const GError *error, gpointer user_data);

void hbk_perform (GtkWidget *from, HbkRequest *request);
void hbk_perform_then (GtkWidget *from, HbkRequest *request, const char *busy, HbkPerformed performed, gpointer user_data);
void hbk_perform_toast (GtkWidget *from, const char *text);
void hbk_perform_report (GtkWidget *from, const char *heading, const GError *error);

G_END_DECLS
