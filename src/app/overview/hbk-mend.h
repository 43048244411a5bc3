/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-warning.h"

G_BEGIN_DECLS

/**
 * HbkMendKind:
 * @HBK_MEND_RECORD: look at the record
 * @HBK_MEND_EVIDENCE: add evidence to the record
 * @HBK_MEND_FACT: fill in what is not known of the record, or of the person
 * @HBK_MEND_CLAUSE: read the clause
 * @HBK_MEND_READING: choose a reading
 * @HBK_MEND_HAND_IN: hand the year in
 * @HBK_MEND_HISTORY: look at what was changed
 * @HBK_MEND_NOTHING: the figures of the year say it already
 *
 * What mends a warning.
 */
typedef enum {
  HBK_MEND_RECORD,
  HBK_MEND_EVIDENCE,
  HBK_MEND_FACT,
  HBK_MEND_CLAUSE,
  HBK_MEND_READING,
  HBK_MEND_HAND_IN,
  HBK_MEND_HISTORY,
  HBK_MEND_NOTHING,
} HbkMendKind;

/**
 * HbkMend:
 * @label: what it is called on a button
 * @action: the action of the window
 * @target: (nullable): its parameter
 *
 * The one thing to do about something.
 */
typedef struct
{
  const char *label;
  const char *action;
  GVariant   *target;
} HbkMend;

HbkMendKind hbk_mend_kind_of_warning (const HbkWarning *warning);
HbkMend     hbk_mend_new (const char *label, const char *action, GVariant *target);
HbkMend     hbk_mend_new_of_warning (HbkMendKind kind, const HbkWarning *warning, const HbkPack *pack, const char *clause, int year);
void        hbk_mend_clear (HbkMend *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkMend, hbk_mend_clear)

G_END_DECLS
