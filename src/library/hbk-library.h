/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-clock.h"
#include "records/hbk-evidence-file.h"
#include "records/hbk-logbook.h"
#include "records/hbk-record-query.h"
#include "records/hbk-journal-step.h"
#include "records/hbk-year-entry.h"

G_BEGIN_DECLS

/**
 * HbkLibraryMode:
 * @HBK_LIBRARY_READ: only look; others may look too, and one may write meanwhile
 * @HBK_LIBRARY_WRITE: look and change; nobody else may
 * @HBK_LIBRARY_CREATE: as %HBK_LIBRARY_WRITE; a library that is not there yet is made
 *
 * What a library is opened for.
 */
typedef enum {
  HBK_LIBRARY_READ,
  HBK_LIBRARY_WRITE,
  HBK_LIBRARY_CREATE,
} HbkLibraryMode;

#define HBK_TYPE_LIBRARY (hbk_library_get_type ())

G_DECLARE_FINAL_TYPE (HbkLibrary, hbk_library, HBK, LIBRARY, GObject)

HbkLibrary *hbk_library_open (const char *dir, HbkLibraryMode mode, HbkClock *clock, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *hbk_library_get_dir (HbkLibrary *self);
gboolean    hbk_library_exists (const char *dir);
gboolean    hbk_library_check_writable (HbkLibrary *self, GError **error);

/* Reading */
gboolean   hbk_library_lookup (HbkLibrary *self, HbkChangeKind kind, const char *id, char **doc, GError **error);
HbkRecord *hbk_library_get_record (HbkLibrary *self, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char      *hbk_library_expand_id (HbkLibrary *self, const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char      *hbk_library_make_id (HbkLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hbk_library_list (HbkLibrary *self, const HbkRecordQuery *query, guint offset, guint limit, guint *n_total, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hbk_library_list_items (HbkLibrary *self, HbkChangeKind kind, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hbk_library_load_records (HbkLibrary *self, HbkLogbook *logbook, GError **error);
HbkFacts  *hbk_library_dup_profile (HbkLibrary *self, HbkDate on, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkFacts  *hbk_library_parse_facts (const char *doc, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Undo and history */
HbkJournalStep *hbk_library_undo (HbkLibrary *self, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_library_redo (HbkLibrary *self, const char *correction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        hbk_library_peek (HbkLibrary *self, gint64 *undo, gint64 *redo, GError **error);
GPtrArray      *hbk_library_list_steps (HbkLibrary *self, const char *record, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        hbk_library_was_imported (HbkLibrary *self, const char *record, gboolean *was_imported, GError **error);

/* Years */
GPtrArray *hbk_library_list_years (HbkLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hbk_library_has_year_changed (HbkLibrary *self, const HbkYearEntry *entry, gboolean *has_changed, GError **error);
gboolean   hbk_library_keep_rules (HbkLibrary *self, GBytes *rules, char **sha256, GError **error);
GBytes    *hbk_library_get_rules (HbkLibrary *self, const char *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
