/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-change.h"

G_BEGIN_DECLS

/**
 * HbkJournalWhat:
 * @HBK_JOURNAL_ADD: records were added
 * @HBK_JOURNAL_EDIT: records were changed
 * @HBK_JOURNAL_REMOVE: records or files went to the trash
 * @HBK_JOURNAL_RESTORE: they came back from it
 * @HBK_JOURNAL_ATTACH: files were attached to records
 * @HBK_JOURNAL_DETACH: files were taken off records
 * @HBK_JOURNAL_TAKE_IN: files were copied into the library
 * @HBK_JOURNAL_FILE: what is known of a file was changed
 * @HBK_JOURNAL_PROFILE: what holds of the person was changed
 * @HBK_JOURNAL_READING: readings were chosen
 * @HBK_JOURNAL_IMPORT: a file was imported
 * @HBK_JOURNAL_RESTORE_BACKUP: the library was put back to what a backup holds
 * @HBK_JOURNAL_CLOSE: years were closed: bound to the rules of the day
 * @HBK_JOURNAL_HAND_IN: a year was handed in
 * @HBK_JOURNAL_REOPEN: a year that was handed in was opened again
 * @HBK_JOURNAL_UNDO: a step was undone
 * @HBK_JOURNAL_REDO: a step was done again
 *
 * What a step of the journal did.
 */
typedef enum {
  HBK_JOURNAL_ADD,
  HBK_JOURNAL_EDIT,
  HBK_JOURNAL_REMOVE,
  HBK_JOURNAL_RESTORE,
  HBK_JOURNAL_ATTACH,
  HBK_JOURNAL_DETACH,
  HBK_JOURNAL_TAKE_IN,
  HBK_JOURNAL_FILE,
  HBK_JOURNAL_PROFILE,
  HBK_JOURNAL_READING,
  HBK_JOURNAL_IMPORT,
  HBK_JOURNAL_RESTORE_BACKUP,
  HBK_JOURNAL_CLOSE,
  HBK_JOURNAL_HAND_IN,
  HBK_JOURNAL_REOPEN,
  HBK_JOURNAL_UNDO,
  HBK_JOURNAL_REDO,
} HbkJournalWhat;

#define HBK_TYPE_JOURNAL_STEP (hbk_journal_step_get_type ())

/**
 * HbkJournalStep:
 * @number: its number; 1 is the first of the library, 0 one that is not stored yet
 * @at: when, in microseconds since 1970 UTC
 * @what: what it did
 * @of: of an undo or redo: the step that was undone or done again; else 0
 * @of_what: of an undo or redo: what that step did
 * @note: (nullable): more about it, such as the name of the file that was imported
 * @correction: (nullable): why a year that was handed in was corrected
 * @changes: (element-type HbkChange): what it changed, in order
 *
 * One line of the journal: what the person did in one go. Read the members freely.
 */
typedef struct
{
  gint64         number;
  gint64         at;
  HbkJournalWhat what;
  gint64         of;
  HbkJournalWhat of_what;
  char          *note;
  char          *correction;
  GPtrArray     *changes;
} HbkJournalStep;

GType hbk_journal_step_get_type (void) G_GNUC_CONST;

HbkJournalStep *hbk_journal_step_new (HbkJournalWhat what) G_GNUC_WARN_UNUSED_RESULT;
HbkJournalStep *hbk_journal_step_copy (const HbkJournalStep *step) G_GNUC_WARN_UNUSED_RESULT;
void            hbk_journal_step_free (HbkJournalStep *step);

const char *hbk_journal_what_to_nick (HbkJournalWhat what);
gboolean    hbk_journal_what_from_nick (const char *nick, HbkJournalWhat *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkJournalStep, hbk_journal_step_free)

G_END_DECLS
