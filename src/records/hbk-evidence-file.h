/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-date.h"
#include "base/hbk-problems.h"

G_BEGIN_DECLS

/**
 * HBK_SERIAL_MAX:
 *
 * The largest serial number of a file.
 */
#define HBK_SERIAL_MAX 99999999

#define HBK_TYPE_EVIDENCE_FILE (hbk_evidence_file_get_type ())

/**
 * HbkEvidenceFile:
 * @sha256: the checksum of its content, 64 hexadecimal digits in lower case
 * @serial: its number, from 1; shown as XS-0042, and written on the paper that it is a copy of
 * @name: the name it had where it came from, without folders
 * @size: in bytes
 * @document: (nullable): the id of the document type that it is taken for
 * @media_type: (nullable): what it is by its content, such as application/pdf; %NULL while nobody has looked
 * @pages: how many pages, 0 when that is not known
 * @width: of an image in pixels, upright; 0 when that is not known
 * @height: of an image in pixels, upright; 0 when that is not known
 * @marks: (array zero-terminated=1): what a reader of the file should know: encrypted, scripts, attachments, forms, launch,
 *   location, damaged, unexamined
 * @added: the day on which it was copied in
 *
 * A file that the library keeps a copy of. Read the members freely.
 */
typedef struct
{
  char   *sha256;
  guint   serial;
  char   *name;
  guint64 size;
  char   *document;
  char   *media_type;
  guint   pages;
  guint   width;
  guint   height;
  char  **marks;
  HbkDate added;
} HbkEvidenceFile;

GType hbk_evidence_file_get_type (void) G_GNUC_CONST;

HbkEvidenceFile *hbk_evidence_file_new (const char *sha256, guint serial, const char *name, guint64 size) G_GNUC_WARN_UNUSED_RESULT;
HbkEvidenceFile *hbk_evidence_file_copy (const HbkEvidenceFile *file) G_GNUC_WARN_UNUSED_RESULT;
void             hbk_evidence_file_free (HbkEvidenceFile *file);

char    *hbk_evidence_file_dup_serial (const HbkEvidenceFile *file) G_GNUC_WARN_UNUSED_RESULT;
gboolean hbk_evidence_file_parse_serial (const char *text, guint *serial);

char            *hbk_evidence_file_write (const HbkEvidenceFile *file) G_GNUC_WARN_UNUSED_RESULT;
HbkEvidenceFile *hbk_evidence_file_read (GBytes *bytes, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkEvidenceFile, hbk_evidence_file_free)

G_END_DECLS
