/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/history/hbk-trash-dialog.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-plain-row.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-date-words.h"
#include "words/hbk-locale.h"
#include "words/hbk-value-words.h"

/**
 * HbkTrashDialog:
 *
 * What was removed, the latest first, to be restored one by one or several at once.
 */
struct _HbkTrashDialog
{
  AdwDialog parent_instance;

  GtkStack     *stack;
  GtkListBox   *list;
  GtkWidget    *old_group;
  GtkWidget    *all_button;
  GtkActionBar *action_bar;
  GtkButton    *restore_button;

  HbkSession   *session;
  GSignalGroup *session_signals;
  GPtrArray    *checks; /* GtkCheckButton of each row, named by the id of what it selects */
};

G_DEFINE_FINAL_TYPE (HbkTrashDialog, hbk_trash_dialog, ADW_TYPE_DIALOG)

/* ---- Rows ---- */

static void toggled_cb (HbkTrashDialog *self);

static char *
dup_restore_id (const HbkTrashEntry *entry)
{
  return entry->record != NULL ? g_strdup (hbk_record_get_id (entry->record)) : hbk_evidence_file_dup_serial (entry->file);
}

static void
restore_cb (HbkTrashDialog *self, GtkButton *button)
{
  const char *ids[] = { gtk_widget_get_name (GTK_WIDGET (button)), NULL };

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  hbk_perform (GTK_WIDGET (self), hbk_request_new_restore (ids));
}

static char *
name_entry (const HbkTrashEntry *entry)
{
  const char *title = entry->record != NULL ? hbk_record_get_title (entry->record) : entry->file->name;

  return g_strdup (title != NULL && *title != '\0' ? title : _("Untitled record"));
}

/* For how long it is sure to stay. */
static char *
describe_stay (const HbkTrashEntry *entry)
{
  guint days = (guint) MAX (entry->days_left, 0);

  if (days == 0)
    return g_strdup (_("goes when the trash is emptied"));

  return g_strdup_printf (ngettext ("stays at least %u more day", "stays at least %u more days", days), days);
}

static char *
describe_entry (const HbkTrashEntry *entry, const HbkVocabulary *vocabulary)
{
  g_autofree char *time = hbk_value_words_time (entry->removed);
  g_autofree char *stay = describe_stay (entry);
  g_autofree char *what = NULL;

  if (entry->record != NULL)
    {
      const char      *activity = hbk_value_words_activity (vocabulary, hbk_record_get_activity (entry->record), hbk_locale_get_language ());
      g_autofree char *period = hbk_words_period_full (hbk_record_get_start (entry->record), hbk_record_get_end (entry->record));

      what = g_strdup_printf ("%s · %s", activity, period);
    }
  else
    {
      g_autofree char *serial = hbk_evidence_file_dup_serial (entry->file);

      /* Translators: the serial number of a file */
      what = g_strdup_printf (_("File %s"), serial);
    }

  /* Translators: what was removed, when that was, and how long it stays in the trash */
  return g_strdup_printf (_("%1$s\nRemoved %2$s · %3$s"), what, time, stay);
}

static GtkWidget *
make_check (HbkTrashDialog *self, const char *title, const char *id)
{
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: the title of what can be restored together with others */
  g_autofree char *label = g_strdup_printf (_("Select “%s”"), title);

  gtk_widget_set_name (check, id);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);

  return check;
}

static GtkWidget *
make_button (HbkTrashDialog *self, const char *title, const char *id)
{
  GtkWidget *button = gtk_button_new_with_label (_("Restore"));
  /* Translators: the title of what is restored */
  g_autofree char *label = g_strdup_printf (_("Restore “%s”"), title);

  gtk_widget_set_name (button, id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_row (HbkTrashDialog *self, const HbkTrashEntry *entry, const HbkVocabulary *vocabulary)
{
  g_autofree char *title = name_entry (entry);
  g_autofree char *subtitle = describe_entry (entry, vocabulary);
  g_autofree char *id = dup_restore_id (entry);
  GtkWidget       *row = hbk_plain_row_new (title, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_check (self, title, id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, title, id));

  return row;
}

/* ---- Several ---- */

static char **
dup_selected (HbkTrashDialog *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    {
      if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        g_strv_builder_add (ids, gtk_widget_get_name (g_ptr_array_index (self->checks, i)));
    }

  return g_strv_builder_end (ids);
}

static void
toggled_cb (HbkTrashDialog *self)
{
  g_auto (GStrv) ids = dup_selected (self);
  guint            n = g_strv_length (ids);
  g_autofree char *label = g_strdup_printf (ngettext ("_Restore %u Selected", "_Restore %u Selected", n), n);

  gtk_button_set_label (self->restore_button, label);
  gtk_action_bar_set_revealed (self->action_bar, n > 0);
}

static void
restore_selected_cb (HbkTrashDialog *self)
{
  g_auto (GStrv) ids = dup_selected (self);

  gtk_action_bar_set_revealed (self->action_bar, FALSE);
  hbk_perform (GTK_WIDGET (self), hbk_request_new_restore ((const char *const *) ids));
}

static void
select_all_cb (HbkTrashDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), TRUE);
}

