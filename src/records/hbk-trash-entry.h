/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-evidence-file.h"
#include "records/hbk-record.h"

G_BEGIN_DECLS

/**
 * HBK_TRASH_DAYS:
 *
 * How many days what was removed stays in the trash at least.
 */
#define HBK_TRASH_DAYS 90

#define HBK_TYPE_TRASH_ENTRY (hbk_trash_entry_get_type ())

/**
 * HbkTrashEntry:
 * @record: (nullable): the record, when it is one
 * @file: (nullable): the file, when it is one
 * @removed: when it was removed, in microseconds since 1970 UTC
 * @days_left: for how many days it is sure to stay; 0 when emptying the trash removes it for good
 *
 * A record or file that was removed and can be restored. Read the members freely.
 */
typedef struct
{
  HbkRecord       *record;
  HbkEvidenceFile *file;
  gint64           removed;
  int              days_left;
} HbkTrashEntry;

GType hbk_trash_entry_get_type (void) G_GNUC_CONST;

HbkTrashEntry *hbk_trash_entry_new (HbkRecord *record, HbkEvidenceFile *file, gint64 removed, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
HbkTrashEntry *hbk_trash_entry_copy (const HbkTrashEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
void           hbk_trash_entry_free (HbkTrashEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkTrashEntry, hbk_trash_entry_free)

G_END_DECLS
