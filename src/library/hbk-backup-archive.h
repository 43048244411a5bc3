/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-backup-manifest.h"

G_BEGIN_DECLS

/**
 * HbkBackupArchive:
 *
 * A backup that is being read: one file with the database and all evidence of a library.
 *
 * Nothing in it decides where something is written: of the names only those that a backup has are known, and each file
 * goes where the caller says. What is larger than it says, or has another checksum, is refused.
 */
typedef struct _HbkBackupArchive HbkBackupArchive;

HbkBackupArchive *hbk_backup_archive_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkBackupArchive *hbk_backup_archive_open_fd (int fd, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              hbk_backup_archive_free (HbkBackupArchive *self);

const HbkBackupManifest *hbk_backup_archive_get_manifest (const HbkBackupArchive *self);

gboolean hbk_backup_archive_verify (HbkBackupArchive *self, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error);
gboolean hbk_backup_archive_extract (HbkBackupArchive *self, const char *database, HbkBlobStore *store, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkBackupArchive, hbk_backup_archive_free)

G_END_DECLS
