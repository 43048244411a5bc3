/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/transfer/hbk-restore-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/transfer/hbk-title-list.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-value-words.h"

/**
 * HbkRestoreDialog:
 *
 * What restoring a backup would do, before it does it. It works with a library that cannot be opened, too.
 */
struct _HbkRestoreDialog
{
  AdwDialog parent_instance;

  GtkWidget           *restore_button;
  GtkStack            *stack;
  GtkLabel            *failure_label;
  AdwActionRow        *made_row;
  AdwActionRow        *holds_row;
  AdwPreferencesGroup *effect_group;

  HbkSession *session;
  char       *path;
  HbkRestore *restore;
  gboolean    was_damaged; /* undo knows nothing of the library that was put aside */
};

G_DEFINE_FINAL_TYPE (HbkRestoreDialog, hbk_restore_dialog, ADW_TYPE_DIALOG)

/* ---- Jobs ---- */

typedef struct
{
  char       *dir;
  char       *path;
  HbkRestore *restore;
} Order;

static Order *
order_new (HbkRestoreDialog *self)
{
  Order *order = g_new0 (Order, 1);

  order->dir = g_strdup (hbk_session_get_dir (self->session));
  order->path = g_strdup (self->path);

  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->restore, hbk_restore_free);
  g_free (order->dir);
  g_free (order->path);
  g_free (order);
}

static gpointer
prepare_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Order *order = data;

  return hbk_workspace_prepare_restore (workspace, order->dir, order->path, error);
}

static gpointer
restore_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Order *order = data;

  return hbk_workspace_confirm_restore (workspace, order->dir, order->restore, error) ? g_strdup ("") : NULL;
}

/* ---- Showing ---- */

static void
fail (HbkRestoreDialog *self, const GError *error)
{
  g_autofree char *whole = g_filename_display_name (self->path);
  g_autofree char *name = g_path_get_basename (whole);
  g_autofree char *text = g_str_has_prefix (error->message, whole) ? g_strconcat (name, error->message + strlen (whole), NULL) : g_strdup (error->message);

  /* Where the file lies the person knows: they have just chosen it. */
  gtk_label_set_text (self->failure_label, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_visible (self->restore_button, FALSE);
}

static void
show_effects (HbkRestoreDialog *self)
{
  const HbkRestore *restore = self->restore;

  hbk_title_list_add (self->effect_group, _("Records that come back"), restore->adds, NULL);
  hbk_title_list_add (self->effect_group, _("Records that become what they were"), restore->changes, NULL);
  hbk_title_list_add (self->effect_group, _("Records that go to the trash"), restore->removes, NULL);
  if (restore->is_damaged)
    hbk_title_list_add_remark (self->effect_group, _("The library cannot be read. It is put aside, not removed."));
  else if (restore->adds->len + restore->changes->len + restore->removes->len == 0)
    hbk_title_list_add_remark (self->effect_group, _("No record is different."));
  if (restore->is_profile_changed)
    hbk_title_list_add_remark (self->effect_group, _("What holds of you becomes what it was."));
  if (restore->are_readings_changed)
    hbk_title_list_add_remark (self->effect_group, _("How unclear clauses are read becomes what it was."));
}

static void
show_restore (HbkRestoreDialog *self)
{
  const HbkRestore *restore = self->restore;
  g_autofree char  *made = hbk_value_words_time (restore->made);
  g_autofree char  *records = g_strdup_printf (ngettext ("%u record", "%u records", restore->n_records), restore->n_records);
  g_autofree char  *files = g_strdup_printf (ngettext ("%u file", "%u files", restore->n_files), restore->n_files);
  /* Translators: "3 records", "1 file" */
  g_autofree char *holds = restore->is_whole ? g_strdup_printf (_("%1$s and %2$s"), records, files) : g_strdup_printf (_("%s; the evidence files stay as they are"), records);

  adw_action_row_set_subtitle (self->made_row, made);
  adw_action_row_set_subtitle (self->holds_row, holds);
  show_effects (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_widget_set_sensitive (self->restore_button, TRUE);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkRestoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->restore = hbk_session_run_finish (HBK_SESSION (source), result, &error);
  if (self->restore != NULL)
    show_restore (self);
  else
    fail (self, error);
}

static void
tell (GtkWidget *from, gboolean can_undo)
{
  AdwToast *toast = adw_toast_new (_("The backup was restored"));

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  hbk_perform_show_toast (from, toast);
}

/* The database may be another one now: it is opened anew, also when restoring failed half way. */
static void
restored_cb (gpointer result, const GError *error, gpointer user_data)
{
  g_autoptr (HbkRestoreDialog) self = user_data;
  g_autofree char *dir = g_strdup (hbk_session_get_dir (self->session));

  hbk_session_open (self->session, dir, HBK_OPEN_WRITE);
  if (error != NULL)
    {
      fail (self, error);
      return;
    }
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    tell (GTK_WIDGET (self), !self->was_damaged);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
restore_cb (HbkRestoreDialog *self)
{
  Order *order = order_new (self);

  self->was_damaged = self->restore->is_damaged;
  order->restore = g_steal_pointer (&self->restore);
  gtk_widget_set_sensitive (self->restore_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  hbk_perform_job (GTK_WIDGET (self), "restore a backup", _("Restoring…"), restore_job, order, order_free, g_free, restored_cb, g_object_ref (self));
}

static void
cancel_cb (HbkRestoreDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- Object ---- */

static void
hbk_restore_dialog_finalize (GObject *object)
{
  HbkRestoreDialog *self = HBK_RESTORE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->restore, hbk_restore_free);
  g_free (self->path);

  G_OBJECT_CLASS (hbk_restore_dialog_parent_class)->finalize (object);
}

static void
hbk_restore_dialog_class_init (HbkRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hbk_restore_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkRestoreDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, HbkRestoreDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HbkRestoreDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, HbkRestoreDialog, made_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRestoreDialog, holds_row);
  gtk_widget_class_bind_template_child (widget_class, HbkRestoreDialog, effect_group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
hbk_restore_dialog_init (HbkRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_restore_dialog_present:
 * @parent: a widget of the window
 * @session: the session, also one whose library cannot be opened
 * @path: (type filename): a backup
 *
 * Shows what restoring a backup would do, and restores it when the person says so.
 */
void
hbk_restore_dialog_present (GtkWidget *parent, HbkSession *session, const char *path)
{
  HbkRestoreDialog *self = g_object_new (HBK_TYPE_RESTORE_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  hbk_session_run_async (session, "preview a backup", prepare_job, order_new (self), order_free, (GDestroyNotify) hbk_restore_free, NULL, prepared_cb, g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
