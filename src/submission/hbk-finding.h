/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-submission.h"

G_BEGIN_DECLS

/**
 * HbkFindingKind:
 * @HBK_FINDING_NO_ENTRIES: there is nothing to hand in
 * @HBK_FINDING_NO_NAME: the person's name is not known
 * @HBK_FINDING_NO_EMPLOYER: the person's employer is not known
 * @HBK_FINDING_NAME_DIFFERS: the person's name was another in a year that is handed in
 * @HBK_FINDING_WARNING: a warning of the assessment
 * @HBK_FINDING_READING: an unclear clause is read otherwise than with care
 * @HBK_FINDING_FILE_ABSENT: a record names a file that the library does not have
 * @HBK_FINDING_FILE_MISSING: the copy of a file is gone, or is not as it was stored
 * @HBK_FINDING_FILE_ENCRYPTED: a file cannot be opened without a password
 * @HBK_FINDING_FILE_DAMAGED: a file cannot be read
 * @HBK_FINDING_FILE_ACTIVE: a file holds scripts, other files, or asks to start programs
 * @HBK_FINDING_FILE_SMALL: a picture has too few pixels to be read on paper
 * @HBK_FINDING_FILE_UNSEEN: nobody has looked into a file yet
 * @HBK_FINDING_FILE_LOCATION: a photograph says where it was taken
 * @HBK_FINDING_FILE_LOCATION_STAYS: the location was to be left out, but cannot be taken out of a file of this type
 * @HBK_FINDING_FILE_LARGE: a file is larger than the portal takes
 * @HBK_FINDING_FILE_TYPE: a file is of a type that the portal does not take
 * @HBK_FINDING_TOTAL_LARGE: all files together are larger than the portal takes
 * @HBK_FINDING_ALREADY: the year was handed in before
 * @HBK_FINDING_ADDED: a record was not there when the year was handed in
 * @HBK_FINDING_CHANGED: a record was another when the year was handed in
 * @HBK_FINDING_REMOVED: a record is gone since the year was handed in
 *
 * What a check before handing in can find.
 */
typedef enum {
  HBK_FINDING_NO_ENTRIES,
  HBK_FINDING_NO_NAME,
  HBK_FINDING_NO_EMPLOYER,
  HBK_FINDING_NAME_DIFFERS,
  HBK_FINDING_WARNING,
  HBK_FINDING_READING,
  HBK_FINDING_FILE_ABSENT,
  HBK_FINDING_FILE_MISSING,
  HBK_FINDING_FILE_ENCRYPTED,
  HBK_FINDING_FILE_DAMAGED,
  HBK_FINDING_FILE_ACTIVE,
  HBK_FINDING_FILE_SMALL,
  HBK_FINDING_FILE_UNSEEN,
  HBK_FINDING_FILE_LOCATION,
  HBK_FINDING_FILE_LOCATION_STAYS,
  HBK_FINDING_FILE_LARGE,
  HBK_FINDING_FILE_TYPE,
  HBK_FINDING_TOTAL_LARGE,
  HBK_FINDING_ALREADY,
  HBK_FINDING_ADDED,
  HBK_FINDING_CHANGED,
  HBK_FINDING_REMOVED,
} HbkFindingKind;

/**
 * HbkFinding:
 * @kind: what was found
 * @severity: ERROR stops the package; the others are written into its report
 * @year: the year it is about, 0 when none
 * @entry: (nullable): the line of the form
 * @file: (nullable): the file
 * @warning: (nullable): of WARNING, the warning
 * @pack: (nullable): of WARNING and READING, the rules
 * @reading: of READING, the index of the reading
 * @option: of READING, the index of the option that was chosen
 * @name: (nullable): of FILE_ABSENT, the file as the record names it; of NAME_DIFFERS, the name it was; of REMOVED, and of CHANGED where it is on no line
 *   any more, the record
 * @limit: of FILE_LARGE and TOTAL_LARGE, the limit in bytes
 * @size: of FILE_LARGE and TOTAL_LARGE, the size in bytes
 *
 * One finding. It holds on to nothing and lives as long as the submission it was made from, but for @name.
 */
typedef struct
{
  HbkFindingKind            kind;
  HbkSeverity               severity;
  int                       year;
  const HbkSubmissionEntry *entry;
  const HbkSubmissionFile  *file;
  const HbkWarning         *warning;
  const HbkPack            *pack;
  guint                     reading;
  guint                     option;
  char                     *name;
  guint64                   limit;
  guint64                   size;
} HbkFinding;

const char *hbk_finding_get_nick (const HbkFinding *finding);
char       *hbk_finding_dup_title (const HbkFinding *finding, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char       *hbk_finding_dup_action (const HbkFinding *finding, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char       *hbk_finding_dup_line (const HbkFinding *finding, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
