/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/evidence/hbk-evidence-page.h"

struct _HbkEvidencePage
{
  HbkPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HbkEvidencePage, hbk_evidence_page, HBK_TYPE_PAGE)

static void
hbk_evidence_page_update (HbkPage *page, HbkState *state)
{
}

static void
hbk_evidence_page_class_init (HbkEvidencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  HBK_PAGE_CLASS (klass)->update = hbk_evidence_page_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hourbook/Hourbook/hbk-evidence-page.ui");
}

static void
hbk_evidence_page_init (HbkEvidencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hbk_evidence_page_show_file:
 * @self: the page
 * @sha256: the checksum of a file
 *
 * Shows a file.
 */
void
hbk_evidence_page_show_file (HbkEvidencePage *self, const char *sha256)
{
}
