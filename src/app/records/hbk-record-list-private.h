/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/records/hbk-record-filter-bar.h"
#include "app/records/hbk-record-finder.h"
#include "app/records/hbk-record-list.h"
#include "app/window/hbk-primary-menu.h"

G_BEGIN_DECLS

/* For the files that make up the class, hbk-record-list*.c, and no others. */

/**
 * HbkRecordList:
 *
 * The records of a year or of all, by month: searched, filtered, in order, and one or several of them selected.
 */
struct _HbkRecordList
{
  AdwBin parent_instance;

  GtkStack           *titles;
  AdwWindowTitle     *all_title;
  AdwWindowTitle     *selecting_title;
  HbkPrimaryMenu     *primary_menu;
  GtkSearchEntry     *search_entry;
  HbkRecordFilterBar *filter_bar;
  GtkStack           *contents;
  GtkListView        *list_view;
  AdwStatusPage      *empty_page;
  GtkWidget          *all_years_button;
  GtkActionBar       *bulk_bar;

  HbkSession        *session;
  HbkRecordFinder   *finder;
  HbkRecordModel    *model;
  GtkSelectionModel *selection;
  int                year;
  gboolean           is_collapsed;
  gboolean           is_selecting;
  gboolean           is_updating; /* the selection changes because the list does */
  char              *wanted;      /* the id of the record to show as soon as it is there */
  char              *selected;    /* the id of the only record that is selected */
  guint              selected_position;
  guint              scroll_tick;
  guint              n_frames;
};

/* hbk-record-list-cells.c */
void hbk_record_list_install_cells (HbkRecordList *self);

G_END_DECLS
