/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/hbk-year-pace.h"
#include "rules/hbk-year-ways.h"

G_BEGIN_DECLS

/**
 * HbkStanding:
 * @HBK_STANDING_OPEN: nothing can be said yet, or nothing is asked for
 * @HBK_STANDING_GOOD: reached, or going along well
 * @HBK_STANDING_BEHIND: something is missing
 *
 * How something stands.
 */
typedef enum {
  HBK_STANDING_OPEN,
  HBK_STANDING_GOOD,
  HBK_STANDING_BEHIND,
} HbkStanding;

/**
 * HbkYearView:
 * @year: the year of an assessment
 * @pace: its pace
 * @today: the day of the assessment
 * @handed_in: it was handed in
 * @changed: it has changed since
 *
 * What the words about a year are made of.
 */
typedef struct
{
  const HbkYearResult *year;
  const HbkYearPace   *pace;
  HbkDate              today;
  gboolean             handed_in;
  gboolean             changed;
} HbkYearView;

gboolean hbk_year_view_has_pace (const HbkYearView *view);

char *hbk_year_words_verdict (const HbkYearView *view) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_year_words_summary (const HbkYearView *view) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_year_words_standing (const HbkYearView *view, HbkSubject subject, HbkStanding *standing) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_year_words_hours (HbkHours hours) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_year_words_missing (HbkSubject subject, HbkHours missing) G_GNUC_WARN_UNUSED_RESULT;
char *hbk_year_words_way (const HbkYearWay *way, const HbkPack *pack, HbkHours missing, HbkLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
