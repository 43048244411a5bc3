/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-draft.h"

G_BEGIN_DECLS

gboolean hbk_credit_work_out (const HbkCredit *credit, HbkDraft *draft, HbkPiece *piece, HbkSubject subject);

HbkHours hbk_credit_scale_day (const HbkCredit *credit, HbkHours hours);

G_END_DECLS
