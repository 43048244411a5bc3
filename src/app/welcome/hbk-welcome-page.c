/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/welcome/hbk-welcome-page.h"

struct _HbkWelcomePage
{
  HbkPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HbkWelcomePage, hbk_welcome_page, HBK_TYPE_PAGE)

static void
hbk_welcome_page_class_init (HbkWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-welcome-page.ui");
}

static void
hbk_welcome_page_init (HbkWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
