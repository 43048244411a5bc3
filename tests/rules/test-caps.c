/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What caps cut, and in which order; see data/packs/FORMAT.md, Caps. */

#include "rules/support.h"
#include "rules/trial.h"

#define CAP(rest) "'caps': [{'id': 'k', 'clause': 'C7', " rest "}], "
#define BLOCK(rest) "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', " rest "}]"
#define STATED(rest) BLOCK (rest "'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credit': {'stated': 'stated_hours'}}]")
#define RECORDS(records) "'records': [" records "]"
#define DAY(id, date, hours) "{'id': '" id "', 'activity': 'training', 'start': '" date "', 'facts': {'stated_hours': " hours "}}"
#define SPAN(id, start, end, facts) "{'id': '" id "', 'activity': 'training', 'start': '" start "', 'end': '" end "', 'facts': {" facts "}}"

static const Trial item[] = {
  { "cut", CAP ("'stage': 'item', 'hours': 30") STATED (""), RECORDS (DAY ("a", "2024-03-10", "40")),
    "a.raw=0+40 a.credited=0+30 a.lost=0+10 2024.lost=0+10 +W-CAP-ITEM@a +W-CAP-ITEM@C7 a.trace=rule,stated,cap a.outcome=credited", NULL },
  { "exactly", CAP ("'stage': 'item', 'hours': 30") STATED (""), RECORDS (DAY ("a", "2024-03-10", "30")), "a.credited=0+30 a.lost=0+0 -W-CAP-ITEM a.trace=rule,stated", NULL },
  { "a hundredth over", CAP ("'stage': 'item', 'hours': 30") STATED (""), RECORDS (DAY ("a", "2024-03-10", "30.01")), "a.credited=0+30 a.lost=0+0.01 +W-CAP-ITEM@a", NULL },
  { "its own code", CAP ("'stage': 'item', 'hours': 30, 'code': 'W-DAYCAP'") STATED (""), RECORDS (DAY ("a", "2024-03-10", "40")), "+W-DAYCAP@a -W-CAP-ITEM", NULL },
  { "each record by itself", CAP ("'stage': 'item', 'hours': 30") STATED (""), RECORDS (DAY ("a", "2024-03-10", "40") "," DAY ("b", "2024-03-10", "40")),
    "a.credited=0+30 b.credited=0+30 2024.credited=0+60", NULL },
  { "for each day", CAP ("'stage': 'item', 'hours': 8, 'per': 'net_days'") STATED (""),
    RECORDS (SPAN ("a", "2024-03-10", "2024-03-19", "'stated_hours': 30, 'days': 4, 'transit_days': 1")), "a.credited=0+24 a.lost=0+6", NULL },
  { "for each day begun", CAP ("'stage': 'item', 'hours': 8, 'per': {'fact': 'net_days', 'whole': 'up'}") STATED (""),
    RECORDS (SPAN ("a", "2024-03-10", "2024-03-19", "'stated_hours': 30, 'days': 2.5")), "a.credited=0+24", NULL },
  { "for each day, days not known", CAP ("'stage': 'item', 'hours': 8, 'per': 'net_days'") STATED (""), RECORDS (DAY ("a", "2024-03-10", "30")),
    "a.outcome=pending a.missing=days a.credited=0+0 a.pending=0+30 +W-FACT-MISSING@days a.trace=rule,stated,missing", NULL },
  { "for each day, more than can be", CAP ("'stage': 'item', 'hours': 1000, 'per': 'net_days'") STATED (""),
    RECORDS (SPAN ("a", "2024-03-10", "2024-03-10", "'stated_hours': 100000000, 'days': 100000000")), "a.credited=0+100000000 a.lost=0+0", NULL },
  { "all years together, the earlier first", CAP ("'stage': 'item', 'hours': 50") BLOCK ("'year': 'each_year', 'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credit': {'fixed': 20}}]"),
    RECORDS (SPAN ("a", "2021-03-10", "2024-03-19", "")), "a@2021.credited=0+20 a@2022.credited=0+20 a@2023.credited=0+10 a@2024.credited=0+0 a@2024.lost=0+20", NULL },
  { "all years together, whatever rule gave them", CAP ("'stage': 'item', 'hours': 50") BLOCK ("'year': 'each_year', 'caps': ['k'], 'rules': [{'id': 'r', 'clause': 'C1', 'when': {'year': {'min': 2024}}, 'credit': {'fixed': 40}},"
                                                                                               "{'id': 's', 'clause': 'C2', 'credit': {'fixed': 30}}]"),
    RECORDS (SPAN ("a", "2023-03-10", "2024-03-19", "")), "a@2023.credited=0+30 a@2024.credited=0+20 a@2024.lost=0+20", NULL },
  { "for each day of all years", CAP ("'stage': 'item', 'hours': 6, 'per': 'net_days'") BLOCK ("'year': 'each_day', 'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credit': {'per': 'net_days', 'hours': 8}}]"),
    RECORDS (SPAN ("a", "2023-12-31", "2024-01-03", "'days': 4")), "a@2023.credited=0+8 a@2024.credited=0+16 a@2024.lost=0+8", NULL },
  { "only when it holds", CAP ("'stage': 'item', 'hours': 30, 'when': {'fact': 'filed', 'is': true}") STATED (""),
    RECORDS (SPAN ("a", "2024-03-10", "2024-03-19", "'stated_hours': 40, 'filed': true") "," SPAN ("b", "2024-03-10", "2024-03-19", "'stated_hours': 40, 'filed': false")),
    "a.credited=0+30 b.credited=0+40", NULL },
  { "open whether it holds", CAP ("'stage': 'item', 'hours': 30, 'when': {'fact': 'filed', 'is': true}") STATED (""), RECORDS (DAY ("a", "2024-03-10", "40")),
    "a.outcome=pending a.missing=filed a.credited=0+0", NULL },
  { "used by the rule only when it holds", CAP ("'stage': 'item', 'hours': 30") BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'caps': [{'cap': 'k', 'when': {'fact': 'filed', 'is': true}}], 'credit': {'stated': 'stated_hours'}}]"),
    RECORDS (SPAN ("a", "2024-03-10", "2024-03-19", "'stated_hours': 40, 'filed': true") "," SPAN ("b", "2024-03-10", "2024-03-19", "'stated_hours': 40, 'filed': false")),
    "a.credited=0+30 b.credited=0+40", NULL },
  { "both subjects, public stays", CAP ("'stage': 'item', 'hours': 50") BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credits': {'public': {'fixed': 30}, 'professional': {'fixed': 60}}}]"),
    RECORDS (DAY ("a", "2024-03-10", "0")), "a.raw=30+60 a.credited=30+20 a.lost=0+40", NULL },
  { "both subjects, less than the public ones", CAP ("'stage': 'item', 'hours': 20") BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credits': {'public': {'fixed': 30}, 'professional': {'fixed': 60}}}]"),
    RECORDS (DAY ("a", "2024-03-10", "0")), "a.credited=20+0 a.lost=10+60", NULL },
  { "one subject", CAP ("'stage': 'item', 'hours': 20, 'subject': 'public'") BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credits': {'public': {'fixed': 30}, 'professional': {'fixed': 60}}}]"),
    RECORDS (DAY ("a", "2024-03-10", "0")), "a.credited=20+60 a.lost=10+0", NULL },
  { "planned", CAP ("'stage': 'item', 'hours': 30") STATED (""),
    RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'status': 'planned', 'facts': {'stated_hours': 40}}"), "a.planned=0+30 a.lost=0+0 -W-CAP-ITEM", NULL },
};

