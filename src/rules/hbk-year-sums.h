/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-draft.h"

G_BEGIN_DECLS

/** HBK_YEAR_INDEX_SIZE: one list for every year that a record may have. */
#define HBK_YEAR_INDEX_SIZE (HBK_DATE_YEAR_MAX - HBK_DATE_YEAR_MIN + 1)

/**
 * HbkYearIndex:
 * @lists: (element-type guint): for each year the positions of its pieces, %NULL when it has none
 *
 * The pieces of a draft by year.
 */
typedef struct
{
  GArray *lists[HBK_YEAR_INDEX_SIZE];
} HbkYearIndex;

/**
 * HbkYearSums:
 *
 * The figures of one year; see [struct@YearResult] for their meaning.
 */
typedef struct
{
  int                   year;
  const HbkRequirement *requirement;
  HbkRequired           required;
  HbkTally              credited;
  HbkTally              pending;
  HbkTally              planned;
  HbkTally              lost;
  HbkTally              at_application;
  gboolean              accepted;
  gboolean              reduced;
  HbkMet                met_public;
  HbkMet                met_professional;
  HbkMet                met_total;
  HbkVerdict            verdict;
} HbkYearSums;

void          hbk_year_index_init (HbkYearIndex *self, const HbkDraft *draft);
void          hbk_year_index_clear (HbkYearIndex *self);
const GArray *hbk_year_index_get (const HbkYearIndex *self, int year);

HbkYearSums hbk_year_sums_work_out (HbkDraft *draft, const HbkYearIndex *index, int year);
HbkRequired hbk_required_missing (const HbkRequired *required, HbkTally credited);

G_END_DECLS
