/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "support.h"
#include "workspace/hbk-package-job.h"
#include "workspace/hbk-verification.h"
#include "workspace/hbk-workspace-package.h"

G_BEGIN_DECLS

/* What the tests of packages share: a library of somebody of the harbour who has complete years from 2021 to 2023, with files for the last, and
 * the steps from there to the receiver. What is not asked to fail must not. */

#define PACKAGE_RECORD(id, start, facts) "{\"id\":\"" id "\",\"activity\":\"training\",\"title\":\"" id "\",\"start\":\"" start "\",\"facts\":{" facts "}}"
#define PACKAGE_FILE "what was announced"

typedef struct
{
  World world;
  char *out; /* where packages are made */
} PackageFixture;

void package_set_up (PackageFixture *fixture, gconstpointer data);
void package_tear_down (PackageFixture *fixture, gconstpointer data);

HbkSubmission *package_prepare (HbkWorkspace *workspace, const HbkPackageTarget *target, HbkDate as_of);
GPtrArray     *package_check (HbkWorkspace *workspace, const HbkSubmission *submission, const HbkPortalLimits *limits);

/* The cancellable is what progress gets. */
gboolean package_try_making (HbkWorkspace *workspace, const HbkPackageTarget *target, HbkDate as_of, const HbkPackageWish *wish, HbkProgressFunc progress, GCancellable *cancellable, HbkPackageDone *done, GError **error);
/* These return the checksum. */
char *package_make (HbkWorkspace *workspace, const HbkPackageTarget *target, HbkDate as_of, const char *path, HbkPackageForm form);
char *package_make_year (PackageFixture *fixture, int year, const char *name);

HbkVerification *package_verify (HbkWorkspace *workspace, const char *path);
void             package_hand_in (PackageFixture *fixture, int year, const char *package);

G_END_DECLS
