/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-state.h"

G_BEGIN_DECLS

#define HBK_TYPE_ACTIVITY_CHOOSER (hbk_activity_chooser_get_type ())

G_DECLARE_FINAL_TYPE (HbkActivityChooser, hbk_activity_chooser, HBK, ACTIVITY_CHOOSER, AdwNavigationPage)

void hbk_activity_chooser_set_state (HbkActivityChooser *self, HbkState *state);
void hbk_activity_chooser_offer_draft (HbkActivityChooser *self, HbkRecord *record, HbkState *state);
void hbk_activity_chooser_search (HbkActivityChooser *self, const char *text);

G_END_DECLS
