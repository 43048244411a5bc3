/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-package-output.h"
#include "submission/hbk-submission.h"

G_BEGIN_DECLS

/**
 * HbkPackageOpenFunc:
 * @sha256: the checksum of a file
 * @user_data: what was given
 * @error: return location for an error
 *
 * Opens the copy of an evidence file.
 *
 * Returns: a file descriptor for the caller to close, or -1 on error
 */
typedef int (*HbkPackageOpenFunc) (const char *sha256, gpointer user_data, GError **error);

/**
 * HbkPackageBindFunc:
 * @submission: what is handed in
 * @fd: where to write the binder
 * @cancellable: (nullable): what a person stops it with
 * @user_data: what was given
 * @error: return location for an error
 *
 * Writes all evidence as one PDF. That is done elsewhere, because what others wrote is read by a program of its own.
 *
 * Returns: %FALSE on error
 */
typedef gboolean (*HbkPackageBindFunc) (const HbkSubmission *submission, int fd, GCancellable *cancellable, gpointer user_data, GError **error);

/**
 * HbkPackageOrder:
 * @path: the file or folder to make
 * @form: in which form
 * @replace: whether a ZIP may take the place of another file
 * @application: the name and version of the program, as the package says it
 * @findings: (element-type utf8) (nullable): what the check before found, for the report
 * @open_file: opens evidence
 * @bind: (nullable): makes the binder; without it there is none
 * @user_data: for both
 *
 * How a package is made.
 */
typedef struct
{
  const char        *path;
  HbkPackageForm     form;
  gboolean           replace;
  const char        *application;
  GPtrArray         *findings;
  HbkPackageOpenFunc open_file;
  HbkPackageBindFunc bind;
  gpointer           user_data;
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
