/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-journal-step.h"
#include "workspace/hbk-workspace-evidence.h"

G_BEGIN_DECLS

/**
 * HbkConflictChoice:
 * @HBK_CONFLICT_ASK: refuse to import while there is a conflict
 * @HBK_CONFLICT_KEEP: keep what the library has
 * @HBK_CONFLICT_REPLACE: take what the file has
 * @HBK_CONFLICT_BOTH: keep both, the one of the file under a new id
 *
 * What to do where the file and the person have changed the same record.
 */
typedef enum {
  HBK_CONFLICT_ASK,
  HBK_CONFLICT_KEEP,
  HBK_CONFLICT_REPLACE,
  HBK_CONFLICT_BOTH,
} HbkConflictChoice;

/**
 * HbkImportOptions:
 * @columns: (array zero-terminated=1) (nullable): of a table, "COLUMN=TARGET" each; see the exchange folder
 * @defaults: (array zero-terminated=1) (nullable): of a table, "TARGET=VALUE" each
 * @sheet: (nullable): of a spreadsheet, the name of the sheet
 * @encoding: (nullable): of a CSV file, the encoding; found when not given
 * @language: the language in which the columns are described
 *
 * How a file is to be read.
 */
typedef struct
{
  char      **columns;
  char      **defaults;
  const char *sheet;
  const char *encoding;
  HbkLanguage language;
} HbkImportOptions;

/**
 * HbkImportColumn:
 * @letter: the letter of the column
 * @header: what stands above it
 * @target: what it is taken to say, as [struct@ImportOptions] names it
 * @label: the same in words
 *
 * A column of a table that is imported. Read the members freely.
 */
typedef struct
{
  char *letter;
  char *header;
  char *target;
  char *label;
} HbkImportColumn;

/**
 * HbkImport:
 * @path: the file
 * @what: what it was read as, in words: a logbook; a table with its sheet, encoding, header row and the columns used
 * @columns: (element-type HbkImportColumn): of a table, its columns; else empty
 * @sheet: (nullable): of a workbook, the sheet that was read
 * @sheets: (nullable) (array zero-terminated=1): of a workbook, all of its sheets
 * @encoding: (nullable): of a CSV file, the encoding it was read in
 * @adds: (element-type HbkRecord): records that the library does not have
 * @changes: (element-type HbkRecord): records that differ, and that the person has not touched since they were imported
 * @conflicts: (element-type HbkRecord): records that differ, and that the person has changed too
 * @n_same: how many are the same
 * @n_rows: of a table, how many rows there are
 * @problems: what is wrong, by row; rows with problems are left out
 * @profile: (nullable): answers about the person that the file has and the library has not
 * @n_files: how many evidence files lie beside the file and would be copied in
 * @logbook: what the file holds
 *
 * What importing a file would do. Nothing is stored before it is confirmed. Read the members freely.
 */
typedef struct
{
  char        *path;
  char        *what;
  GPtrArray   *columns;
  char        *sheet;
  char       **sheets;
  const char  *encoding;
  GPtrArray   *adds;
  GPtrArray   *changes;
  GPtrArray   *conflicts;
  guint        n_same;
  guint        n_rows;
  HbkProblems *problems;
  HbkFacts    *profile;
  guint        n_files;
  HbkLogbook  *logbook;
} HbkImport;

HbkImport      *hbk_workspace_prepare_import (HbkWorkspace *self, const char *path, const HbkImportOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_workspace_confirm_import (HbkWorkspace *self, HbkImport *import, HbkConflictChoice choice, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkImport      *hbk_import_ref (HbkImport *import);
void            hbk_import_free (HbkImport *import);

/* All that a column may be taken to say; letters and headers are empty. */
GPtrArray *hbk_workspace_list_import_targets (HbkWorkspace *self, HbkLanguage language, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkImport, hbk_import_free)

/**
 * HbkExportForm:
 * @HBK_EXPORT_LOGBOOK: a logbook, as JSON
 * @HBK_EXPORT_FOLDER: a folder with the logbook and the evidence files
 * @HBK_EXPORT_CSV: a table for people
 *
 * In which form a library is exported.
 */
typedef enum {
  HBK_EXPORT_LOGBOOK,
  HBK_EXPORT_FOLDER,
  HBK_EXPORT_CSV,
} HbkExportForm;

GBytes  *hbk_workspace_export_bytes (HbkWorkspace *self, HbkExportForm form, HbkDate as_of, HbkLanguage language, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean hbk_workspace_export (HbkWorkspace *self, HbkExportForm form, const char *path, HbkDate as_of, HbkLanguage language, GError **error);

/**
 * HbkRestore:
 * @path: the backup
 * @made: when it was made, in microseconds since 1970 UTC
 * @is_whole: it holds the evidence files too
 * @n_records: how many records it has
 * @n_files: how many evidence files it has
 * @is_damaged: the library is not there or cannot be read, and would be put aside
 * @adds: (element-type utf8): titles of records that would come back
 * @changes: (element-type utf8): titles of records that would be put back to what they were
 * @removes: (element-type utf8): titles of records that would go to the trash
 * @is_profile_changed: what holds of the person would be put back to what it was
 * @are_readings_changed: how unclear clauses are read would be put back to what it was
 *
 * What restoring a backup would do. Read the members freely.
 */
typedef struct
{
  char      *path;
  gint64     made;
  gboolean   is_whole;
  guint      n_records;
  guint      n_files;
  gboolean   is_damaged;
  GPtrArray *adds;
  GPtrArray *changes;
  GPtrArray *removes;
  gboolean   is_profile_changed;
  gboolean   are_readings_changed;
} HbkRestore;

gboolean    hbk_workspace_is_backup (HbkWorkspace *self, const char *path);
gboolean    hbk_workspace_back_up (HbkWorkspace *self, const char *path, HbkWorkspaceProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);
GPtrArray  *hbk_workspace_list_backups (HbkWorkspace *self, const char *dir) G_GNUC_WARN_UNUSED_RESULT;
HbkRestore *hbk_workspace_prepare_restore (HbkWorkspace *self, const char *dir, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hbk_workspace_confirm_restore (HbkWorkspace *self, const char *dir, HbkRestore *restore, GError **error);
void        hbk_restore_free (HbkRestore *restore);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkRestore, hbk_restore_free)

G_END_DECLS
