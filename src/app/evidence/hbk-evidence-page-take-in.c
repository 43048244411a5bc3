/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-evidence-page-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/widgets/hbk-plain-row.h"
#include "app/window/hbk-perform.h"
#include "words/hbk-words.h"
#include "workspace/hbk-workspace-evidence.h"

/* As many are named in passing. */
#define MAX_NAMED 4

/* What was asked for, and the page that did. */
typedef struct
{
  HbkEvidencePage *page;
  HbkRequest      *request;
  char            *temporary; /* the folder of what was pasted */
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->page);
  hbk_request_unref (wish->request);
  g_free (wish->temporary);
  g_free (wish);
}

/* ---- How it went ---- */

static void
tell_of_known (HbkEvidencePage *self, GPtrArray *taken)
{
  g_autoptr (GPtrArray) serials = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  guint            n = 0;

  for (guint i = 0; i < taken->len; i++)
    {
      const HbkTakenFile *one = g_ptr_array_index (taken, i);

      if (one->file != NULL && one->was_there && !one->was_in_trash && n++ < MAX_NAMED)
        g_ptr_array_add (serials, hbk_evidence_file_dup_serial (one->file));
    }
  if (n == 0)
    return;

  list = hbk_words_list (serials);
  if (n > MAX_NAMED)
    text = g_strdup_printf (ngettext ("Already there: %1$s and %2$u other", "Already there: %1$s and %2$u others", n - MAX_NAMED), list, n - MAX_NAMED);
  else
    /* Translators: numbers of files that the library has already, such as XS-0007 */
    text = g_strdup_printf (_("Already there: %s"), list);
  hbk_perform_toast (GTK_WIDGET (self), text);
}

/* Each file that was not taken in, and what else should be known. */
static void
tell_of_trouble (HbkEvidencePage *self, GPtrArray *taken)
{
  GtkWidget *list = gtk_list_box_new ();
  AdwDialog *dialog;
  guint      n_failed = 0, n_rows = 0;

  g_object_ref_sink (list);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < taken->len; i++)
    {
      const HbkTakenFile *one = g_ptr_array_index (taken, i);
      g_autofree char    *base = g_path_get_basename (one->path);
      g_autofree char    *name = g_filename_display_name (base);

      if (one->message == NULL)
        continue;
      n_failed += one->file == NULL;
      n_rows++;
      gtk_list_box_append (GTK_LIST_BOX (list), hbk_plain_row_new (name, one->message));
    }
  if (n_rows > 0)
    {
      dialog = adw_alert_dialog_new (n_failed > 0 ? _("Not All Files Were Taken In") : _("The Files Were Taken In"), NULL);
      adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), n_failed > 0 ? _("The others are in the inbox.") : _("Something should be known of these."));
      adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE, "child", list, NULL));
      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
      adw_dialog_present (dialog, GTK_WIDGET (self));
    }
  g_object_unref (list);
}

static void
taken_in_cb (const HbkJournalStep *step, const GError *error, gpointer user_data)
{
  Wish      *wish = user_data;
  GPtrArray *taken = hbk_request_get_taken (wish->request);

  if (taken != NULL && gtk_widget_get_root (GTK_WIDGET (wish->page)) != NULL)
    {
      tell_of_known (wish->page, taken);
      tell_of_trouble (wish->page, taken);
      hbk_evidence_page_check_quickly (wish->page);
    }
  if (wish->temporary != NULL)
    {
      g_autofree char *name = g_path_get_dirname (wish->temporary);

      g_remove (wish->temporary);
      g_rmdir (name);
    }
  wish_free (wish);
}

static void
take_in (HbkEvidencePage *self, const char *const *paths, char *temporary)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->page = g_object_ref (self);
  wish->request = hbk_request_new_take_in (paths, NULL, NULL);
  wish->temporary = temporary;
  hbk_perform_then (GTK_WIDGET (self), wish->request, _("Taking files in…"), taken_in_cb, wish);
}

/* What lies in the net comes with a path, too, where the system gives it one. */
static void
take_in_files (HbkEvidencePage *self, GSList *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  HbkState *state = hbk_page_get_state (HBK_PAGE (self));

  for (GSList *l = files; l != NULL; l = l->next)
    {
      char *path = g_file_get_path (l->data);

      if (path != NULL)
        g_strv_builder_take (builder, path);
    }
  paths = g_strv_builder_end (builder);
  if (paths[0] == NULL)
    hbk_perform_toast (GTK_WIDGET (self), _("Only files of this computer can be taken in"));
  else if (state != NULL && state->is_writable)
    take_in (self, (const char *const *) paths, NULL);
}

