/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/hbk-overview-page.h"

struct _HbkOverviewPage
{
  HbkPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HbkOverviewPage, hbk_overview_page, HBK_TYPE_PAGE)

static void
hbk_overview_page_update (HbkPage *page, HbkState *state)
{
}

static void
hbk_overview_page_class_init (HbkOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  HBK_PAGE_CLASS (klass)->update = hbk_overview_page_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-overview-page.ui");
}

static void
hbk_overview_page_init (HbkOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
