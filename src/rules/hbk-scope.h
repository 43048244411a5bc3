/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-logbook.h"
#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/** HBK_READINGS_MAX: most readings a pack may have, for the set of those looked at. */
#define HBK_READINGS_MAX 256

/** HbkReadingSet: which readings a computation looked at. */
typedef struct
{
  guint64 bits[HBK_READINGS_MAX / 64];
} HbkReadingSet;

static inline void
hbk_reading_set_add (HbkReadingSet *self, guint reading)
{
  self->bits[reading / 64] |= G_GUINT64_CONSTANT (1) << (reading % 64);
}

static inline gboolean
hbk_reading_set_has (const HbkReadingSet *self, guint reading)
{
  return (self->bits[reading / 64] >> (reading % 64)) & 1;
}

/** HbkTernary: Kleene's three truth values, in the order that makes "and" the minimum and "or" the maximum. */
typedef enum {
  HBK_FALSE,
  HBK_UNKNOWN,
  HBK_TRUE,
} HbkTernary;

/** HbkCoreFacts: the facts and attributes that the evaluator itself looks at, looked up once. */
typedef struct
{
  const HbkFactSpec *days;
  const HbkFactSpec *transit_days;
  const HbkFactSpec *rest_days;
  const HbkFactSpec *days_next_year;
  const HbkFactSpec *hours_next_year;
  const HbkFactSpec *hours_in_window;
  const HbkFactSpec *months;
  const HbkFactSpec *stated_hours;
  const HbkFactSpec *post_from;
} HbkCoreFacts;

/**
 * HbkScope:
 * @pack: the rules
 * @core: facts the evaluator itself looks at
 * @profile: the person
 * @record: (nullable): the record looked at
 * @as_of: the day of the assessment
 * @options: option index for each reading
 * @year: the credit year
 * @part: the part of the record inside the credit year
 * @clipped: @part leaves out days that lie outside a learning window
 * @missing: (element-type HbkFactSpec): facts that an unknown result asks for
 * @looked_at: readings that were consulted
 *
 * Everything a condition, measure or credit may look at. Lives on the stack of one evaluation.
 */
typedef struct
{
  const HbkPack      *pack;
  const HbkCoreFacts *core;
  HbkProfile         *profile;
  HbkRecord          *record;
  HbkDate             as_of;
  const guint        *options;
  int                 year;
  HbkPeriod           part;
  gboolean            clipped;
  GPtrArray          *missing;
  HbkReadingSet       looked_at;
} HbkScope;

void hbk_core_facts_init (HbkCoreFacts *self, const HbkVocabulary *vocabulary);

void     hbk_scope_ask (HbkScope *scope, const HbkFactSpec *spec);
gboolean hbk_fact_spec_accepts (const HbkFactSpec *self, const HbkValue *value);
gboolean hbk_scope_get_value (HbkScope *scope, const HbkFactSpec *spec, gboolean of_profile, const HbkValue **value);
gboolean hbk_scope_get_number (HbkScope *scope, const HbkFactSpec *spec, HbkHours *number);
HbkDate  hbk_scope_get_date (HbkScope *scope, const HbkFactSpec *spec, gboolean of_profile);
HbkDate  hbk_day_resolve (HbkDay day, int year);

HbkTernary hbk_condition_test (const HbkCondition *condition, HbkScope *scope);
gboolean   hbk_condition_holds (const HbkCondition *condition, HbkScope *scope);
gboolean   hbk_measure_take (const HbkMeasure *measure, HbkScope *scope, HbkHours *amount);
HbkHours   hbk_measure_round (const HbkMeasure *measure, HbkHours amount);
gboolean   hbk_measure_days_exceed (HbkScope *scope, HbkHours days);
gboolean   hbk_measure_net_days (HbkScope *scope, HbkHours *gross, HbkHours *off, HbkHours *net);
gboolean   hbk_scope_share (HbkScope *scope, HbkHours whole, const HbkFactSpec *next_year, gboolean by_date, HbkHours *share);

G_END_DECLS
