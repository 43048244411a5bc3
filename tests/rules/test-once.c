/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Works, and days, that count once; see data/packs/FORMAT.md, Blocks and rules, "once". */

#include "rules/trial.h"

#define BLOCK(rest) "'blocks': [{'id': 'b', 'activities': ['paper', 'book'], 'subject': 'professional', " rest "}]"
#define ONCE(rest) "'once': [{'group': 'g', 'code': 'W-DUP-WORK', 'clause': 'C6', " rest "}], "
#define STATED(rest) BLOCK (ONCE (rest) "'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]")
#define RECORDS(records) "'records': [" records "]"
#define WORK(id, date, work, hours) "{'id': '" id "', 'activity': 'paper', 'start': '" date "', 'work': '" work "', 'facts': {'stated_hours': " hours "}}"

static const Trial works[] = {
  { "first", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever'"), RECORDS (WORK ("b", "2024-05-10", "w", "20") "," WORK ("a", "2024-03-10", "w", "10")),
    "a.credited=0+10 b.outcome=duplicate b.credited=0+0 b.raw=0+0 b.lost=0+0 b.clause=C6 b.code=W-DUP-WORK b.covered_by=a b.trace=rule,stated,duplicate"
    " +W-DUP-WORK@b -W-DUP-WORK@2024 2024.credited=0+10 2024.lost=0+0",
    NULL },
  { "first by id on one day", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever'"), RECORDS (WORK ("b", "2024-05-10", "w", "20") "," WORK ("a", "2024-05-10", "w", "10")),
    "a.credited=0+10 b.outcome=duplicate", NULL },
  { "other works", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever'"), RECORDS (WORK ("a", "2024-03-10", "v", "10") "," WORK ("b", "2024-05-10", "w", "20")),
    "a.credited=0+10 b.credited=0+20 -W-DUP-WORK", NULL },
  { "no work named", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever'"),
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2024-03-10', 'facts': {'stated_hours': 10}}, {'id': 'b', 'activity': 'paper', 'start': '2024-03-10', 'facts': {'stated_hours': 10}}"),
    "a.credited=0+10 b.credited=0+10", NULL },
  { "three of one work", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever'"),
    RECORDS (WORK ("a", "2023-03-10", "w", "10") "," WORK ("b", "2024-05-10", "w", "20") "," WORK ("c", "2025-05-10", "w", "20")),
    "a.credited=0+10 b.covered_by=a c.covered_by=a 2025.credited=0+0", NULL },
  { "highest", STATED ("'by': 'work', 'keep': 'highest', 'period': 'ever'"), RECORDS (WORK ("a", "2024-03-10", "w", "10") "," WORK ("b", "2024-05-10", "w", "20")),
    "b.credited=0+20 a.outcome=duplicate a.covered_by=b", NULL },
  { "as high", STATED ("'by': 'work', 'keep': 'highest', 'period': 'ever'"), RECORDS (WORK ("b", "2024-05-10", "w", "20") "," WORK ("a", "2024-03-10", "w", "20")),
    "a.credited=0+20 b.outcome=duplicate", NULL },
  { "highest after item caps", "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'item', 'hours': 15, 'when': {'activity': 'paper'}}], " BLOCK (ONCE ("'by': 'work', 'keep': 'highest', 'period': 'ever'") "'caps': ['k'], 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]"),
    RECORDS (WORK ("a", "2024-03-10", "w", "40") ", {'id': 'b', 'activity': 'book', 'start': '2024-05-10', 'work': 'w', 'facts': {'stated_hours': 20}}"),
    "b.credited=0+20 a.outcome=duplicate", NULL },
  { "all", STATED ("'by': 'work', 'keep': 'all', 'period': 'ever'"),
    RECORDS (WORK ("a", "2024-03-10", "w", "10") "," WORK ("b", "2024-05-10", "w", "20") "," WORK ("c", "2024-06-10", "w", "20")),
    "a.credited=0+10 b.credited=0+20 c.credited=0+20 +W-DUP-WORK@b +W-DUP-WORK@c b.outcome=credited b.covered_by=none", NULL },
  { "each year once", STATED ("'by': 'work', 'keep': 'first', 'period': 'year'"),
    RECORDS (WORK ("a", "2023-03-10", "w", "10") "," WORK ("b", "2023-05-10", "w", "20") "," WORK ("c", "2024-05-10", "w", "20")),
    "a.credited=0+10 b.outcome=duplicate c.credited=0+20", NULL },
  { "activities share a group", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever'"),
    RECORDS (WORK ("a", "2024-03-10", "w", "10") ", {'id': 'b', 'activity': 'book', 'start': '2024-05-10', 'work': 'w', 'facts': {'stated_hours': 20}}"), "b.covered_by=a", NULL },
  { "other groups", "'blocks': [{'id': 'b', 'activities': ['paper'], 'subject': 'professional', 'once': [{'group': 'g', 'by': 'work', 'keep': 'first', 'period': 'ever', 'code': 'W-DUP-WORK', 'clause': 'C6'}],"
                    " 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]},"
                    "{'id': 'c', 'activities': ['book'], 'subject': 'professional', 'once': [{'group': 'h', 'by': 'work', 'keep': 'first', 'period': 'ever', 'code': 'W-DUP-WORK', 'clause': 'C6'}],"
                    " 'rules': [{'id': 's', 'clause': 'C2', 'credit': {'stated': 'stated_hours'}}]}]",
    RECORDS (WORK ("a", "2024-03-10", "w", "10") ", {'id': 'b', 'activity': 'book', 'start': '2024-05-10', 'work': 'w', 'facts': {'stated_hours': 20}}"),
    "a.credited=0+10 b.credited=0+20", NULL },
  { "what counts before what waits", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever'"),
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2024-03-10', 'work': 'w'}," WORK ("b", "2024-05-10", "w", "20")), "b.credited=0+20 a.outcome=duplicate a.covered_by=b", NULL },
  { "what waits before what is planned", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever'"),
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2024-03-10', 'work': 'w', 'status': 'planned', 'facts': {'stated_hours': 10}}, {'id': 'b', 'activity': 'paper', 'start': '2024-05-10', 'work': 'w'}"),
    "b.outcome=pending a.outcome=duplicate a.covered_by=b a.planned=0+0", NULL },
  { "what is excluded does not take part", BLOCK (ONCE ("'by': 'work', 'keep': 'first', 'period': 'ever'") "'rules': [{'id': 'r', 'clause': 'C1', 'since': 2024, 'credit': {'stated': 'stated_hours'}}]"),
    RECORDS (WORK ("a", "2023-03-10", "w", "10") "," WORK ("b", "2024-05-10", "w", "20")), "a.outcome=excluded b.credited=0+20", NULL },
  { "not in the group", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever', 'when': {'fact': 'filed', 'is': true}"),
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2024-03-10', 'work': 'w', 'facts': {'stated_hours': 10, 'filed': false}},"
             "{'id': 'b', 'activity': 'paper', 'start': '2024-05-10', 'work': 'w', 'facts': {'stated_hours': 20, 'filed': true}},"
             "{'id': 'c', 'activity': 'paper', 'start': '2024-06-10', 'work': 'w', 'facts': {'stated_hours': 30, 'filed': true}}"),
    "a.credited=0+10 b.credited=0+20 c.covered_by=b", NULL },
  { "open whether in the group", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever', 'when': {'fact': 'filed', 'is': true}"),
    RECORDS (WORK ("a", "2024-03-10", "w", "10")), "a.outcome=pending a.missing=filed", NULL },
  { "open whether in the group, but no work named", STATED ("'by': 'work', 'keep': 'first', 'period': 'ever', 'when': {'fact': 'filed', 'is': true}"),
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2024-03-10', 'facts': {'stated_hours': 10}}"), "a.credited=0+10", NULL },
  { "a record of several years", BLOCK (ONCE ("'by': 'work', 'keep': 'highest', 'period': 'ever'") "'year': 'each_year', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'professional_hours'}}]"),
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2024-03-10', 'work': 'w', 'facts': {'professional_hours': 10}}"), "a.credited=0+10", NULL },
  { "all years of a record go", BLOCK (ONCE ("'by': 'work', 'keep': 'first', 'period': 'ever'") "'year': 'each_year', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"),
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2021-03-10', 'end': '2023-01-10', 'work': 'w'}, {'id': 'b', 'activity': 'paper', 'start': '2021-03-10', 'end': '2024-01-10', 'work': 'w'}"),
    "a.credited=0+30 b.credited=0+0 b@2021.outcome=duplicate b@2024.outcome=duplicate", NULL },
  { "its years are added up to find the highest", BLOCK (ONCE ("'by': 'work', 'keep': 'highest', 'period': 'ever'") "'year': 'each_year', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"),
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2021-03-10', 'end': '2023-01-10', 'work': 'w'}, {'id': 'b', 'activity': 'paper', 'start': '2021-03-10', 'end': '2024-01-10', 'work': 'w'}"),
    "b.credited=0+40 a.outcome=duplicate", NULL },
  { "only the years both have", BLOCK (ONCE ("'by': 'work', 'keep': 'first', 'period': 'year'") "'year': 'each_year', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"),
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2021-03-10', 'end': '2022-01-10', 'work': 'w'}, {'id': 'b', 'activity': 'paper', 'start': '2022-03-10', 'end': '2023-01-10', 'work': 'w'}"),
    "a@2021.credited=0+10 a@2022.credited=0+10 b@2022.outcome=duplicate b@2023.credited=0+10", NULL },
  { "a dropped one takes nothing with it", /* b is dropped for a in one group, so that it cannot stand before c in the other. */
    "'blocks': [{'id': 'b', 'activities': ['paper'], 'subject': 'professional', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}, 'once': ["
    "{'group': 'one', 'by': 'work', 'keep': 'first', 'period': 'ever', 'code': 'W-DUP-WORK', 'clause': 'C6', 'when': {'fact': 'rank', 'max': 2}},"
    "{'group': 'two', 'by': 'work', 'keep': 'first', 'period': 'ever', 'code': 'W-DUP-EVENT', 'clause': 'C5', 'when': {'fact': 'rank', 'min': 2}}]}]}]",
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2024-03-10', 'work': 'w', 'facts': {'stated_hours': 10, 'rank': 1}},"
             "{'id': 'b', 'activity': 'paper', 'start': '2024-04-10', 'work': 'w', 'facts': {'stated_hours': 10, 'rank': 2}},"
             "{'id': 'c', 'activity': 'paper', 'start': '2024-05-10', 'work': 'w', 'facts': {'stated_hours': 10, 'rank': 3}}"),
    "a.credited=0+10 b.outcome=duplicate b.covered_by=a c.credited=0+10", NULL },
  { "a duplicate fills no cap", "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'activity', 'hours': 30}], " BLOCK (ONCE ("'by': 'work', 'keep': 'first', 'period': 'ever'") "'caps': ['k'], 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]"),
    RECORDS (WORK ("a", "2024-03-10", "w", "20") "," WORK ("b", "2024-04-10", "w", "20") "," WORK ("c", "2024-05-10", "v", "10")), "a.credited=0+20 c.credited=0+10", NULL },
  { "deemed works", BLOCK (ONCE ("'by': 'work', 'keep': 'first', 'period': 'ever'") "'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'deemed': {'professional': 90}}}]"),
    RECORDS (WORK ("a", "2023-03-10", "w", "0") "," WORK ("b", "2024-04-10", "w", "0")), "a.credited=0+90 b.outcome=duplicate 2024.credited=0+0", NULL },
};

#define DATES(rest) STATED ("'by': 'dates', 'period': 'ever', " rest)
#define SPAN(id, start, end, facts) "{'id': '" id "', 'activity': 'paper', 'start': '" start "', 'end': '" end "', 'facts': {'stated_hours': 8" facts "}}"

static const Trial dates[] = {
  { "same days", DATES ("'keep': 'first'"), RECORDS (SPAN ("b", "2024-03-10", "2024-03-12", "") "," SPAN ("a", "2024-03-10", "2024-03-12", "")),
    "a.credited=0+8 b.outcome=duplicate b.covered_by=a +W-DUP-WORK@b", NULL },
  { "one within the other", DATES ("'keep': 'first'"), RECORDS (SPAN ("a", "2024-03-10", "2024-03-20", "") "," SPAN ("b", "2024-03-12", "2024-03-13", "")),
    "b.credited=0+8 a.outcome=duplicate", NULL },
  { "one around the other", DATES ("'keep': 'first'"), RECORDS (SPAN ("a", "2024-03-12", "2024-03-20", "") "," SPAN ("b", "2024-03-10", "2024-03-20", "")),
    "a.credited=0+8 b.outcome=duplicate", NULL },
  { "overlapping in part", DATES ("'keep': 'first'"), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "") "," SPAN ("b", "2024-03-12", "2024-03-14", "")),
    "a.credited=0+8 b.credited=0+8", NULL },
  { "side by side", DATES ("'keep': 'first'"), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "") "," SPAN ("b", "2024-03-13", "2024-03-14", "")),
    "a.credited=0+8 b.credited=0+8", NULL },
  { "two half days", DATES ("'keep': 'first'"), RECORDS (SPAN ("a", "2024-03-10", "2024-03-10", ", 'days': 0.5") "," SPAN ("b", "2024-03-10", "2024-03-10", ", 'days': 0.5")),
    "a.credited=0+8 b.credited=0+8", NULL },
  { "three half days", DATES ("'keep': 'first'"),
    RECORDS (SPAN ("a", "2024-03-10", "2024-03-10", ", 'days': 0.5") "," SPAN ("b", "2024-03-10", "2024-03-10", ", 'days': 0.5") "," SPAN ("c", "2024-03-10", "2024-03-10", ", 'days': 0.5")),
    "a.credited=0+8 b.credited=0+8 c.outcome=duplicate", NULL },
  { "a day and a half", DATES ("'keep': 'first'"), RECORDS (SPAN ("a", "2024-03-10", "2024-03-10", ", 'days': 1") "," SPAN ("b", "2024-03-10", "2024-03-10", ", 'days': 0.5")),
    "a.credited=0+8 b.outcome=duplicate", NULL },
  { "few days among many dates", DATES ("'keep': 'first'"), RECORDS (SPAN ("a", "2024-03-01", "2024-03-31", ", 'days': 5") "," SPAN ("b", "2024-03-10", "2024-03-12", ", 'days': 3")),
    "a.credited=0+8 b.credited=0+8", NULL },
  { "highest", DATES ("'keep': 'highest'"),
    RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2024-03-10', 'facts': {'stated_hours': 8}}, {'id': 'b', 'activity': 'paper', 'start': '2024-03-10', 'facts': {'stated_hours': 9}}"),
    "b.credited=0+9 a.outcome=duplicate", NULL },
  { "all", DATES ("'keep': 'all'"), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "") "," SPAN ("b", "2024-03-10", "2024-03-12", "")),
    "a.credited=0+8 b.credited=0+8 +W-DUP-WORK@b", NULL },
  { "each year once", STATED ("'by': 'dates', 'keep': 'first', 'period': 'year'"), RECORDS (SPAN ("a", "2024-03-10", "2024-03-12", "") "," SPAN ("b", "2024-03-10", "2024-03-12", "")),
    "b.outcome=duplicate", NULL },
  { "a century of days", DATES ("'keep': 'first'"), RECORDS (SPAN ("a", "1925-01-01", "2024-12-31", "") "," SPAN ("b", "1930-01-01", "2024-12-31", "")),
    "a.credited=0+8 b.outcome=duplicate", NULL },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  trial_add ("/rules/once/works", works, G_N_ELEMENTS (works));
  trial_add ("/rules/once/dates", dates, G_N_ELEMENTS (dates));

  return g_test_run ();
}
