/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

#include "app/window/hbk-perform.h"
#include "app/window/hbk-progress.h"

/* A job that is under way. */
typedef struct
{
  HbkMainWindow *window;
  HbkProgress   *progress;
  GDestroyNotify free_result;
  HbkJobDone     done;
  gpointer       user_data;
} Work;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;
  gpointer outcome = hbk_session_run_finish (HBK_SESSION (source), result, &error);

  g_clear_pointer (&work->progress, hbk_progress_free);
  work->done (outcome, error, work->user_data);
  if (outcome != NULL && work->free_result != NULL)
    work->free_result (outcome);
  g_object_unref (work->window);
  g_free (work);
}

/**
 * hbk_perform_job:
 * @from: a widget of the window
 * @name: what it is, for traces; a static string
 * @busy: what to say while it takes long
 * @job: what to do in the thread that has the library
 * @data: data for @job
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees the result, after @done
 * @done: is told how it went
 * @user_data: data for @done
 *
 * Does something that is no change of its own, such as a backup; shows how far it has come where that takes long, and lets the person stop it.
 */
void
hbk_perform_job (GtkWidget *from, const char *name, const char *busy, HbkSessionJob job, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result, HbkJobDone done, gpointer user_data)
{
  GtkWidget *window = gtk_widget_get_ancestor (from, HBK_TYPE_MAIN_WINDOW);
  g_autoptr (HbkOperation) operation = hbk_operation_new (busy);
  Work *work;

  g_return_if_fail (window != NULL && name != NULL && busy != NULL && job != NULL && done != NULL);

  work = g_new0 (Work, 1);
  work->window = g_object_ref (HBK_MAIN_WINDOW (window));
  work->progress = hbk_progress_new (work->window->toasts, operation);
  work->free_result = free_result;
  work->done = done;
  work->user_data = user_data;
  hbk_session_run_async (work->window->session, name, job, data, free_data, free_result, operation, done_cb, work);
}
