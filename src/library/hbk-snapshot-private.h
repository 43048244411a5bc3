/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-backup-archive.h"
#include "library/hbk-snapshot.h"
#include "records/hbk-change.h"

G_BEGIN_DECLS

struct _HbkSnapshot
{
  char             *dir;  /* of the library that it is to be restored into */
  char             *path; /* of the backup */
  char             *copy; /* the folder of the copy */
  gint64            made;
  HbkBackupArchive *archive; /* NULL of a backup of the database alone */
  HbkLibrary       *library; /* the copy */
};

/* What hbk_snapshot_load_docs() is asked for. */
#define HBK_SNAPSHOT_RECORDS "SELECT id, doc FROM record"
#define HBK_SNAPSHOT_FILES "SELECT sha256, doc FROM file"
#define HBK_SNAPSHOT_ITEMS "SELECT kind || ' ' || id, doc FROM item"

GHashTable *hbk_snapshot_load_docs (HbkLibrary *library, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hbk_snapshot_split_item (const char *key, HbkChangeKind *kind, const char **id);

G_END_DECLS
