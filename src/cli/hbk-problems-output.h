/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "cli/hbk-command.h"

G_BEGIN_DECLS

void hbk_problems_output (const HbkProblems *problems, const char *path, HbkCommandLine *line);
void hbk_problems_output_write (const HbkProblems *problems, HbkJsonWriter *writer);

G_END_DECLS
