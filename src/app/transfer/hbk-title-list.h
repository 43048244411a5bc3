/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void hbk_title_list_add (AdwPreferencesGroup *group, const char *heading, GPtrArray *titles, GPtrArray *subtitles);
void hbk_title_list_add_count (AdwPreferencesGroup *group, const char *heading, guint n);
void hbk_title_list_add_remark (AdwPreferencesGroup *group, const char *text);
void hbk_title_list_clear (AdwPreferencesGroup *group);

G_END_DECLS
