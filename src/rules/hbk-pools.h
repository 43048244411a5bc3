/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-draft.h"

G_BEGIN_DECLS

void hbk_pools_share_out (HbkDraft *draft);

G_END_DECLS