#define DAY_CAP(rest) CAP ("'stage': 'day', 'hours': 8" rest)

static const Trial day[] = {
  { "two on one day", DAY_CAP ("") STATED (""), RECORDS (DAY ("a", "2024-03-10", "6") "," DAY ("b", "2024-03-10", "5")),
    "a.credited=0+6 b.credited=0+2 b.lost=0+3 +W-DAYCAP@b -W-DAYCAP@a", NULL },
  { "two days", DAY_CAP ("") STATED (""), RECORDS (DAY ("a", "2024-03-10", "8") "," DAY ("b", "2024-03-11", "8")), "a.credited=0+8 b.credited=0+8", NULL },
  { "one too long", DAY_CAP ("") STATED (""), RECORDS (DAY ("a", "2024-03-10", "10")), "a.credited=0+8 a.lost=0+2 +W-DAYCAP@a", NULL },
  { "evenly on all its days", DAY_CAP ("") STATED (""), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "'stated_hours': 27, 'days': 3")), "a.credited=0+24 a.lost=0+3", NULL },
  { "dates serve where days are not stated", DAY_CAP ("") STATED (""), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "'stated_hours': 27")), "a.credited=0+24", NULL },
  { "a lecture in it", DAY_CAP ("") STATED (""), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "'stated_hours': 24, 'days': 3") "," DAY ("l", "2024-03-10", "3")),
    "l.credited=0+3 a.credited=0+21 a.lost=0+3", NULL },
  { "a lecture after it on its last day", DAY_CAP ("") STATED (""), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "'stated_hours': 24, 'days': 3") "," DAY ("l", "2024-03-12", "3")),
    "a.credited=0+24 l.credited=0+0 l.lost=0+3", NULL },
  { "a half day at the end", DAY_CAP ("") STATED (""), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "'stated_hours': 20, 'days': 2.5") "," DAY ("l", "2024-03-12", "4")),
    "a.credited=0+20 l.credited=0+4 -W-DAYCAP", NULL },
  { "hundredths that do not come out even", DAY_CAP ("") STATED (""), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "'stated_hours': 20, 'days': 3")), "a.credited=0+20 a.lost=0+0", NULL },
  { "fewer days than dates neither fill nor are cut", DAY_CAP ("") STATED (""),
    RECORDS (SPAN ("a", "2024-03-02", "2024-03-30", "'stated_hours': 40, 'days': 5") "," DAY ("l", "2024-03-02", "8") "," DAY ("m", "2024-03-30", "8")),
    "a.credited=0+40 l.credited=0+8 m.credited=0+8", NULL },
  { "over New Year, a day each", DAY_CAP ("") BLOCK ("'year': 'each_day', 'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credit': {'per': 'net_days', 'hours': 9}}]"),
    RECORDS (SPAN ("a", "2023-12-31", "2024-01-02", "'days': 3")), "a@2023.credited=0+8 a@2024.credited=0+16", NULL },
  { "each record by itself", DAY_CAP (", 'by': 'record'") STATED (""), RECORDS (DAY ("a", "2024-03-10", "9") "," DAY ("b", "2024-03-10", "5")),
    "a.credited=0+8 b.credited=0+5", NULL },
  { "one subject", DAY_CAP (", 'subject': 'professional'") BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credits': {'public': {'fixed': 6}, 'professional': {'fixed': 10}}}]"),
    RECORDS (DAY ("a", "2024-03-10", "0")), "a.credited=6+8 a.lost=0+2", NULL },
  { "other records of one subject", DAY_CAP (", 'subject': 'professional'") BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credits': {'public': {'fixed': 6}, 'professional': {'fixed': 5}}}]"),
    RECORDS (DAY ("a", "2024-03-10", "0") "," DAY ("b", "2024-03-10", "0")), "a.credited=6+5 b.credited=6+3", NULL },
  { "not the days outside the window", DAY_CAP ("") BLOCK ("'window': {'to': '12-20', 'code': 'W-OUT-OF-WINDOW', 'clause': 'C6'}, 'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'],"
                                                           " 'credit': {'per': 'net_days', 'hours': 9}}]"),
    RECORDS (SPAN ("a", "2024-12-19", "2024-12-22", "'days': 4")), "a.raw=0+18 a.credited=0+16", NULL },
  { "a leap day has its own", DAY_CAP ("") STATED (""), RECORDS (SPAN ("a", "2024-02-28", "2024-03-01", "'stated_hours': 24, 'days': 3") "," DAY ("l", "2024-02-29", "8")),
    "l.credited=0+8 a.credited=0+16", NULL },
  { "a century of days", DAY_CAP ("") STATED (""), RECORDS (SPAN ("a", "1925-01-01", "2024-12-31", "'stated_hours': 100000000")), "a.credited=0+292200", NULL },
  { "no days at all", DAY_CAP ("") STATED (""), RECORDS (SPAN ("a", "2024-03-10", "2024-03-10", "'stated_hours': 9, 'days': 0")), "a.credited=0+8", NULL },
  { "a million days on one date", DAY_CAP ("") STATED (""), RECORDS (SPAN ("a", "2024-03-10", "2024-03-10", "'stated_hours': 8000, 'days': 1000000")), "a.outcome=credited", NULL },
};

