/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/transfer/hbk-import-dialog.h"

#include <glib/gi18n.h>

#include "app/transfer/hbk-import-columns-group.h"
#include "app/transfer/hbk-title-list.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/**
 * HbkImportDialog:
 *
 * What a file would do to the library, before it does it. A table is read by its columns, which the person can correct.
 */
struct _HbkImportDialog
{
  AdwDialog parent_instance;

  GtkWidget             *import_button;
  GtkStack              *stack;
  GtkLabel              *failure_label;
  AdwActionRow          *what_row;
  GtkImage              *what_image;
  AdwPreferencesGroup   *records_group;
  AdwPreferencesGroup   *conflict_group;
  AdwComboRow           *conflict_row;
  AdwPreferencesGroup   *problem_group;
  GtkWidget             *columns_holder;
  HbkImportColumnsGroup *columns_group;

  HbkSession *session;
  char       *path;
  HbkImport  *import;
  guint       stamp; /* of the preview that was asked for last */
};

G_DEFINE_FINAL_TYPE (HbkImportDialog, hbk_import_dialog, ADW_TYPE_DIALOG)

/* ---- Preparing ---- */

typedef struct
{
  char    *path;
  char   **columns;
  char   **defaults;
  gboolean wants_targets;
} Wish;

typedef struct
{
  HbkImport *import;
  GPtrArray *targets;
} Answer;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->path);
  g_strfreev (wish->columns);
  g_strfreev (wish->defaults);
  g_free (wish);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->import, hbk_import_free);
  g_clear_pointer (&answer->targets, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
prepare_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Wish            *wish = data;
  HbkImportOptions options = { .columns = wish->columns, .defaults = wish->defaults, .language = hbk_locale_get_language () };
  HbkImport       *import = hbk_workspace_prepare_import (workspace, wish->path, &options, error);
  Answer          *answer;

  if (import == NULL)
    return NULL;

  answer = g_new0 (Answer, 1);
  answer->import = import;
  if (wish->wants_targets && import->columns->len > 0)
    answer->targets = hbk_workspace_list_import_targets (workspace, options.language, NULL);

  return answer;
}

/* ---- Showing ---- */

static void
add_records (HbkImportDialog *self, AdwPreferencesGroup *group, const char *heading, GPtrArray *records)
{
  const HbkVocabulary *vocabulary = hbk_session_get_state (self->session)->vocabulary;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) subtitles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      HbkRecord       *record = g_ptr_array_index (records, i);
      g_autofree char *period = hbk_words_period_full (hbk_record_get_start (record), hbk_record_get_end (record));
      const char      *title = hbk_record_get_title (record);

      g_ptr_array_add (titles, g_strdup (title != NULL && *title != '\0' ? title : _("Untitled record")));
      g_ptr_array_add (subtitles, g_strdup_printf ("%s · %s", period, hbk_value_words_activity (vocabulary, hbk_record_get_activity (record), hbk_locale_get_language ())));
    }
  hbk_title_list_add (group, heading, titles, subtitles);
}

/* Answers about the person are taken over too, and so are shown. */
static void
add_answers (HbkImportDialog *self, const HbkFacts *answers)
{
  const HbkVocabulary *vocabulary = hbk_session_get_state (self->session)->vocabulary;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) subtitles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; answers != NULL && i < hbk_facts_get_n (answers); i++)
    {
      const char        *id;
      const HbkValue    *value = hbk_facts_nth (answers, i, &id);
      const HbkFactSpec *spec = hbk_vocabulary_lookup_attribute (vocabulary, id);

      g_ptr_array_add (titles, g_strdup (hbk_value_words_attribute (id, spec, hbk_locale_get_language ())));
      g_ptr_array_add (subtitles, hbk_value_words (value, spec, hbk_locale_get_language ()));
    }
  hbk_title_list_add (self->records_group, _("Answers about you that the library has not"), titles, subtitles);
}

static gboolean
has_work (const HbkImport *import)
{
  return import->adds->len + import->changes->len + import->conflicts->len > 0 || (import->profile != NULL && hbk_facts_get_n (import->profile) > 0) || import->n_files > 0;
}

