/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-journal-step.h"
#include "records/hbk-record.h"
#include "submission/hbk-submission.h"
#include "workspace/hbk-operation.h"
#include "workspace/hbk-workspace-exchange.h"

G_BEGIN_DECLS

/**
 * HbkRequest:
 *
 * One change that a person asks for, which becomes one step of the journal. It can be asked for again with a correction, when it is about
 * a year that was handed in.
 */
typedef struct _HbkRequest HbkRequest;

#define HBK_TYPE_REQUEST (hbk_request_get_type ())

GType hbk_request_get_type (void) G_GNUC_CONST;

HbkRequest *hbk_request_new_save_record (HbkRecord *record, const char *const *paths, const char *const *documents) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_save_records (GPtrArray *records) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_remove_records (const char *const *ids) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_restore (const char *const *ids) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_undo (void) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_redo (void) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_take_in (const char *const *paths, const char *record, const char *document) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_attach (const char *record, const char *const *sha256s, const char *document) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_detach (const char *record, const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_remove_file (const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_remove_files (const char *const *sha256s) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_set_document (const char *const *sha256s, const char *document) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_save_file (const HbkEvidenceFile *file) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_choose_reading (const char *pack, const char *reading, const char *option) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_change_profile (HbkDate from, HbkFacts *answers) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_correct_profile (HbkFacts *answers) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_hand_in (int year, const char *package, const char *note) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_note_application (const HbkSubmission *submission, const char *package, const char *note) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_reopen (int year) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_adopt_rules (int year) G_GNUC_WARN_UNUSED_RESULT;
HbkRequest *hbk_request_new_import (HbkImport *import, HbkConflictChoice choice) G_GNUC_WARN_UNUSED_RESULT;

HbkRequest *hbk_request_ref (HbkRequest *self);
void        hbk_request_unref (HbkRequest *self);
HbkRequest *hbk_request_with_correction (HbkRequest *self, const char *correction) G_GNUC_WARN_UNUSED_RESULT;
const char *hbk_request_get_correction (HbkRequest *self);
GPtrArray  *hbk_request_get_taken (HbkRequest *self);

HbkJournalStep *hbk_request_perform (HbkRequest *self, HbkWorkspace *workspace, HbkDate today, HbkOperation *operation, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkRequest, hbk_request_unref)

G_END_DECLS
