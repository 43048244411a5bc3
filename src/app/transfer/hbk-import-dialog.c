/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/transfer/hbk-import-dialog.h"

#include <glib/gi18n.h>

#include "app/transfer/hbk-import-columns-group.h"
#include "app/transfer/hbk-import-lists.h"
#include "app/transfer/hbk-restore-dialog.h"
#include "app/transfer/hbk-title-list.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-locale.h"

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
  AdwActionRow          *error_row;
  AdwComboRow           *sheet_row;
  AdwComboRow           *encoding_row;
  AdwPreferencesGroup   *records_group;
  AdwPreferencesGroup   *conflict_group;
  AdwComboRow           *conflict_row;
  AdwPreferencesGroup   *problem_group;
  GtkWidget             *columns_holder;
  HbkImportColumnsGroup *columns_group;

  HbkSession *session;
  char       *path;
  HbkImport  *import;
  guint       stamp;        /* of the preview that was asked for last */
  gboolean    is_filling;   /* the rows change by themselves */
  gboolean    has_encoding; /* the person has said it */
};

/* In the order of the choices. */
static const char *const encodings[] = { "utf-8", "gb18030", "utf-16le", "utf-16be" };

G_DEFINE_FINAL_TYPE (HbkImportDialog, hbk_import_dialog, ADW_TYPE_DIALOG)

/* ---- Preparing ---- */

typedef struct
{
  char    *path;
  char   **columns;
  char   **defaults;
  char    *sheet;
  char    *encoding;
  gboolean wants_targets;
} Wish;

typedef struct
{
  gboolean   is_backup;
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
  g_free (wish->sheet);
  g_free (wish->encoding);
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
  HbkImportOptions options = { wish->columns, wish->defaults, wish->sheet, wish->encoding, hbk_locale_get_language () };
  Answer          *answer = g_new0 (Answer, 1);

  answer->is_backup = hbk_workspace_is_backup (workspace, wish->path);
  if (answer->is_backup)
    return answer;

  answer->import = hbk_workspace_prepare_import (workspace, wish->path, &options, error);
  if (answer->import == NULL)
    {
      answer_free (answer);
      return NULL;
    }
  if (wish->wants_targets && answer->import->columns->len > 0)
    answer->targets = hbk_workspace_list_import_targets (workspace, options.language, NULL);

  return answer;
}

/* ---- Showing ---- */

static gboolean
has_work (const HbkImport *import)
{
  return import->adds->len + import->changes->len + import->conflicts->len > 0 || (import->profile != NULL && hbk_facts_get_n (import->profile) > 0) || import->n_files > 0;
}

static void
show_counts (HbkImportDialog *self, HbkState *state, const HbkImport *import)
{
  hbk_title_list_clear (self->records_group);
  hbk_import_lists_add_records (self->records_group, state, _("New records"), import->adds);
  hbk_import_lists_add_records (self->records_group, state, _("Records that the file changes"), import->changes);
  hbk_import_lists_add_profile (self->records_group, state, import->profile);
  hbk_title_list_add_count (self->records_group, _("Evidence files beside it, which are copied in"), import->n_files);
  hbk_title_list_add_count (self->records_group, _("Records that are in the library just like this"), import->n_same);
  if (hbk_import_columns_group_lacks_activity (self->columns_group))
    hbk_title_list_add_remark (self->records_group, _("First say below which activity these rows are."));
  else if (!has_work (import) && import->n_same == 0)
    hbk_title_list_add_remark (self->records_group, _("There is nothing in the file to take over."));
}

static void
show_conflicts (HbkImportDialog *self, HbkState *state, const HbkImport *import)
{
  hbk_title_list_clear (self->conflict_group);
  hbk_import_lists_add_records (self->conflict_group, state, _("Records"), import->conflicts);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_group), import->conflicts->len > 0);
}

static void
show_problems (HbkImportDialog *self, const HbkImport *import)
{
  gboolean is_told = hbk_import_columns_group_lacks_activity (self->columns_group);

  hbk_title_list_clear (self->problem_group);
  hbk_import_lists_add_problems (self->problem_group, import);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_group), !hbk_problems_is_empty (import->problems) && !is_told);
}

