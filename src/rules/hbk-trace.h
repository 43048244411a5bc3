/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-pack.h"

G_BEGIN_DECLS

/**
 * HbkTraceKind:
 * @HBK_TRACE_RULE: the clause applies
 * @HBK_TRACE_FIXED: @a hours for each of @b items give @c
 * @HBK_TRACE_DAYS: @a days less @b days of travel and rest leave @c
 * @HBK_TRACE_PER: @a hours for each of @b units (@id names the unit) give @c
 * @HBK_TRACE_STATED: the fact @id states @c hours
 * @HBK_TRACE_DIVIDE: @a of the fact @id divided by @b makes @c units
 * @HBK_TRACE_MINUTES: @a minutes of @b minutes each make @c units
 * @HBK_TRACE_BY_DAY: @b days add up to @c hours
 * @HBK_TRACE_SUM: the parts add up to @c
 * @HBK_TRACE_POOL: left-over days of several stints make @b more months: @c hours
 * @HBK_TRACE_YEAR_PART: the part in the year @b (plain number) is @c of @a
 * @HBK_TRACE_CAP: a cap of @a lets @c of @b stand; @id is the cap
 * @HBK_TRACE_FLOOR: a floor of @a over @b earned otherwise fills up @c; @id is the subject
 * @HBK_TRACE_GATE: a condition of the clause does not hold: the code @id
 * @HBK_TRACE_MISSING: the fact @id is not known
 * @HBK_TRACE_DUPLICATE: counted with the record @id
 * @HBK_TRACE_DUTY: of @a units (@id) of the year, @c were on duty
 * @HBK_TRACE_FUTURE: not yet happened on the day of the assessment
 *
 * What a step of a trace says.
 */
typedef enum {
  HBK_TRACE_RULE,
  HBK_TRACE_FIXED,
  HBK_TRACE_DAYS,
  HBK_TRACE_PER,
  HBK_TRACE_STATED,
  HBK_TRACE_DIVIDE,
  HBK_TRACE_MINUTES,
  HBK_TRACE_BY_DAY,
  HBK_TRACE_SUM,
  HBK_TRACE_POOL,
  HBK_TRACE_YEAR_PART,
  HBK_TRACE_CAP,
  HBK_TRACE_FLOOR,
  HBK_TRACE_GATE,
  HBK_TRACE_MISSING,
  HBK_TRACE_DUPLICATE,
  HBK_TRACE_DUTY,
  HBK_TRACE_FUTURE,
} HbkTraceKind;

/**
 * HbkTraceStep:
 * @kind: what it says
 * @clause: (nullable): the clause it rests on
 * @id: (nullable): see [enum@TraceKind]
 * @a: a figure in hundredths
 * @b: a figure in hundredths
 * @c: the result, in hundredths
 *
 * One step from facts to credited hours, kept as figures; words are made when a person looks.
 */
typedef struct
{
  HbkTraceKind kind;
  const char  *clause;
  const char  *id;
  gint64       a;
  gint64       b;
  gint64       c;
  int          next;
} HbkTraceStep;

char *hbk_trace_step_to_text (const HbkTraceStep *step, const HbkPack *pack, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
