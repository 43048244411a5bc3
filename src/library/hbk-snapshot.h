/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-library.h"
#include "disk/hbk-progress.h"

G_BEGIN_DECLS

/**
 * HbkSnapshot:
 *
 * A backup that may be restored: one of the database that Hourbook made by itself, or a full one in one file. It is looked at in a copy
 * of its own, in the folder of the library; the backup itself is never written to.
 */
typedef struct _HbkSnapshot HbkSnapshot;

HbkSnapshot *hbk_snapshot_open (const char *dir, const char *path, HbkClock *clock, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         hbk_snapshot_free (HbkSnapshot *self);

gboolean hbk_snapshot_is_whole (const HbkSnapshot *self);
gint64   hbk_snapshot_get_made (const HbkSnapshot *self);
gboolean hbk_snapshot_count (HbkSnapshot *self, guint *n_records, guint *n_files, GError **error);

gboolean        hbk_snapshot_compare (HbkSnapshot *self, HbkLibrary *library, GPtrArray *adds, GPtrArray *changes, GPtrArray *removes, GError **error);
gboolean        hbk_snapshot_compare_items (HbkSnapshot *self, HbkLibrary *library, gboolean *is_profile_changed, gboolean *are_readings_changed, GError **error);
HbkJournalStep *hbk_snapshot_restore (HbkSnapshot *self, HbkLibrary *library, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        hbk_snapshot_replace (HbkSnapshot *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkSnapshot, hbk_snapshot_free)

G_END_DECLS
