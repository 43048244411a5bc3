/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rule applies to a record, and what becomes of the record; see data/packs/FORMAT.md, Blocks and rules. */

#include "rules/trial.h"

#define BLOCK(rest) "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', " rest "}]"
#define RULES(rules) BLOCK ("'rules': [" rules "], 'otherwise': {'outcome': 'no_rate', 'clause': 'C9'}")
#define RULE(rest) BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}, " rest "}]")
#define PLAIN BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]")
#define RECORD(id, rest) "{'id': '" id "', 'activity': 'training', 'start': '2024-03-10', 'end': '2024-03-12'" rest "}"
#define ONE(rest) "'records': [" RECORD ("a", rest) "]"
#define FACTS(facts) ONE (", 'facts': {" facts "}")

/* Two rules, told apart by the level. */
#define TWO                                                                                               \
  RULES ("{'id': 'r', 'clause': 'C1', 'when': {'fact': 'level', 'is': 'city'}, 'credit': {'fixed': 10}}," \
         "{'id': 's', 'clause': 'C2', 'when': {'fact': 'level', 'is': 'county'}, 'credit': {'fixed': 20}}")
#define GATE(condition, outcome) "{'if': " condition ", 'else': '" outcome "', 'code': 'W-NOT-APPROVED', 'clause': 'C5'}"
#define FILED "{'fact': 'filed', 'is': true}"
#define ARCHIVE "{'fact': 'archive', 'is': true}"

