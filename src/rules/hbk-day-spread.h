/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-draft.h"

G_BEGIN_DECLS

GArray *hbk_day_spread_new (const HbkPiece *piece, HbkScope *scope, HbkHours hours, HbkHours day_limit, gboolean *dated) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
