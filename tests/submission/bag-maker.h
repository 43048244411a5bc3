/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-bag.h"

G_BEGIN_DECLS

/* Bags right and wrong, as ZIP and as folder. */

/**
 * HbkBagPart:
 * @name: the name of a file
 * @text: (nullable): what is in it; %NULL takes it out again. `{sha256 @data/a.txt}` stands for a checksum of a file named before, and
 *   `{sha256 *}` for the lines of all tag files named before that are no manifests of such
 *
 * A file of a bag that is made.
 */
typedef struct
{
  const char *name;
  const char *text;
} HbkBagPart;

#define HBK_BAGIT_1_0 "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
#define HBK_BAGIT_0_97 "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"

extern const HbkBagPart hbk_bag_good[];

HbkPackageSource *hbk_bag_make_zip (const HbkBagPart *base, const HbkBagPart *changes, guint n_changes, const char *folder) G_GNUC_WARN_UNUSED_RESULT;
HbkPackageSource *hbk_bag_make_folder (const HbkBagPart *base, const HbkBagPart *changes, guint n_changes, const char *path) G_GNUC_WARN_UNUSED_RESULT;

HbkBagReport *hbk_bag_report_of (HbkPackageSource *source) G_GNUC_WARN_UNUSED_RESULT;
gboolean      hbk_bag_has_problem (HbkProblems *problems, int code, const char *place, const char *words);
char         *hbk_bag_describe (const HbkBagReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
