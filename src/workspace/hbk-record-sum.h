/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/hbk-state.h"

G_BEGIN_DECLS

/**
 * HbkRecordSum:
 * @main: (nullable): the year whose result says most of the record; %NULL where it was not assessed
 * @n_years: in how many years it counts
 * @subject: the subject of its hours; none where it has both or no hours
 * @raw: hours before caps, in all these years
 * @credited: the hours that count
 * @lost: what caps took
 * @pending: what it would add but for a missing fact or approval
 * @planned: what it will add once done
 *
 * What became of a record in one year or in all of its years. Its results are those of the state, and live as long.
 */
typedef struct
{
  const HbkRecordYear *main;
  guint                n_years;
  HbkSubject           subject;
  HbkTally             raw;
  HbkTally             credited;
  HbkTally             lost;
  HbkTally             pending;
  HbkTally             planned;
} HbkRecordSum;

HbkRecordSum hbk_record_sum (const HbkState *state, HbkRecord *record, int year);
gboolean     hbk_record_sum_looks_equal (const HbkRecordSum *a, const HbkRecordSum *b);

G_END_DECLS
