/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"
#include "workspace/hbk-workspace-evidence.h"

G_BEGIN_DECLS

HbkExit hbk_file_text_print_all (HbkCommandLine *line, HbkFileScope scope, const char *when_empty, GError **error);

G_END_DECLS