static const Trial rules[] = {
  { "first", TWO, FACTS ("'level': 'city'"), "a.credited=0+10 a.clause=C1", NULL },
  { "second", TWO, FACTS ("'level': 'county'"), "a.credited=0+20 a.clause=C2", NULL },
  { "none", TWO, FACTS ("'level': 'national'"), "a.outcome=no_rate a.clause=C9 a.credited=0+0 +W-NO-RATE@a", NULL },
  { "open", TWO, ONE (""), "a.outcome=pending a.missing=level a.pending=0+10 2024.credited=0+0 2024.pending=0+10 +W-FACT-MISSING@level", NULL },
  { "an earlier one open", RULES ("{'id': 'r', 'clause': 'C1', 'when': {'fact': 'level', 'is': 'city'}, 'credit': {'fixed': 10}},"
                                  "{'id': 's', 'clause': 'C2', 'credit': {'fixed': 20}}"),
    ONE (""), "a.outcome=pending a.missing=level", NULL },
  { "a later one open", RULES ("{'id': 's', 'clause': 'C2', 'credit': {'fixed': 20}},"
                               "{'id': 'r', 'clause': 'C1', 'when': {'fact': 'level', 'is': 'city'}, 'credit': {'fixed': 10}}"),
    ONE (""), "a.credited=0+20 a.missing=none", NULL },
  { "open, with a shut gate", RULES ("{'id': 'r', 'clause': 'C1', 'when': {'fact': 'level', 'is': 'city'}, 'credit': {'fixed': 10},"
                                     " 'require': [" GATE (FILED, "excluded") "]}"),
    FACTS ("'filed': false"), "a.outcome=pending a.missing=level", NULL },
  { "open, asks only for what decides", RULES ("{'id': 'r', 'clause': 'C1', 'when': {'fact': 'level', 'is': 'city'}, 'credit': {'stated': 'stated_hours'},"
                                               " 'require': [" GATE (FILED, "excluded") "]}"),
    ONE (""), "a.outcome=pending a.missing=level", NULL },
  { "open, with an outcome", RULES ("{'id': 'r', 'clause': 'C1', 'when': {'fact': 'level', 'is': 'city'}, 'outcome': 'excluded', 'code': 'W-EXCLUDED'}"),
    ONE (""), "a.outcome=pending a.missing=level -W-EXCLUDED", NULL },
  { "blocks in the order of the file", "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'rules': ["
                                       " {'id': 'r', 'clause': 'C1', 'when': {'fact': 'level', 'is': 'city'}, 'credit': {'fixed': 10}}]},"
                                       "{'id': 'c', 'activities': ['conference', 'training'], 'subject': 'professional', 'rules': ["
                                       " {'id': 's', 'clause': 'C2', 'credit': {'fixed': 20}}]}]",
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'facts': {'level': 'city'}},"
    "{'id': 'b', 'activity': 'training', 'start': '2024-03-10', 'facts': {'level': 'county'}},"
    "{'id': 'c', 'activity': 'conference', 'start': '2024-03-10'}]",
    "a.clause=C1 b.clause=C2 c.clause=C2", NULL },
  { "otherwise comes after the rules of all blocks", "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'rules': ["
                                                     " {'id': 'r', 'clause': 'C1', 'when': {'fact': 'level', 'is': 'city'}, 'credit': {'fixed': 10}}],"
                                                     " 'otherwise': {'outcome': 'no_rate', 'clause': 'C9'}},"
                                                     "{'id': 'c', 'activities': ['training'], 'subject': 'professional', 'rules': ["
                                                     " {'id': 's', 'clause': 'C2', 'credit': {'fixed': 20}}]}]",
    FACTS ("'level': 'county'"), "a.clause=C2 a.credited=0+20", NULL },
  { "otherwise excluded", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'when': {'fact': 'level', 'is': 'city'}, 'credit': {'fixed': 10}}],"
                                 " 'otherwise': {'outcome': 'excluded', 'clause': 'C9', 'code': 'W-NOT-RECOGNISED'}"),
    FACTS ("'level': 'county'"), "a.outcome=excluded a.clause=C9 a.code=W-NOT-RECOGNISED +W-NOT-RECOGNISED@a -W-EXCLUDED", NULL },
  { "no rule and no otherwise", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'when': {'fact': 'level', 'is': 'city'}, 'credit': {'fixed': 10}}]"),
    FACTS ("'level': 'county'"), "a.outcome=no_rate a.code=W-NO-RATE +W-NO-RATE@a", NULL },
  { "no block", PLAIN, "'records': [{'id': 'a', 'activity': 'paper', 'start': '2024-03-10'}]", "a.outcome=no_rate a.clause=none +W-NO-RATE@a a.years=2024", NULL },
  { "unknown activity", PLAIN, "'records': [{'id': 'a', 'activity': 'juggling', 'start': '2024-03-10'}]",
    "a.outcome=no_rate +W-UNKNOWN-ACTIVITY@a -W-NO-RATE", NULL },

  /* Outcomes in place of hours. */
  { "excluded", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'outcome': 'excluded', 'code': 'W-NOT-RELATED'}]"), ONE (""),
    "a.outcome=excluded a.code=W-NOT-RELATED a.clause=C1 a.raw=0+0 +W-NOT-RELATED@a", NULL },
  { "excluded without a code", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'outcome': 'excluded'}]"), ONE (""), "a.outcome=excluded +W-EXCLUDED@a", NULL },
  { "no rate without a code", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'outcome': 'no_rate'}]"), ONE (""), "a.outcome=no_rate +W-NO-RATE@a", NULL },
  { "excluded asks for no evidence", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'outcome': 'excluded', 'code': 'W-EXCLUDED'}]"), ONE (""),
    "-W-EVIDENCE-MISSING a.documents=none", NULL },

  /* In force. */
  { "from its first year", RULE ("'since': 2024"), ONE (""), "a.credited=0+10", NULL },
  { "not before its first year", RULE ("'since': 2025"), ONE (""), "a.outcome=excluded a.code=W-NOT-IN-FORCE a.clause=C1 +W-NOT-IN-FORCE@a", NULL },
  { "until its last year", RULE ("'until': 2024"), ONE (""), "a.credited=0+10", NULL },
  { "not after its last year", RULE ("'until': 2023"), ONE (""), "a.outcome=excluded a.code=W-NOT-IN-FORCE", NULL },
  { "in force in some of the years", BLOCK ("'year': 'each_year', 'rules': [{'id': 'r', 'clause': 'C1', 'since': 2024, 'credit': {'fixed': 10}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2023-03-10', 'end': '2025-03-12'}]",
    "a@2023.outcome=excluded a@2024.credited=0+10 a@2025.credited=0+10", NULL },
  { "not known whether in force", BLOCK ("'year': {'fact': 'concluded_on'}, 'rules': [{'id': 'r', 'clause': 'C1', 'since': 2025, 'credit': {'fixed': 10}}]"),
    ONE (""), "a.outcome=pending a.missing=concluded_on -W-NOT-IN-FORCE", NULL },
  { "year and hours not known", BLOCK ("'year': {'fact': 'concluded_on'}, 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]"),
    ONE (""), "a.outcome=pending a.missing=concluded_on,stated_hours a.years=2024", NULL },
  { "year not known and gate shut", BLOCK ("'year': {'fact': 'concluded_on'}, 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10},"
                                           " 'require': [{'if': {'year': {'min': 2025}}, 'else': 'excluded', 'code': 'W-NOT-CONCLUDED'}]}]"),
    ONE (""), "a.outcome=pending a.missing=concluded_on -W-NOT-CONCLUDED", NULL },

  /* Gates. */
  { "gate open", RULE ("'require': [" GATE (FILED, "excluded") "]"), FACTS ("'filed': true"), "a.credited=0+10 a.code=none a.clause=C1", NULL },
  { "gate shut", RULE ("'require': [" GATE (FILED, "excluded") "]"), FACTS ("'filed': false"),
    "a.outcome=excluded a.credited=0+0 a.raw=0+0 a.code=W-NOT-APPROVED a.clause=C5 +W-NOT-APPROVED@a a.trace=rule,gate", NULL },
  { "gate to no rate", RULE ("'require': [" GATE (FILED, "no_rate") "]"), FACTS ("'filed': false"), "a.outcome=no_rate a.code=W-NOT-APPROVED", NULL },
  { "gate that waits", RULE ("'require': [" GATE (FILED, "pending") "]"), FACTS ("'filed': false"),
    "a.outcome=pending a.pending=0+10 a.credited=0+0 a.code=W-NOT-APPROVED a.missing=none +W-NOT-APPROVED@a", NULL },
  { "gate not known", RULE ("'require': [" GATE (FILED, "excluded") "]"), ONE (""),
    "a.outcome=pending a.missing=filed a.pending=0+10 a.code=none -W-NOT-APPROVED", NULL },
  { "gate that waits not known", RULE ("'require': [" GATE (FILED, "pending") "]"), ONE (""), "a.outcome=pending a.missing=filed a.code=none", NULL },
  { "first shut gate decides", RULE ("'require': [" GATE (FILED, "no_rate") ", {'if': " ARCHIVE ", 'else': 'excluded', 'code': 'W-NO-ARCHIVE'}]"),
    FACTS ("'filed': false, 'archive': false"), "a.outcome=no_rate a.code=W-NOT-APPROVED -W-NO-ARCHIVE", NULL },
  { "second gate shut", RULE ("'require': [" GATE (FILED, "no_rate") ", {'if': " ARCHIVE ", 'else': 'excluded', 'code': 'W-NO-ARCHIVE'}]"),
    FACTS ("'filed': true, 'archive': false"), "a.outcome=excluded a.code=W-NO-ARCHIVE a.clause=C1", NULL },
  { "a shut gate needs no other", RULE ("'require': [" GATE (FILED, "excluded") ", {'if': " ARCHIVE ", 'else': 'excluded', 'code': 'W-NO-ARCHIVE'}]"),
    FACTS ("'archive': false"), "a.outcome=excluded a.code=W-NO-ARCHIVE a.missing=none", NULL },
  { "all unknown gates are named", RULE ("'require': [" GATE (FILED, "excluded") ", {'if': " ARCHIVE ", 'else': 'excluded', 'code': 'W-NO-ARCHIVE'}]"),
    ONE (""), "a.outcome=pending a.missing=archive,filed", NULL },
  { "gate waits and fact missing", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}, 'require': [" GATE (FILED, "pending") "]}]"),
    FACTS ("'filed': false"), "a.outcome=pending a.missing=stated_hours a.code=W-NOT-APPROVED", NULL },
  { "gates of the block come first", BLOCK ("'require': [" GATE (FILED, "no_rate") "], 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10},"
                                                                                   " 'require': [{'if': " ARCHIVE ", 'else': 'excluded', 'code': 'W-NO-ARCHIVE'}]}]"),
    FACTS ("'filed': false, 'archive': false"), "a.outcome=no_rate a.code=W-NOT-APPROVED", NULL },

  /* Warnings. */
  { "always warned", RULE ("'warn': [{'code': 'W-LEGACY'}]"), ONE (""), "a.credited=0+10 +W-LEGACY@a +W-LEGACY@C1", NULL },
  { "warned by its own clause", RULE ("'warn': [{'code': 'W-LEGACY', 'clause': 'C6'}]"), ONE (""), "+W-LEGACY@C6", NULL },
  { "warned when it holds", RULE ("'warn': [{'when': " FILED ", 'code': 'W-LEGACY'}]"), FACTS ("'filed': true"), "+W-LEGACY@a", NULL },
  { "not warned when it does not", RULE ("'warn': [{'when': " FILED ", 'code': 'W-LEGACY'}]"), FACTS ("'filed': false"), "-W-LEGACY", NULL },
  { "not warned when not known", RULE ("'warn': [{'when': " FILED ", 'code': 'W-LEGACY'}]"), ONE (""), "-W-LEGACY a.missing=none a.credited=0+10", NULL },
  { "warnings of block and rule", BLOCK ("'warn': [{'code': 'W-LEGACY'}], 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}, 'warn': [{'code': 'W-YEAR'}]}]"),
    ONE (""), "+W-LEGACY@a +W-YEAR@a", NULL },

  /* Status. */
  { "done", PLAIN, ONE (", 'status': 'done'"), "a.credited=0+10 a.verified=0+0", NULL },
  { "submitted", PLAIN, ONE (", 'status': 'submitted'"), "a.credited=0+10 a.verified=0+0", NULL },
  { "verified", PLAIN, ONE (", 'status': 'verified'"), "a.credited=0+10 a.verified=0+10", NULL },
  { "returned", PLAIN, ONE (", 'status': 'returned'"), "a.credited=0+10 a.verified=0+0 +W-RETURNED@a", NULL },
  { "planned", PLAIN, ONE (", 'status': 'planned'"),
    "a.outcome=planned a.planned=0+10 a.credited=0+0 a.raw=0+0 2024.credited=0+0 2024.planned=0+10 -W-FUTURE -W-EVIDENCE-MISSING", NULL },
  { "planned and a fact missing", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]"), ONE (", 'status': 'planned'"),
    "a.outcome=pending a.missing=stated_hours a.credited=0+0", NULL },
  { "planned and excluded", RULE ("'require': [" GATE (FILED, "excluded") "]"), ONE (", 'status': 'planned', 'facts': {'filed': false}"), "a.outcome=excluded", NULL },

  /* The day of the assessment. */
  { "ends today", PLAIN, ONE (""), "a.credited=0+10 -W-FUTURE", "2024-03-12" },
  { "ends tomorrow", PLAIN, ONE (""), "a.outcome=planned a.planned=0+10 a.credited=0+0 +W-FUTURE@a", "2024-03-11" },
  { "ends tomorrow, verified", PLAIN, ONE (", 'status': 'verified'"), "a.outcome=planned a.verified=0+0 +W-FUTURE@a", "2024-03-11" },
  { "begins tomorrow, booked by its start", BLOCK ("'year': 'start', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"), ONE (""), "a.outcome=planned +W-FUTURE@a", "2024-03-09" },
  { "begins today, booked by its start", BLOCK ("'year': 'start', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"), ONE (""), "a.credited=0+10", "2024-03-10" },
  { "future and a fact missing", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]"), ONE (""), "a.outcome=pending +W-FUTURE@a", "2024-03-11" },
};

