/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/hbk-problems.h"

G_BEGIN_DECLS

/**
 * HbkJsonLimits:
 * @max_bytes: the largest file, in bytes
 * @max_depth: how deep objects and arrays may be nested; the outermost is 1, and 64 the most
 * @max_members: how many members one object may have
 *
 * How large a JSON file may be.
 */
typedef struct
{
  gsize max_bytes;
  int   max_depth;
  guint max_members;
} HbkJsonLimits;

/**
 * hbk_json_limits_logbook:
 *
 * The limits of a logbook: 64 MiB, 32 levels, 1000 members.
 */
extern const HbkJsonLimits hbk_json_limits_logbook;

/**
 * hbk_json_limits_pack:
 *
 * The limits of a rule pack and of other small files: 1 MiB, 32 levels, 1000 members.
 */
extern const HbkJsonLimits hbk_json_limits_pack;

gboolean hbk_json_scan (const char *data, gsize length, const HbkJsonLimits *limits, HbkProblems *problems);

G_END_DECLS
