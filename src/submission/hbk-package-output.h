/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "base/hbk-date.h"
#include "disk/hbk-progress.h"
#include "disk/hbk-sha256.h"

G_BEGIN_DECLS

/**
 * HbkPackageForm:
 * @HBK_PACKAGE_ZIP: one ZIP
 * @HBK_PACKAGE_FOLDER: a folder with the same files
 *
 * In which form a package is written.
 */
typedef enum {
  HBK_PACKAGE_ZIP,
  HBK_PACKAGE_FOLDER,
} HbkPackageForm;

/**
 * HbkPackageOutput:
 *
 * A package that is being written under a name nobody can guess, to be put in its place when it is whole. What was not placed is removed when it
 * is freed.
 */
typedef struct _HbkPackageOutput HbkPackageOutput;

/**
 * HbkPackagePart:
 * @name: its name in the package
 * @sha256: its checksum
 * @size: in bytes
 *
 * A file that was written.
 */
typedef struct
{
  char   *name;
  char    sha256[HBK_SHA256_CHARS + 1];
  guint64 size;
} HbkPackagePart;

HbkPackageOutput *hbk_package_output_new (const char *path, HbkPackageForm form, const char *top, HbkDate date, gboolean replace, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              hbk_package_output_free (HbkPackageOutput *self);

void     hbk_package_output_set_progress (HbkPackageOutput *self, guint64 total, GCancellable *cancellable, HbkProgressFunc progress, gpointer user_data);
gboolean hbk_package_output_reserve (HbkPackageOutput *self, guint64 size, GError **error);
gboolean hbk_package_output_add_bytes (HbkPackageOutput *self, const char *name, GBytes *bytes, GError **error);
gboolean hbk_package_output_add_fd (HbkPackageOutput *self, const char *name, int fd, guint64 size, GError **error);
gboolean hbk_package_output_close (HbkPackageOutput *self, GError **error);
int      hbk_package_output_dup_fd (HbkPackageOutput *self, GError **error);
gboolean hbk_package_output_place (HbkPackageOutput *self, GError **error);

GPtrArray *hbk_package_output_get_parts (HbkPackageOutput *self);
int        hbk_package_output_get_dir (HbkPackageOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkPackageOutput, hbk_package_output_free)

G_END_DECLS
