/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-run.h"
#include "rules/hbk-year-sums.h"

G_BEGIN_DECLS

/**
 * HbkReadingDifference:
 * @reading: index of the reading
 * @other: index of the other option
 * @sums: the year under the other option
 */
typedef struct
{
  guint       reading;
  guint       other;
  HbkYearSums sums;
} HbkReadingDifference;

/**
 * HbkReadingComparison:
 * @differences: (element-type HbkReadingDifference): years that come out differently
 * @records: set of records and readings: those whose hours come out differently
 */
typedef struct
{
  GArray     *differences;
  GHashTable *records;
} HbkReadingComparison;

void     hbk_reading_comparison_init (HbkReadingComparison *self, HbkRun *run, const HbkDraft *finished, const GArray *sums);
void     hbk_reading_comparison_clear (HbkReadingComparison *self);
gboolean hbk_reading_comparison_has_record (const HbkReadingComparison *self, guint rank, guint reading);

G_END_DECLS
