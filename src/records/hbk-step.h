/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-change.h"

G_BEGIN_DECLS

/**
 * HbkStepWhat:
 * @HBK_STEP_ADD: records were added
 * @HBK_STEP_EDIT: records were changed
 * @HBK_STEP_REMOVE: records or files went to the trash
 * @HBK_STEP_RESTORE: they came back from it
 * @HBK_STEP_ATTACH: files were attached to records
 * @HBK_STEP_DETACH: files were taken off records
 * @HBK_STEP_TAKE_IN: files were copied into the library
 * @HBK_STEP_FILE: what is known of a file was changed
 * @HBK_STEP_PROFILE: what holds of the person was changed
 * @HBK_STEP_READING: readings were chosen
 * @HBK_STEP_IMPORT: a file was imported
 * @HBK_STEP_RESTORE_BACKUP: the library was put back to what a backup holds
 * @HBK_STEP_CLOSE: years were closed: bound to the rules of the day
 * @HBK_STEP_HAND_IN: a year was handed in
 * @HBK_STEP_REOPEN: a year that was handed in was opened again
 * @HBK_STEP_UNDO: a step was undone
 * @HBK_STEP_REDO: a step was done again
 *
 * What a step of the journal did.
 */
typedef enum {
  HBK_STEP_ADD,
  HBK_STEP_EDIT,
  HBK_STEP_REMOVE,
  HBK_STEP_RESTORE,
  HBK_STEP_ATTACH,
  HBK_STEP_DETACH,
  HBK_STEP_TAKE_IN,
  HBK_STEP_FILE,
  HBK_STEP_PROFILE,
  HBK_STEP_READING,
  HBK_STEP_IMPORT,
  HBK_STEP_RESTORE_BACKUP,
  HBK_STEP_CLOSE,
  HBK_STEP_HAND_IN,
  HBK_STEP_REOPEN,
  HBK_STEP_UNDO,
  HBK_STEP_REDO,
} HbkStepWhat;

#define HBK_TYPE_STEP (hbk_step_get_type ())

/**
 * HbkStep:
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
  gint64      number;
  gint64      at;
  HbkStepWhat what;
  gint64      of;
  HbkStepWhat of_what;
  char       *note;
  char       *correction;
  GPtrArray  *changes;
} HbkStep;

GType hbk_step_get_type (void) G_GNUC_CONST;

HbkStep *hbk_step_new (HbkStepWhat what) G_GNUC_WARN_UNUSED_RESULT;
HbkStep *hbk_step_copy (const HbkStep *step) G_GNUC_WARN_UNUSED_RESULT;
void     hbk_step_free (HbkStep *step);

const char *hbk_step_what_to_nick (HbkStepWhat what);
gboolean    hbk_step_what_from_nick (const char *nick, HbkStepWhat *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkStep, hbk_step_free)

G_END_DECLS
