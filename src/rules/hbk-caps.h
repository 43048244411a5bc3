/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-draft.h"

G_BEGIN_DECLS

void hbk_caps_cut_items (HbkDraft *draft, guint first_piece);
void hbk_caps_cut_years (HbkDraft *draft);

G_END_DECLS
