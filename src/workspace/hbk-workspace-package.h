/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-preflight.h"
#include "workspace/hbk-workspace-years.h"

G_BEGIN_DECLS

/**
 * HbkPackageTarget:
 * @year: the year that is handed in, or that of the application
 * @level: the title that is applied for; UNKNOWN where a year is handed in
 * @options: what was chosen about the package
 * @id_number: (nullable): the number of the identity card, to be written into the form and kept nowhere else
 *
 * What a package is made for.
 */
typedef struct
{
  int                  year;
  HbkTitleLevel        level;
  HbkSubmissionOptions options;
  const char          *id_number;
} HbkPackageTarget;

HbkSubmission *hbk_workspace_prepare_package (HbkWorkspace *self, const HbkPackageTarget *target, HbkDate as_of, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *hbk_workspace_check_package (HbkWorkspace *self, const HbkSubmission *submission, const HbkPortalLimits *limits, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The package of an application is noted too: for what it was made, of which years, its checksum. */
HbkJournalStep *hbk_workspace_note_application (HbkWorkspace *self, HbkTitleLevel level, int year, const char *const *years, const char *package, HbkDate as_of, const char *note, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
