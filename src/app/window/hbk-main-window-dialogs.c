/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

#include <glib/gi18n.h>

#include "app/application/hbk-shortcuts.h"
#include "app/help/hbk-help-dialog.h"
#include "app/history/hbk-history-dialog.h"
#include "app/history/hbk-trash-dialog.h"
#include "app/package/hbk-verification-dialog.h"
#include "app/transfer/hbk-export.h"
#include "app/transfer/hbk-import-dialog.h"
#include "app/transfer/hbk-restore-dialog.h"
#include "app/window/hbk-perform.h"

/* ---- Files ---- */

/* What a file may be; of a ZIP and a folder only the content tells. */
typedef enum {
  FILE_NONE,
  FILE_LOGBOOK,
  FILE_BACKUP,
  FILE_PACKAGE,
} FileKind;

/* A file that is being looked at. */
typedef struct
{
  HbkMainWindow *window;
  char          *path;
} Coming;

static gboolean
has_ending (const char *path, const char *ending)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ending);
}

static gpointer
look_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  const char      *path = data;
  g_autofree char *declaration = g_build_filename (path, "bagit.txt", NULL);
  FileKind         kind = FILE_LOGBOOK;

  if (has_ending (path, ".hourbook-backup") || hbk_workspace_is_backup (workspace, path))
    kind = FILE_BACKUP;
  else if (has_ending (path, ".zip") || g_file_test (declaration, G_FILE_TEST_EXISTS))
    kind = FILE_PACKAGE;

  return GINT_TO_POINTER (kind);
}

/* Whatever comes from outside is shown before anything of it is taken over. */
static void
show_file (HbkMainWindow *self, const char *path, FileKind kind)
{
  if (kind == FILE_BACKUP)
    hbk_restore_dialog_present (GTK_WIDGET (self), self->session, path);
  else if (kind == FILE_PACKAGE)
    hbk_verification_dialog_present (GTK_WIDGET (self), self->session, path);
  else if (hbk_session_get_state (self->session) != NULL)
    hbk_import_dialog_present (GTK_WIDGET (self), self->session, path);
  else
    hbk_perform_toast (GTK_WIDGET (self), _("Set up a library first; then open the file again."));
}

static void
looked_at_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Coming *coming = user_data;
  g_autoptr (HbkMainWindow) self = coming->window;
  g_autofree char *path = coming->path;
  g_autoptr (GError) error = NULL;
  FileKind kind = GPOINTER_TO_INT (hbk_session_run_finish (HBK_SESSION (source), result, &error));

  if (kind != FILE_NONE && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_file (self, path, kind);
}

static void
look_at (HbkMainWindow *self, const char *path)
{
  Coming *coming = g_new0 (Coming, 1);

  coming->window = g_object_ref (self);
  coming->path = g_strdup (path);
  hbk_session_run_async (self->session, "look at a file", look_job, g_strdup (path), g_free, NULL, NULL, looked_at_cb, coming);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HbkMainWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    hbk_main_window_open_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    hbk_perform_report (GTK_WIDGET (self), _("No File Could Be Chosen"), error);
}

static void
add_filter (GListStore *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; suffixes != NULL && suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  g_list_store_append (filters, filter);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const known[] = { "json", "csv", "tsv", "txt", "xlsx", "hourbook-backup", "zip", NULL };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add_filter (filters, _("Logbooks, tables, backups and packages"), known);
  add_filter (filters, _("All files"), NULL);
  gtk_file_dialog_set_title (dialog, _("Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, chosen_cb, g_object_ref (widget));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_export_present (widget, HBK_MAIN_WINDOW (widget)->session);
}

static void
back_up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_export_back_up (widget, HBK_MAIN_WINDOW (widget)->session);
}

/* ---- What was done ---- */

static void
trash_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_trash_dialog_present (widget, HBK_MAIN_WINDOW (widget)->session);
}

static void
history_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_history_dialog_present (widget, HBK_MAIN_WINDOW (widget)->session);
}

/* ---- The application ---- */

static void
shortcuts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_shortcuts_present (widget);
}

static void
help_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_help_dialog_present (widget);
}

static void
about_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwDialog *dialog = adw_about_dialog_new_from_appdata ("/io/github/hourbook/Hourbook/metainfo.xml", PACKAGE_VERSION);

  /* Translators: your name and address, a line for each of you */
  g_object_set (dialog, "developer-name", _("The Hourbook developers"), "translator-credits", _("translator-credits"), "copyright", _("© 2026 The Hourbook developers"), "version", PACKAGE_VERSION, "website", "", NULL);
  adw_dialog_present (dialog, widget);
}

/**
 * hbk_main_window_open_file:
 * @self: a window
 * @file: a logbook, table, backup or package
 *
 * Opens a file that was given to the application. Nothing of it is taken over before the person has seen what it would do.
 */
void
hbk_main_window_open_file (HbkMainWindow *self, GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (HBK_IS_MAIN_WINDOW (self) && G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    {
      hbk_perform_toast (GTK_WIDGET (self), _("Only files on this computer can be opened."));
      return;
    }

  /* It may have come before the library was opened. */
  if (hbk_session_get_phase (self->session) == HBK_SESSION_OPENING)
    g_set_object (&self->file_to_open, file);
  else
    look_at (self, path);
}

void
hbk_main_window_install_dialogs (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_cb);
  gtk_widget_class_install_action (widget_class, "win.trash", NULL, trash_cb);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_cb);
}
