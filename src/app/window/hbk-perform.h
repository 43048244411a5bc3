/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-request.h"
#include "workspace/hbk-session.h"

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

/**
 * HbkJobDone:
 * @result: (nullable): what the job returned; %NULL when it failed
 * @error: (nullable): why it failed; the person has not been told
 * @user_data: what was given
 *
 * Is told how a job went.
 */
typedef void (*HbkJobDone) (gpointer result, const GError *error, gpointer user_data);

void hbk_perform (GtkWidget *from, HbkRequest *request);
void hbk_perform_then (GtkWidget *from, HbkRequest *request, const char *busy, HbkPerformed performed, gpointer user_data);
void hbk_perform_job (GtkWidget *from, const char *name, const char *busy, HbkSessionJob job, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result, HbkJobDone done, gpointer user_data);
void hbk_perform_tell (GtkWidget *from, const HbkJournalStep *step);
void hbk_perform_toast (GtkWidget *from, const char *text);
void hbk_perform_show_toast (GtkWidget *from, AdwToast *toast);
void hbk_perform_report (GtkWidget *from, const char *heading, const GError *error);

G_END_DECLS
