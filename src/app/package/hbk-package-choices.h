/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-package-output.h"
#include "workspace/hbk-workspace-package.h"

G_BEGIN_DECLS

/**
 * HbkPackageChoices:
 * @year: the year that is handed in, or that of the application
 * @level: the title that is applied for; UNKNOWN where a year is handed in
 * @form: one file, or a folder
 * @ascii_names: names of letters and digits only
 * @with_binder: all evidence as one PDF, too
 * @without_location: photographs lose where they were taken
 * @id_number: (nullable): the number of the identity card, for the form; it is kept nowhere else
 * @max_file: the largest file that the portal takes in bytes, 0 for none
 * @max_total: all files that it takes in bytes, 0 for none
 * @types: (array zero-terminated=1) (nullable): the media types that it takes, %NULL for all
 * @hands_in: the year is marked as handed in when the package is made
 * @note: (nullable): to whom, for what
 *
 * What a person chose about a package. Read the members freely.
 */
typedef struct
{
  int            year;
  HbkTitleLevel  level;
  HbkPackageForm form;
  gboolean       ascii_names;
  gboolean       with_binder;
  gboolean       without_location;
  char          *id_number;
  guint64        max_file;
  guint64        max_total;
  char         **types;
  gboolean       hands_in;
  char          *note;
} HbkPackageChoices;

HbkPackageChoices *hbk_package_choices_copy (const HbkPackageChoices *self) G_GNUC_WARN_UNUSED_RESULT;
void               hbk_package_choices_free (HbkPackageChoices *self);

HbkPackageTarget hbk_package_choices_get_target (const HbkPackageChoices *self);
HbkPortalLimits  hbk_package_choices_get_limits (const HbkPackageChoices *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPackageChoices, hbk_package_choices_free)

G_END_DECLS