/* ---- Dropping ---- */

static gboolean
dropped_cb (HbkEvidencePage *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  take_in_files (self, files);

  return files != NULL;
}

static GdkDragAction
drag_entered_cb (HbkEvidencePage *self)
{
  HbkState *state = hbk_page_get_state (HBK_PAGE (self));

  if (state == NULL || !state->is_writable)
    return 0;
  gtk_revealer_set_reveal_child (self->drop_revealer, TRUE);

  return GDK_ACTION_COPY;
}

static void
drag_left_cb (HbkEvidencePage *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
}

/* ---- Choosing ---- */

static void
add_chosen (HbkEvidencePage *self, GListModel *chosen)
{
  GSList *files = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    files = g_slist_prepend (files, g_list_model_get_item (chosen, i));
  files = g_slist_reverse (files);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    take_in_files (self, files);
  g_slist_free_full (files, g_object_unref);
}

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkEvidencePage) self = user_data;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (chosen != NULL)
    add_chosen (self, chosen);
}

static void
folders_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkEvidencePage) self = user_data;
  g_autoptr (GListModel) chosen = gtk_file_dialog_select_multiple_folders_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (chosen != NULL)
    add_chosen (self, chosen);
}

static void
add_files_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Add Files"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, files_chosen_cb, g_object_ref (widget));
}

static void
add_folder_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Add a Folder With All That Is in It"));
  gtk_file_dialog_select_multiple_folders (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, folders_chosen_cb, g_object_ref (widget));
}

/* ---- Pasting ---- */

/* A picture of the screen has no file yet. */
static void
save_picture (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *folder = g_dir_make_tmp ("hourbook-XXXXXX", NULL);
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *name = g_strdup_printf (_("Pasted %s.png"), time);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL && gdk_texture_save_to_png (data, path))
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be stored. Make room on the disk."));
}

static void
picture_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HbkEvidencePage *self = HBK_EVIDENCE_PAGE (source);
  g_autoptr (GError) error = NULL;
  char             *path = g_task_propagate_pointer (G_TASK (result), &error);
  const char *const paths[] = { path, NULL };

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    g_free (path);
  else if (path != NULL)
    take_in (self, paths, path);
  else
    hbk_perform_report (GTK_WIDGET (self), _("Nothing Was Pasted"), error);
}

static void
picture_pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkEvidencePage) self = user_data;
  GdkTexture *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (texture == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  task = g_task_new (self, NULL, picture_saved_cb, NULL);
  g_task_set_source_tag (task, picture_pasted_cb);
  g_task_set_static_name (task, "save a pasted picture");
  g_task_set_task_data (task, texture, g_object_unref);
  g_task_run_in_thread (task, save_picture);
}

static void
files_pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkEvidencePage) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GSList) files = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;

  if (files != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    take_in_files (self, files);
}

static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GdkClipboard      *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_pasted_cb, g_object_ref (widget));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    gdk_clipboard_read_texture_async (clipboard, NULL, picture_pasted_cb, g_object_ref (widget));
  else
    hbk_perform_toast (widget, _("Copy files or a picture first"));
}

/* Wherever the focus is: in the sidebar, or nowhere. An entry takes the key before; what is pasted into a dialog is the dialog's. */
static gboolean
paste_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!gtk_widget_get_mapped (widget) || (ADW_IS_APPLICATION_WINDOW (root) && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL))
    return FALSE;

  return gtk_widget_activate_action (widget, "evidence.paste", NULL);
}

static void
add_paste_key (HbkEvidencePage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>v"), gtk_callback_action_new (paste_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
hbk_evidence_page_install_take_in (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "evidence.add-files", NULL, add_files_cb);
  gtk_widget_class_install_action (widget_class, "evidence.add-folder", NULL, add_folder_cb);
  gtk_widget_class_install_action (widget_class, "evidence.paste", NULL, paste_cb);
}

void
hbk_evidence_page_init_take_in (HbkEvidencePage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (drag_entered_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drag_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  add_paste_key (self);
}
