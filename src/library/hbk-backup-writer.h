/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "library/hbk-blob-store.h"

G_BEGIN_DECLS

/**
 * HBK_BACKUP_EXTENSION:
 *
 * What the name of a backup ends with.
 */
#define HBK_BACKUP_EXTENSION ".hourbook-backup"

/**
 * HbkBackupContents:
 * @database: a database file that nobody writes to
 * @store: where the evidence is
 * @evidence: (array zero-terminated=1): the checksums of the evidence, in any order
 * @created: when the backup is made, in seconds since 1970 UTC
 * @application: the version of Hourbook
 * @n_records: how many records there are in the database
 *
 * What goes into a backup.
 */
typedef struct
{
  const char        *database;
  HbkBlobStore      *store;
  const char *const *evidence;
  gint64             created;
  const char        *application;
  guint              n_records;
} HbkBackupContents;

gboolean hbk_backup_write (const char *path, const HbkBackupContents *contents, gboolean replace, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, GError **error);

G_END_DECLS
