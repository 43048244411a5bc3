/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Time off duty that lowers what a year asks for; see data/packs/FORMAT.md, Requirements, "reductions". */

#include "rules/trial.h"

#define REQUIRED "'requirements': [{'clause': 'C0', 'verdict': 'required', 'total': 90, 'public': 30, 'professional': 60}], "
#define APPROVED "{'if': {'fact': 'unit_approved', 'is': true}, 'else': 'excluded', 'code': 'W-NOT-APPROVED', 'clause': 'C7'}"
#define ILLNESS(rest) "{'clause': 'C8', 'activity': 'absence', 'when': {'fact': 'absence_kind', 'is': 'illness'}" rest "}"
#define PACK(reductions) REQUIRED "'reductions': [" reductions "]"
#define PLAIN PACK (ILLNESS (", 'above_months': 6, 'mode': 'requirement'"))
#define FREE PACK (ILLNESS (", 'mode': 'requirement'"))
#define RECORDS(records) "'records': [" records "]"
#define ABSENCE(id, start, end, facts) "{'id': '" id "', 'activity': 'absence', 'start': '" start "', 'end': '" end "', 'facts': {'absence_kind': 'illness'" facts "}}"
#define MONTHS(id, months) ABSENCE (id, "2024-01-01", "2024-12-31", ", 'months': " months)
#define READING                                                                                                        \
  "'readings': [{'id': 'R', 'clauses': ['C8'], 'question': {'zh': '？', 'en': '?'}, 'default': 'up', 'weight': 'low'," \
  " 'options': [{'id': 'up', 'text': {'zh': '进', 'en': 'u'}}, {'id': 'exact', 'text': {'zh': '准', 'en': 'e'}}]}], "

