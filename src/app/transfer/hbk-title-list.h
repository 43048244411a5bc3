/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void hbk_title_list_add (AdwPreferencesGroup *group, const char *heading, GPtrArray *titles, guint n_total);
void hbk_title_list_clear (AdwPreferencesGroup *group);

G_END_DECLS
