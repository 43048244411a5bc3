/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-vocabulary.h"

G_BEGIN_DECLS

/**
 * HbkMeasureKind:
 * @HBK_MEASURE_FACT: a number fact, perhaps divided, perhaps replaced by minutes
 * @HBK_MEASURE_NET_DAYS: days less travel and rest
 * @HBK_MEASURE_SPAN_MONTHS: whole months of the record less travel, one half more for left-over days
 * @HBK_MEASURE_MONTHS_IN_YEAR: the same for the part in the credit year
 * @HBK_MEASURE_SPAN_YEARS: full years elapsed
 * @HBK_MEASURE_SPAN_DAYS: calendar days from start to end
 * @HBK_MEASURE_HOURS_PER_DAY: stated hours of one day of activity
 *
 * What a measure counts.
 */
typedef enum {
  HBK_MEASURE_FACT,
  HBK_MEASURE_NET_DAYS,
  HBK_MEASURE_SPAN_MONTHS,
  HBK_MEASURE_MONTHS_IN_YEAR,
  HBK_MEASURE_SPAN_YEARS,
  HBK_MEASURE_SPAN_DAYS,
  HBK_MEASURE_HOURS_PER_DAY,
} HbkMeasureKind;

/**
 * HbkMeasure:
 * @kind: what is counted
 * @fact: the fact, of FACT
 * @divide: divisor, 1 when none
 * @minutes_fact: (nullable): stands in when @fact is not stated
 * @minutes: minutes of one unit
 * @whole: unfinished units are dropped
 * @up: unfinished units count as whole ones
 *
 * A number read off a record. See data/packs/FORMAT.md, Measures.
 */
typedef struct
{
  HbkMeasureKind     kind;
  const HbkFactSpec *fact;
  int                divide;
  const HbkFactSpec *minutes_fact;
  int                minutes;
  gboolean           whole;
  gboolean           up;
} HbkMeasure;

G_END_DECLS
