/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/welcome/hbk-restore-flow.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "words/hbk-date-words.h"

/* A backup that is looked at, then restored. */
typedef struct
{
  GtkWidget  *from;
  HbkSession *session;
  char       *path;
  HbkRestore *restore;
} Flow;

/* What the thread needs. */
typedef struct
{
  char       *dir;
  char       *path;
  HbkRestore *restore;
} Job;

static void
flow_free (Flow *flow)
{
  g_object_unref (flow->from);
  g_object_unref (flow->session);
  g_free (flow->path);
  hbk_restore_free (flow->restore);
  g_free (flow);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->dir);
  g_free (job->path);
  hbk_restore_free (job->restore);
  g_free (job);
}

static Job *
job_new (Flow *flow)
{
  Job *job = g_new0 (Job, 1);

  job->dir = g_strdup (hbk_session_get_dir (flow->session));
  job->path = g_strdup (flow->path);
  job->restore = g_steal_pointer (&flow->restore);

  return job;
}

/* ---- In the thread ---- */

static gpointer
prepare_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  const Job *job = data;

  return hbk_workspace_prepare_restore (workspace, job->dir, job->path, error);
}

static gpointer
confirm_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Job *job = data;

  return hbk_workspace_confirm_restore (workspace, job->dir, job->restore, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

/* ---- Asking ---- */

static void
report (Flow *flow, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The Backup Was Not Restored"), NULL);

  adw_alert_dialog_set_body_use_markup (ADW_ALERT_DIALOG (dialog), FALSE);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), "%s\n\n%s", error->message, _("Nothing was changed."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, flow->from);
}

/* The session notices by itself that there is a library now. */
static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Flow *flow = user_data;
  g_autoptr (GError) error = NULL;

  if (hbk_session_run_finish (HBK_SESSION (source), result, &error) == NULL)
    report (flow, error);
  flow_free (flow);
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, Flow *flow)
{
  if (g_strcmp0 (response, "restore") == 0)
    hbk_session_run_async (flow->session, "restore a backup", confirm_job, job_new (flow), job_free, NULL, NULL, confirmed_cb, flow);
  else
    flow_free (flow);
}

static void
ask (Flow *flow)
{
  AdwAlertDialog  *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Restore This Backup?"), NULL));
  g_autofree char *moment = hbk_restore_flow_moment (flow->restore);
  g_autofree char *contents = hbk_restore_flow_contents (flow->restore);

  adw_alert_dialog_set_body_use_markup (dialog, FALSE);
  adw_alert_dialog_format_body (dialog, "%s\n%s", moment, contents);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "restore", _("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "restore");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), flow);
  adw_dialog_present (ADW_DIALOG (dialog), flow->from);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Flow *flow = user_data;
  g_autoptr (GError) error = NULL;

  flow->restore = hbk_session_run_finish (HBK_SESSION (source), result, &error);
  if (flow->restore != NULL)
    {
      ask (flow);
      return;
    }

  report (flow, error);
  flow_free (flow);
}

/**
 * hbk_restore_flow_is_backup:
 * @file: a file that a person chose
 *
 * Says by its name whether it may be a backup; whether it is one shows when it is read.
 *
 * Returns: %TRUE when it may be
 */
gboolean
hbk_restore_flow_is_backup (GFile *file)
{
  static const char *const suffixes[] = { ".zip", ".db", ".sqlite" };
  g_autofree char         *name = g_file_get_basename (file);
  g_autofree char         *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (lower, suffixes[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * hbk_restore_flow_moment:
 * @restore: a backup that was looked at
 *
 * Says when a backup was made.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_restore_flow_moment (const HbkRestore *restore)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (restore->made / G_TIME_SPAN_SECOND);
  g_autofree char *day = hbk_words_date (hbk_date_new (g_date_time_get_year (made), g_date_time_get_month (made), g_date_time_get_day_of_month (made)));
  g_autofree char *time = g_date_time_format (made, "%H:%M");

  /* Translators: a day and a time of day */
  return g_strdup_printf (C_("moment", "%1$s, %2$s"), day, time);
}

/**
 * hbk_restore_flow_contents:
 * @restore: a backup that was looked at
 *
 * Says what a backup holds.
 *
 * Returns: (transfer full): the words
 */
char *
hbk_restore_flow_contents (const HbkRestore *restore)
{
  g_autofree char *records = g_strdup_printf (ngettext ("%u record", "%u records", restore->n_records), restore->n_records);
  g_autofree char *files = g_strdup_printf (ngettext ("%u file of evidence", "%u files of evidence", restore->n_files), restore->n_files);

  if (restore->n_files == 0)
    return g_steal_pointer (&records);
  if (restore->is_whole)
    /* Translators: "3 records", "1 file of evidence" */
    return g_strdup_printf (_("%1$s, with %2$s"), records, files);

  /* Translators: "3 records", "1 file of evidence" */
  return g_strdup_printf (_("%1$s; %2$s lie beside it"), records, files);
}

/**
 * hbk_restore_flow_begin:
 * @from: a widget of the window
 * @session: a session whose library is not there, or cannot be used
 * @path: (type filename): a backup
 *
 * Looks at a backup, says what it holds, and restores it when the person agrees.
 */
void
hbk_restore_flow_begin (GtkWidget *from, HbkSession *session, const char *path)
{
  Flow *flow;

  g_return_if_fail (GTK_IS_WIDGET (from) && HBK_IS_SESSION (session) && path != NULL);

  flow = g_new0 (Flow, 1);
  flow->from = g_object_ref (from);
  flow->session = g_object_ref (session);
  flow->path = g_strdup (path);
  hbk_session_run_async (session, "look at a backup", prepare_job, job_new (flow), job_free, (GDestroyNotify) hbk_restore_free, NULL, prepared_cb, flow);
}
