/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-state.h"

G_BEGIN_DECLS

/**
 * HbkRecordSort:
 * @HBK_RECORD_SORT_NEWEST: by date, the newest first
 * @HBK_RECORD_SORT_OLDEST: by date, the oldest first
 * @HBK_RECORD_SORT_HOURS: by hours, the most first
 * @HBK_RECORD_SORT_TITLE: by title
 * @HBK_RECORD_SORT_ADDED: by when it was written down, the last first
 *
 * In which order records are listed.
 */
typedef enum {
  HBK_RECORD_SORT_NEWEST,
  HBK_RECORD_SORT_OLDEST,
  HBK_RECORD_SORT_HOURS,
  HBK_RECORD_SORT_TITLE,
  HBK_RECORD_SORT_ADDED,
} HbkRecordSort;

/**
 * HbkRecordStanding:
 * @HBK_RECORD_STANDING_ANY: all
 * @HBK_RECORD_STANDING_CREDITED: those with hours that count
 * @HBK_RECORD_STANDING_PENDING: those that wait for a fact or an approval
 * @HBK_RECORD_STANDING_PLANNED: those that are still to come
 * @HBK_RECORD_STANDING_CUT: those of which a cap took something
 * @HBK_RECORD_STANDING_NOTHING: those that do not count
 *
 * Which records are wanted by what became of them.
 */
typedef enum {
  HBK_RECORD_STANDING_ANY,
  HBK_RECORD_STANDING_CREDITED,
  HBK_RECORD_STANDING_PENDING,
  HBK_RECORD_STANDING_PLANNED,
  HBK_RECORD_STANDING_CUT,
  HBK_RECORD_STANDING_NOTHING,
} HbkRecordStanding;

/**
 * HbkRecordProof:
 * @HBK_RECORD_PROOF_ANY: all
 * @HBK_RECORD_PROOF_MISSING: those whose evidence is not complete
 * @HBK_RECORD_PROOF_COMPLETE: those whose evidence is complete
 * @HBK_RECORD_PROOF_SUBMITTED: those handed in for review, confirmed or not
 * @HBK_RECORD_PROOF_VERIFIED: those that a reviewer confirmed
 *
 * Which records are wanted by how well they are proved.
 */
typedef enum {
  HBK_RECORD_PROOF_ANY,
  HBK_RECORD_PROOF_MISSING,
  HBK_RECORD_PROOF_COMPLETE,
  HBK_RECORD_PROOF_SUBMITTED,
  HBK_RECORD_PROOF_VERIFIED,
} HbkRecordProof;

/**
 * HbkRecordFilter:
 * @year: a year in which the record counts or has a day; 0 for any
 * @subject: the subject of its hours; none for any
 * @activity: (nullable): the id of the activity; %NULL for any
 * @standing: what became of it
 * @proof: how well it is proved
 * @found: (nullable) (element-type utf8): the ids of those that a search has found; %NULL when nothing was searched for
 * @sort: the order
 *
 * Which records are wanted, and in which order. All that is set must hold.
 */
typedef struct
{
  int               year;
  HbkSubject        subject;
  const char       *activity;
  HbkRecordStanding standing;
  HbkRecordProof    proof;
  GHashTable       *found;
  HbkRecordSort     sort;
} HbkRecordFilter;

/**
 * HbkRecordSection:
 * @start: the position of its first record
 * @year: the year of its month; 0 where the order is not one of dates
 * @month: the month, 1 to 12; 0 where the order is not one of dates, or its records have no date
 * @n_records: how many records it has
 * @credited: their hours that count
 * @pending: what they would add but for missing facts or approvals
 * @planned: what they will add once done
 *
 * Records of one month.
 */
typedef struct
{
  guint    start;
  int      year;
  int      month;
  guint    n_records;
  HbkTally credited;
  HbkTally pending;
  HbkTally planned;
} HbkRecordSection;

/**
 * HbkRecordOrder:
 * @state: the state that it was made of
 * @year: the year that was asked for; 0 for all
 * @sort: the order
 * @records: (element-type HbkRecord): the records
 * @sections: (element-type HbkRecordSection): where the months begin; one for everything where the order is not one of dates
 *
 * The records that are wanted, in order: an immutable value. Read the members freely.
 */
typedef struct
{
  gatomicrefcount ref_count;
  HbkState       *state;
  int             year;
  HbkRecordSort   sort;
  GPtrArray      *records;
  GArray         *sections;
} HbkRecordOrder;

#define HBK_TYPE_RECORD_ORDER (hbk_record_order_get_type ())

GType hbk_record_order_get_type (void) G_GNUC_CONST;

HbkRecordOrder *hbk_record_order (HbkState *state, const HbkRecordFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
HbkRecordOrder *hbk_record_order_ref (HbkRecordOrder *self);
void            hbk_record_order_unref (HbkRecordOrder *self);

const HbkRecordSection *hbk_record_order_get_section (const HbkRecordOrder *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkRecordOrder, hbk_record_order_unref)

G_END_DECLS
