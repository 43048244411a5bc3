/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-database.h"
#include "library/hbk-library-lock.h"
#include "library/hbk-library.h"
#include "library/hbk-record-search.h"

G_BEGIN_DECLS

/* For the files that make up the class, hbk-library*.c and hbk-edit.c, and for tests. */

/**
 * HbkLibrary:
 *
 * What a person keeps: records, files, and how they came about, in one folder. Belongs to the thread that opened it; every call that
 * changes something returns when the change is on the disk.
 */
struct _HbkLibrary
{
  GObject          parent_instance;
  char            *dir;
  HbkLibraryMode   mode;
  HbkClock        *clock;
  HbkLibraryLock  *lock;
  gboolean         is_open; /* all was in order when it was opened */
  HbkDatabase     *database;
  HbkRecordSearch *search;         /* NULL until somebody searches */
  gint64           search_version; /* the database as it was read for it, by SQLite's count */
};

#define HBK_LIBRARY_DATABASE "hourbook.db"
#define HBK_LIBRARY_BACKUPS "backups"
#define HBK_LIBRARY_EVIDENCE "evidence"

HbkLibrary *hbk_library_open_with (const char *dir, HbkLibraryMode mode, HbkClock *clock, const char *const *migrations, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean hbk_library_has_remains (const char *dir);
void     hbk_library_add_way_out (const char *dir, GError **error);
char    *hbk_library_dup_path (HbkLibrary *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean hbk_library_store (HbkLibrary *self, HbkJournalStep *step, GError **error);
gboolean hbk_library_store_begun (HbkLibrary *self, HbkJournalStep *step, GError **error);

G_END_DECLS
