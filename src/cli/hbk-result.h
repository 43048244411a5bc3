/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"
#include "workspace/hbk-workspace-evidence.h"

G_BEGIN_DECLS

/**
 * HbkResult:
 * @step: (nullable): what was stored; %NULL when nothing was, or when that is no step of the journal
 * @taken: (element-type HbkTakenFile) (nullable): files that were taken in
 * @path: (nullable): where something was written
 * @text: (nullable): what to say instead of what the step did
 *
 * What a command that changes something has done.
 */
typedef struct
{
  const HbkJournalStep *step;
  GPtrArray            *taken;
  const char           *path;
  const char           *text;
} HbkResult;

HbkExit hbk_result_print (HbkCommandLine *line, const HbkResult *result);
HbkExit hbk_result_print_step (HbkCommandLine *line, const HbkJournalStep *step);

G_END_DECLS
