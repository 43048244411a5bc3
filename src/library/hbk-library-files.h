/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-edit.h"
#include "records/hbk-trash-entry.h"

G_BEGIN_DECLS

/* What is known of evidence files, and what is in the trash. The files themselves are the matter of the blob store. */

GPtrArray       *hbk_library_list_files (HbkLibrary *self, gboolean only_inbox, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkEvidenceFile *hbk_library_get_file (HbkLibrary *self, const char *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkEvidenceFile *hbk_library_find_file (HbkLibrary *self, const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char           **hbk_library_list_proven (HbkLibrary *self, const char *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         hbk_library_adopt_file (HbkLibrary *self, HbkEdit *edit, const char *doc, GError **error);
gboolean         hbk_library_reserve_serials (HbkLibrary *self, guint n, guint *first, GError **error);

GPtrArray       *hbk_library_list_trash (HbkLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
HbkEvidenceFile *hbk_library_get_trashed_file (HbkLibrary *self, const char *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         hbk_library_empty_trash (HbkLibrary *self, guint *n_records, GPtrArray *sha256s, GError **error);

G_END_DECLS