#define BY_DAY(rest) BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credit': {'by_day': 'hours_by_day'" rest "}}]")

static const Trial listed[] = {
  { "each day", DAY_CAP ("") BY_DAY (""), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "'hours_by_day': [10, 6, 9]")), "a.raw=0+25 a.credited=0+22", NULL },
  { "with a lecture on the short day", DAY_CAP ("") BY_DAY (""),
    RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "'hours_by_day': [8, 6, 8]") "," SPAN ("l", "2024-03-11", "2024-03-11", "'hours_by_day': [3]")),
    "l.credited=0+3 a.credited=0+21", NULL },
  { "scaled days", DAY_CAP ("") BY_DAY (", 'times': 4, 'divide': 3"), RECORDS (SPAN ("a", "2024-03-10", "2024-03-11", "'hours_by_day': [9, 3]")), "a.raw=0+16 a.credited=0+12", NULL },
  { "in front of other facts", DAY_CAP ("") BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credit': {'first': [{'by_day': 'hours_by_day'}, {'stated': 'stated_hours'}]}}]"),
    RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "'hours_by_day': [10, 1, 1], 'stated_hours': 12")), "a.credited=0+10", NULL },
  { "behind other facts", DAY_CAP ("") BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credit': {'first': [{'stated': 'stated_hours'}, {'by_day': 'hours_by_day'}]}}]"),
    RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "'hours_by_day': [10, 1, 1]")), "a.credited=0+10", NULL },
  { "on dates nobody can say", DAY_CAP ("") BY_DAY (""),
    RECORDS (SPAN ("a", "2024-03-01", "2024-03-15", "'hours_by_day': [10, 4]") "," SPAN ("l", "2024-03-01", "2024-03-01", "'hours_by_day': [8]")),
    "l.credited=0+8 a.credited=0+12 a.lost=0+2", NULL },
  { "each record by itself", DAY_CAP (", 'by': 'record'") BY_DAY (""),
    RECORDS (SPAN ("a", "2024-03-01", "2024-03-15", "'hours_by_day': [10, 4]") "," SPAN ("l", "2024-03-01", "2024-03-01", "'hours_by_day': [9]")),
    "l.credited=0+8 a.credited=0+12", NULL },
  { "over New Year", DAY_CAP ("") BLOCK ("'year': 'each_day', 'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credit': {'by_day': 'hours_by_day'}}]"),
    RECORDS (SPAN ("a", "2023-12-30", "2024-01-02", "'hours_by_day': [9, 1, 2, 10]")), "a@2023.credited=0+9 a@2024.credited=0+10", NULL },
};

