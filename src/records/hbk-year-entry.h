/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"
#include "records/hbk-facts.h"
#include "records/hbk-record.h"

G_BEGIN_DECLS

#define HBK_TYPE_YEAR_ENTRY (hbk_year_entry_get_type ())

/**
 * HbkYearEntry:
 * @year: the year
 * @handed_in: it was handed in, and is sealed; else it is only closed: bound to the rules it was last computed by
 * @at: when that was, in microseconds since 1970 UTC
 * @pack: the id of the rule pack
 * @pack_version: the version of the pack, to be shown
 * @rules: (array fixed-size=3): checksums of the pack, of the one it extends and of the vocabulary, as they were; %NULL where there is none
 * @profile: (nullable): what held of the person
 * @readings: (nullable): how unclear clauses were read, by their ids
 * @package: (nullable): the checksum of the package that was handed in
 * @note: (nullable): to whom, for what
 * @records: (array zero-terminated=1): the records of the year as they were, each as digest, space, id
 *
 * A year that does not move any more. Read the members freely.
 */
typedef struct
{
  int       year;
  gboolean  handed_in;
  gint64    at;
  char     *pack;
  char     *pack_version;
  char     *rules[3];
  HbkFacts *profile;
  HbkFacts *readings;
  char     *package;
  char     *note;
  char    **records;
} HbkYearEntry;

GType hbk_year_entry_get_type (void) G_GNUC_CONST;

HbkYearEntry *hbk_year_entry_new (int year, const char *pack, const char *pack_version) G_GNUC_WARN_UNUSED_RESULT;
HbkYearEntry *hbk_year_entry_copy (const HbkYearEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
void          hbk_year_entry_free (HbkYearEntry *entry);

char         *hbk_year_entry_write (const HbkYearEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
HbkYearEntry *hbk_year_entry_read (GBytes *bytes, HbkProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

gboolean hbk_year_entry_has_record (const HbkYearEntry *entry, const char *id);
char    *hbk_record_dup_substance (HbkRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkYearEntry, hbk_year_entry_free)

G_END_DECLS
