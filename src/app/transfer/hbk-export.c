/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/transfer/hbk-export.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/widgets/hbk-icon.h"
#include "app/window/hbk-perform.h"
#include "base/hbk-error.h"
#include "words/hbk-locale.h"

/* What is to be written, and where. */
typedef struct
{
  gboolean      is_backup;
  HbkExportForm form;
  HbkDate       today;
  char         *path;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order);
}

/* ---- Writing ---- */

static gboolean
write_file (HbkWorkspace *workspace, const Order *order, const char *path, HbkOperation *operation, GError **error)
{
  if (order->is_backup)
    return hbk_workspace_back_up (workspace, path, hbk_operation_report, operation, hbk_operation_get_cancellable (operation), error);

  return hbk_workspace_export (workspace, order->form, path, order->today, hbk_locale_get_language (), error);
}

/* The person has said already that what is there may be replaced; it is, once the new file is whole. */
static gboolean
write_over (HbkWorkspace *workspace, const Order *order, HbkOperation *operation, GError **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.%08x", order->path, g_random_int ());

  if (!write_file (workspace, order, beside, operation, error))
    return FALSE;
  if (g_rename (beside, order->path) == 0)
    return TRUE;

  g_set_error (error, HBK_ERROR, HBK_ERROR_IO, _("The file that is there cannot be replaced (%s). Choose another name."), g_strerror (errno));
  g_unlink (beside);

  return FALSE;
}

static gpointer
write_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  const Order *order = data;
  gboolean     is_there = g_file_test (order->path, G_FILE_TEST_IS_REGULAR);
  gboolean     is_done = is_there ? write_over (workspace, order, operation, error) : write_file (workspace, order, order->path, operation, error);

  return is_done ? g_strdup (order->path) : NULL;
}

static void
show_folder_cb (AdwToast *toast, GtkFileLauncher *launcher)
{
  gtk_file_launcher_open_containing_folder (launcher, NULL, NULL, NULL, NULL);
}

static void
unref_launcher (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void
tell (GtkWidget *parent, const char *path)
{
  g_autofree char *whole = g_filename_display_name (path);
  g_autofree char *name = g_path_get_basename (whole);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (_("Written to “%s”"), name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, _("Show in Folder"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_folder_cb), gtk_file_launcher_new (file), unref_launcher, G_CONNECT_DEFAULT);
  hbk_perform_show_toast (parent, toast);
}

static void
written_cb (gpointer result, const GError *error, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;

  if (gtk_widget_get_root (parent) == NULL || g_error_matches (error, HBK_ERROR, HBK_ERROR_CANCELLED))
    return;

  if (error != NULL)
    hbk_perform_report (parent, _("The File Was Not Written"), error);
  else
    tell (parent, result);
}

static void
write_to (GtkWidget *parent, Order *order)
{
  hbk_perform_job (parent, order->is_backup ? "write a backup" : "export", order->is_backup ? _("Backing up…") : _("Exporting…"), write_job, order, order_free, g_free, written_cb, g_object_ref (parent));
}

/* ---- Choosing a place ---- */

typedef struct
{
  GtkWidget *parent;
  Order     *order;
} Choice;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Choice *choice = user_data;
  g_autoptr (GtkWidget) parent = choice->parent;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    {
      order_free (choice->order);
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) && gtk_widget_get_root (parent) != NULL)
        hbk_perform_report (parent, _("No Place Could Be Chosen"), error);
      return;
    }

  choice->order->path = g_file_get_path (file);
  write_to (parent, choice->order);
}

static void
choose_place (GtkWidget *parent, Order *order, const char *title, const char *extension)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *date = hbk_date_format (order->today);
  /* Translators: the name of a file that is written, with the date; the ending follows */
  g_autofree char *stem = g_strdup_printf (_("Hourbook %s"), date);
  g_autofree char *name = g_strconcat (stem, extension, NULL);
  Choice          *choice = g_new0 (Choice, 1);

  choice->parent = g_object_ref (parent);
  choice->order = order;
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, chosen_cb, choice);
}

/* ---- Choosing a form ---- */

static Order *
order_new (HbkSession *session)
{
  Order *order = g_new0 (Order, 1);

  order->today = hbk_session_get_today (session);

  return order;
}

/* In which forms a library can be exported. */
static const struct
{
  HbkExportForm form;
  const char   *extension;
  const char   *icon;
  const char   *title;
  const char   *subtitle;
} forms[] = {
  { HBK_EXPORT_LOGBOOK, ".hourbook.json", "x-office-document-symbolic", N_ ("Logbook"), N_ ("All records and what holds of you, in one file. It can be imported again.") },
  { HBK_EXPORT_FOLDER, "", "folder-symbolic", N_ ("Folder With Evidence"), N_ ("The logbook, and all evidence files beside it. It can be imported again.") },
  { HBK_EXPORT_CSV, ".csv", "x-office-spreadsheet-symbolic", N_ ("Table"), N_ ("A row for each record, for every spreadsheet.") },
};

/* Where the dialog was opened, and whose library is written. */
typedef struct
{
  GtkWidget  *parent;
  HbkSession *session;
} Source;

static void
source_free (gpointer data, GClosure *closure)
{
  Source *source = data;

  g_object_unref (source->parent);
  g_object_unref (source->session);
  g_free (source);
}

static void
form_activated_cb (AdwActionRow *row, gpointer user_data)
{
  const Source *source = user_data;
  gsize         i = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), "form"));
  Order        *order = order_new (source->session);
  GtkWidget    *parent = source->parent;

  order->form = forms[i].form;
  choose_place (parent, order, _("Export"), forms[i].extension);
  /* The row goes with the dialog, and the source with the row. */
  adw_dialog_close (ADW_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_DIALOG)));
}

static GtkWidget *
make_form_row (gsize i, GtkWidget *parent, HbkSession *session)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(forms[i].title), "title-lines", 0, "subtitle", _(forms[i].subtitle), "subtitle-lines", 0, "activatable", TRUE, NULL);
  Source    *source = g_new0 (Source, 1);

  source->parent = g_object_ref (parent);
  source->session = g_object_ref (session);
  g_object_set_data (G_OBJECT (row), "form", GSIZE_TO_POINTER (i));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), hbk_icon_new (forms[i].icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hbk_icon_new ("go-next-symbolic"));
  g_signal_connect_data (row, "activated", G_CALLBACK (form_activated_cb), source, source_free, 0);

  return row;
}

/**
 * hbk_export_present:
 * @parent: a widget of the window
 * @session: the session
 *
 * Asks in which form the library is to be exported and where to, and writes it.
 */
void
hbk_export_present (GtkWidget *parent, HbkSession *session)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_form_row (i, parent, session));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Export"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 360);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);
}

/**
 * hbk_export_back_up:
 * @parent: a widget of the window
 * @session: the session
 *
 * Asks where a backup with everything is to go, and writes it.
 */
void
hbk_export_back_up (GtkWidget *parent, HbkSession *session)
{
  Order *order = order_new (session);

  order->is_backup = TRUE;
  choose_place (parent, order, _("Back Up"), ".hourbook-backup");
}
