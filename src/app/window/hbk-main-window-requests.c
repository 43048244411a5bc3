/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

#include <glib/gi18n.h>

#include "app/window/hbk-perform.h"
#include "app/window/hbk-progress.h"
#include "base/hbk-error.h"
#include "words/hbk-step-words.h"
#include "words/hbk-words.h"

/* A request that is under way. */
typedef struct
{
  HbkMainWindow *window;
  HbkRequest    *request;
  HbkOperation  *operation;
  HbkProgress   *progress;
  HbkPerformed   performed;
  gpointer       user_data;
} Wish;

static void send_wish (Wish *wish);

static void
wish_free (Wish *wish)
{
  hbk_progress_free (wish->progress);
  g_clear_object (&wish->operation);
  hbk_request_unref (wish->request);
  g_object_unref (wish->window);
  g_free (wish);
}

/* ---- Toasts ---- */

/* Toasts name records, whose titles are never markup. */
static AdwToast *
toast_new (const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);

  return toast;
}

static void
toast_gone_cb (HbkMainWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

void
hbk_main_window_show_toast (HbkMainWindow *self, AdwToast *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_gone_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_step (HbkMainWindow *self, const HbkJournalStep *step)
{
  HbkState *state = hbk_session_get_state (self->session);
  g_autoptr (GPtrArray) packs = state != NULL ? hbk_state_list_packs (state) : NULL;
  g_autofree char *clause = hbk_step_words_sentence_of (step, packs);
  g_autofree char *sentence = hbk_words_capitalise (clause);
  AdwToast        *toast = toast_new (sentence);

  if (step->what == HBK_JOURNAL_UNDO)
    {
      adw_toast_set_button_label (toast, _("Redo"));
      adw_toast_set_action_name (toast, "win.redo");
    }
  else if (step->what != HBK_JOURNAL_HAND_IN && step->what != HBK_JOURNAL_REOPEN && step->what != HBK_JOURNAL_CLOSE)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  hbk_main_window_show_toast (self, toast);
}

/* ---- Corrections ---- */

static void
correction_chosen_cb (AdwAlertDialog *dialog, const char *response, Wish *wish)
{
  GtkEditable *entry = GTK_EDITABLE (adw_alert_dialog_get_extra_child (dialog));
  g_autoptr (GError) error = NULL;
  HbkRequest *corrected;

  if (g_strcmp0 (response, "correct") != 0)
    {
      g_set_error (&error, HBK_ERROR, HBK_ERROR_CANCELLED, "%s", _("Nothing was changed."));
      if (wish->performed != NULL)
        wish->performed (NULL, error, wish->user_data);
      wish_free (wish);
      return;
    }

  corrected = hbk_request_with_correction (wish->request, gtk_editable_get_text (entry));
  hbk_request_unref (wish->request);
  wish->request = corrected;
  send_wish (wish);
}

static void
reason_changed_cb (AdwAlertDialog *dialog, GtkEditable *entry)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "correct", *reason != '\0');
}

/* A year that was handed in is changed by a visible correction only. */
static void
ask_for_reason (Wish *wish)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("This Year Was Handed In"), _("A change to it is kept as a correction. Say why, so that it can be understood later.")));
  GtkWidget      *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Reason"));
  gtk_widget_add_css_class (entry, "card");
  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "correct", _("C_orrect"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "correct", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "correct");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_response_enabled (dialog, "correct", FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "response", G_CALLBACK (correction_chosen_cb), wish);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (wish->window));
}

/* ---- Requests ---- */

static void
performed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wish *wish = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkJournalStep) step = hbk_session_perform_finish (HBK_SESSION (source), result, &error);

  g_clear_pointer (&wish->progress, hbk_progress_free);
  if (g_error_matches (error, HBK_ERROR, HBK_ERROR_SEALED))
    {
      ask_for_reason (wish);
      return;
    }

  if (step != NULL && step->number != 0)
    show_step (wish->window, step);
  else if (error != NULL && !g_error_matches (error, HBK_ERROR, HBK_ERROR_CANCELLED))
    hbk_perform_report (GTK_WIDGET (wish->window), _("That Was Not Done"), error);
  if (wish->performed != NULL)
    wish->performed (step, error, wish->user_data);
  wish_free (wish);
}

