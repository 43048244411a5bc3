/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/hbk-state.h"
#include "workspace/hbk-workspace-exchange.h"

G_BEGIN_DECLS

void hbk_import_lists_add_records (AdwPreferencesGroup *group, HbkState *state, const char *heading, GPtrArray *records);
void hbk_import_lists_add_problems (AdwPreferencesGroup *group, const HbkImport *import);
void hbk_import_lists_add_profile (AdwPreferencesGroup *group, HbkState *state, const HbkFacts *answers);

G_END_DECLS
