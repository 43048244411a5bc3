/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/package/hbk-package-choices.h"
#include "workspace/hbk-session.h"

G_BEGIN_DECLS

/**
 * HbkPackageCheck:
 * @choices: what was chosen
 * @submission: what is handed in
 * @findings: (element-type HbkFinding): what was found, errors first
 * @n_errors: how many of them stop the package
 * @n_files: how many evidence files go into it
 * @size: how many bytes these have
 *
 * What would be handed in, and what was found about it: a value that no change of the library touches. Read the members freely.
 */
typedef struct
{
  gatomicrefcount    ref_count;
  HbkPackageChoices *choices;
  HbkSubmission     *submission;
  GPtrArray         *findings;
  guint              n_errors;
  guint              n_files;
  guint64            size;
} HbkPackageCheck;

HbkPackageCheck *hbk_package_check_ref (HbkPackageCheck *self);
void             hbk_package_check_unref (HbkPackageCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPackageCheck, hbk_package_check_unref)

void             hbk_package_check_async (HbkSession *session, const HbkPackageChoices *choices, GAsyncReadyCallback callback, gpointer user_data);
HbkPackageCheck *hbk_package_check_finish (HbkSession *session, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
