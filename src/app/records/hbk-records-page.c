/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/records/hbk-records-page.h"

struct _HbkRecordsPage
{
  HbkPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HbkRecordsPage, hbk_records_page, HBK_TYPE_PAGE)

static void
hbk_records_page_update (HbkPage *page, HbkState *state)
{
}

static void
hbk_records_page_class_init (HbkRecordsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  HBK_PAGE_CLASS (klass)->update = hbk_records_page_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-records-page.ui");
}

static void
hbk_records_page_init (HbkRecordsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_records_page_show_record:
 * @self: the page
 * @id: the id of a record
 *
 * Shows a record, whatever was searched for before.
 */
void
hbk_records_page_show_record (HbkRecordsPage *self, const char *id)
{
}
