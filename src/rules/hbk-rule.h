/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-credit.h"

G_BEGIN_DECLS

/** HbkOutcome: what became of a record, or of the part of it in one year. */
typedef enum {
  HBK_OUTCOME_CREDITED,
  HBK_OUTCOME_DEEMED,
  HBK_OUTCOME_PENDING,
  HBK_OUTCOME_PLANNED,
  HBK_OUTCOME_EXCLUDED,
  HBK_OUTCOME_NO_RATE,
  HBK_OUTCOME_DUPLICATE,
} HbkOutcome;

const char *hbk_outcome_to_nick (HbkOutcome outcome);

/** HbkGate: a condition that must hold; @otherwise is the outcome when it does not. */
typedef struct
{
  HbkCondition *when;
  HbkOutcome    otherwise;
  const char   *code;
  const char   *clause;
  int           reading;
} HbkGate;

/** HbkWarn: a warning given when @when holds (NULL: always); @reading is -1 when none. */
typedef struct
{
  HbkCondition *when;
  const char   *code;
  const char   *clause;
  int           reading;
} HbkWarn;

/** HbkYearKind: how a record finds its credit year or years. */
typedef enum {
  HBK_YEAR_END,
  HBK_YEAR_START,
  HBK_YEAR_EACH_DAY,
  HBK_YEAR_EACH_YEAR,
  HBK_YEAR_EACH_MONTH,
  HBK_YEAR_LATEST,
  HBK_YEAR_NUMBER,
  HBK_YEAR_STUDY,
  HBK_YEAR_FULL_YEARS,
  HBK_YEAR_MONTHS_SERVED,
  HBK_YEAR_POST,
  HBK_YEAR_POSTING_YEARS,
} HbkYearKind;

/** HbkYearCount: of STUDY and FULL_YEARS: which years are taken. */
typedef enum {
  HBK_YEAR_COUNT_FROM_ENROLMENT,
  HBK_YEAR_COUNT_TOUCHED,
  HBK_YEAR_COUNT_ENDED,
  HBK_YEAR_COUNT_MOST_DAYS,
  HBK_YEAR_COUNT_CALENDAR,
} HbkYearCount;

/**
 * HbkYearMode:
 * @facts: (element-type HbkFactSpec): of LATEST the date facts ("end" is @with_end), of NUMBER the year or the two ends of a range, of STUDY the prescribed years
 * @months_served, @all_above: of MONTHS_SERVED
 *
 * See data/packs/FORMAT.md, Year. {"fact": ID} is LATEST with one fact.
 */
typedef struct
{
  HbkYearKind  kind;
  HbkYearCount count;
  GPtrArray   *facts;
  gboolean     with_end;
  int          months_served;
  int          all_above;
} HbkYearMode;

/** HbkYearOption: a way to find the year, taken when @when holds (NULL: always). */
typedef struct
{
  HbkCondition *when;
  HbkYearMode   mode;
} HbkYearOption;

/** HbkSubjectOption: a subject, taken when @when holds (NULL: always); @of_record: the person's choice comes first. */
typedef struct
{
  HbkCondition *when;
  HbkSubject    subject;
  gboolean      of_record;
} HbkSubjectOption;

/** HbkWindow: learning outside it does not count; @set FALSE when there is none; years 0 = open. */
typedef struct
{
  gboolean           set;
  const HbkFactSpec *from_fact;
  gboolean           if_known;
  HbkDay             to;
  int                year_from;
  int                year_to;
  const char        *code;
  const char        *clause;
} HbkWindow;

/** HbkCapUse: a rule's use of the pack's cap number @cap when @when holds. */
typedef struct
{
  guint         cap;
  HbkCondition *when;
} HbkCapUse;

/** HbkOnce: records of one @group that share a work (or claim the same days) count once. */
typedef struct
{
  const char   *group;
  gboolean      by_dates;
  gboolean      keep_highest;
  gboolean      keep_all;
  gboolean      per_year;
  const char   *code;
  const char   *clause;
  HbkCondition *when;
} HbkOnce;

/**
 * HbkRule:
 *
 * One rule of a pack, with its block's defaults merged in. Exactly one of a credit (@credit, or @credits per subject) and
 * @outcome (when @has_outcome) is set. @activities are interned ids. @years (element-type HbkYearOption) and @subjects (element-type
 * HbkSubjectOption) hold at least one entry; the first whose condition holds is taken, the last has none.
 */
typedef struct
{
  const char   *id;
  const char   *block;
  const char   *clause;
  GPtrArray    *activities;
  int           since;
  int           until;
  HbkCondition *when;
  GArray       *gates;
  GArray       *warns;
  GArray       *readings;
  GArray       *subjects;
  HbkCredit    *credit;
  HbkCredit    *public_credit;
  HbkCredit    *professional_credit;
  gboolean      has_outcome;
  HbkOutcome    outcome;
  const char   *code;
  GArray       *years;
  HbkWindow     window;
  GArray       *caps;
  GArray       *once;
  int           evidence;
  gboolean      is_otherwise;
} HbkRule;

GArray  *hbk_gates_new (void) G_GNUC_WARN_UNUSED_RESULT;
GArray  *hbk_warns_new (void) G_GNUC_WARN_UNUSED_RESULT;
HbkRule *hbk_rule_new (void) G_GNUC_WARN_UNUSED_RESULT;
HbkRule *hbk_rule_copy (const HbkRule *self) G_GNUC_WARN_UNUSED_RESULT;
void     hbk_rule_set_subjects (HbkRule *self, const GArray *subjects);
void     hbk_rule_free (HbkRule *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkRule, hbk_rule_free)

G_END_DECLS
