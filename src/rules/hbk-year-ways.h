/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-assessment.h"

G_BEGIN_DECLS

/**
 * HbkYearWay:
 * @record: (nullable): a record that would count once what is missing is there; %NULL for an activity
 * @activity: the activity
 * @rule: the rule that gives least of those which may apply
 * @subject: the subject of the hours
 * @hours: what it would give, as far as it is needed
 * @measure: (nullable): what is counted; %NULL where it is the record itself
 * @rate: hours for each unit; 0 where the hours are those that are stated
 * @units: how many units are needed, in hundredths; 0 where the hours are those that are stated
 * @room: what a limit leaves in this year; -1 where there is none
 *
 * One way to hours that a year lacks. Not all that a notice allows, but what can be said without knowing more.
 */
typedef struct
{
  HbkRecord        *record;
  const char       *activity;
  const HbkRule    *rule;
  HbkSubject        subject;
  HbkHours          hours;
  const HbkMeasure *measure;
  HbkHours          rate;
  HbkHours          units;
  HbkHours          room;
} HbkYearWay;

GArray *hbk_year_ways_new (const HbkAssessment *assessment, HbkLogbook *logbook, const HbkYearResult *year, HbkSubject subject, HbkHours missing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
