/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-library.h"

G_BEGIN_DECLS

/**
 * HbkBackupReason:
 * @HBK_BACKUP_WEEKLY: a week has passed
 * @HBK_BACKUP_BEFORE_MIGRATION: a newer Hourbook is about to change the form of the database
 * @HBK_BACKUP_BEFORE_IMPORT: a file is about to be imported
 * @HBK_BACKUP_BEFORE_RESTORE: a backup is about to be restored
 * @HBK_BACKUP_BEFORE_EMPTYING: the trash is about to be emptied
 *
 * Why a backup of the database is kept. Files need none there: they are never changed, and removed only from the trash.
 */
typedef enum {
  HBK_BACKUP_WEEKLY,
  HBK_BACKUP_BEFORE_MIGRATION,
  HBK_BACKUP_BEFORE_IMPORT,
  HBK_BACKUP_BEFORE_RESTORE,
  HBK_BACKUP_BEFORE_EMPTYING,
} HbkBackupReason;

gboolean   hbk_library_make_backup (HbkLibrary *self, HbkBackupReason reason, char **name, GError **error);
gboolean   hbk_library_make_weekly_backup (HbkLibrary *self, GError **error);
gboolean   hbk_library_copy_database (HbkLibrary *self, char **path, guint *n_records, GError **error);
void       hbk_library_remove_copy (const char *path);
GPtrArray *hbk_library_list_backups (const char *dir) G_GNUC_WARN_UNUSED_RESULT;
gint64     hbk_library_get_backup_moment (const char *path);
char      *hbk_library_find_good_backup (const char *dir) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
