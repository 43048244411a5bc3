/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/window/hbk-primary-menu.h"

/**
 * HbkPrimaryMenu:
 *
 * The button with the menu of the application: in the sidebar, and where there is none in the header of each page.
 */
struct _HbkPrimaryMenu
{
  AdwBin parent_instance;

  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (HbkPrimaryMenu, hbk_primary_menu, ADW_TYPE_BIN)

static void
hbk_primary_menu_class_init (HbkPrimaryMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-primary-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, HbkPrimaryMenu, button);
}

static void
hbk_primary_menu_init (HbkPrimaryMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_primary_menu_open:
 * @self: a menu
 *
 * Opens the menu, as F10 does.
 */
void
hbk_primary_menu_open (HbkPrimaryMenu *self)
{
  g_return_if_fail (HBK_IS_PRIMARY_MENU (self));

  gtk_menu_button_popup (self->button);
}