/* A yearly cap of 30 that training and conferences share. */
#define SHARED(rest) "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'group', 'hours': 30" rest "}], 'blocks': ["                                             \
                     "{'id': 'b', 'activities': ['training', 'conference'], 'subject': 'professional', 'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k']," \
                     " 'credit': {'stated': 'stated_hours'}}]}]"
#define OF(id, activity, date, rest) "{'id': '" id "', 'activity': '" activity "', 'start': '" date "', " rest "}"
#define HOURS(hours) "'facts': {'stated_hours': " hours "}"

static const Trial year[] = {
  { "by date", SHARED (""), RECORDS (OF ("a", "training", "2024-05-10", HOURS ("20")) "," OF ("b", "conference", "2024-03-10", HOURS ("20"))),
    "b.credited=0+20 a.credited=0+10 a.lost=0+10 2024.credited=0+30 2024.lost=0+10 +W-CAP-YEAR@a -W-CAP-YEAR@b", NULL },
  { "by id on one day", SHARED (""), RECORDS (OF ("b", "training", "2024-05-10", HOURS ("20")) "," OF ("a", "conference", "2024-05-10", HOURS ("20"))),
    "a.credited=0+20 b.credited=0+10", NULL },
  { "by the end of records", SHARED (""), RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-01-01', 'end': '2024-12-01', 'facts': {'stated_hours': 20}},"
                                                   "{'id': 'b', 'activity': 'training', 'start': '2024-06-01', 'end': '2024-06-02', 'facts': {'stated_hours': 20}}"),
    "b.credited=0+20 a.credited=0+10", NULL },
  { "full", SHARED (""), RECORDS (OF ("a", "training", "2024-03-10", HOURS ("30")) "," OF ("b", "training", "2024-05-10", HOURS ("20"))),
    "b.credited=0+0 b.lost=0+20 b.outcome=credited +W-CAP-YEAR@b", NULL },
  { "another year", SHARED (""), RECORDS (OF ("a", "training", "2023-03-10", HOURS ("30")) "," OF ("b", "training", "2024-05-10", HOURS ("30"))),
    "a.credited=0+30 b.credited=0+30 -W-CAP-YEAR", NULL },
  { "all years", SHARED (", 'period': 'ever'"), RECORDS (OF ("a", "training", "2023-03-10", HOURS ("20")) "," OF ("b", "training", "2024-05-10", HOURS ("20"))),
    "a.credited=0+20 b.credited=0+10 2024.lost=0+10", NULL },
  { "what waits comes after what counts", SHARED (""), RECORDS (OF ("p", "training", "2024-03-10", "'facts': {}") "," OF ("a", "training", "2024-05-10", HOURS ("20"))),
    "a.credited=0+20 p.outcome=pending", NULL },
  { "only when it holds", SHARED (", 'when': {'activity': 'training'}"), RECORDS (OF ("a", "conference", "2024-03-10", HOURS ("20")) "," OF ("b", "training", "2024-05-10", HOURS ("20"))),
    "a.credited=0+20 b.credited=0+20", NULL },
  { "one subject", "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'activity', 'hours': 40, 'subject': 'public'}], 'blocks': [{'id': 'b', 'activities': ['training'], 'rules': ["
                   "{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'credits': {'public': {'fixed': 30}, 'professional': {'fixed': 60}}}]}]",
    RECORDS (OF ("a", "training", "2024-03-10", HOURS ("20")) "," OF ("b", "training", "2024-05-10", HOURS ("20"))), "a.credited=30+60 b.credited=10+60 2024.lost=20+0", NULL },
  { "what is excluded fills nothing", "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'activity', 'hours': 30}], 'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'rules': ["
                                      "{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'require': [{'if': {'fact': 'filed', 'is': true}, 'else': 'excluded', 'code': 'W-UNFILED'}],"
                                      " 'credit': {'stated': 'stated_hours'}}]}]",
    RECORDS (OF ("a", "training", "2024-03-10", "'facts': {'stated_hours': 20, 'filed': false}") "," OF ("b", "training", "2024-05-10", "'facts': {'stated_hours': 30, 'filed': true}")),
    "a.outcome=excluded b.credited=0+30", NULL },
};

