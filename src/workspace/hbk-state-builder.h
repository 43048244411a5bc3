/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-state.h"
#include "workspace/hbk-workspace.h"

G_BEGIN_DECLS

HbkState *hbk_state_build (HbkWorkspace *workspace, HbkState *before, const HbkJournalStep *step, HbkDate today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkState *hbk_state_complete (HbkState *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
