/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/transfer/hbk-export.h"

#include <glib/gi18n.h>

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

static gpointer
write_job (HbkWorkspace *workspace, gpointer data, HbkOperation *operation, GError **error)
{
  Order   *order = data;
  gboolean is_done;

  if (order->is_backup)
    is_done = hbk_workspace_back_up (workspace, order->path, hbk_operation_report, operation, hbk_operation_get_cancellable (operation), error);
  else
    is_done = hbk_workspace_export (workspace, order->form, order->path, order->today, hbk_locale_get_language (), error);

  return is_done ? g_path_get_basename (order->path) : NULL;
}

static void
written_cb (gpointer result, const GError *error, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autofree char *name = result != NULL ? g_filename_display_name (result) : NULL;
  g_autofree char *text = NULL;

  if (gtk_widget_get_root (parent) == NULL || g_error_matches (error, HBK_ERROR, HBK_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      hbk_perform_report (parent, _("The File Was Not Written"), error);
      return;
    }

  /* Translators: the name of a file */
  text = g_strdup_printf (_("Written to “%s”"), name);
  hbk_perform_toast (parent, text);
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

static void
form_chosen_cb (AdwAlertDialog *dialog, const char *response, gpointer user_data)
{
  static const struct
  {
    const char   *response;
    HbkExportForm form;
    const char   *extension;
  } forms[] = {
    { "logbook", HBK_EXPORT_LOGBOOK, ".json" },
    { "folder", HBK_EXPORT_FOLDER, "" },
    { "csv", HBK_EXPORT_CSV, ".csv" },
  };
  g_autoptr (HbkSession) session = user_data;
  GtkWidget *parent = g_object_get_data (G_OBJECT (dialog), "parent");

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      Order *order;

      if (!g_str_equal (response, forms[i].response))
        continue;
      order = order_new (session);
      order->form = forms[i].form;
      choose_place (parent, order, _("Export"), forms[i].extension);
    }
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
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Export"), _("The logbook can be imported again. A table opens in every spreadsheet.")));

  adw_alert_dialog_add_responses (dialog, "logbook", _("_Logbook (JSON)"), "folder", _("Folder With _Evidence"), "csv", _("_Table (CSV)"), "cancel", _("_Cancel"), NULL);
  adw_alert_dialog_set_default_response (dialog, "logbook");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_prefer_wide_layout (dialog, FALSE);
  g_object_set_data_full (G_OBJECT (dialog), "parent", g_object_ref (parent), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (form_chosen_cb), g_object_ref (session));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
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
  choose_place (parent, order, _("Back Up"), ".zip");
}
