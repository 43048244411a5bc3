/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-record-history.h"

#include <glib/gi18n.h>

#include "words/hbk-step-words.h"
#include "words/hbk-value-words.h"
#include "words/hbk-words.h"

/* More than anybody reads. */
#define N_STEPS 100

/**
 * HbkRecordHistory:
 *
 * What was done to a record. It is read from the journal when somebody wants to see it.
 */
struct _HbkRecordHistory
{
  AdwBin parent_instance;

  AdwExpanderRow *row;

  HbkSession *session;
  char       *id;
  guint64     generation;
  guint64     shown; /* the generation of the rows; 0 when there are none */
  GPtrArray  *steps; /* GtkWidget */
};

G_DEFINE_FINAL_TYPE (HbkRecordHistory, hbk_record_history, ADW_TYPE_BIN)

typedef struct
{
  HbkRecordHistory *history;
  char             *id;
  guint64           generation;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->history);
  g_free (wish->id);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static gpointer
list_steps (HbkWorkspace *workspace, gpointer id, HbkOperation *operation, GError **error)
{
  return hbk_workspace_list_steps (workspace, id, N_STEPS, error);
}

static GtkWidget *
make_row (const HbkJournalStep *step)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *clause = hbk_step_words_sentence (step);
  g_autofree char *sentence = hbk_words_capitalise (clause);
  g_autofree char *time = hbk_value_words_time (step->at);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), time);

  return row;
}

static void
clear_rows (HbkRecordHistory *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    adw_expander_row_remove (self->row, g_ptr_array_index (self->steps, i));
  g_ptr_array_set_size (self->steps, 0);
  self->shown = 0;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  HbkRecordHistory *self = wish->history;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = hbk_session_run_finish (HBK_SESSION (source), result, &error);

  /* Another record is shown by now, or the window was closed. */
  if (self->row == NULL || g_strcmp0 (wish->id, self->id) != 0)
    return;

  clear_rows (self);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      GtkWidget *row = make_row (g_ptr_array_index (steps, i));

      g_ptr_array_add (self->steps, row);
      adw_expander_row_add_row (self->row, row);
    }
  self->shown = wish->generation;
}

static void
expanded_cb (HbkRecordHistory *self)
{
  Wish *wish;

  if (!adw_expander_row_get_expanded (self->row) || self->session == NULL || self->shown == self->generation)
    return;

  wish = g_new0 (Wish, 1);
  wish->history = g_object_ref (self);
  wish->id = g_strdup (self->id);
  wish->generation = self->generation;
  hbk_session_run_async (self->session, "list the history of a record", list_steps, g_strdup (self->id), g_free, (GDestroyNotify) g_ptr_array_unref, NULL, listed_cb, wish);
}

static void
hbk_record_history_dispose (GObject *object)
{
  HbkRecordHistory *self = HBK_RECORD_HISTORY (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (hbk_record_history_parent_class)->dispose (object);
}

static void
hbk_record_history_finalize (GObject *object)
{
  g_ptr_array_unref (HBK_RECORD_HISTORY (object)->steps);

  G_OBJECT_CLASS (hbk_record_history_parent_class)->finalize (object);
}

static void
hbk_record_history_class_init (HbkRecordHistoryClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hbk_record_history_dispose;
  object_class->finalize = hbk_record_history_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-record-history.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRecordHistory, row);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
hbk_record_history_init (HbkRecordHistory *self)
{
  self->steps = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_record_history_set:
 * @self: a history
 * @session: a session
 * @id: the id of a record
 * @generation: the generation of the state that is shown
 *
 * Shows the history of a record.
 */
void
hbk_record_history_set (HbkRecordHistory *self, HbkSession *session, const char *id, guint64 generation)
{
  g_return_if_fail (HBK_IS_RECORD_HISTORY (self) && HBK_IS_SESSION (session) && id != NULL);

  g_set_object (&self->session, session);
  self->generation = generation;
  if (g_set_str (&self->id, id))
    {
      clear_rows (self);
      adw_expander_row_set_expanded (self->row, FALSE);
    }
  expanded_cb (self);
}
