/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <archive.h>

#include "library/hbk-backup-archive.h"

G_BEGIN_DECLS

/* How many times as long as the archive all of its files may be, and each of them once it is longer than a MiB. */
#define HBK_BACKUP_MAX_RATIO 200

struct _HbkBackupArchive
{
  char              *name; /* for messages, escaped */
  int                fd;
  guint64            size;
  HbkBackupManifest *manifest;
};

/* One file of an archive, where it can be read once. */
typedef struct
{
  HbkBackupArchive *archive;
  struct archive   *reader;
  const char       *name;
  guint64           size;
} HbkBackupPart;

typedef gboolean (*HbkBackupPartFunc) (const HbkBackupPart *part, gpointer user_data, GError **error);
typedef gboolean (*HbkBackupDataFunc) (gconstpointer data, gsize length, gpointer user_data, GError **error);

gboolean hbk_backup_archive_each (HbkBackupArchive *self, HbkBackupPartFunc func, gpointer user_data, GError **error);
gboolean hbk_backup_part_stream (const HbkBackupPart *part, HbkBackupDataFunc func, gpointer user_data, GError **error);
gboolean hbk_backup_archive_can_hold (HbkBackupArchive *self, guint64 size, GError **error);
gboolean hbk_backup_archive_set_damaged (HbkBackupArchive *self, GError **error);

G_END_DECLS
