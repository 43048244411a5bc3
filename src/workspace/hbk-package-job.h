/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-package-maker.h"
#include "workspace/hbk-workspace-package.h"

G_BEGIN_DECLS

/**
 * HbkPackageWish:
 * @path: the file or folder to make
 * @form: in which form
 * @replace: whether a ZIP may take the place of another file
 *
 * Where and how a package is to be written.
 */
typedef struct
{
  const char    *path;
  HbkPackageForm form;
  gboolean       replace;
} HbkPackageWish;

char    *hbk_package_job_dup_name (const HbkSubmission *submission, HbkPackageForm form) G_GNUC_WARN_UNUSED_RESULT;
gboolean hbk_package_job_run (const char *library, const HbkSubmission *submission, GPtrArray *findings, const HbkPackageWish *wish, HbkProgressFunc progress, gpointer user_data, GCancellable *cancellable, HbkPackageDone *done, GError **error);

G_END_DECLS
