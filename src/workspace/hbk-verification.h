/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "disk/hbk-progress.h"
#include "submission/hbk-package-manifest.h"
#include "workspace/hbk-workspace.h"

G_BEGIN_DECLS

/**
 * HbkAgreement:
 * @HBK_AGREEMENT_NONE: nothing could be compared: it is no package of Hourbook, or its data cannot be read
 * @HBK_AGREEMENT_UNKNOWN_RULES: this Hourbook does not have the rules that it was made by
 * @HBK_AGREEMENT_OTHER_RULES: assessed by this Hourbook's version of the rules, its logbook gives its figures
 * @HBK_AGREEMENT_SAME: assessed by the very same rules, its logbook gives its figures
 * @HBK_AGREEMENT_DIFFERS: its logbook gives other figures
 *
 * Whether assessing the logbook of a package gives the figures that the package states.
 */
typedef enum {
  HBK_AGREEMENT_NONE,
  HBK_AGREEMENT_UNKNOWN_RULES,
  HBK_AGREEMENT_OTHER_RULES,
  HBK_AGREEMENT_SAME,
  HBK_AGREEMENT_DIFFERS,
} HbkAgreement;

const char *hbk_agreement_to_nick (HbkAgreement agreement);

/**
 * HbkVerification:
 * @path: (type filename): the package
 * @is_undamaged: every checksum in it is right and nothing is missing or too many: which does not say that anything in it is true
 * @manifest: (nullable): what the package says of itself; %NULL when it is no package of Hourbook
 * @agreement: whether its logbook gives its figures
 * @problems: (element-type utf8): what is wrong with it, in words
 * @remarks: (element-type utf8): what else to know, in words
 * @n_files: how many files are in it
 * @size: how many bytes they have
 *
 * What was found out about a package that somebody handed over. Read the members freely.
 */
typedef struct
{
  char               *path;
  gboolean            is_undamaged;
  HbkPackageManifest *manifest;
  HbkAgreement        agreement;
  GPtrArray          *problems;
  GPtrArray          *remarks;
  guint               n_files;
  guint64             size;
} HbkVerification;

HbkVerification *hbk_workspace_verify_package (HbkWorkspace *self, const char *path, HbkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             hbk_verification_free (HbkVerification *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkVerification, hbk_verification_free)

G_END_DECLS
