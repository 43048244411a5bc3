/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-backup-manifest.h"
#include "disk/hbk-temp-file.h"

G_BEGIN_DECLS

/* What a ZIP is written from, and how far it has come. */
typedef struct
{
  HbkTempFile             *file;
  const char              *path; /* for messages */
  int                      database_fd;
  const char              *database;
  HbkBlobStore            *store;
  const HbkBackupManifest *manifest;
  GCancellable            *cancellable;
  HbkProgressFunc          progress;
  gpointer                 user_data;
  guint64                  done;
  guint64                  total;
  int                      code; /* the errno with which writing failed */
} HbkBackupZip;

gboolean hbk_backup_zip_write (HbkBackupZip *self, gboolean pack_database, gboolean *is_unreadable, GError **error);

G_END_DECLS
