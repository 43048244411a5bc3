/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "submission/hbk-finding.h"

G_BEGIN_DECLS

/**
 * HbkPortalLimits:
 * @max_file: the largest file in bytes, 0 for none
 * @max_total: all files together in bytes, 0 for none
 * @types: (array zero-terminated=1) (nullable): the media types that are taken, %NULL for all
 *
 * What the portal takes that a person uploads to. There are no limits unless the person sets them, because guides contradict each other.
 */
typedef struct
{
  guint64            max_file;
  guint64            max_total;
  const char *const *types;
} HbkPortalLimits;

/**
 * HbkPreflightFunc:
 * @sha256: the checksum of a file
 * @user_data: what was given
 *
 * Says whether the copy of a file is there, with the size that it should have.
 *
 * Returns: %FALSE when it is not
 */
typedef gboolean (*HbkPreflightFunc) (const char *sha256, gpointer user_data);

GPtrArray  *hbk_preflight (const HbkSubmission *submission, const HbkPortalLimits *limits, HbkPreflightFunc has_file, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
HbkFinding *hbk_preflight_add (GPtrArray *findings, HbkFindingKind kind, int year);
gboolean    hbk_preflight_stops (GPtrArray *findings);

G_END_DECLS
