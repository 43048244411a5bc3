/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

#include <glib/gi18n.h>

#include "app/package/hbk-package-dialog.h"
#include "app/preferences/hbk-adopt-dialog.h"
#include "app/preferences/hbk-hand-in-dialog.h"
#include "app/preferences/hbk-preferences-dialog.h"
#include "app/preferences/hbk-profile-dialog.h"
#include "app/window/hbk-perform.h"

static void
profile_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_profile_dialog_present (widget, HBK_MAIN_WINDOW (widget)->session);
}

static void
preferences_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_preferences_dialog_present (widget, HBK_MAIN_WINDOW (widget)->session);
}

/* ---- Years ---- */

static void
hand_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HbkState *state = hbk_session_get_state (HBK_MAIN_WINDOW (widget)->session);

  if (state != NULL)
    hbk_hand_in_dialog_present (widget, state, g_variant_get_int32 (parameter));
}

static void
package_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_package_dialog_present (widget, HBK_MAIN_WINDOW (widget)->session, g_variant_get_int32 (parameter));
}

/* The menu names no year: it means the one that is shown. */
static void
new_package_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_package_dialog_present (widget, HBK_MAIN_WINDOW (widget)->session, HBK_MAIN_WINDOW (widget)->year);
}

static void
adopt_rules_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hbk_adopt_dialog_present (widget, HBK_MAIN_WINDOW (widget)->session, g_variant_get_int32 (parameter));
}

/* What the answer needs. */
typedef struct
{
  HbkMainWindow *window;
  GtkEditable   *reason;
  int            year;
} Reopening;

static void
reopening_free (gpointer data, GClosure *closure)
{
  Reopening *reopening = data;

  g_object_unref (reopening->window);
  g_free (reopening);
}

static void
reopen_answered_cb (AdwAlertDialog *dialog, const char *response, Reopening *reopening)
{
  g_autoptr (HbkRequest) request = NULL;

  if (g_strcmp0 (response, "reopen") != 0)
    return;

  request = hbk_request_new_reopen (reopening->year);
  hbk_perform (GTK_WIDGET (reopening->window), hbk_request_with_correction (request, gtk_editable_get_text (reopening->reason)));
}

static void
reason_changed_cb (AdwAlertDialog *dialog, GtkEditable *reason)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (reason)));

  adw_alert_dialog_set_response_enabled (dialog, "reopen", *text != '\0');
}

static void
reopen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  Reopening       *reopening = g_new0 (Reopening, 1);
  int              year = g_variant_get_int32 (parameter);
  g_autofree char *heading = g_strdup_printf (_("Open %d Again?"), year);
  AdwAlertDialog  *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, _("It was handed in. Say why it is opened again, such as that the reviewer sent it back; the reason stays in the history.")));
  GtkWidget       *list = gtk_list_box_new ();
  GtkWidget       *reason = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reason), _("Reason"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), reason);
  adw_alert_dialog_set_extra_child (dialog, list);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "reopen", _("_Open Again"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "reopen", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "reopen");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_response_enabled (dialog, "reopen", FALSE);

  reopening->window = g_object_ref (HBK_MAIN_WINDOW (widget));
  reopening->reason = GTK_EDITABLE (reason);
  reopening->year = year;
  g_signal_connect_object (reason, "changed", G_CALLBACK (reason_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (reopen_answered_cb), reopening, reopening_free, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

void
hbk_main_window_install_person (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.profile", NULL, profile_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (widget_class, "win.hand-in", "i", hand_in_cb);
  gtk_widget_class_install_action (widget_class, "win.package", "i", package_cb);
  gtk_widget_class_install_action (widget_class, "win.new-package", NULL, new_package_cb);
  gtk_widget_class_install_action (widget_class, "win.reopen", "i", reopen_cb);
  gtk_widget_class_install_action (widget_class, "win.adopt-rules", "i", adopt_rules_cb);
}