/* How the file was read, where it can be read otherwise, too. */
static void
show_source (HbkImportDialog *self, const HbkImport *import)
{
  guint n_sheets = import->sheets != NULL ? g_strv_length (import->sheets) : 0;

  self->is_filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n_sheets > 1);
  if (n_sheets > 1)
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const *) import->sheets);

      adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
    }
  for (guint i = 0; i < n_sheets; i++)
    {
      if (g_strcmp0 (import->sheets[i], import->sheet) == 0)
        adw_combo_row_set_selected (self->sheet_row, i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), import->encoding != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      if (g_strcmp0 (encodings[i], import->encoding) == 0)
        adw_combo_row_set_selected (self->encoding_row, i);
    }
  self->is_filling = FALSE;
}

static void
update_button (HbkImportDialog *self)
{
  const HbkImport *import = self->import;
  gboolean         is_decided = import != NULL && (import->conflicts->len == 0 || adw_combo_row_get_selected (self->conflict_row) > 0);

  gtk_widget_set_sensitive (self->import_button, is_decided && has_work (import));
}

static void
show_import (HbkImportDialog *self, HbkState *state, Answer *answer)
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
    hbk_import_columns_group_fill (self->columns_group, import->columns, answer->targets, state->vocabulary);
  gtk_widget_set_visible (self->columns_holder, hbk_import_columns_group_is_filled (self->columns_group));
  gtk_widget_set_visible (GTK_WIDGET (self->error_row), FALSE);
  show_source (self, import);
  show_counts (self, state, import);
  show_conflicts (self, state, import);
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
  gtk_widget_set_sensitive (self->import_button, FALSE);
  /* What was read before is still there, and with it the choices that can be taken back. */
  if (self->import != NULL)
    {
      adw_action_row_set_subtitle (self->error_row, text != NULL ? text : message);
      gtk_widget_set_visible (GTK_WIDGET (self->error_row), TRUE);
      return;
    }

  gtk_label_set_text (self->failure_label, text != NULL ? text : message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_visible (self->import_button, FALSE);
}

static void
restore_instead (HbkImportDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL)
    return;

  hbk_restore_dialog_present (GTK_WIDGET (root), self->session, self->path);
  adw_dialog_force_close (ADW_DIALOG (self));
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

  if (question->stamp == self->stamp && answer == NULL)
    fail (self, error);
  else if (question->stamp == self->stamp && answer->is_backup)
    restore_instead (self);
  else if (question->stamp == self->stamp && hbk_session_get_state (self->session) != NULL)
    show_import (self, hbk_session_get_state (self->session), answer);
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
  if (gtk_widget_get_visible (GTK_WIDGET (self->sheet_row)))
    wish->sheet = g_strdup (self->import->sheets[adw_combo_row_get_selected (self->sheet_row)]);
  if (self->has_encoding)
    wish->encoding = g_strdup (encodings[adw_combo_row_get_selected (self->encoding_row)]);
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

/* Another table: its columns are guessed anew. */
static void
source_changed_cb (HbkImportDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  if (self->is_filling || self->import == NULL)
    return;

  self->has_encoding |= row == self->encoding_row;
  hbk_import_columns_group_clear (self->columns_group);
  columns_changed_cb (self);
}

static void
choice_changed_cb (HbkImportDialog *self)
{
  update_button (self);
}

/* ---- Importing ---- */

/* It goes on in the window, which tells how it went, and asks for a reason where a year was handed in. */
static void
import_cb (HbkImportDialog *self)
{
  static const HbkConflictChoice choices[] = { HBK_CONFLICT_ASK, HBK_CONFLICT_KEEP, HBK_CONFLICT_REPLACE, HBK_CONFLICT_BOTH };
  guint                          selected = MIN (adw_combo_row_get_selected (self->conflict_row), G_N_ELEMENTS (choices) - 1);
  g_autoptr (HbkRequest) request = hbk_request_new_import (self->import, choices[selected]);

  hbk_perform_then (GTK_WIDGET (self), request, _("Importing…"), NULL, NULL);
  adw_dialog_close (ADW_DIALOG (self));
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
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, error_row);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, HbkImportDialog, encoding_row);
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
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
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
