/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

/**
 * HbkImportTargetKind:
 * @HBK_IMPORT_IGNORE: nothing
 * @HBK_IMPORT_ID: the id of the record
 * @HBK_IMPORT_TITLE: its title
 * @HBK_IMPORT_ACTIVITY: its activity
 * @HBK_IMPORT_START: its first day
 * @HBK_IMPORT_END: its last day
 * @HBK_IMPORT_PERIOD: its days, a single one or a range
 * @HBK_IMPORT_SUBJECT: its subject
 * @HBK_IMPORT_STATUS: its status
 * @HBK_IMPORT_WORK: the identity of its work
 * @HBK_IMPORT_NOTE: its note
 * @HBK_IMPORT_APPEND_NOTE: a line of its note that begins with the header of the column
 * @HBK_IMPORT_VERIFIED_PUBLIC: its verified hours of the public subject
 * @HBK_IMPORT_VERIFIED_PROFESSIONAL: its verified hours of the professional subject
 * @HBK_IMPORT_HOURS: the fact that says the hours of its activity
 * @HBK_IMPORT_FACT: a fact
 *
 * What a column of a table may say about a record.
 */
typedef enum {
  HBK_IMPORT_IGNORE,
  HBK_IMPORT_ID,
  HBK_IMPORT_TITLE,
  HBK_IMPORT_ACTIVITY,
  HBK_IMPORT_START,
  HBK_IMPORT_END,
  HBK_IMPORT_PERIOD,
  HBK_IMPORT_SUBJECT,
  HBK_IMPORT_STATUS,
  HBK_IMPORT_WORK,
  HBK_IMPORT_NOTE,
  HBK_IMPORT_APPEND_NOTE,
  HBK_IMPORT_VERIFIED_PUBLIC,
  HBK_IMPORT_VERIFIED_PROFESSIONAL,
  HBK_IMPORT_HOURS,
  HBK_IMPORT_FACT,
} HbkImportTargetKind;

/**
 * HbkImportTarget:
 * @kind: the kind
 * @fact: (nullable): the fact, of %HBK_IMPORT_FACT
 *
 * What a column says about a record. It lives as long as the vocabulary.
 */
typedef struct
{
  HbkImportTargetKind kind;
  const HbkFactSpec  *fact;
} HbkImportTarget;

gboolean    hbk_import_target_from_name (const char *name, const HbkVocabulary *vocabulary, HbkImportTarget *target);
gboolean    hbk_import_target_equal (const HbkImportTarget *a, const HbkImportTarget *b);
char       *hbk_import_target_to_name (const HbkImportTarget *target) G_GNUC_WARN_UNUSED_RESULT;
const char *hbk_import_target_get_label (const HbkImportTarget *target, HbkLanguage language);

G_END_DECLS
