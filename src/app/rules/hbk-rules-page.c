/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/rules/hbk-rules-page.h"

struct _HbkRulesPage
{
  HbkPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HbkRulesPage, hbk_rules_page, HBK_TYPE_PAGE)

static void
hbk_rules_page_update (HbkPage *page, HbkState *state)
{
}

static void
hbk_rules_page_class_init (HbkRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  HBK_PAGE_CLASS (klass)->update = hbk_rules_page_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-rules-page.ui");
}

static void
hbk_rules_page_init (HbkRulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_rules_page_show_clause:
 * @self: the page
 * @id: the id of a clause
 *
 * Shows a clause.
 */
void
hbk_rules_page_show_clause (HbkRulesPage *self, const char *id)
{
}

/**
 * hbk_rules_page_show_reading:
 * @self: the page
 * @id: the id of a reading
 *
 * Shows an unclear clause with its readings.
 */
void
hbk_rules_page_show_reading (HbkRulesPage *self, const char *id)
{
}
