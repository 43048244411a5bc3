/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/hbk-command-line.h"
#include "workspace/hbk-workspace-package.h"

G_BEGIN_DECLS

/**
 * HbkPackageOptions:
 * @target: what the package is for
 * @limits: what the portal takes
 *
 * What the command line says about a package.
 */
typedef struct
{
  HbkPackageTarget target;
  HbkPortalLimits  limits;

  /*< private >*/
  char **types;
} HbkPackageOptions;

gboolean hbk_package_options_read (HbkPackageOptions *self, HbkCommandLine *line, GError **error);
void     hbk_package_options_clear (HbkPackageOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HbkPackageOptions, hbk_package_options_clear)

G_END_DECLS
