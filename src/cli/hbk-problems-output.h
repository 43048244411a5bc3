/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "cli/hbk-command.h"

G_BEGIN_DECLS

void hbk_problems_output (const HbkProblems *problems, HbkCommandLine *line);

G_END_DECLS