static void
send_wish (Wish *wish)
{
  if (wish->operation != NULL)
    wish->progress = hbk_progress_new (wish->window->toasts, wish->operation);
  hbk_session_perform_async (wish->window->session, wish->request, wish->operation, performed_cb, wish);
}

/**
 * hbk_perform_then:
 * @from: the widget that asks
 * @request: what is asked for
 * @busy: (nullable): what to say while it takes long; %NULL when it never does
 * @performed: (nullable): is told how it went
 * @user_data: data for @performed
 *
 * Does what a person asked for, and tells them: what was done with a way to undo it, or why it was not. Where a year was handed in the person is
 * asked for a reason first.
 */
void
hbk_perform_then (GtkWidget *from, HbkRequest *request, const char *busy, HbkPerformed performed, gpointer user_data)
{
  GtkWidget *window = gtk_widget_get_ancestor (from, HBK_TYPE_MAIN_WINDOW);
  Wish      *wish;

  g_return_if_fail (window != NULL && request != NULL);

  wish = g_new0 (Wish, 1);
  wish->window = g_object_ref (HBK_MAIN_WINDOW (window));
  wish->request = hbk_request_ref (request);
  wish->operation = busy != NULL ? hbk_operation_new (busy) : NULL;
  wish->performed = performed;
  wish->user_data = user_data;
  send_wish (wish);
}

/**
 * hbk_perform:
 * @from: the widget that asks
 * @request: (transfer full): what is asked for
 *
 * Does what a person asked for, and tells them.
 */
void
hbk_perform (GtkWidget *from, HbkRequest *request)
{
  hbk_perform_then (from, request, NULL, NULL, NULL);
  hbk_request_unref (request);
}

/**
 * hbk_perform_tell:
 * @from: a widget of the window
 * @step: what was done
 *
 * Tells the person what was done, with a way to undo it.
 */
void
hbk_perform_tell (GtkWidget *from, const HbkJournalStep *step)
{
  GtkWidget *window = gtk_widget_get_ancestor (from, HBK_TYPE_MAIN_WINDOW);

  g_return_if_fail (window != NULL && step != NULL);

  if (step->number != 0)
    show_step (HBK_MAIN_WINDOW (window), step);
  else
    hbk_perform_toast (from, _("Nothing had to be changed."));
}

/**
 * hbk_perform_toast:
 * @from: a widget of the window
 * @text: a short sentence; never markup
 *
 * Tells the person something in passing.
 */
void
hbk_perform_toast (GtkWidget *from, const char *text)
{
  GtkWidget *window = gtk_widget_get_ancestor (from, HBK_TYPE_MAIN_WINDOW);

  g_return_if_fail (window != NULL);

  hbk_main_window_show_toast (HBK_MAIN_WINDOW (window), toast_new (text));
}

/**
 * hbk_perform_show_toast:
 * @from: a widget of the window
 * @toast: (transfer full): what to tell
 *
 * Tells the person something in passing, to which they may want to do something.
 */
void
hbk_perform_show_toast (GtkWidget *from, AdwToast *toast)
{
  GtkWidget *window = gtk_widget_get_ancestor (from, HBK_TYPE_MAIN_WINDOW);

  g_return_if_fail (window != NULL && ADW_IS_TOAST (toast));

  hbk_main_window_show_toast (HBK_MAIN_WINDOW (window), toast);
}

/**
 * hbk_perform_report:
 * @from: a widget of the window
 * @heading: what did not work, in a few words
 * @error: why
 *
 * Tells the person that something did not work: what happened, and that nothing was lost. A sentence that asks for nothing comes as a toast.
 */
void
hbk_perform_report (GtkWidget *from, const char *heading, const GError *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, HBK_ERROR, HBK_ERROR_NOT_FOUND))
    {
      hbk_perform_toast (from, error->message);
      return;
    }

  dialog = adw_alert_dialog_new (heading, NULL);
  adw_alert_dialog_set_body_use_markup (ADW_ALERT_DIALOG (dialog), FALSE);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), "%s\n\n%s", error->message, _("Everything stored before is safe."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, from);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_perform (widget, hbk_request_new_undo ());
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_perform (widget, hbk_request_new_redo ());
}

void
hbk_main_window_install_requests (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
}
