/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"
#include "workspace/hbk-workspace-exchange.h"

G_BEGIN_DECLS

void hbk_import_text_print (HbkCommandLine *line, const HbkImport *import);
void hbk_import_text_write (HbkCommandLine *line, const HbkImport *import, const HbkJournalStep *step);

G_END_DECLS
