/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"
#include "workspace/hbk-workspace-years.h"

G_BEGIN_DECLS

HbkExit    hbk_library_assess (HbkCommandLine *line, GError **error);
GPtrArray *hbk_library_assess_dup_bases (HbkCommandLine *line, GArray *years, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
