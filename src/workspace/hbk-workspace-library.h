/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-evidence-file.h"
#include "records/hbk-journal-step.h"
#include "records/hbk-record-query.h"
#include "records/hbk-trash-entry.h"
#include "records/hbk-year-entry.h"
#include "workspace/hbk-workspace.h"

G_BEGIN_DECLS

/* The open library of a workspace. Calls block and belong to the thread that opened it; every change is on the disk when they return.
 * A correction is the reason without which a year that was handed in cannot be changed; %NULL where none is given. */

/**
 * HbkOpenMode:
 * @HBK_OPEN_READ: only look
 * @HBK_OPEN_WRITE: look and change; weekly, a backup is made
 * @HBK_OPEN_CREATE: make it when it is not there
 *
 * What a library is opened for.
 */
typedef enum {
  HBK_OPEN_READ,
  HBK_OPEN_WRITE,
  HBK_OPEN_CREATE,
} HbkOpenMode;

char       *hbk_workspace_dup_default_library (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hbk_workspace_has_library (HbkWorkspace *self, const char *dir);
gboolean    hbk_workspace_open_library (HbkWorkspace *self, const char *dir, HbkOpenMode mode, GError **error);
void        hbk_workspace_close_library (HbkWorkspace *self);
const char *hbk_workspace_get_library_dir (HbkWorkspace *self);

/* Records */
HbkLogbook     *hbk_workspace_load_logbook (HbkWorkspace *self, HbkDate as_of, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *hbk_workspace_list_records (HbkWorkspace *self, const HbkRecordQuery *query, guint offset, guint limit, guint *n_total, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char           *hbk_workspace_expand_record_id (HbkWorkspace *self, const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char           *hbk_workspace_make_record_id (HbkWorkspace *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkRecord      *hbk_workspace_get_record (HbkWorkspace *self, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_save_record (HbkWorkspace *self, HbkRecord *record, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_remove_records (HbkWorkspace *self, const char *const *ids, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Trash and history */
GPtrArray      *hbk_workspace_list_trash (HbkWorkspace *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_restore (HbkWorkspace *self, const char *const *ids, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        hbk_workspace_empty_trash (HbkWorkspace *self, guint *n_records, guint *n_files, GError **error);
HbkJournalStep *hbk_workspace_undo (HbkWorkspace *self, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_redo (HbkWorkspace *self, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *hbk_workspace_list_steps (HbkWorkspace *self, const char *record, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The person */
HbkProfile     *hbk_workspace_load_profile (HbkWorkspace *self, HbkDate on, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *hbk_workspace_list_profile (HbkWorkspace *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_change_profile (HbkWorkspace *self, HbkDate from, HbkFacts *answers, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_correct_profile (HbkWorkspace *self, HbkDate on, HbkFacts *answers, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkFacts       *hbk_workspace_load_readings (HbkWorkspace *self, const char *pack, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_choose_reading (HbkWorkspace *self, const char *pack, const char *reading, const char *option, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
