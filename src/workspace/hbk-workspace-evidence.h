/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-evidence-file.h"
#include "records/hbk-journal-step.h"
#include "workspace/hbk-workspace.h"

G_BEGIN_DECLS

/**
 * HbkTakenFile:
 * @path: where it came from
 * @file: (nullable): the file, as the library keeps it; %NULL when it could not be taken in
 * @was_there: the library had it already
 * @was_in_trash: it was in the trash, and is back
 * @records: (array zero-terminated=1): the ids of the records that it proves already
 * @message: (nullable): why it could not be taken in, or what else the person should know
 *
 * What became of a file that was taken in. Read the members freely.
 */
typedef struct
{
  char            *path;
  HbkEvidenceFile *file;
  gboolean         was_there;
  gboolean         was_in_trash;
  char           **records;
  char            *message;
} HbkTakenFile;

/**
 * HbkFileScope:
 * @HBK_FILES_ALL: all files
 * @HBK_FILES_INBOX: those that prove no record yet
 *
 * Which files are wanted.
 */
typedef enum {
  HBK_FILES_ALL,
  HBK_FILES_INBOX,
} HbkFileScope;

/**
 * HbkWorkspaceProgress:
 * @done: how many bytes, or other units, are done
 * @total: how many there are
 * @user_data: what was given
 *
 * Is told how far something has come.
 */
typedef void (*HbkWorkspaceProgress) (guint64 done, guint64 total, gpointer user_data);

/* Takes files, and folders with all that is in them, into the inbox or, where @record is given, attaches them to it; one step. */
GPtrArray *hbk_workspace_take_in (HbkWorkspace *self, const char *const *paths, const char *record, const char *document, const char *correction, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

HbkJournalStep *hbk_workspace_save_record_with_files (HbkWorkspace *self, HbkRecord *record, const char *const *paths, const char *const *documents, const char *correction, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray       *hbk_workspace_list_files (HbkWorkspace *self, HbkFileScope scope, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkEvidenceFile *hbk_workspace_find_file (HbkWorkspace *self, const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char           **hbk_workspace_list_records_of_file (HbkWorkspace *self, const char *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;

HbkJournalStep *hbk_workspace_attach (HbkWorkspace *self, const char *record, const char *sha256, const char *document, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_detach (HbkWorkspace *self, const char *record, const char *sha256, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_remove_file (HbkWorkspace *self, const char *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_save_file (HbkWorkspace *self, HbkEvidenceFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_remove_files (HbkWorkspace *self, const char *const *sha256s, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_set_document (HbkWorkspace *self, const char *const *sha256s, const char *document, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        hbk_workspace_copy_file_out (HbkWorkspace *self, const char *sha256, const char *path, GError **error);

void hbk_taken_file_free (HbkTakenFile *taken);

/* Looks at the whole library; what it finds is reported, and nothing is repaired. */
gboolean hbk_workspace_check_library (HbkWorkspace *self, const char *dir, HbkProblems *problems, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
