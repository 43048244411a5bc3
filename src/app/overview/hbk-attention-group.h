/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HBK_TYPE_ATTENTION_GROUP (hbk_attention_group_get_type ())

G_DECLARE_FINAL_TYPE (HbkAttentionGroup, hbk_attention_group, HBK, ATTENTION_GROUP, AdwPreferencesGroup)

void hbk_attention_group_set (HbkAttentionGroup *self, GPtrArray *list, int year);

G_END_DECLS
