/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Left-over days of several stints that make a month together; see data/packs/FORMAT.md, Credit, "pool". */

#include "rules/trial.h"

#define BLOCK(rest) "'blocks': [{'id': 'b', 'activities': ['support_posting', 'village_posting'], 'subject': 'professional', 'year': 'each_month', " rest "}]"
#define POOL(rest) BLOCK (rest "'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'pool': 'p', 'per': 'months', 'hours': 10, 'days_per_month': 30}}]")
#define DAYS BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'pool': 'p', 'per': 'net_days', 'hours': 10, 'days_per_month': 30}}]")
#define RECORDS(records) "'records': [" records "]"
#define STINT(id, start, end) "{'id': '" id "', 'activity': 'support_posting', 'start': '" start "', 'end': '" end "'}"
#define STATED(id, start, end, facts) "{'id': '" id "', 'activity': 'support_posting', 'start': '" start "', 'end': '" end "', 'facts': {" facts "}}"

static const Trial trials[] = {
  { "whole months", POOL (""), RECORDS (STINT ("a", "2024-03-10", "2024-06-09")), "a.credited=0+30 -W-PARTIAL-UNIT a.trace=rule,per", NULL },
  { "days left over", POOL (""), RECORDS (STINT ("a", "2024-03-10", "2024-06-20")), "a.credited=0+30 +W-PARTIAL-UNIT@a", NULL },
  { "thirty days of one stint are no month", POOL (""), RECORDS (STINT ("a", "2024-01-01", "2024-01-30")), "a.credited=0+0 +W-PARTIAL-UNIT@a", NULL },
  { "days of two stints", POOL (""), RECORDS (STINT ("a", "2024-03-01", "2024-04-20") "," STINT ("b", "2024-06-01", "2024-06-10")),
    "a.credited=0+10 b.credited=0+10 b.trace=rule,per,pool -W-PARTIAL-UNIT", NULL },
  { "a day short of a month", POOL (""), RECORDS (STINT ("a", "2024-03-01", "2024-04-20") "," STINT ("b", "2024-06-01", "2024-06-09")), "a.credited=0+10 b.credited=0+0 +W-PARTIAL-UNIT@a +W-PARTIAL-UNIT@b", NULL },
  { "the stint that completes the month gets it", POOL (""),
    RECORDS (STINT ("c", "2024-09-01", "2024-09-20") "," STINT ("b", "2024-06-01", "2024-06-20") "," STINT ("a", "2024-03-01", "2024-03-20")),
    "a.credited=0+0 b.credited=0+10 c.credited=0+10 -W-PARTIAL-UNIT", NULL },
  { "two months at once", POOL (""), RECORDS (STINT ("a", "2024-01-01", "2024-01-30") "," STINT ("b", "2024-03-01", "2024-03-30")), "a.credited=0+0 b.credited=0+20", NULL },
  { "days of two years stay apart", POOL (""), RECORDS (STINT ("a", "2023-03-01", "2023-03-20") "," STINT ("b", "2024-03-01", "2024-03-20")), "a.credited=0+0 b.credited=0+0", NULL },
  { "over New Year", POOL (""), RECORDS (STINT ("a", "2023-12-12", "2024-01-20") "," STINT ("b", "2024-03-01", "2024-03-10")),
    "a@2023.credited=0+0 a@2024.credited=0+0 b.credited=0+10", NULL },
  { "months as stated", POOL (""), RECORDS (STATED ("a", "2024-03-01", "2024-12-20", "'months': 2")), "a.credited=0+20 -W-PARTIAL-UNIT", NULL },
  { "half months as stated", POOL (""), RECORDS (STATED ("a", "2024-03-01", "2024-05-20", "'months': 2.5") "," STATED ("b", "2024-06-01", "2024-06-20", "'months': 0.5")),
    "a.credited=0+20 b.credited=0+10", NULL },
  { "activities share a pool", POOL (""), RECORDS (STINT ("a", "2024-03-01", "2024-03-20") ", {'id': 'b', 'activity': 'village_posting', 'start': '2024-06-01', 'end': '2024-06-10'}"),
    "b.credited=0+10", NULL },
  { "pools of other names", "'blocks': [{'id': 'b', 'activities': ['support_posting'], 'subject': 'professional', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'pool': 'p', 'per': 'months', 'hours': 10}}]},"
                            "{'id': 'c', 'activities': ['village_posting'], 'subject': 'professional', 'rules': [{'id': 's', 'clause': 'C1', 'credit': {'pool': 'q', 'per': 'months', 'hours': 10}}]}]",
    RECORDS (STINT ("a", "2024-03-01", "2024-03-20") ", {'id': 'b', 'activity': 'village_posting', 'start': '2024-06-01', 'end': '2024-06-20'}"), "a.credited=0+0 b.credited=0+0", NULL },
  { "twenty-two days to a month", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'pool': 'p', 'per': 'net_days', 'hours': 10, 'days_per_month': 22}}]"),
    RECORDS (STATED ("a", "2024-03-01", "2024-03-31", "'days': 22") "," STATED ("b", "2024-05-01", "2024-05-31", "'days': 21")), "a.credited=0+10 b.credited=0+0", NULL },
  { "all days of all stints", DAYS, RECORDS (STATED ("a", "2024-03-01", "2024-03-31", "'days': 20") "," STATED ("b", "2024-05-01", "2024-05-31", "'days': 15")), "a.credited=0+0 b.credited=0+10", NULL },
  { "all days of one stint", DAYS, RECORDS (STATED ("a", "2024-03-01", "2024-04-30", "'days': 45")), "a.credited=0+10 +W-PARTIAL-UNIT@a", NULL },
  { "all days, travel taken off", DAYS, RECORDS (STATED ("a", "2024-03-01", "2024-04-30", "'days': 31, 'transit_days': 2")), "a.credited=0+0 +W-TRANSIT@a", NULL },
  { "all days, not stated", DAYS, RECORDS (STINT ("a", "2024-03-01", "2024-04-30")), "a.outcome=pending a.missing=days", NULL },
  { "what counts first, then what is planned", POOL (""),
    RECORDS ("{'id': 'p', 'activity': 'support_posting', 'start': '2024-01-01', 'end': '2024-01-20', 'status': 'planned'}," STINT ("a", "2024-03-01", "2024-03-20") "," STINT ("b", "2024-06-01", "2024-06-20")),
    "a.credited=0+0 b.credited=0+10 p.planned=0+10 2024.credited=0+10", NULL },
  { "what is planned completes nothing that counts", POOL (""),
    RECORDS ("{'id': 'p', 'activity': 'support_posting', 'start': '2024-01-01', 'end': '2024-01-20', 'status': 'planned'}," STINT ("a", "2024-03-01", "2024-03-20")),
    "a.credited=0+0 p.planned=0+10", NULL },
  { "days that count once go into it once",
    POOL ("'once': [{'group': 'g', 'by': 'dates', 'keep': 'first', 'period': 'ever', 'code': 'W-DUP-EVENT', 'clause': 'C6'}], "),
    RECORDS (STINT ("a", "2024-03-01", "2024-03-20") "," STINT ("b", "2024-03-01", "2024-03-20") "," STINT ("c", "2024-06-01", "2024-06-09")),
    "a.credited=0+0 b.outcome=duplicate c.credited=0+0 2024.credited=0+0", NULL },
  { "a cap of a year is over it all", "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'activity', 'hours': 15}], " POOL ("'caps': ['k'], "),
    RECORDS (STINT ("a", "2024-03-01", "2024-04-20") "," STINT ("b", "2024-06-01", "2024-06-10")), "a.credited=0+10 b.credited=0+5 b.lost=0+5", NULL },
  { "as many days as can be said",
    DAYS,
    RECORDS (STATED ("a", "2024-03-01", "2024-03-01", "'days': 100000000") "," STATED ("b", "2024-03-02", "2024-03-02", "'days': 100000000") "," STATED ("c", "2024-03-03", "2024-03-03", "'days': 100000000") "," STATED ("d", "2024-03-04", "2024-03-04", "'days': 100000000") "," STATED ("e", "2024-03-05", "2024-03-05", "'days': 100000000") "," STATED ("f", "2024-03-06", "2024-03-06", "'days': 100000000") "," STATED ("g", "2024-03-07", "2024-03-07", "'days': 100000000") "," STATED ("h", "2024-03-08", "2024-03-08", "'days': 100000000") "," STATED ("i", "2024-03-09", "2024-03-09", "'days': 100000000") "," STATED ("j", "2024-03-10", "2024-03-10", "'days': 100000000") "," STATED ("k", "2024-03-11", "2024-03-11", "'days': 100000000") "," STATED ("l", "2024-03-12", "2024-03-12", "'days': 100000000") "," STATED ("m", "2024-03-13", "2024-03-13", "'days': 100000000") "," STATED ("n", "2024-03-14", "2024-03-14", "'days': 100000000") "," STATED ("o", "2024-03-15", "2024-03-15", "'days': 100000000") "," STATED ("p", "2024-03-16", "2024-03-16", "'days': 100000000") "," STATED ("q", "2024-03-17", "2024-03-17", "'days': 100000000") "," STATED ("r", "2024-03-18", "2024-03-18", "'days': 100000000") "," STATED ("s", "2024-03-19", "2024-03-19", "'days': 100000000") "," STATED ("t", "2024-03-20", "2024-03-20", "'days': 100000000") "," STATED ("u", "2024-03-21", "2024-03-21", "'days': 100000000") "," STATED ("v", "2024-03-22", "2024-03-22", "'days': 100000000") "," STATED ("w", "2024-03-23", "2024-03-23", "'days': 100000000")),
    "a.credited=0+33333330 b.credited=0+33333330 c.credited=0+33333340 w.outcome=credited", NULL },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  trial_add ("/rules/pools", trials, G_N_ELEMENTS (trials));

  return g_test_run ();
}
