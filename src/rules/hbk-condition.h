/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-subject.h"
#include "rules/hbk-measure.h"

G_BEGIN_DECLS

/** HbkConditionKind: which of the closed set of shapes a condition has. */
typedef enum {
  HBK_CONDITION_ALL,
  HBK_CONDITION_ANY,
  HBK_CONDITION_NOT,
  HBK_CONDITION_FACT,
  HBK_CONDITION_PROFILE,
  HBK_CONDITION_MEASURE,
  HBK_CONDITION_DATE,
  HBK_CONDITION_YEAR,
  HBK_CONDITION_AS_OF,
  HBK_CONDITION_IN_POST,
  HBK_CONDITION_SUBJECT,
  HBK_CONDITION_READING,
  HBK_CONDITION_ACTIVITY,
} HbkConditionKind;

/** HbkTestKind: how a condition on a fact or attribute looks at the value. */
typedef enum {
  HBK_TEST_VALUES,
  HBK_TEST_BOUNDS,
  HBK_TEST_DATES,
  HBK_TEST_KNOWN,
  HBK_TEST_WHOLE,
} HbkTestKind;

/** HbkBounds: numbers in hundredths (plain integers for years). */
typedef struct
{
  gboolean has_min;
  gboolean has_max;
  gboolean min_open;
  gboolean max_open;
  gint64   min;
  gint64   max;
} HbkBounds;

/** HbkDay: a date, or a month and day of the credit year when @date is HBK_DATE_NONE; unset when all are 0. */
typedef struct
{
  HbkDate date;
  gint8   month;
  gint8   day;
} HbkDay;

/**
 * HbkCondition:
 *
 * One condition; NULL stands for "always". See data/packs/FORMAT.md, Conditions.
 *
 * @n_shares: further owners; those of a block stand in each of its rules
 * @children: (element-type HbkCondition): of ALL, ANY, NOT (whose children must all hold to make it false)
 * @spec: the fact or attribute, of FACT and PROFILE
 * @values: (element-type HbkValue): of VALUES
 * @known: the expected answer, of KNOWN, WHOLE (of a MEASURE: it has no fraction) and IN_POST
 * @activities: (element-type utf8): interned ids, of ACTIVITY
 * @on_end: of DATE: look at the end, else the start
 * @from, @to, @from_fact, @to_fact: of DATES, DATE, AS_OF: inclusive bounds
 * @reading, @option: indices into the pack's readings, of READING
 */
typedef struct _HbkCondition HbkCondition;

struct _HbkCondition
{
  guint              n_shares;
  HbkConditionKind   kind;
  HbkTestKind        test;
  GPtrArray         *children;
  const HbkFactSpec *spec;
  GArray            *values;
  GPtrArray         *activities;
  HbkBounds          bounds;
  gboolean           known;
  gboolean           on_end;
  HbkDay             from;
  HbkDay             to;
  const HbkFactSpec *from_fact;
  const HbkFactSpec *to_fact;
  HbkMeasure         measure;
  HbkSubject         subject;
  guint              reading;
  guint              option;
};

HbkCondition *hbk_condition_share (HbkCondition *self) G_GNUC_WARN_UNUSED_RESULT;
void          hbk_condition_free (HbkCondition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkCondition, hbk_condition_free)

G_END_DECLS