static const Trial trials[] = {
  { "months as stated", PLAIN, RECORDS (MONTHS ("a", "8")),
    "2024.required=30/10/20 2024.credited=0+0 2024.verdict=short +I-REDUCED-REQUIREMENT@2024 a.outcome=credited a.clause=C8 a.credited=0+0 a.trace=duty", NULL },
  { "not above the bound", PLAIN, RECORDS (MONTHS ("a", "6")), "2024.required=90/30/60 -I-REDUCED-REQUIREMENT a.outcome=excluded a.clause=C8", NULL },
  { "just above the bound", PLAIN, RECORDS (MONTHS ("a", "6.5")), "2024.required=41.25/13.75/27.5", NULL },
  { "half a year by date", PLAIN, RECORDS (ABSENCE ("a", "2024-01-01", "2024-06-30", "")), "2024.required=90/30/60", NULL },
  { "half a year and a day", PLAIN, RECORDS (ABSENCE ("a", "2024-01-01", "2024-07-01", "")), "2024.required=45/15/30", NULL },
  { "days of a leap year", PLAIN, RECORDS (ABSENCE ("a", "2024-01-01", "2024-08-31", "")), "2024.required=30/10/20", NULL },
  { "days of another year", PLAIN, RECORDS (ABSENCE ("a", "2023-01-01", "2023-08-31", "")), "2023.required=30.09/10.03/20.06", NULL },
  { "enough for what is left", PACK (ILLNESS (", 'above_months': 6, 'mode': 'requirement'")),
    RECORDS (MONTHS ("a", "8") ", {'id': 't', 'activity': 'training', 'start': '2024-11-01', 'facts': {'stated_hours': 20}}, {'id': 'p', 'activity': 'public_course', 'start': '2024-11-01', 'facts': {'stated_hours': 10}}"),
    "2024.verdict=met 2024.met=yes/yes/yes 2024.credited=10+20 -W-NO-CARRYOVER", NULL },
  { "a hundredth too little for what is left", PACK (ILLNESS (", 'above_months': 6, 'mode': 'requirement'")),
    RECORDS (MONTHS ("a", "8") ", {'id': 't', 'activity': 'training', 'start': '2024-11-01', 'facts': {'stated_hours': 19.99}}, {'id': 'p', 'activity': 'public_course', 'start': '2024-11-01', 'facts': {'stated_hours': 10.01}}"),
    "2024.verdict=short 2024.met=yes/yes/no +W-PROF-SHORT@2024", NULL },
  { "all of the year", PLAIN, RECORDS (ABSENCE ("a", "2024-01-01", "2024-12-31", "")), "2024.required=0/0/0 2024.verdict=met", NULL },
  { "more than the year", PLAIN, RECORDS (MONTHS ("a", "15")), "2024.required=0/0/0 2024.verdict=met", NULL },
  { "without a bound", FREE, RECORDS (MONTHS ("a", "1")), "2024.required=82.5/27.5/55", NULL },
  { "no time at all", FREE, RECORDS (MONTHS ("a", "0")), "2024.required=90/30/60 -I-REDUCED-REQUIREMENT", NULL },

  /* Added up within the year. */
  { "several together", PLAIN, RECORDS (ABSENCE ("a", "2024-01-01", "2024-04-30", ", 'months': 4") "," ABSENCE ("b", "2024-07-01", "2024-09-30", ", 'months': 3")),
    "2024.required=37.5/12.5/25 a.outcome=credited b.outcome=credited", NULL },
  { "several too short", PLAIN, RECORDS (ABSENCE ("a", "2024-01-01", "2024-03-31", ", 'months': 3") "," ABSENCE ("b", "2024-07-01", "2024-09-30", ", 'months': 3")), "2024.required=90/30/60", NULL },
  { "thirteen days are not above six months", PLAIN,
    RECORDS (ABSENCE ("a", "2024-01-03", "2024-01-03", "") "," ABSENCE ("b", "2024-02-03", "2024-02-03", "") "," ABSENCE ("c", "2024-03-03", "2024-03-03", "") "," ABSENCE ("d", "2024-04-03", "2024-04-03", "") "," ABSENCE ("e", "2024-05-03", "2024-05-03", "") "," ABSENCE ("f", "2024-06-03", "2024-06-03", "") "," ABSENCE ("g", "2024-07-03", "2024-07-03", "") "," ABSENCE ("h", "2024-08-03", "2024-08-03", "") "," ABSENCE ("i", "2024-09-03", "2024-09-03", "") "," ABSENCE ("j", "2024-10-03", "2024-10-03", "") "," ABSENCE ("k", "2024-11-03", "2024-11-03", "") "," ABSENCE ("l", "2024-12-03", "2024-12-03", "") "," ABSENCE ("m", "2024-12-05", "2024-12-05", "")),
    "2024.required=90/30/60", NULL },
  { "parts of months make a month", PLAIN, /* 3 months and 20 days, 2 months and 20 days */
    RECORDS (ABSENCE ("a", "2024-01-01", "2024-04-20", "") "," ABSENCE ("b", "2024-07-01", "2024-09-20", "")), "2024.required=42.55/14.19/28.37", NULL },
  { "days that overlap count once", FREE, RECORDS (ABSENCE ("a", "2024-01-01", "2024-08-31", "") "," ABSENCE ("b", "2024-01-01", "2024-08-31", "")), "2024.required=30/10/20", NULL },
  { "days within others count once", FREE, RECORDS (ABSENCE ("b", "2024-03-01", "2024-03-31", "") "," ABSENCE ("a", "2024-01-01", "2024-12-31", "")), "2024.required=0/0/0", NULL },
  { "days that overlap in part", FREE, /* January to August, in three pieces */
    RECORDS (ABSENCE ("a", "2024-02-01", "2024-04-30", "") "," ABSENCE ("b", "2024-01-01", "2024-03-31", "") "," ABSENCE ("c", "2024-04-01", "2024-08-31", "")), "2024.required=30/10/20", NULL },
  { "days of an absence of one date", FREE, RECORDS (ABSENCE ("a", "2024-12-31", "2024-12-31", ", 'days': 122")), "2024.required=60/20/40", NULL },
  { "months and days", FREE, /* 3 months = 91.5 of 366 days, and 91 days: 183.5 on duty */
    RECORDS (ABSENCE ("a", "2024-01-01", "2024-03-31", ", 'months': 3") "," ABSENCE ("b", "2024-07-01", "2024-09-29", "")), "2024.required=45.13/15.05/30.09", NULL },
  { "two clauses", PACK (ILLNESS (", 'above_months': 6, 'mode': 'requirement'") ", {'clause': 'C9', 'activity': 'absence', 'when': {'fact': 'absence_kind', 'is': 'maternity'}, 'mode': 'requirement'}"),
    RECORDS (ABSENCE ("a", "2024-01-01", "2024-07-31", ", 'months': 7") ", {'id': 'b', 'activity': 'absence', 'start': '2024-09-01', 'end': '2024-10-31', 'facts': {'absence_kind': 'maternity', 'months': 2}}"),
    "2024.required=22.5/7.5/15 a.clause=C8 b.clause=C9", NULL },
  { "over New Year", FREE, RECORDS (ABSENCE ("a", "2023-12-22", "2024-01-31", "")), "2023.required=87.54/29.18/58.36 2024.required=82.38/27.46/54.92", NULL },
  { "months stated for two years say nothing of each", FREE, RECORDS (ABSENCE ("a", "2023-12-22", "2024-01-31", ", 'months': 1.5")), "2023.required=87.54/29.18/58.36", NULL },
  { "another kind", PLAIN, RECORDS ("{'id': 'a', 'activity': 'absence', 'start': '2024-01-01', 'end': '2024-12-31', 'facts': {'absence_kind': 'maternity'}}"), "2024.required=90/30/60 a.credited=0+0", NULL },
  { "a minimum that is not set stays so", "'requirements': [{'clause': 'C0', 'verdict': 'required', 'total': 90, 'professional': 60}], 'reductions': [" ILLNESS (", 'mode': 'requirement'") "]",
    RECORDS (MONTHS ("a", "6")), "2024.required=45/-/30", NULL },

  /* What does not count. */
  { "planned", PLAIN, RECORDS ("{'id': 'a', 'activity': 'absence', 'start': '2024-01-01', 'end': '2024-12-31', 'status': 'planned', 'facts': {'absence_kind': 'illness'}}"), "2024.required=90/30/60 a.outcome=planned", NULL },
  { "in the future", PLAIN, RECORDS (ABSENCE ("a", "2024-01-01", "2024-12-31", "")), "2024.required=90/30/60 a.outcome=planned", "2023-12-31" },
  { "kind not stated", PLAIN, RECORDS ("{'id': 'a', 'activity': 'absence', 'start': '2024-01-01', 'end': '2024-12-31'}"), "2024.required=90/30/60 a.outcome=pending a.missing=absence_kind +W-FACT-MISSING@absence_kind", NULL },
  { "approved", PACK (ILLNESS (", 'require': [" APPROVED "], 'mode': 'requirement'")), RECORDS (ABSENCE ("a", "2024-01-01", "2024-08-31", ", 'unit_approved': true")), "2024.required=30/10/20", NULL },
  { "not approved", PACK (ILLNESS (", 'require': [" APPROVED "], 'mode': 'requirement'")), RECORDS (ABSENCE ("a", "2024-01-01", "2024-08-31", ", 'unit_approved': false")),
    "2024.required=90/30/60 a.outcome=excluded a.clause=C7 a.code=W-NOT-APPROVED +W-NOT-APPROVED@a", NULL },
  { "approval not known", PACK (ILLNESS (", 'require': [" APPROVED "], 'mode': 'requirement'")), RECORDS (ABSENCE ("a", "2024-01-01", "2024-08-31", "")),
    "2024.required=90/30/60 a.outcome=pending a.missing=unit_approved", NULL },
  { "approval that is waited for", PACK (ILLNESS (", 'require': [{'if': {'fact': 'unit_approved', 'is': true}, 'else': 'pending', 'code': 'W-APPROVAL-MISSING'}], 'mode': 'requirement'")),
    RECORDS (ABSENCE ("a", "2024-01-01", "2024-08-31", ", 'unit_approved': false")), "2024.required=90/30/60 a.outcome=pending a.code=W-APPROVAL-MISSING +W-APPROVAL-MISSING@a", NULL },

  /* As credit: two thirds of the year off, one third on duty. */
  { "as credit", PACK (ILLNESS (", 'mode': 'credit'")), RECORDS (MONTHS ("a", "8")), "2024.required=90/30/60 2024.credited=10+20 a.credited=10+20 a.raw=10+20", NULL },
  { "as credit, rounded down", PACK (ILLNESS (", 'mode': 'credit'")), RECORDS (ABSENCE ("a", "2023-01-01", "2023-08-31", "")), "2023.credited=10.02+20.05 2023.required=90/30/60", NULL },
  { "credit or requirement", READING PACK (ILLNESS (", 'mode': [{'when': {'reading': 'R', 'is': 'up'}, 'mode': 'credit'}, 'requirement']")), RECORDS (MONTHS ("a", "8")), "2024.required=90/30/60 2024.credited=10+20", NULL },
  { "requirement or credit", READING PACK (ILLNESS (", 'mode': [{'when': {'reading': 'R', 'is': 'exact'}, 'mode': 'credit'}, 'requirement']")), RECORDS (MONTHS ("a", "8")), "2024.required=30/10/20 2024.credited=0+0", NULL },
  { "whole hours", READING PACK (ILLNESS (", 'mode': 'requirement', 'round_up': {'reading': 'R', 'is': 'up'}")), RECORDS (MONTHS ("a", "6.5")), "2024.required=42/14/28", NULL },
  { "whole hours, even", READING PACK (ILLNESS (", 'mode': 'requirement', 'round_up': {'reading': 'R', 'is': 'up'}")), RECORDS (MONTHS ("a", "8")), "2024.required=30/10/20", NULL },
  { "not whole hours", READING PACK (ILLNESS (", 'mode': 'requirement', 'round_up': {'reading': 'R', 'is': 'exact'}")), RECORDS (MONTHS ("a", "6.5")), "2024.required=41.25/13.75/27.5", NULL },
  { "whole hours are not credited", READING PACK (ILLNESS (", 'mode': 'credit', 'round_up': {'reading': 'R', 'is': 'up'}")), RECORDS (MONTHS ("a", "6.5")), "2024.credited=13.75+27.5", NULL },

  { "warned", PACK (ILLNESS (", 'mode': 'requirement', 'warn': [{'when': {'measure': 'months_in_year', 'min': 6, 'max': 6}, 'code': 'W-BOUNDARY'}]")), RECORDS (MONTHS ("a", "6")), "+W-BOUNDARY@a", NULL },
  { "not warned", PACK (ILLNESS (", 'mode': 'requirement', 'warn': [{'when': {'measure': 'months_in_year', 'min': 6, 'max': 6}, 'code': 'W-BOUNDARY'}]")), RECORDS (MONTHS ("a", "7")), "-W-BOUNDARY", NULL },
  { "as many months as can be said", FREE, RECORDS (MONTHS ("a", "100000000") "," MONTHS ("b", "100000000")), "2024.required=0/0/0", NULL },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  trial_add ("/rules/reductions", trials, G_N_ELEMENTS (trials));

  return g_test_run ();
}