static void
show_counts (HbkImportDialog *self, const HbkImport *import)
{
  hbk_title_list_clear (self->records_group);
  add_records (self, self->records_group, _("New records"), import->adds);
  add_records (self, self->records_group, _("Records that the file changes"), import->changes);
  add_answers (self, import->profile);
  hbk_title_list_add_count (self->records_group, _("Evidence files beside it, which are copied in"), import->n_files);
  hbk_title_list_add_count (self->records_group, _("Records that are in the library just like this"), import->n_same);
  if (hbk_import_columns_group_lacks_activity (self->columns_group))
    hbk_title_list_add_remark (self->records_group, _("First say below which activity these rows are."));
  else if (!has_work (import) && import->n_same == 0)
    hbk_title_list_add_remark (self->records_group, _("There is nothing in the file to take over."));
}

static void
show_conflicts (HbkImportDialog *self, const HbkImport *import)
{
  hbk_title_list_clear (self->conflict_group);
  add_records (self, self->conflict_group, _("Records"), import->conflicts);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_group), import->conflicts->len > 0);
}

/* Where it is and what to do about it, as far as either is known. */
static char *
describe_problem (const HbkProblem *problem)
{
  int              line = hbk_problem_get_line (problem);
  g_autofree char *place = line > 0 ? g_strdup_printf (_("Line %d"), line) : g_strdup (hbk_problem_get_path (problem));
  const char      *action = hbk_problem_get_action (problem);

  if (place == NULL || action == NULL)
    return place != NULL ? g_steal_pointer (&place) : g_strdup (action);

  return g_strdup_printf ("%s · %s", place, action);
}

static void
show_problems (HbkImportDialog *self, const HbkImport *import)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) subtitles = g_ptr_array_new_with_free_func (g_free);
  gboolean is_told = hbk_import_columns_group_lacks_activity (self->columns_group);

  hbk_title_list_clear (self->problem_group);
  for (guint i = 0; i < hbk_problems_get_n (import->problems); i++)
    {
      const HbkProblem *problem = hbk_problems_get (import->problems, i);

      g_ptr_array_add (titles, g_strdup (hbk_problem_get_what (problem)));
      g_ptr_array_add (subtitles, describe_problem (problem));
    }
  hbk_title_list_add (self->problem_group, _("Problems"), titles, subtitles);
  hbk_title_list_add_count (self->problem_group, _("More problems"), hbk_problems_get_n_dropped (import->problems));
  gtk_widget_set_visible (GTK_WIDGET (self->problem_group), titles->len > 0 && !is_told);
}

static void
update_button (HbkImportDialog *self)
{
  const HbkImport *import = self->import;
  gboolean         is_decided = import != NULL && (import->conflicts->len == 0 || adw_combo_row_get_selected (self->conflict_row) > 0);

  gtk_widget_set_sensitive (self->import_button, is_decided && has_work (import));
}

static void
show_import (HbkImportDialog *self, Answer *answer)
{
  HbkImport *import = answer->import;
  g_auto (GStrv) what = g_strsplit (import->what, "\n", 2);
  g_autofree char *name = g_path_get_basename (import->path);
  g_autofree char *shown = g_filename_display_name (name);

  g_clear_pointer (&self->import, hbk_import_free);
  self->import = g_steal_pointer (&answer->import);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->what_row), shown);
  adw_action_row_set_subtitle (self->what_row, what[0]);
  gtk_image_set_from_icon_name (self->what_image, import->columns->len > 0 ? "x-office-spreadsheet-symbolic" : "x-office-document-symbolic");
  if (answer->targets != NULL && !hbk_import_columns_group_is_filled (self->columns_group))
    hbk_import_columns_group_fill (self->columns_group, import->columns, answer->targets, hbk_session_get_state (self->session)->vocabulary);
  gtk_widget_set_visible (self->columns_holder, hbk_import_columns_group_is_filled (self->columns_group));
  show_counts (self, import);
  show_conflicts (self, import);
  show_problems (self, import);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  update_button (self);
}

