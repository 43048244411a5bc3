/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

/**
 * HBK_PACKAGE_FORMAT:
 *
 * What the description of a package says it is.
 */
#define HBK_PACKAGE_FORMAT "hourbook-package"

/**
 * HBK_PACKAGE_VERSION:
 *
 * The version of the description that this Hourbook reads and writes.
 */
#define HBK_PACKAGE_VERSION 1

/** HbkPackageFile: a file of evidence; @path lies below `data/`, @sha256 is that of the file as the library keeps it, @packed_sha256 (NULL: the same) that of a photograph without its location, as it lies in the package; @document may be NULL. */
typedef struct
{
  char   *number;
  char   *path;
  char   *sha256;
  char   *packed_sha256;
  guint64 size;
  char   *document;
  guint   serial;
} HbkPackageFile;

/** HbkPackageLine: a record in a year; @files: (element-type HbkPackageFile). */
typedef struct
{
  guint      number;
  char      *record;
  HbkTally   credited;
  HbkOutcome outcome;
  GPtrArray *files;
} HbkPackageLine;

/** HbkPackageReading: an unclear clause, and the meaning that was taken of it. */
typedef struct
{
  char *reading;
  char *option;
} HbkPackageReading;

/** HbkPackageRules: the rules of a year; @parent and @parent_sha256 are NULL where the pack extends none. */
typedef struct
{
  char *id;
  char *version;
  char *sha256;
  char *parent;
  char *parent_sha256;
  char *vocabulary_sha256;
} HbkPackageRules;

/** HbkPackageYear: a year; minima of -1 are not set; @readings: (element-type HbkPackageReading), @entries: (element-type HbkPackageLine). */
typedef struct
{
  int             year;
  HbkPackageRules rules;
  GPtrArray      *readings;
  HbkRequired     required;
  HbkTally        credited;
  HbkTally        at_application;
  HbkTally        evidenced;
  HbkTally        verified;
  HbkTally        pending;
  HbkTally        lost;
  HbkVerdict      verdict;
  GPtrArray      *entries;
} HbkPackageYear;

/**
 * HbkPackageManifest:
 * @application: the program that made the package, and its version
 * @level: the title that is applied for, or UNKNOWN when a year is handed in
 * @apply_year: the year of the application; 0 when a year is handed in
 * @as_of: the day of the assessment
 * @name: (nullable): the person's name
 * @employer: (nullable): where the person works
 * @title: (nullable): the title the person holds
 * @years: (element-type HbkPackageYear): the years, the earliest first; never empty
 *
 * What a package says of itself in `package.json`: for whom and what it was made, by which rules, what it comes to, and which files it holds. It
 * is a claim: whoever reads it checks it against the files and the logbook. Read the members freely.
 */
typedef struct
{
  char         *application;
  HbkTitleLevel level;
  int           apply_year;
  HbkDate       as_of;
  char         *name;
  char         *employer;
  char         *title;
  GPtrArray    *years;
} HbkPackageManifest;

GBytes *hbk_package_manifest_write (const HbkSubmission *submission, const char *application) G_GNUC_WARN_UNUSED_RESULT;

HbkPackageManifest *hbk_package_manifest_read (GBytes *bytes, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
void                hbk_package_manifest_free (HbkPackageManifest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPackageManifest, hbk_package_manifest_free)

G_END_DECLS
