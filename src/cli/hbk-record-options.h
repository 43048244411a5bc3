/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"
#include "workspace/hbk-workspace-evidence.h"

G_BEGIN_DECLS

gboolean hbk_record_options_apply (HbkCommandLine *line, HbkRecord *record, GError **error);

HbkJournalStep *hbk_record_options_save (HbkCommandLine *line, HbkRecord *record, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *hbk_record_options_get_document (HbkCommandLine *line, gboolean *is_good, GError **error);

G_END_DECLS
