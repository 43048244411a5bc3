/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/welcome/hbk-rescue-page.h"

struct _HbkRescuePage
{
  HbkPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HbkRescuePage, hbk_rescue_page, HBK_TYPE_PAGE)

static void
hbk_rescue_page_class_init (HbkRescuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-rescue-page.ui");
}

static void
hbk_rescue_page_init (HbkRescuePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
