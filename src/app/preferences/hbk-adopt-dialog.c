/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/preferences/hbk-adopt-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/widgets/hbk-plain-row.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-words.h"

/* A question on the way. */
typedef struct
{
  GtkWidget *from;
  HbkState  *state;
  int        year;
} Question;

/* What the thread needs. */
typedef struct
{
  HbkState *state;
  int       year;
} Job;

static void
question_free (Question *question)
{
  g_object_unref (question->from);
  hbk_state_unref (question->state);
  g_free (question);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  hbk_state_unref (job->state);
  g_free (job);
}

static gpointer
assess_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  const Job *job = data;

  return hbk_basis_assess_newer (hbk_state_lookup_year (job->state, job->year)->basis, job->state->today);
}

static GtkWidget *
make_row (const char *title, const char *revision, const HbkYearResult *result)
{
  g_autofree char *figures = hbk_words_hours (result->credited);
  /* Translators: the version of rules, hours of a year by them, and what the year comes to in a word */
  g_autofree char *words = g_strdup_printf (C_("adopt", "Version %1$s: %2$s · %3$s"), revision, figures, hbk_words_verdict (result->verdict));

  return hbk_plain_row_new_with (ADW_TYPE_ACTION_ROW, title, words, "subtitle-lines", 0, NULL);
}

static GtkWidget *
make_comparison (const HbkStateYear *year, const HbkYearResult *newer)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), make_row (_("By the rules of then"), year->basis->pack->revision, year->result));
  gtk_list_box_append (GTK_LIST_BOX (list), make_row (_("By the rules of now"), year->basis->newer->revision, newer));

  return list;
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, Question *question)
{
  if (g_strcmp0 (response, "adopt") == 0)
    hbk_perform (question->from, hbk_request_new_adopt_rules (question->year));
  question_free (question);
}

static void
ask (Question *question, const HbkYearResult *newer)
{
  g_autofree char *heading = g_strdup_printf (_("Go Over to Newer Rules for %d?"), question->year);
  AdwAlertDialog  *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, _("The year is closed and keeps the rules that held when it ended, unless you decide otherwise.")));

  adw_alert_dialog_set_extra_child (dialog, make_comparison (hbk_state_lookup_year (question->state, question->year), newer));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Keep"), "adopt", _("_Go Over"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "adopt", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), question);
  adw_dialog_present (ADW_DIALOG (dialog), question->from);
}

static void
assessed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HbkAssessment) newer = hbk_session_run_finish (HBK_SESSION (source), result, &error);
  const HbkYearResult *year = newer != NULL ? hbk_assessment_lookup_year (newer, question->year) : NULL;

  if (year != NULL)
    {
      ask (question, year);
      return;
    }

  if (error != NULL)
    hbk_perform_report (question->from, _("The Newer Rules Could Not Be Read"), error);
  else
    hbk_perform_toast (question->from, _("There are no newer rules for this year."));
  question_free (question);
}

/**
 * hbk_adopt_dialog_present:
 * @from: a widget of the window
 * @session: the session
 * @year: a year that is closed
 *
 * Shows what a year comes to by the rules of then and of now, and asks which shall hold.
 */
void
hbk_adopt_dialog_present (GtkWidget *from, HbkSession *session, int year)
{
  HbkState           *state;
  const HbkStateYear *found;
  Question           *question;
  Job                *job;

  g_return_if_fail (GTK_IS_WIDGET (from) && HBK_IS_SESSION (session));

  state = hbk_session_get_state (session);
  found = state != NULL ? hbk_state_lookup_year (state, year) : NULL;
  if (found == NULL)
    return;

  question = g_new0 (Question, 1);
  question->from = g_object_ref (from);
  question->state = hbk_state_ref (state);
  question->year = year;
  job = g_new0 (Job, 1);
  job->state = hbk_state_ref (state);
  job->year = year;
  hbk_session_run_async (session, "assess by newer rules", assess_job, job, job_free, (GDestroyNotify) hbk_assessment_unref, NULL, assessed_cb, question);
}
