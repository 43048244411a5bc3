/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-evidence-file.h"
#include "records/hbk-record.h"
#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

/**
 * HBK_PACKAGE_NAME_MAX_BYTES:
 *
 * The longest name of a file or folder in a package. With the folders above it stays below the 260 characters of Windows.
 */
#define HBK_PACKAGE_NAME_MAX_BYTES 120

/**
 * HbkPackageDocument:
 * @HBK_PACKAGE_FORM: the register form
 * @HBK_PACKAGE_SUMMARY: the workbook
 * @HBK_PACKAGE_TABLE: the same as CSV
 * @HBK_PACKAGE_REPORT: what counted and what did not
 * @HBK_PACKAGE_BINDER: all evidence in one PDF
 *
 * What of a package people read.
 */
typedef enum {
  HBK_PACKAGE_FORM,
  HBK_PACKAGE_SUMMARY,
  HBK_PACKAGE_TABLE,
  HBK_PACKAGE_REPORT,
  HBK_PACKAGE_BINDER,
} HbkPackageDocument;

const char *hbk_package_names_get_document (HbkPackageDocument document, gboolean ascii);

char *hbk_package_names_dup_safe (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_names_dup_title (const HbkVocabulary *vocabulary, const HbkEvidence *evidence, const HbkEvidenceFile *file) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_names_dup_number (guint entry, guint file) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_names_dup_folder (const HbkVocabulary *vocabulary, HbkRecord *record, guint number, gboolean ascii) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_package_names_dup_path (const char *folder, const char *number, const char *title, const HbkEvidenceFile *file, gboolean ascii) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
