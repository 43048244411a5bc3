/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-main-window-private.h"

/* What has to do with dialogs being open over the window. */

static gboolean
is_open (HbkMainWindow *self, GtkWidget *dialog)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (dialogs, i);

      if (one == dialog)
        return TRUE;
    }

  return FALSE;
}

/* A dialog gives the focus back to what had it. Where that is gone the focus would go down with the dialog, of which GTK before 4.24 then keeps the
 * inside for good; it goes to what is seen instead. */
static void
save_focus (HbkMainWindow *self, AdwDialog *visible)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *dialog = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) : NULL;

  if (dialog == NULL || is_open (self, dialog))
    return;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (visible != NULL)
    gtk_widget_child_focus (GTK_WIDGET (visible), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (adw_view_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
}

static gboolean
close_cb (GtkWidget *dialog, GVariant *args, gpointer user_data)
{
  adw_dialog_close (ADW_DIALOG (dialog));

  return TRUE;
}

/* Keys of the application do not reach into a dialog; these two are wanted there as well. */
static void
add_keys (AdwDialog *dialog)
{
  GtkEventController *controller;

  if (g_object_get_data (G_OBJECT (dialog), "hbk-keys") != NULL)
    return;

  controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>w"), gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>q"), gtk_named_action_new ("app.quit")));
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
  g_object_set_data (G_OBJECT (dialog), "hbk-keys", controller);
}

static gboolean
leave_cb (gpointer data)
{
  HbkMainWindow *self = data;

  self->leave_source = 0;
  gtk_window_close (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

void
hbk_main_window_update_dialogs (HbkMainWindow *self)
{
  AdwDialog *visible = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (visible != NULL)
    add_keys (visible);
  else if (self->is_leaving)
    self->leave_source = g_idle_add (leave_cb, self);
  self->is_leaving = FALSE; /* a dialog that comes now has a question */
  save_focus (self, visible);
}

/* What a person wants to see is not to lie behind a dialog; the editor closes once it has kept what was entered. One that has something to do stays. */
void
hbk_main_window_leave_dialogs (HbkMainWindow *self)
{
  AdwDialog *last = NULL;
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self))) != NULL && dialog != last)
    {
      last = dialog;
      adw_dialog_close (dialog);
    }
}

/**
 * hbk_main_window_leave:
 * @self: a window
 *
 * Closes the window with the dialogs over it, once the editor has kept what was entered. It stays while one of them has something to do or to ask.
 */
void
hbk_main_window_leave (HbkMainWindow *self)
{
  g_return_if_fail (HBK_IS_MAIN_WINDOW (self));

  hbk_main_window_leave_dialogs (self);
  self->is_leaving = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
  if (!self->is_leaving)
    gtk_window_close (GTK_WINDOW (self));
}
