/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-evidence-file.h"
#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

/**
 * HbkSubmissionFile:
 * @file: the evidence file as the library keeps it
 * @document: (nullable): the id of the document type it serves as
 * @number: its number in the package, such as 03-1; the form, the summary and the binder all use it
 * @path: where it lies in the package, below `data/`
 * @title: what it is in Chinese, such as 期刊封面
 * @packed: (nullable): of a photograph that is handed in without its location, the checksum it has then; set while the package is made
 * @packed_size: and its size
 *
 * A file of evidence as it is handed in. Read the members freely.
 */
typedef struct
{
  HbkEvidenceFile *file;
  const char      *document;
  char            *number;
  char            *path;
  char            *title;
  char            *packed;
  guint64          packed_size;
} HbkSubmissionFile;

/**
 * HbkSubmissionEntry:
 * @number: its number on the form, from 1
 * @result: the record, and what became of it in the year
 * @folder: the folder of its files, below `data/`
 * @files: (element-type HbkSubmissionFile): its files
 *
 * A line of the form: one record in one year. Read the members freely.
 */
typedef struct
{
  guint                  number;
  const HbkRecordResult *result;
  char                  *folder;
  GPtrArray             *files;
} HbkSubmissionEntry;

/**
 * HbkSubmissionYear:
 * @year: the year
 * @assessment: the assessment it belongs to
 * @result: the year in @assessment
 * @entries: (element-type HbkSubmissionEntry): its records, by date; what is only planned is left out
 * @logbook: (nullable): what the year was assessed from
 *
 * A year that is handed in. Read the members freely.
 */
typedef struct
{
  int                  year;
  HbkAssessment       *assessment;
  const HbkYearResult *result;
  GPtrArray           *entries;
  HbkLogbook          *logbook;
} HbkSubmissionYear;

/**
 * HbkSubmissionOptions:
 * @level: the title that is applied for, or NONE when a year is handed in
 * @apply_year: the year of the application; 0 when a year is handed in
 * @ascii_names: names of files and folders of letters and digits only, for old portals
 * @with_id_number: the number of the identity card goes into the form
 * @without_location: photographs lose where they were taken
 * @without_binder: no binder is made
 *
 * What may be chosen about a package.
 */
typedef struct
{
  HbkTitleLevel level;
  int           apply_year;
  gboolean      ascii_names;
  gboolean      with_id_number;
  gboolean      without_location;
  gboolean      without_binder;
} HbkSubmissionOptions;

/**
 * HbkSubmission:
 * @vocabulary: the words of all packs
 * @profile: the person, as of the last of the years
 * @years: (element-type HbkSubmissionYear): the years, the earliest first; never empty
 * @as_of: the day of the assessment, which is the day of all dates in the package
 * @options: what was chosen
 *
 * What is handed in: everything that form, summary, binder and report are made from. An immutable value; the same logbook, rules and day give the
 * same one. Read the members freely.
 */
typedef struct _HbkSubmission HbkSubmission;

struct _HbkSubmission
{
  gatomicrefcount      ref_count;
  HbkVocabulary       *vocabulary;
  HbkProfile          *profile;
  GPtrArray           *years;
  HbkDate              as_of;
  HbkSubmissionOptions options;
};

#define HBK_TYPE_SUBMISSION (hbk_submission_get_type ())

GType hbk_submission_get_type (void) G_GNUC_CONST;

HbkSubmission *hbk_submission_new (HbkVocabulary *vocabulary, HbkProfile *profile, HbkDate as_of, const HbkSubmissionOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void           hbk_submission_add_year (HbkSubmission *self, HbkAssessment *assessment, int year, GHashTable *files);
void           hbk_submission_set_logbook (HbkSubmission *self, int year, HbkLogbook *logbook);
HbkSubmission *hbk_submission_ref (HbkSubmission *self);
void           hbk_submission_unref (HbkSubmission *self);

HbkPack *hbk_submission_get_pack (const HbkSubmission *self);
guint    hbk_submission_get_n_entries (const HbkSubmission *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkSubmission, hbk_submission_unref)

G_END_DECLS
