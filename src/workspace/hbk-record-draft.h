/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-record.h"

G_BEGIN_DECLS

/**
 * HbkRecordDraft:
 * @record: the record as far as it has been entered, perhaps without a date
 * @is_new: the library does not have it
 * @first_day: the first day, where the days make no period of the record yet; else %HBK_DATE_NONE
 * @last_day: the last day, likewise
 * @paths: (array zero-terminated=1) (element-type filename): files that are to be taken in with it
 * @documents: (array zero-terminated=1): the document type of each of @paths, "" where none was chosen
 *
 * What a person has entered and not stored. Read the members freely.
 */
typedef struct
{
  HbkRecord *record;
  gboolean   is_new;
  HbkDate    first_day;
  HbkDate    last_day;
  char     **paths;
  char     **documents;
} HbkRecordDraft;

HbkRecordDraft *hbk_record_draft_new (HbkRecord *record, gboolean is_new, const char *const *paths, const char *const *documents) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_record_draft_set_days (HbkRecordDraft *self, HbkDate first, HbkDate last);
void            hbk_record_draft_free (HbkRecordDraft *self);

/* Drafts lie beside the library, one for each record and one for a new one, each with perhaps an earlier one that was set aside. */
gboolean        hbk_record_draft_store (const HbkRecordDraft *self, const char *library_dir, GError **error);
HbkRecordDraft *hbk_record_draft_load (const char *library_dir, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_record_draft_set_aside (const char *library_dir, const char *id);
void            hbk_record_draft_discard (const char *library_dir, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkRecordDraft, hbk_record_draft_free)

G_END_DECLS
