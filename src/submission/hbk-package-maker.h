/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-binder.h"
#include "submission/hbk-package-output.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

/**
 * HbkPackageOrder:
 * @path: the file or folder to make
 * @form: in which form
 * @replace: whether a ZIP may take the place of another file
 * @application: the name and version of the program, as the package says it
 * @findings: (element-type utf8) (nullable): what the check before found, for the report
 * @open_file: opens evidence
 * @user_data: for @open_file
 *
 * How a package is made.
 */
typedef struct
{
  const char       *path;
  HbkPackageForm    form;
  gboolean          replace;
  const char       *application;
  GPtrArray        *findings;
  HbkBinderOpenFunc open_file;
  gpointer          user_data;
} HbkPackageOrder;

/**
 * HbkPackageDone:
 * @sha256: of a ZIP its checksum; of a folder that of its `tagmanifest-sha256.txt`, which vouches for everything in it
 * @size: in bytes
 * @n_files: how many evidence files are in it
 *
 * A package that was made.
 */
typedef struct
{
  char    sha256[HBK_SHA256_CHARS + 1];
  guint64 size;
  guint   n_files;
} HbkPackageDone;

char    *hbk_package_dup_top (const HbkSubmission *submission) G_GNUC_WARN_UNUSED_RESULT;
gboolean hbk_package_make (const HbkSubmission *submission, const HbkPackageOrder *order, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data, HbkPackageDone *done, GError **error);

G_END_DECLS
