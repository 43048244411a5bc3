/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command.h"
#include "workspace/hbk-workspace-library.h"

G_BEGIN_DECLS

char    *hbk_library_access_dup_dir (const HbkCommandLine *line) G_GNUC_WARN_UNUSED_RESULT;
gboolean hbk_library_access_open (HbkCommandLine *line, HbkOpenMode mode, GError **error);
void     hbk_library_access_advise (const HbkCommandLine *line, GError **error);

G_END_DECLS
