/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/hbk-library.h"

G_BEGIN_DECLS

/**
 * HbkEdit:
 *
 * A step on the way: what the person does in one go, and undoes in one go. Nothing of it is stored before it is committed.
 */
typedef struct _HbkEdit HbkEdit;

HbkEdit *hbk_edit_new (HbkLibrary *library, HbkJournalWhat what) G_GNUC_WARN_UNUSED_RESULT;
void     hbk_edit_free (HbkEdit *self);

void hbk_edit_set_note (HbkEdit *self, const char *note);
void hbk_edit_set_correction (HbkEdit *self, const char *correction);

gboolean hbk_edit_put (HbkEdit *self, HbkChangeKind kind, const char *id, const char *doc, GError **error);
gboolean hbk_edit_remove (HbkEdit *self, HbkChangeKind kind, const char *id, GError **error);
gboolean hbk_edit_restore (HbkEdit *self, HbkChangeKind kind, const char *id, GError **error);
gboolean hbk_edit_put_record (HbkEdit *self, HbkRecord *record, GError **error);
gboolean hbk_edit_put_file (HbkEdit *self, HbkEvidenceFile *file, GError **error);
guint    hbk_edit_get_n_changes (const HbkEdit *self);

HbkJournalStep *hbk_edit_commit (HbkEdit *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkEdit, hbk_edit_free)

G_END_DECLS
