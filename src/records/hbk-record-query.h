/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-status.h"

G_BEGIN_DECLS

/**
 * HbkRecordQuery:
 * @text: (nullable): words, all of which must be found in title, note, work, facts or file names
 * @year: a year in which the record has a day, 0 for any
 * @activity: (nullable): the id of the activity
 * @has_status: whether @status is asked for
 * @status: how far the record has come
 *
 * Which records are wanted. All members that are set must hold.
 */
typedef struct
{
  const char *text;
  int         year;
  const char *activity;
  gboolean    has_status;
  HbkStatus   status;
} HbkRecordQuery;

G_END_DECLS