/* Ten hours for each item, with a fact that may be missing; the cap is 30. */
#define GATED                                                                                                                                              \
  "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'activity', 'hours': 30}], 'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional'," \
  " 'rules': [{'id': 'r', 'clause': 'C1', 'caps': ['k'], 'require': [{'if': {'fact': 'filed', 'is': true}, 'else': 'excluded', 'code': 'W-UNFILED'}],"     \
  " 'credit': {'stated': 'stated_hours'}}]}]"

static const Trial classes[] = {
  { "counted, pending, planned", GATED,
    RECORDS (OF ("l", "training", "2024-01-10", "'status': 'planned', 'facts': {'stated_hours': 20, 'filed': true}") "," OF ("p", "training", "2024-02-10", "'facts': {'stated_hours': 15}") "," OF ("c", "training", "2024-03-10", "'facts': {'stated_hours': 10, 'filed': true}")),
    "c.credited=0+10 p.pending=0+15 l.planned=0+5 2024.credited=0+10 2024.pending=0+15 2024.planned=0+5 2024.lost=0+0 -W-CAP-YEAR", NULL },
  { "full of what counts", GATED,
    RECORDS (OF ("l", "training", "2024-01-10", "'status': 'planned', 'facts': {'stated_hours': 20, 'filed': true}") "," OF ("p", "training", "2024-02-10", "'facts': {'stated_hours': 15}") "," OF ("c", "training", "2024-03-10", "'facts': {'stated_hours': 40, 'filed': true}")),
    "c.credited=0+30 p.pending=0+0 l.planned=0+0 2024.lost=0+10", NULL },
};

