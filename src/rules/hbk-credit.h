/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-condition.h"

G_BEGIN_DECLS

/** HbkCreditKind: which of the closed set of shapes a credit has. */
typedef enum {
  HBK_CREDIT_FIXED,
  HBK_CREDIT_PER,
  HBK_CREDIT_STATED,
  HBK_CREDIT_BY_DAY,
  HBK_CREDIT_FIRST,
  HBK_CREDIT_SUM,
  HBK_CREDIT_POOL,
  HBK_CREDIT_DEEMED,
} HbkCreditKind;

/** HbkFloor: hours that a deemed credit fills up to: @hours, or what @fact states; unset when @set is FALSE. */
typedef struct
{
  gboolean           set;
  HbkHours           hours;
  const HbkFactSpec *fact;
} HbkFloor;

/**
 * HbkCredit:
 * @n_shares: further owners; that of a block stands in each of its rules
 * @hours: of FIXED per item, of PER and POOL per unit
 * @measure: of PER, POOL what is counted; of STATED the fact (with minutes); of BY_DAY the list fact; of FIXED the fact "times" when @has_times
 * @whole: of PER: part units are dropped with a warning
 * @step: of PER: what is left below one step (hundredths of a unit) is dropped with a warning; 0 when none
 * @numerator, @denominator: of BY_DAY: every day's hours are scaled by this fraction, rounded down; 1/1 when not
 * @accepted: of DEEMED: the year counts as met at an application, whatever the hours
 * @children: (element-type HbkCredit): of FIRST and SUM
 * @when: (nullable): of a child of SUM: whether it is added
 * @clause: (nullable): a clause of its own for the trace
 * @code: (nullable): a note for the trace and the warnings
 * @pool: of POOL: name of the pool
 * @days_per_month: of POOL
 * @public_floor, @professional_floor: of DEEMED
 *
 * How facts become hours. See data/packs/FORMAT.md, Credit.
 */
typedef struct _HbkCredit HbkCredit;

struct _HbkCredit
{
  guint         n_shares;
  HbkCreditKind kind;
  HbkHours      hours;
  gboolean      has_times;
  HbkMeasure    measure;
  gboolean      whole;
  HbkHours      step;
  int           numerator;
  int           denominator;
  gboolean      accepted;
  GPtrArray    *children;
  HbkCondition *when;
  const char   *clause;
  const char   *code;
  const char   *pool;
  int           days_per_month;
  HbkFloor      public_floor;
  HbkFloor      professional_floor;
};

HbkCredit *hbk_credit_share (HbkCredit *self) G_GNUC_WARN_UNUSED_RESULT;
void       hbk_credit_free (HbkCredit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkCredit, hbk_credit_free)

G_END_DECLS
