/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/hbk-logbook.h"
#include "rules/hbk-application.h"
#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

#define HBK_TYPE_WORKSPACE (hbk_workspace_get_type ())

G_DECLARE_FINAL_TYPE (HbkWorkspace, hbk_workspace, HBK, WORKSPACE, GObject)

HbkWorkspace *hbk_workspace_new (const char *data_dir) G_GNUC_WARN_UNUSED_RESULT;

const char    *hbk_workspace_get_data_dir (HbkWorkspace *self);
HbkVocabulary *hbk_workspace_get_vocabulary (HbkWorkspace *self, GError **error);

char   **hbk_workspace_list_packs (HbkWorkspace *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkPack *hbk_workspace_load_pack (HbkWorkspace *self, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkPack *hbk_workspace_check_pack_file (HbkWorkspace *self, const char *path, HbkProblems *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

HbkLogbook *hbk_workspace_read_logbook_file (HbkWorkspace *self, const char *path, HbkProblems *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkLogbook *hbk_workspace_check_logbook_file (HbkWorkspace *self, const char *path, HbkProblems *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