static void
fail (HbkImportDialog *self, const GError *error)
{
  const char      *message = error->message;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  /* Where the file lies the person knows: they have just chosen it. */
  if (g_str_has_prefix (message, self->path))
    text = g_strconcat (shown, message + strlen (self->path), NULL);
  gtk_label_set_text (self->failure_label, text != NULL ? text : message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_visible (self->import_button, FALSE);
}

/* ---- Asking ---- */

typedef struct
{
  HbkImportDialog *dialog;
  guint            stamp;
} Question;

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (HbkImportDialog) self = question->dialog;
  g_autoptr (GError) error = NULL;
  Answer *answer = hbk_session_run_finish (HBK_SESSION (source), result, &error);

  if (question->stamp == self->stamp && answer != NULL)
    {
      show_import (self, answer);
    }
  else if (question->stamp == self->stamp)
    {
      fail (self, error);
    }
  if (answer != NULL)
    answer_free (answer);
}

static void
prepare (HbkImportDialog *self)
{
  Wish     *wish = g_new0 (Wish, 1);
  Question *question = g_new0 (Question, 1);
  gboolean  is_filled = hbk_import_columns_group_is_filled (self->columns_group);

  wish->path = g_strdup (self->path);
  wish->wants_targets = !is_filled;
  wish->columns = is_filled ? hbk_import_columns_group_dup_columns (self->columns_group) : NULL;
  wish->defaults = is_filled ? hbk_import_columns_group_dup_defaults (self->columns_group) : NULL;
  question->dialog = g_object_ref (self);
  question->stamp = ++self->stamp;
  hbk_session_run_async (self->session, "preview an import", prepare_job, wish, wish_free, answer_free, NULL, prepared_cb, question);
}

static void
columns_changed_cb (HbkImportDialog *self)
{
  gtk_widget_set_sensitive (self->import_button, FALSE);
  prepare (self);
}

static void
choice_changed_cb (HbkImportDialog *self)
{
  update_button (self);
}

/* ---- Importing ---- */

typedef struct
{
  HbkImport        *import;
  HbkConflictChoice choice;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  hbk_import_free (order->import);
  g_free (order);
}

static gpointer
confirm_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Order *order = data;

  return hbk_workspace_confirm_import (workspace, order->import, order->choice, NULL, error);
}

static void
imported_cb (gpointer result, const GError *error, gpointer user_data)
{
  g_autoptr (HbkImportDialog) self = user_data;
  HbkJournalStep *step = result;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (error != NULL)
    {
      fail (self, error);
      return;
    }

  hbk_perform_tell (GTK_WIDGET (self), step);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
import_cb (HbkImportDialog *self)
{
  static const HbkConflictChoice choices[] = { HBK_CONFLICT_ASK, HBK_CONFLICT_KEEP, HBK_CONFLICT_REPLACE, HBK_CONFLICT_BOTH };
  Order                         *order = g_new0 (Order, 1);

  order->import = g_steal_pointer (&self->import);
  order->choice = choices[MIN (adw_combo_row_get_selected (self->conflict_row), G_N_ELEMENTS (choices) - 1)];
  gtk_widget_set_sensitive (self->import_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  hbk_perform_job (GTK_WIDGET (self), "import a file", _("Importing…"), confirm_job, order, order_free, (GDestroyNotify) hbk_journal_step_free, imported_cb, g_object_ref (self));
}

static void
cancel_cb (HbkImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- Object ---- */

static void
hbk_import_dialog_finalize (GObject *object)
{
  HbkImportDialog *self = HBK_IMPORT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->import, hbk_import_free);
  g_free (self->path);

  G_OBJECT_CLASS (hbk_import_dialog_parent_class)->finalize (object);
}

static void
hbk_import_dialog_class_init (HbkImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_import_dialog_finalize;

  g_type_ensure (HBK_TYPE_IMPORT_COLUMNS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, what_row);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, what_image);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, records_group);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, conflict_group);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, conflict_row);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, problem_group);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, columns_holder);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, columns_group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
}

static void
hbk_import_dialog_init (HbkImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_import_dialog_present:
 * @parent: a widget of the window
 * @session: the session
 * @path: (type filename): a logbook or table
 *
 * Shows what importing a file would do, and imports it when the person says so.
 */
void
hbk_import_dialog_present (GtkWidget *parent, HbkSession *session, const char *path)
{
  HbkImportDialog *self = g_object_new (HBK_TYPE_IMPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  prepare (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