/* The window of learning: 20 December, from the day of the notice. */
#define WINDOW(rest) "'window': {" rest "'to': '12-20', 'code': 'W-OUT-OF-WINDOW', 'clause': 'C6'}"
#define STATED(window) BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'first': [{'stated': 'stated_hours'}, {'per': 'net_days', 'hours': 7}]}, " window "}]")
#define DATED(start, end, facts) "'records': [{'id': 'a', 'activity': 'training', 'start': '" start "', 'end': '" end "', 'facts': {" facts "}}]"

static const Trial windows[] = {
  { "inside", STATED (WINDOW ("")), DATED ("2024-12-18", "2024-12-20", "'stated_hours': 24"), "a.credited=0+24 -W-OUT-OF-WINDOW", NULL },
  { "after", STATED (WINDOW ("")), DATED ("2024-12-21", "2024-12-22", "'stated_hours': 24"),
    "a.outcome=excluded a.code=W-OUT-OF-WINDOW a.clause=C6 +W-OUT-OF-WINDOW@a", NULL },
  { "over the end, hours not known", STATED (WINDOW ("")), DATED ("2024-12-19", "2024-12-22", "'stated_hours': 24"),
    "a.outcome=pending a.missing=hours_in_window a.credited=0+0 +W-OUT-OF-WINDOW@a", NULL },
  { "over the end, hours known", STATED (WINDOW ("")), DATED ("2024-12-19", "2024-12-22", "'stated_hours': 24, 'hours_in_window': 14"),
    "a.credited=0+14 +W-OUT-OF-WINDOW@a", NULL },
  { "over the end, a day each", STATED (WINDOW ("")), DATED ("2024-12-19", "2024-12-22", "'days': 4"), "a.credited=0+14 +W-OUT-OF-WINDOW@a", NULL },
  { "over the end, fewer days than dates", STATED (WINDOW ("")), DATED ("2024-12-19", "2024-12-22", "'days': 3"),
    "a.outcome=pending a.missing=hours_in_window,stated_hours", NULL },
  { "over the end, fewer days than dates, hours known", STATED (WINDOW ("")), DATED ("2024-12-19", "2024-12-22", "'days': 3, 'hours_in_window': 14"),
    "a.credited=0+14", NULL },
  { "over the end, only days, hours known", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'per': 'net_days', 'hours': 7}, " WINDOW ("") "}]"),
    DATED ("2024-12-19", "2024-12-22", "'days': 3, 'hours_in_window': 14"), "a.credited=0+14 a.missing=none", NULL },
  { "over the end, day by day", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'by_day': 'hours_by_day'}, " WINDOW ("") "}]"),
    DATED ("2024-12-19", "2024-12-22", "'hours_by_day': [8, 7, 6, 5]"), "a.credited=0+15", NULL },
  { "over the end, days nobody can place", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'by_day': 'hours_by_day'}, " WINDOW ("") "}]"),
    DATED ("2024-12-19", "2024-12-22", "'hours_by_day': [8, 7]"), "a.outcome=pending a.missing=hours_in_window", NULL },
  { "over the end, days nobody can place, hours known", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'by_day': 'hours_by_day'}, " WINDOW ("") "}]"),
    DATED ("2024-12-19", "2024-12-22", "'hours_by_day': [8, 7], 'hours_in_window': 8"), "a.credited=0+8", NULL },
  { "from the notice on", STATED (WINDOW ("'from_fact': 'notice_issued_on', ")), DATED ("2024-06-01", "2024-06-02", "'stated_hours': 16, 'notice_issued_on': '2024-06-01'"),
    "a.credited=0+16 -W-OUT-OF-WINDOW", NULL },
  { "before the notice", STATED (WINDOW ("'from_fact': 'notice_issued_on', ")), DATED ("2024-06-01", "2024-06-02", "'stated_hours': 16, 'notice_issued_on': '2024-06-03'"),
    "a.outcome=excluded a.code=W-OUT-OF-WINDOW", NULL },
  { "over the day of the notice", STATED (WINDOW ("'from_fact': 'notice_issued_on', ")), DATED ("2024-06-01", "2024-06-02", "'days': 2, 'notice_issued_on': '2024-06-02'"),
    "a.credited=0+7 +W-OUT-OF-WINDOW@a", NULL },
  { "day of the notice not known", STATED (WINDOW ("'from_fact': 'notice_issued_on', ")), DATED ("2024-06-01", "2024-06-02", "'stated_hours': 16"),
    "a.outcome=pending a.missing=notice_issued_on", NULL },
  { "day of the notice not needed", STATED (WINDOW ("'from_fact': 'notice_issued_on', ")), DATED ("2024-12-21", "2024-12-21", "'stated_hours': 16"), "a.outcome=excluded", NULL },
  { "no beginning if not known", STATED (WINDOW ("'from_fact': 'notice_issued_on', 'if_known': true, ")), DATED ("2024-06-01", "2024-06-02", "'stated_hours': 16"),
    "a.credited=0+16", NULL },
  { "a beginning if known", STATED (WINDOW ("'from_fact': 'notice_issued_on', 'if_known': true, ")),
    DATED ("2024-06-01", "2024-06-02", "'stated_hours': 16, 'notice_issued_on': '2024-06-03'"), "a.outcome=excluded", NULL },
  { "years before the window", STATED (WINDOW ("'years': {'from': 2024, 'to': 2024}, ")), DATED ("2023-12-21", "2023-12-22", "'stated_hours': 16"), "a.credited=0+16", NULL },
  { "years after the window", STATED (WINDOW ("'years': {'from': 2024, 'to': 2024}, ")), DATED ("2025-12-21", "2025-12-22", "'stated_hours': 16"), "a.credited=0+16", NULL },
  { "year of the window", STATED (WINDOW ("'years': {'from': 2024, 'to': 2024}, ")), DATED ("2024-12-21", "2024-12-22", "'stated_hours': 16"), "a.outcome=excluded", NULL },
  { "every year has its window", BLOCK ("'year': 'each_day', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'per': 'net_days', 'hours': 7}, " WINDOW ("") "}]"),
    DATED ("2023-12-19", "2024-01-03", "'days': 16"), "a@2023.credited=0+14 a@2024.credited=0+21", NULL },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  trial_add ("/rules/record", rules, G_N_ELEMENTS (rules));
  trial_add ("/rules/window", windows, G_N_ELEMENTS (windows));

  return g_test_run ();
}
