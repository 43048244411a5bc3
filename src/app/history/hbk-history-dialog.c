/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/history/hbk-history-dialog.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-plain-row.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-change-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-step-words.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"

/* So many steps are shown at first, and each time more are asked for. */
#define PAGE 50
/* So many lines of one step are spelled out, or a few more. */
#define LINES_MAX 12

/**
 * HbkHistoryDialog:
 *
 * What was done to the library, step by step, with what each step changed.
 */
struct _HbkHistoryDialog
{
  AdwDialog parent_instance;

  GtkStack   *stack;
  GtkListBox *list;
  GtkWidget  *more_group;

  HbkSession   *session;
  GSignalGroup *session_signals;
  guint         limit;
};

G_DEFINE_FINAL_TYPE (HbkHistoryDialog, hbk_history_dialog, ADW_TYPE_DIALOG)

/* ---- Rows ---- */

/* Which things the step changed, and how; what the sentence says already is left out. */
static GPtrArray *
list_lines (const HbkVocabulary *vocabulary, GPtrArray *packs, const HbkJournalStep *step, guint *n_left)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  guint      i;

  for (i = 0; i < step->changes->len && lines->len < LINES_MAX; i++)
    {
      HbkChange *change = g_ptr_array_index (step->changes, i);
      g_autoptr (GPtrArray) of_one = hbk_change_words_list_of (vocabulary, packs, change, hbk_locale_get_language ());
      char *name = step->changes->len > 1 ? hbk_step_words_name (change) : NULL;

      if (name != NULL)
        g_ptr_array_add (lines, name);
      g_ptr_array_extend_and_steal (lines, g_steal_pointer (&of_one));
    }
  *n_left = step->changes->len - i;

  return lines;
}

/* All of it in one row, so that it can be copied at once. */
static GtkWidget *
make_details (GPtrArray *lines, guint n_left)
{
  g_autoptr (GString) text = g_string_new ("");
  GtkWidget *row;

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));
  if (n_left > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_left), n_left);
    }
  row = hbk_plain_row_new (text->str, NULL);
  g_object_set (row, "title-lines", 0, "title-selectable", TRUE, NULL);
  gtk_widget_add_css_class (row, "hbk-second");

  return row;
}

static GtkWidget *
make_row (const HbkVocabulary *vocabulary, GPtrArray *packs, const HbkJournalStep *step)
{
  guint            n_left;
  g_autofree char *clause = hbk_step_words_sentence_of (step, packs);
  g_autofree char *title = hbk_words_capitalise (clause);
  g_autofree char *time = hbk_value_words_time (step->at);
  g_autoptr (GPtrArray) lines = list_lines (vocabulary, packs, step, &n_left);
  GtkWidget *row = g_object_new (lines->len > 0 ? ADW_TYPE_EXPANDER_ROW : ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  /* That it is no markup is said first; see hbk_plain_row_new(). */
  g_object_set (row, "title", title, "subtitle", time, "title-lines", 0, NULL);
  if (lines->len > 0)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_details (lines, n_left));

  return row;
}

/* ---- Loading ---- */

static gpointer
list_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  return hbk_workspace_list_steps (workspace, NULL, GPOINTER_TO_UINT (data), error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkHistoryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = hbk_session_run_finish (HBK_SESSION (source), result, &error);
  g_autoptr (GPtrArray) packs = NULL;
  HbkState *state = hbk_session_get_state (HBK_SESSION (source));

  if (steps == NULL || state == NULL)
    {
      if (error != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
        hbk_perform_report (GTK_WIDGET (self), _("The History Could Not Be Read"), error);
      return;
    }

  packs = hbk_state_list_packs (state);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < MIN (steps->len, self->limit); i++)
    gtk_list_box_append (self->list, make_row (state->vocabulary, packs, g_ptr_array_index (steps, i)));
  gtk_widget_set_visible (self->more_group, steps->len > self->limit);
  gtk_stack_set_visible_child_name (self->stack, steps->len > 0 ? "list" : "empty");
}

/* One more than is shown tells whether there are more. */
static void
load_cb (HbkHistoryDialog *self)
{
  if (hbk_session_get_state (self->session) != NULL)
    hbk_session_run_async (self->session, "list the history", list_job, GUINT_TO_POINTER (self->limit + 1), NULL, (GDestroyNotify) g_ptr_array_unref, NULL, listed_cb, g_object_ref (self));
}

static void
more_cb (HbkHistoryDialog *self)
{
  self->limit += PAGE;
  load_cb (self);
}

/* ---- Object ---- */

static void
hbk_history_dialog_dispose (GObject *object)
{
  HbkHistoryDialog *self = HBK_HISTORY_DIALOG (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hbk_history_dialog_parent_class)->dispose (object);
}

static void
hbk_history_dialog_class_init (HbkHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_history_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HbkHistoryDialog, more_group);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
hbk_history_dialog_init (HbkHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->limit = PAGE;
  self->session_signals = g_signal_group_new (HBK_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::state", G_CALLBACK (load_cb), self);
}

/**
 * hbk_history_dialog_present:
 * @parent: a widget of the window
 * @session: the session
 *
 * Shows what was done to the library.
 */
void
hbk_history_dialog_present (GtkWidget *parent, HbkSession *session)
{
  HbkHistoryDialog *self = g_object_new (HBK_TYPE_HISTORY_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_group_set_target (self->session_signals, session);
  load_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
