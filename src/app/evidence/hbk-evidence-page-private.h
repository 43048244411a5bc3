/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/evidence/hbk-evidence-page.h"
#include "app/evidence/hbk-file-list.h"
#include "app/widgets/hbk-header-scroller.h"
#include "app/window/hbk-primary-menu.h"

G_BEGIN_DECLS

/* For the files that make up the class, hbk-evidence-page*.c, and no others. */

/**
 * HbkEvidencePage:
 *
 * All evidence: the inbox with what each file may belong to, and the files of a year or of all in a grid.
 */
struct _HbkEvidencePage
{
  HbkPage parent_instance;

  HbkPrimaryMenu      *primary_menu;
  AdwWindowTitle      *selection_title;
  GtkSearchBar        *search_bar;
  GtkSearchEntry      *search_entry;
  GtkStack            *stack;
  HbkHeaderScroller   *scroller;
  GtkWidget           *check_box;
  GtkProgressBar      *check_bar;
  AdwPreferencesGroup *inbox_group;
  AdwToggleGroup      *filter_group;
  AdwStatusPage       *none_page;
  GtkGridView         *grid;
  GtkRevealer         *drop_revealer;
  GtkWidget           *menu; /* of one file */

  HbkFileList *files;
  gboolean     is_selecting;
  gboolean     is_of_all_years;
  char        *document; /* "" for all types */

  GPtrArray    *inbox_rows; /* owned by their group */
  GtkWidget    *more_row;
  GHashTable   *texts; /* by checksum: what stands on the first page */
  guint64       asked; /* the last time that suggestions were asked for */
  GCancellable *inbox_cancellable;

  HbkOperation *check;
};

/* hbk-evidence-page-inbox.c */
void hbk_evidence_page_init_inbox (HbkEvidencePage *self);
void hbk_evidence_page_dispose_inbox (HbkEvidencePage *self);
void hbk_evidence_page_update_inbox (HbkEvidencePage *self, HbkState *state);

/* hbk-evidence-page-take-in.c */
void hbk_evidence_page_install_take_in (GtkWidgetClass *widget_class);
void hbk_evidence_page_init_take_in (HbkEvidencePage *self);

/* hbk-evidence-page-actions.c */
void hbk_evidence_page_install_actions (GtkWidgetClass *widget_class);
void hbk_evidence_page_init_keys (HbkEvidencePage *self);
void hbk_evidence_page_check_quickly (HbkEvidencePage *self);
void hbk_evidence_page_stop_check (HbkEvidencePage *self);

/* hbk-evidence-page.c */
void hbk_evidence_page_set_selecting (HbkEvidencePage *self, gboolean is_selecting);
void hbk_evidence_page_set_document (HbkEvidencePage *self, const char *document);
void hbk_evidence_page_set_scope (HbkEvidencePage *self, const char *scope);
void hbk_evidence_page_set_filter (HbkEvidencePage *self, HbkFileFilter filter);
void hbk_evidence_page_take_faults (HbkEvidencePage *self, GHashTable *faults);
void hbk_evidence_page_clear_filters (HbkEvidencePage *self);

G_END_DECLS