/* ---- Loading ---- */

static gpointer
list_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  return hbk_workspace_list_trash (workspace, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkTrashDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = hbk_session_run_finish (HBK_SESSION (source), result, &error);
  HbkState *state = hbk_session_get_state (HBK_SESSION (source));
  gboolean  has_old = FALSE;

  if (state == NULL)
    return;
  if (entries == NULL)
    {
      if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
        hbk_perform_report (GTK_WIDGET (self), _("The Trash Could Not Be Read"), error);
      return;
    }

  g_ptr_array_set_size (self->checks, 0);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < entries->len; i++)
    {
      const HbkTrashEntry *entry = g_ptr_array_index (entries, i);

      has_old |= entry->days_left == 0;
      gtk_list_box_append (self->list, make_row (self, entry, state->vocabulary));
    }
  gtk_widget_set_visible (self->old_group, has_old);
  gtk_widget_set_visible (self->all_button, entries->len > 1);
  gtk_action_bar_set_revealed (self->action_bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
}

static void
load_cb (HbkTrashDialog *self)
{
  if (hbk_session_get_state (self->session) != NULL)
    hbk_session_run_async (self->session, "list the trash", list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, listed_cb, g_object_ref (self));
}

/* ---- Emptying ---- */

static gpointer
empty_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  guint n_records = 0, n_files = 0;

  if (!hbk_workspace_empty_trash (workspace, &n_records, &n_files, error))
    return NULL;

  return g_strdup_printf (ngettext ("%u thing was removed for good", "%u things were removed for good", n_records + n_files), n_records + n_files);
}

static void
emptied_cb (gpointer result, const GError *error, gpointer user_data)
{
  g_autoptr (HbkTrashDialog) self = user_data;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (error != NULL)
    hbk_perform_report (GTK_WIDGET (self), _("The Trash Could Not Be Emptied"), error);
  else
    hbk_perform_toast (GTK_WIDGET (self), result);
  hbk_session_refresh (self->session);
  load_cb (self);
}

static void
empty_confirmed_cb (AdwAlertDialog *dialog, const char *response, HbkTrashDialog *self)
{
  if (g_str_equal (response, "empty"))
    hbk_perform_job (GTK_WIDGET (self), "empty the trash", _("Emptying the trash…"), empty_job, NULL, NULL, g_free, emptied_cb, g_object_ref (self));
}

/* The one thing that cannot be undone is asked about. */
static void
empty_cb (HbkTrashDialog *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Remove for Good?"), _("What has been in the trash for more than 90 days is removed, and cannot be restored.")));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "empty", _("_Remove for Good"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "empty", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (empty_confirmed_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* ---- Object ---- */

static void
hbk_trash_dialog_dispose (GObject *object)
{
  HbkTrashDialog *self = HBK_TRASH_DIALOG (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (hbk_trash_dialog_parent_class)->dispose (object);
}

static void
hbk_trash_dialog_class_init (HbkTrashDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hbk_trash_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-trash-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkTrashDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkTrashDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HbkTrashDialog, old_group);
  gtk_widget_class_bind_template_child (widget_class, HbkTrashDialog, all_button);
  gtk_widget_class_bind_template_child (widget_class, HbkTrashDialog, action_bar);
  gtk_widget_class_bind_template_child (widget_class, HbkTrashDialog, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, empty_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_all_cb);
}

static void
hbk_trash_dialog_init (HbkTrashDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
  self->session_signals = g_signal_group_new (HBK_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::state", G_CALLBACK (load_cb), self);
}

/**
 * hbk_trash_dialog_present:
 * @parent: a widget of the window
 * @session: the session
 *
 * Shows what lies in the trash.
 */
void
hbk_trash_dialog_present (GtkWidget *parent, HbkSession *session)
{
  HbkTrashDialog *self = g_object_new (HBK_TYPE_TRASH_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_group_set_target (self->session_signals, session);
  load_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
