/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-evidence-file.h"
#include "records/hbk-journal-step.h"
#include "records/hbk-year-entry.h"
#include "rules/hbk-assessment.h"
#include "workspace/hbk-workspace-years.h"

G_BEGIN_DECLS

/**
 * HbkStateYear:
 * @year: the year
 * @basis: what it is assessed by
 * @assessment: the assessment it belongs to
 * @result: the year in @assessment
 * @entry: (nullable): how it was closed or handed in; %NULL while it is open
 * @changed: it has changed since it was handed in
 *
 * A year of a state. Read the members freely.
 */
typedef struct
{
  int                  year;
  const HbkBasis      *basis;
  HbkAssessment       *assessment;
  const HbkYearResult *result;
  const HbkYearEntry  *entry;
  gboolean             changed;
} HbkStateYear;

/**
 * HbkRecordYear:
 * @year: the year
 * @result: what became of the record in it
 *
 * A record in one of its years.
 */
typedef struct
{
  const HbkStateYear    *year;
  const HbkRecordResult *result;
} HbkRecordYear;

/**
 * HbkState:
 * @generation: grows with every change of the library, and from one library to the next
 * @is_complete: the effects of other readings are worked out; a state that is published first after a change leaves them out
 * @today: the day of the assessment
 * @vocabulary: the words of all packs
 * @logbook: all records in no order, with the profile of today
 * @pack: (nullable): the rules of today's region; %NULL while no region with rules is chosen
 * @years: (element-type HbkStateYear): the years, the earliest first; empty while @pack is %NULL
 * @trouble: (nullable): why there are no years although there is a pack
 * @records: (element-type HbkRecord): all records, the newest first
 * @files: (element-type HbkEvidenceFile): all files, the newest first
 * @undo: the number of the step that undo would undo; 0 when there is none
 * @redo: the number of the step that redo would do again; 0 when there is none
 * @n_trash: how many records and files lie in the trash
 * @is_writable: the library may be changed
 *
 * All that the window shows, on one day after one change: an immutable value, made by the thread that has the library and read by any.
 */
typedef struct _HbkState HbkState;

struct _HbkState
{
  gatomicrefcount ref_count;
  guint64         generation;
  gboolean        is_complete;
  HbkDate         today;
  HbkVocabulary  *vocabulary;
  HbkLogbook     *logbook;
  HbkPack        *pack;
  GPtrArray      *years;
  GError         *trouble;
  GPtrArray      *records;
  GPtrArray      *files;
  gint64          undo;
  gint64          redo;
  guint           n_trash;
  gboolean        is_writable;

  /*< private >*/
  GPtrArray  *bases;
  GPtrArray  *assessments;
  GHashTable *years_by_record;
  GHashTable *records_by_file;
  GHashTable *files_by_sha256;
};

#define HBK_TYPE_STATE (hbk_state_get_type ())

GType hbk_state_get_type (void) G_GNUC_CONST;

HbkState *hbk_state_ref (HbkState *self);
void      hbk_state_unref (HbkState *self);

HbkProfile            *hbk_state_get_profile (const HbkState *self);
GPtrArray             *hbk_state_list_packs (const HbkState *self) G_GNUC_WARN_UNUSED_RESULT;
const HbkStateYear    *hbk_state_lookup_year (const HbkState *self, int year);
HbkRecord             *hbk_state_lookup_record (const HbkState *self, const char *id);
guint                  hbk_state_get_n_record_years (const HbkState *self, const char *record_id);
const HbkRecordYear   *hbk_state_get_record_year (const HbkState *self, const char *record_id, guint position);
const HbkEvidenceFile *hbk_state_lookup_file (const HbkState *self, const char *sha256);
GPtrArray             *hbk_state_get_records_of_file (const HbkState *self, const char *sha256);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkState, hbk_state_unref)

G_END_DECLS
