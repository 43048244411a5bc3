/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "rules/hbk-assessment.h"
#include "workspace/hbk-state.h"

G_BEGIN_DECLS

/* Parts of the list of evidence that only show something. */

guint hbk_proof_inbox_fill (GtkListBox *list, HbkState *state, GPtrArray *proofs);
void  hbk_proof_state_show (GtkWidget *label, const HbkRecordResult *result);

G_END_DECLS