/* 100 hours on five days; item 60, day 10, activity 45, group 42: named in the wrong order. */
#define ALL_STAGES                                                                                                                      \
  "'caps': [{'id': 'g', 'clause': 'C4', 'stage': 'group', 'hours': 42}, {'id': 'y', 'clause': 'C3', 'stage': 'activity', 'hours': 45}," \
  " {'id': 'd', 'clause': 'C2', 'stage': 'day', 'hours': 10}, {'id': 'i', 'clause': 'C1', 'stage': 'item', 'hours': 60}], " BLOCK ("'rules': [{'id': 'r', 'clause': 'C9', 'caps': ['g', 'y', 'd', 'i'], 'credit': {'stated': 'stated_hours'}}]")

static void
test_order (void)
{
  g_autoptr (HbkPack) pack = trial_pack (ALL_STAGES);
  g_autoptr (HbkLogbook) logbook = trial_logbook (RECORDS (SPAN ("a", "2024-03-11", "2024-03-15", "'stated_hours': 100, 'days': 5")));
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);
  const HbkRecordResult *result = hbk_year_result_lookup (hbk_assessment_get_year (assessment, 0), "a");
  g_autoptr (GArray) trace = hbk_assessment_dup_trace (assessment, result);
  /* What each cap finds and leaves. */
  static const struct
  {
    const char *id;
    HbkHours    before;
    HbkHours    after;
  } steps[] = { { "i", 10000, 6000 }, { "d", 6000, 5000 }, { "y", 5000, 4500 }, { "g", 4500, 4200 } };

  trial_check (assessment, "a.raw=0+100 a.credited=0+42 a.lost=0+58 a.trace=rule,stated,cap,cap,cap,cap +W-CAP-ITEM@C1 +W-DAYCAP@C2 +W-CAP-YEAR@C3 +W-CAP-YEAR@C4");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const HbkTraceStep *step = &g_array_index (trace, HbkTraceStep, i + 2);

      g_assert_cmpstr (step->id, ==, steps[i].id);
      g_assert_cmpint (step->b, ==, steps[i].before);
      g_assert_cmpint (step->c, ==, steps[i].after);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  trial_add ("/rules/caps/item", item, G_N_ELEMENTS (item));
  trial_add ("/rules/caps/day", day, G_N_ELEMENTS (day));
  trial_add ("/rules/caps/listed", listed, G_N_ELEMENTS (listed));
  trial_add ("/rules/caps/year", year, G_N_ELEMENTS (year));
  trial_add ("/rules/caps/classes", classes, G_N_ELEMENTS (classes));
  g_test_add_func ("/rules/caps/order", test_order);

  return g_test_run ();
}
