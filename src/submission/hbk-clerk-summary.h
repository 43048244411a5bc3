/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-package-manifest.h"

G_BEGIN_DECLS

/**
 * HbkClerkLine:
 * @file: the name of the package
 * @manifest: (nullable): what the package says of itself; %NULL when it could not be read
 * @problems: (element-type utf8): what is wrong with it, a line each; empty when it is undamaged
 *
 * A package that a clerk was handed. Read and write the members freely.
 */
typedef struct
{
  char               *file;
  HbkPackageManifest *manifest;
  GPtrArray          *problems;
} HbkClerkLine;

HbkClerkLine *hbk_clerk_line_new (const char *file, HbkPackageManifest *manifest) G_GNUC_WARN_UNUSED_RESULT;
void          hbk_clerk_line_free (HbkClerkLine *self);
void          hbk_clerk_line_add_problem (HbkClerkLine *self, const char *problem);

GBytes *hbk_clerk_summary_write (GPtrArray *lines, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkClerkLine, hbk_clerk_line_free)

G_END_DECLS
