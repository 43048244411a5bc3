/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"

G_BEGIN_DECLS

/**
 * HbkBagInfo:
 * @label: what it is, as it is written
 * @value: what it says
 *
 * A line of bag-info.txt. Read the members freely.
 */
typedef struct
{
  char *label;
  char *value;
} HbkBagInfo;

/**
 * HbkBagReport:
 * @is_complete: everything that should be there is there, and nothing contradicts the rules of BagIt
 * @is_valid: it is complete, and every checksum is right
 * @has_sha256: every file of the payload has a SHA-256 checksum in a manifest
 * @version: (nullable): the version of BagIt that it says it follows
 * @folder: the folder that the bag lies in, with a slash at the end; empty when it lies at the top
 * @n_files: how many files the payload has
 * @n_bytes: how many bytes these have
 * @info: (element-type HbkBagInfo): what bag-info.txt says, in its order
 * @checksums: (element-type utf8 utf8): file of the payload, such as `data/a.pdf` → its SHA-256, as it was worked out
 * @problems: what breaks the rules, each with its place in the bag, such as `manifest-sha256.txt:3`
 * @warnings: what breaks none, but should be known
 *
 * What was found out about a bag. That a bag is valid says that it arrived as it was sent, not that anything in it is true.
 * Read the members freely.
 */
typedef struct
{
  gboolean     is_complete;
  gboolean     is_valid;
  gboolean     has_sha256;
  char        *version;
  char        *folder;
  guint        n_files;
  guint64      n_bytes;
  GPtrArray   *info;
  GHashTable  *checksums;
  HbkProblems *problems;
  HbkProblems *warnings;
} HbkBagReport;

HbkBagReport *hbk_bag_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
void          hbk_bag_report_free (HbkBagReport *self);

void        hbk_bag_report_add_info (HbkBagReport *self, const char *label, const char *value);
const char *hbk_bag_report_lookup_info (const HbkBagReport *self, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkBagReport, hbk_bag_report_free)

G_END_DECLS
