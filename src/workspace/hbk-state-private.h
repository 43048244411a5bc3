/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-state.h"

G_BEGIN_DECLS

/* For hbk-state-builder.c, which fills a state. */

HbkState *hbk_state_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Once bases and assessments are there, one for one. */
void hbk_state_take_assessments (HbkState *self);

/* Once records and files are there. */
void hbk_state_index_files (HbkState *self);

G_END_DECLS
