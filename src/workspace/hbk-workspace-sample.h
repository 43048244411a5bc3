/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-workspace.h"

G_BEGIN_DECLS

/* A library with the records of somebody invented, to look at. It lies beside the person's own and never touches it. */

HbkDate hbk_workspace_get_sample_day (void);
char   *hbk_workspace_dup_sample_dir (const char *dir) G_GNUC_WARN_UNUSED_RESULT;

gboolean hbk_workspace_make_sample (HbkWorkspace *self, const char *dir, const char *region, GError **error);
gboolean hbk_workspace_remove_sample (HbkWorkspace *self, const char *dir, GError **error);

G_END_DECLS
