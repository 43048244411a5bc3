/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/hbk-logbook.h"
#include "rules/hbk-tally.h"
#include "rules/hbk-trace.h"
#include "rules/hbk-warning.h"

G_BEGIN_DECLS

/** HbkVerdict: what a year comes to. */
typedef enum {
  HBK_VERDICT_MET,
  HBK_VERDICT_SHORT,
  HBK_VERDICT_UNDETERMINED,
  HBK_VERDICT_NOT_REQUIRED,
} HbkVerdict;

const char *hbk_verdict_to_nick (HbkVerdict verdict);

/** HbkMet: whether a minimum is reached; NONE where the notice sets none. */
typedef enum {
  HBK_MET_NONE,
  HBK_MET_NO,
  HBK_MET_YES,
} HbkMet;

/**
 * HbkRequired:
 * @total: least total, -1 where none is set
 * @public_hours: least public hours, -1 where none is set
 * @professional_hours: least professional hours, -1 where none is set
 *
 * What a year asks for, in hundredths of an hour.
 */
typedef struct
{
  HbkHours total;
  HbkHours public_hours;
  HbkHours professional_hours;
} HbkRequired;

/**
 * HbkRecordResult:
 * @record: the record
 * @part: the part of the record that belongs to the year
 * @rule: (nullable): the rule that applied
 * @outcome: what became of it
 * @clause: (nullable): the clause that decided
 * @code: (nullable): the warning code that gives the reason
 * @raw: hours before caps; @credited + @lost = @raw
 * @pending: what it would add but for a missing fact or approval
 * @planned: what it would add once done
 * @evidenced: the credited hours, when its evidence is complete
 * @verified: the credited hours that a reviewer has confirmed
 * @missing_facts: (element-type HbkFactSpec) (nullable): facts and attributes to answer
 * @evidence_set: index of the pack's evidence set, -1 when the notice names none
 * @evidence_complete: its evidence is complete
 * @evidence_weak: complete, but one more document would help
 * @missing_documents: (element-type utf8) (nullable): interned document ids, the cheapest first
 * @covered_by: (nullable): the record that counts instead of a duplicate
 * @at_application: counts at an application only, for the year's register is closed
 * @first_step: start of the trace; see hbk_assessment_dup_trace()
 *
 * One record in one year.
 */
typedef struct
{
  HbkRecord     *record;
  HbkPeriod      part;
  const HbkRule *rule;
  HbkOutcome     outcome;
  const char    *clause;
  const char    *code;
  HbkTally       raw;
  HbkTally       credited;
  HbkTally       lost;
  HbkTally       pending;
  HbkTally       planned;
  HbkTally       evidenced;
  HbkTally       verified;
  GPtrArray     *missing_facts;
  int            evidence_set;
  gboolean       evidence_complete;
  gboolean       evidence_weak;
  GPtrArray     *missing_documents;
  HbkRecord     *covered_by;
  gboolean       at_application;
  int            first_step;
} HbkRecordResult;

/**
 * HbkReadingEffect:
 * @reading: index of the reading in the pack
 * @used: index of the option used
 * @other: index of the other option
 * @credited: the year's hours under the other option
 * @required: what the year would ask for
 * @verdict: the year's verdict under the other option
 *
 * An unclear clause that matters to a year: what the other reading would give.
 */
typedef struct
{
  guint       reading;
  guint       used;
  guint       other;
  HbkTally    credited;
  HbkRequired required;
  HbkVerdict  verdict;
} HbkReadingEffect;

/**
 * HbkYearResult:
 * @at_application: hours that the year counts as when a title is applied for; differs from @credited where a clause
 *   fills closed years of a post
 * @records: (element-type HbkRecordResult): by date, then id
 * @warnings: (element-type HbkWarning)
 * @readings: (element-type HbkReadingEffect): those that matter to this year
 *
 * One year of an assessment.
 */
typedef struct
{
  int         year;
  HbkRequired required;
  const char *requirement_clause;
  HbkTally    credited;
  HbkTally    evidenced;
  HbkTally    verified;
  HbkTally    pending;
  HbkTally    planned;
  HbkTally    lost;
  HbkTally    at_application;
  HbkMet      met_public;
  HbkMet      met_professional;
  HbkMet      met_total;
  HbkVerdict  verdict;
  GPtrArray  *records;
  GArray     *warnings;
  GArray     *readings;
} HbkYearResult;

/**
 * HbkAssessment:
 *
 * What a logbook comes to under a pack on a day: a pure, immutable value. See [func@assess].
 */
typedef struct _HbkAssessment HbkAssessment;

#define HBK_TYPE_ASSESSMENT (hbk_assessment_get_type ())

GType hbk_assessment_get_type (void) G_GNUC_CONST;

/**
 * HbkAssessmentOptions:
 * @years: (element-type int) (nullable): years to report; %NULL for all that hold records
 * @readings: (nullable) (array): option index for each reading of the pack; %NULL for the cautious defaults
 * @altered: (element-type int) (nullable): years that were changed since they were handed in, which is warned about
 * @skip_comparison: leave out the effects of other readings
 *
 * What may be chosen about an assessment.
 */
typedef struct
{
  GArray      *years;
  const guint *readings;
  GArray      *altered;
  gboolean     skip_comparison;
} HbkAssessmentOptions;

HbkAssessment *hbk_assess (HbkLogbook *logbook, HbkPack *pack, HbkDate as_of, const HbkAssessmentOptions *options) G_GNUC_WARN_UNUSED_RESULT;
HbkAssessment *hbk_assessment_ref (HbkAssessment *self);
void           hbk_assessment_unref (HbkAssessment *self);

HbkPack               *hbk_assessment_get_pack (const HbkAssessment *self);
HbkDate                hbk_assessment_get_as_of (const HbkAssessment *self);
guint                  hbk_assessment_get_option (const HbkAssessment *self, guint reading);
guint                  hbk_assessment_get_n_years (const HbkAssessment *self);
const HbkYearResult   *hbk_assessment_get_year (const HbkAssessment *self, guint position);
const HbkYearResult   *hbk_assessment_lookup_year (const HbkAssessment *self, int year);
GArray                *hbk_assessment_dup_trace (const HbkAssessment *self, const HbkRecordResult *result) G_GNUC_WARN_UNUSED_RESULT;
const HbkRecordResult *hbk_year_result_lookup (const HbkYearResult *self, const char *record_id);
HbkRequired            hbk_year_result_get_missing (const HbkYearResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HbkAssessment, hbk_assessment_unref)

G_END_DECLS
