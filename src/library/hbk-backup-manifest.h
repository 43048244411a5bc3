/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "library/hbk-blob-listing.h"

G_BEGIN_DECLS

/* The parts of a backup. */
#define HBK_BACKUP_MIMETYPE_NAME "mimetype"
#define HBK_BACKUP_MIMETYPE "application/x-hourbook-backup"
#define HBK_BACKUP_MANIFEST_NAME "manifest.json"
#define HBK_BACKUP_DATABASE_NAME "hourbook.db"
#define HBK_BACKUP_EVIDENCE_PREFIX "evidence/"

/**
 * HBK_BACKUP_MANIFEST_MAX_BYTES:
 *
 * How large the list in a backup may be.
 */
#define HBK_BACKUP_MANIFEST_MAX_BYTES (64 * 1024 * 1024)

/**
 * HBK_BACKUP_MAX_EVIDENCE:
 *
 * How many pieces of evidence a backup may hold.
 */
#define HBK_BACKUP_MAX_EVIDENCE 200000

/**
 * HBK_BACKUP_MAX_DATABASE:
 *
 * How large the database in a backup may be: 8 GiB.
 */
#define HBK_BACKUP_MAX_DATABASE (G_GUINT64_CONSTANT (8) << 30)

/**
 * HbkBackupManifest:
 * @created: when it was made, in seconds since 1970 UTC
 * @application: the version of Hourbook that made it
 * @n_records: how many records there are in the database
 * @database: the checksum and size of the database
 * @evidence: (element-type HbkBlobEntry): the pieces of evidence, in the order of their checksums
 *
 * What a backup says that it holds. Read the members freely.
 */
typedef struct
{
  gint64       created;
  char        *application;
  guint        n_records;
  HbkBlobEntry database;
  GArray      *evidence;
} HbkBackupManifest;

HbkBackupManifest *hbk_backup_manifest_new (gint64 created, const char *application, guint n_records) G_GNUC_WARN_UNUSED_RESULT;
void               hbk_backup_manifest_free (HbkBackupManifest *self);

guint64             hbk_backup_manifest_get_size (const HbkBackupManifest *self);
const HbkBlobEntry *hbk_backup_manifest_lookup (const HbkBackupManifest *self, const char *name);

GBytes            *hbk_backup_manifest_write (const HbkBackupManifest *self) G_GNUC_WARN_UNUSED_RESULT;
HbkBackupManifest *hbk_backup_manifest_read (GBytes *bytes, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkBackupManifest, hbk_backup_manifest_free)

G_END_DECLS
