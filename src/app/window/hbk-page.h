/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-session.h"

G_BEGIN_DECLS

#define HBK_TYPE_PAGE (hbk_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (HbkPage, hbk_page, HBK, PAGE, AdwBin)

/**
 * HbkPageClass:
 * @update: shows the state; called when the state or the year has changed and there is a state
 * @search: puts the focus where the person can search; %FALSE when there is no such place
 * @open_menu: opens the menu of the application in the page's header
 *
 * What a page of the window does.
 */
struct _HbkPageClass
{
  AdwBinClass parent_class;

  void (*update) (HbkPage *self, HbkState *state);
  gboolean (*search) (HbkPage *self);
  void (*open_menu) (HbkPage *self);
};

HbkSession *hbk_page_get_session (HbkPage *self);
HbkState   *hbk_page_get_state (HbkPage *self);
int         hbk_page_get_year (HbkPage *self);
void        hbk_page_set_covered (HbkPage *self, gboolean is_covered);
gboolean    hbk_page_search (HbkPage *self);
void        hbk_page_open_menu (HbkPage *self);

G_END_DECLS
