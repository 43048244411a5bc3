/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-draft.h"

G_BEGIN_DECLS

void     hbk_piece_find_limits (HbkPiece *piece, HbkDraft *draft, const HbkRule *rule);
gboolean hbk_piece_uses_cap (const HbkPiece *piece, HbkDraft *draft, guint use);
gboolean hbk_piece_counts_once (const HbkPiece *piece, HbkDraft *draft, guint once);

G_END_DECLS
