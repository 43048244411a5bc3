/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-evidence-page-private.h"

#include <glib/gi18n.h>

#include "app/evidence/hbk-inbox-row.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/* More of them are in the grid. */
#define MAX_ROWS 5
/* The size in which the rows show them, so that what is read here is what is shown there. */
#define SIDE 78

/* ---- Suggestions, which are worked out in another thread ---- */

typedef struct
{
  HbkState   *state;
  GStrv       sha256s;
  GHashTable *texts;
  guint64     number;
} Question;

typedef struct
{
  char                *sha256;
  HbkRecord           *record;
  HbkSuggestionReasons reasons;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  hbk_state_unref (question->state);
  g_strfreev (question->sha256s);
  g_hash_table_unref (question->texts);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->sha256);
  g_object_unref (answer->record);
  g_free (answer);
}

static void
find_answers (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (HbkFileSuggester) suggester = hbk_file_suggester_new (question->state);
  GPtrArray *answers = g_ptr_array_new_with_free_func (answer_free);

  for (guint i = 0; question->sha256s[i] != NULL; i++)
    {
      const char       *sha256 = question->sha256s[i];
      HbkFileSuggestion suggestion;
      Answer           *answer;

      if (!hbk_file_suggester_suggest (suggester, hbk_state_lookup_file (question->state, sha256), g_hash_table_lookup (question->texts, sha256), &suggestion))
        continue;
      answer = g_new0 (Answer, 1);
      answer->sha256 = g_strdup (sha256);
      answer->record = g_object_ref (suggestion.record);
      answer->reasons = suggestion.reasons;
      g_ptr_array_add (answers, answer);
    }
  g_task_return_pointer (task, answers, (GDestroyNotify) g_ptr_array_unref);
}

static const Answer *
find_answer (GPtrArray *answers, const char *sha256)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = g_ptr_array_index (answers, i);

      if (g_str_equal (answer->sha256, sha256))
        return answer;
    }

  return NULL;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (source);
  Question        *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) answers = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Another question has been asked meanwhile. */
  if (answers == NULL || question->number != self->asked || self->inbox_rows == NULL)
    return;

  for (guint i = 0; i < self->inbox_rows->len; i++)
    {
      HbkInboxRow           *row = g_ptr_array_index (self->inbox_rows, i);
      const Answer          *answer = find_answer (answers, hbk_inbox_row_get_sha256 (row));
      const HbkEvidenceFile *file = hbk_state_lookup_file (question->state, hbk_inbox_row_get_sha256 (row));
      HbkFileSuggestion      suggestion;
      const char            *document = NULL;

      if (file != NULL && file->document != NULL)
        document = hbk_value_words_document (question->state->vocabulary, file->document, hbk_locale_get_language ());
      if (answer != NULL)
        suggestion = (HbkFileSuggestion) { answer->record, answer->reasons };
      hbk_inbox_row_suggest (row, answer != NULL ? &suggestion : NULL, document);
    }
}

static GHashTable *
copy_texts (HbkEvidencePage *self)
{
  GHashTable    *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer       sha256, text;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &sha256, &text))
    g_hash_table_insert (texts, g_strdup (sha256), g_strdup (text));

  return texts;
}

static void
ask (HbkEvidencePage *self, HbkState *state)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, answered_cb, NULL);
  g_autoptr (GStrvBuilder) sha256s = g_strv_builder_new ();
  Question *question;

  for (guint i = 0; i < self->inbox_rows->len; i++)
    g_strv_builder_add (sha256s, hbk_inbox_row_get_sha256 (g_ptr_array_index (self->inbox_rows, i)));
  question = g_new0 (Question, 1);
  question->state = hbk_state_ref (state);
  question->sha256s = g_strv_builder_end (sha256s);
  question->texts = copy_texts (self);
  question->number = ++self->asked;
  g_task_set_source_tag (task, ask);
  g_task_set_static_name (task, "suggest records");
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_answers);
}

/* ---- What stands in the files ---- */

typedef struct
{
  HbkEvidencePage *page;
  char            *sha256;
} Reading;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (HbkInspection) inspection = hbk_thumbnailer_load_finish (HBK_THUMBNAILER (source), result, NULL);
  g_autoptr (HbkEvidencePage) self = reading->page;
  const char *text = inspection != NULL ? hbk_inspection_get_text (inspection) : NULL;
  HbkState   *state = hbk_page_get_state (HBK_PAGE (self));

  if (text != NULL && self->texts != NULL && state != NULL)
    {
      g_hash_table_insert (self->texts, g_strdup (reading->sha256), g_strdup (text));
      ask (self, state);
    }
  g_free (reading->sha256);
  g_free (reading);
}

