/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/editor/hbk-draft-keeper.h"

#include <glib/gi18n.h>

#include "app/window/hbk-perform.h"

/* Drafts are written and read by the thread that has the library, one after the other, so that the last wish holds. */

static gpointer
load_job (HbkWorkspace *workspace, gpointer id, HbkOperation *operation, GError **error)
{
  return hbk_record_draft_load (hbk_workspace_get_library_dir (workspace), id, error);
}

static gpointer
store_job (HbkWorkspace *workspace, gpointer draft, HbkOperation *operation, GError **error)
{
  return hbk_record_draft_store (draft, hbk_workspace_get_library_dir (workspace), error) ? g_strdup ("") : NULL;
}

static gpointer
set_aside_job (HbkWorkspace *workspace, gpointer id, HbkOperation *operation, GError **error)
{
  hbk_record_draft_set_aside (hbk_workspace_get_library_dir (workspace), id);

  return g_strdup ("");
}

static gpointer
discard_job (HbkWorkspace *workspace, gpointer id, HbkOperation *operation, GError **error)
{
  hbk_record_draft_discard (hbk_workspace_get_library_dir (workspace), id);

  return g_strdup ("");
}

/* What cannot be kept now is tried again with the next change; the person is told when they close the dialog. */
static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = hbk_session_run_finish (HBK_SESSION (source), result, &error);

  if (done == NULL)
    g_debug ("The draft was not kept: %s", error->message);
}

/* What the toast about a kept draft needs when the editor is gone. */
typedef struct
{
  HbkSession *session;
  char       *id;
} Kept;

static void
kept_free (gpointer data, GClosure *closure)
{
  Kept *kept = data;

  g_object_unref (kept->session);
  g_free (kept->id);
  g_free (kept);
}

static void
discard_clicked_cb (AdwToast *toast, gpointer user_data)
{
  Kept *kept = user_data;

  hbk_draft_keeper_discard (kept->session, kept->id);
}

/**
 * hbk_draft_keeper_load_async:
 * @session: a session with a library
 * @id: (nullable): the id of a record; %NULL for a new one
 * @callback: is called when it is done
 * @user_data: data for @callback
 *
 * Looks for a draft of a record.
 */
void
hbk_draft_keeper_load_async (HbkSession *session, const char *id, GAsyncReadyCallback callback, gpointer user_data)
{
  hbk_session_run_async (session, "look for a draft", load_job, g_strdup (id), g_free, (GDestroyNotify) hbk_record_draft_free, NULL, callback, user_data);
}

/**
 * hbk_draft_keeper_load_finish:
 * @session: the session
 * @result: what the callback got
 *
 * Gives the draft.
 *
 * Returns: (transfer full) (nullable): the draft; %NULL when there is none that can be read
 */
HbkRecordDraft *
hbk_draft_keeper_load_finish (HbkSession *session, GAsyncResult *result)
{
  return hbk_session_run_finish (session, result, NULL);
}

/**
 * hbk_draft_keeper_store:
 * @session: a session with a library
 * @draft: (transfer full): a draft
 *
 * Keeps a draft.
 */
void
hbk_draft_keeper_store (HbkSession *session, HbkRecordDraft *draft)
{
  hbk_session_run_async (session, "keep a draft", store_job, draft, (GDestroyNotify) hbk_record_draft_free, g_free, NULL, done_cb, NULL);
}

/**
 * hbk_draft_keeper_discard:
 * @session: a session with a library
 * @id: (nullable): the id of a record; %NULL for a new one
 *
 * Removes the draft of a record.
 */
void
hbk_draft_keeper_discard (HbkSession *session, const char *id)
{
  hbk_session_run_async (session, "discard a draft", discard_job, g_strdup (id), g_free, g_free, NULL, done_cb, NULL);
}

/**
 * hbk_draft_keeper_set_aside:
 * @session: a session with a library
 * @id: (nullable): the id of a record; %NULL for a new one
 *
 * Sets the draft of a record aside, so that another can be kept; it is offered again when that one is gone.
 */
void
hbk_draft_keeper_set_aside (HbkSession *session, const char *id)
{
  hbk_session_run_async (session, "set a draft aside", set_aside_job, g_strdup (id), g_free, g_free, NULL, done_cb, NULL);
}

static AdwToast *
make_toast (HbkSession *session, const char *id)
{
  AdwToast *toast = adw_toast_new (_("The draft was kept"));
  Kept     *kept = g_new0 (Kept, 1);

  kept->session = g_object_ref (session);
  kept->id = g_strdup (id);
  adw_toast_set_button_label (toast, _("Discard"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (discard_clicked_cb), kept, kept_free, 0);

  return toast;
}

/* An editor that waits for its draft to be kept. */
typedef struct
{
  AdwDialog *editor;
  char      *id;
} Closing;

static void
closing_free (Closing *closing)
{
  g_object_unref (closing->editor);
  g_free (closing->id);
  g_free (closing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Closing, closing_free)

static void
answered_cb (AdwAlertDialog *alert, const char *response, gpointer user_data)
{
  AdwDialog *editor = user_data;

  if (g_str_equal (response, "lose") && gtk_widget_get_root (GTK_WIDGET (editor)) != NULL)
    adw_dialog_force_close (editor);
}

static void
ask_whether_to_lose (AdwDialog *editor, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_("The Draft Was Not Kept"), NULL);

  adw_alert_dialog_set_body_use_markup (ADW_ALERT_DIALOG (alert), FALSE);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (alert), error->message);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "stay", _("_Keep Editing"), "lose", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "lose", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "stay");
  g_signal_connect_object (alert, "response", G_CALLBACK (answered_cb), editor, 0);
  adw_dialog_present (alert, GTK_WIDGET (editor));
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Closing) closing = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = hbk_session_run_finish (HBK_SESSION (source), result, &error);

  /* Asked for twice, it is closed by now. */
  if (gtk_widget_get_root (GTK_WIDGET (closing->editor)) == NULL)
    return;
  if (done == NULL)
    {
      ask_whether_to_lose (closing->editor, error);
      return;
    }
  hbk_perform_show_toast (GTK_WIDGET (closing->editor), make_toast (HBK_SESSION (source), closing->id));
  adw_dialog_force_close (closing->editor);
}

/**
 * hbk_draft_keeper_close:
 * @editor: the dialog in which something was entered
 * @session: a session with a library
 * @draft: (transfer full): what was entered
 *
 * Closes an editor once its draft is kept, and says so with a way to discard it. Where it cannot be kept the person is asked.
 */
void
hbk_draft_keeper_close (AdwDialog *editor, HbkSession *session, HbkRecordDraft *draft)
{
  Closing *closing = g_new0 (Closing, 1);

  closing->editor = g_object_ref (editor);
  closing->id = draft->is_new ? NULL : g_strdup (hbk_record_get_id (draft->record));
  hbk_session_run_async (session, "keep a draft", store_job, draft, (GDestroyNotify) hbk_record_draft_free, g_free, NULL, stored_cb, closing);
}
