/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-draft.h"

G_BEGIN_DECLS

void hbk_record_evaluate (HbkDraft *draft, HbkRecord *record, guint rank);

G_END_DECLS