static void
read_files (HbkEvidencePage *self)
{
  HbkThumbnailer *thumbnailer = hbk_session_get_thumbnailer (hbk_page_get_session (HBK_PAGE (self)));
  int             scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  for (guint i = 0; i < self->inbox_rows->len; i++)
    {
      const char *sha256 = hbk_inbox_row_get_sha256 (g_ptr_array_index (self->inbox_rows, i));
      Reading    *reading;

      if (g_hash_table_contains (self->texts, sha256))
        continue;
      reading = g_new0 (Reading, 1);
      reading->page = g_object_ref (self);
      reading->sha256 = g_strdup (sha256);
      hbk_thumbnailer_load_async (thumbnailer, sha256, 1, (guint) (SIDE * scale), self->inbox_cancellable, read_cb, reading);
    }
}

/* ---- Rows ---- */

static GPtrArray *
list_loose (HbkState *state)
{
  GPtrArray *loose = g_ptr_array_new ();

  for (guint i = 0; i < state->files->len; i++)
    {
      HbkEvidenceFile *file = g_ptr_array_index (state->files, i);
      GPtrArray       *records = hbk_state_get_records_of_file (state, file->sha256);

      if (records == NULL || records->len == 0)
        g_ptr_array_add (loose, file);
    }

  return loose;
}

static gboolean
is_shown (HbkEvidencePage *self, GPtrArray *loose)
{
  if (self->inbox_rows->len != MIN (loose->len, MAX_ROWS))
    return FALSE;

  for (guint i = 0; i < self->inbox_rows->len; i++)
    {
      const HbkEvidenceFile *file = g_ptr_array_index (loose, i);

      if (!g_str_equal (hbk_inbox_row_get_sha256 (g_ptr_array_index (self->inbox_rows, i)), file->sha256))
        return FALSE;
    }

  return TRUE;
}

static void
rebuild (HbkEvidencePage *self, GPtrArray *loose)
{
  for (guint i = 0; i < self->inbox_rows->len; i++)
    adw_preferences_group_remove (self->inbox_group, g_ptr_array_index (self->inbox_rows, i));
  g_ptr_array_set_size (self->inbox_rows, 0);
  for (guint i = 0; i < MIN (loose->len, MAX_ROWS); i++)
    {
      GtkWidget *row = hbk_inbox_row_new (hbk_page_get_session (HBK_PAGE (self)), g_ptr_array_index (loose, i));

      g_object_bind_property (self, "collapsed", row, "collapsed", G_BINDING_SYNC_CREATE);
      adw_preferences_group_add (self->inbox_group, row);
      g_ptr_array_add (self->inbox_rows, row);
    }
}

static void
update_more_row (HbkEvidencePage *self, guint n_more)
{
  g_autofree char *title = NULL;

  g_object_ref (self->more_row);
  if (gtk_widget_get_parent (self->more_row) != NULL)
    adw_preferences_group_remove (self->inbox_group, self->more_row);
  if (n_more > 0)
    {
      title = g_strdup_printf (ngettext ("%u More File", "%u More Files", n_more), n_more);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), title);
      adw_preferences_group_add (self->inbox_group, self->more_row);
    }
  g_object_unref (self->more_row);
}

void
hbk_evidence_page_update_inbox (HbkEvidencePage *self, HbkState *state)
{
  g_autoptr (GPtrArray) loose = list_loose (state);
  gboolean is_searching = *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->inbox_group), loose->len > 0 && !self->is_selecting && !is_searching);
  if (!is_shown (self, loose))
    {
      rebuild (self, loose);
      read_files (self);
    }
  update_more_row (self, loose->len > MAX_ROWS ? loose->len - MAX_ROWS : 0);
  if (self->inbox_rows->len > 0)
    ask (self, state);
}

/* Who selects or searches, does so in the grid. */
static void
use_changed_cb (HbkEvidencePage *self)
{
  HbkState *state = hbk_page_get_state (HBK_PAGE (self));

  if (state != NULL)
    hbk_evidence_page_update_inbox (self, state);
}

void
hbk_evidence_page_init_inbox (HbkEvidencePage *self)
{
  self->inbox_rows = g_ptr_array_new ();
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->inbox_cancellable = g_cancellable_new ();
  self->more_row = g_object_ref_sink (adw_button_row_new ());
  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (self->more_row), "go-next-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->more_row), "evidence.show-unassigned");
  gtk_widget_set_visible (GTK_WIDGET (self->inbox_group), FALSE);
  g_signal_connect (self, "notify::selecting", G_CALLBACK (use_changed_cb), NULL);
  g_signal_connect_swapped (self->search_entry, "search-changed", G_CALLBACK (use_changed_cb), self);
}

void
hbk_evidence_page_dispose_inbox (HbkEvidencePage *self)
{
  g_cancellable_cancel (self->inbox_cancellable);
  g_clear_object (&self->inbox_cancellable);
  g_clear_pointer (&self->inbox_rows, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_object (&self->more_row);
}
