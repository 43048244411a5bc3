/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/history/hbk-trash-dialog.h"

#include <glib/gi18n.h>

#include "app/widgets/hbk-plain-row.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-value-words.h"

/**
 * HbkTrashDialog:
 *
 * What was removed, the latest first, with a button to restore each.
 */
struct _HbkTrashDialog
{
  AdwDialog parent_instance;

  GtkStack   *stack;
  GtkListBox *list;
  GtkWidget  *old_group;

  HbkSession   *session;
  GSignalGroup *session_signals;
};

G_DEFINE_FINAL_TYPE (HbkTrashDialog, hbk_trash_dialog, ADW_TYPE_DIALOG)

/* ---- Rows ---- */

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

static char *
describe_entry (const HbkTrashEntry *entry)
{
  g_autofree char *time = hbk_value_words_time (entry->removed);
  g_autofree char *serial = entry->file != NULL ? hbk_evidence_file_dup_serial (entry->file) : NULL;

  if (serial != NULL)
    /* Translators: serial number of a file, and when it was removed */
    return g_strdup_printf (_("File %1$s · removed %2$s"), serial, time);

  /* Translators: when a record was removed */
  return g_strdup_printf (_("Record · removed %s"), time);
}

static GtkWidget *
make_row (HbkTrashDialog *self, const HbkTrashEntry *entry)
{
  g_autofree char *title = name_entry (entry);
  g_autofree char *subtitle = describe_entry (entry);
  g_autofree char *id = dup_restore_id (entry);
  /* Translators: the title of what is restored */
  g_autofree char *label = g_strdup_printf (_("Restore “%s”"), title);
  GtkWidget       *row = hbk_plain_row_new (title, subtitle);
  GtkWidget       *button = gtk_button_new_with_label (_("Restore"));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_name (button, id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (entry->record != NULL ? "hbk-records-symbolic" : "mail-attachment-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
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
  gboolean has_old = FALSE;

  if (entries == NULL)
    {
      if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
        hbk_perform_report (GTK_WIDGET (self), _("The Trash Could Not Be Read"), error);
      return;
    }

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < entries->len; i++)
    {
      const HbkTrashEntry *entry = g_ptr_array_index (entries, i);

      has_old |= entry->days_left == 0;
      gtk_list_box_append (self->list, make_row (self, entry));
    }
  gtk_widget_set_visible (self->old_group, has_old);
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
  gtk_widget_class_bind_template_callback (widget_class, empty_cb);
}

static void
hbk_trash_dialog_init (HbkTrashDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
