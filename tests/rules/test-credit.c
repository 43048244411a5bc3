/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How facts become hours; see data/packs/FORMAT.md, Credit. Pools and deemed years have tests of their own. */

#include "rules/support.h"
#include "rules/trial.h"

typedef struct
{
  const char *name;
  const char *credit;
  /* Facts of a training from 10 to 19 March 2024. */
  const char *facts;
  const char *expect;
} Row;

static const Row rows[] = {
  /* Fixed. */
  { "fixed/once", "{'fixed': 60}", "", "a.credited=0+60 a.outcome=credited a.clause=C1 a.trace=rule,fixed" },
  { "fixed/part of an hour", "{'fixed': 0.5}", "", "a.credited=0+0.5" },
  { "fixed/times", "{'fixed': 5, 'times': 'courses_passed'}", "'courses_passed': 3", "a.credited=0+15" },
  { "fixed/times none", "{'fixed': 5, 'times': 'courses_passed'}", "'courses_passed': 0", "a.credited=0+0" },
  { "fixed/times not stated", "{'fixed': 5, 'times': 'courses_passed'}", "",
    "a.outcome=pending a.missing=courses_passed a.credited=0+0 a.pending=0+0 +W-FACT-MISSING@courses_passed" },
  { "fixed/times once when not stated", "{'fixed': 5, 'times': 'count'}", "", "a.credited=0+5" },

  /* For each unit. */
  { "per/days", "{'per': 'net_days', 'hours': 7}", "'days': 3", "a.credited=0+21 a.trace=rule,per -W-TRANSIT" },
  { "per/half a day", "{'per': 'net_days', 'hours': 7}", "'days': 2.5", "a.credited=0+17.5 -W-PARTIAL-UNIT" },
  { "per/travel is said", "{'per': 'net_days', 'hours': 7}", "'days': 3, 'transit_days': 1", "a.credited=0+14 a.trace=rule,days,per +W-TRANSIT@a" },
  { "per/only travel", "{'per': 'net_days', 'hours': 7}", "'days': 1, 'transit_days': 1", "a.credited=0+0 +W-TRANSIT@a" },
  { "per/hundredths rounded down", "{'per': 'days', 'hours': 0.33}", "'days': 0.5", "a.credited=0+0.16" },
  { "per/whole units", "{'per': 'days', 'hours': 7, 'whole': true}", "'days': 2.9", "a.credited=0+14 +W-PARTIAL-UNIT@a" },
  { "per/whole units, even", "{'per': 'days', 'hours': 7, 'whole': true}", "'days': 2", "a.credited=0+14 -W-PARTIAL-UNIT" },
  { "per/whole units of less than one", "{'per': 'days', 'hours': 7, 'whole': true}", "'days': 0.99", "a.credited=0+0 +W-PARTIAL-UNIT@a" },
  { "per/units up", "{'per': 'net_days', 'hours': 4, 'whole': 'up'}", "'days': 1.5", "a.credited=0+8 -W-PARTIAL-UNIT" },
  { "per/steps", "{'per': 'net_days', 'hours': 8, 'step': 0.5}", "'days': 1.75", "a.credited=0+12 +W-PARTIAL-UNIT@a" },
  { "per/steps, even", "{'per': 'net_days', 'hours': 8, 'step': 0.5}", "'days': 1.5", "a.credited=0+12 -W-PARTIAL-UNIT" },
  { "per/less than a step", "{'per': 'net_days', 'hours': 8, 'step': 0.5}", "'days': 0.49", "a.credited=0+0 +W-PARTIAL-UNIT@a" },
  { "per/not stated", "{'per': 'days', 'hours': 7}", "", "a.outcome=pending a.missing=days" },
  { "per/units of a fact", "{'per': {'fact': 'characters', 'divide': 10000, 'whole': true}, 'hours': 15}", "'characters': 59999", "a.credited=0+75" },
  { "per/minutes", "{'per': {'fact': 'teaching_hours', 'minutes_fact': 'teaching_minutes', 'minutes': 45}, 'hours': 3}", "'teaching_minutes': 90",
    "a.credited=0+6 a.trace=rule,minutes,per" },

  /* Stated. */
  { "stated/hours", "{'stated': 'stated_hours'}", "'stated_hours': 24.5", "a.credited=0+24.5 a.trace=rule,stated" },
  { "stated/none", "{'stated': 'stated_hours'}", "'stated_hours': 0", "a.credited=0+0 a.outcome=credited" },
  { "stated/not", "{'stated': 'stated_hours'}", "", "a.outcome=pending a.missing=stated_hours" },
  { "stated/in minutes", "{'stated': 'stated_hours', 'minutes_fact': 'stated_minutes', 'minutes': 45}", "'stated_minutes': 360",
    "a.credited=0+8 a.trace=rule,minutes" },
  { "stated/in minutes, whole", "{'stated': 'stated_hours', 'minutes_fact': 'stated_minutes', 'minutes': 45, 'whole': true}", "'stated_minutes': 399",
    "a.credited=0+8" },
  { "stated/in minutes, up", "{'stated': 'stated_hours', 'minutes_fact': 'stated_minutes', 'minutes': 45, 'whole': 'up'}", "'stated_minutes': 361",
    "a.credited=0+9" },
  { "stated/hours before minutes", "{'stated': 'stated_hours', 'minutes_fact': 'stated_minutes', 'minutes': 45}", "'stated_hours': 7, 'stated_minutes': 360",
    "a.credited=0+7 a.trace=rule,stated" },

  /* Day by day. */
  { "by day/sum", "{'by_day': 'hours_by_day'}", "'hours_by_day': [6, 4.5, 0, 8]", "a.credited=0+18.5 a.trace=rule,by_day" },
  { "by day/none", "{'by_day': 'hours_by_day'}", "'hours_by_day': []", "a.credited=0+0" },
  { "by day/not stated", "{'by_day': 'hours_by_day'}", "", "a.outcome=pending a.missing=hours_by_day" },
  { "by day/scaled", "{'by_day': 'hours_by_day', 'times': 4, 'divide': 3}", "'hours_by_day': [6, 3]", "a.credited=0+12" },
  { "by day/each day rounded down", "{'by_day': 'hours_by_day', 'times': 4, 'divide': 3}", "'hours_by_day': [1, 1, 1]", "a.credited=0+3.99" },
  { "by day/only divided", "{'by_day': 'hours_by_day', 'divide': 3}", "'hours_by_day': [1, 2]", "a.credited=0+0.99" },

  /* The first that is stated. */
  { "first/first", "{'first': [{'stated': 'stated_hours'}, {'per': 'net_days', 'hours': 7, 'code': 'I-DAYS-ONLY'}]}", "'stated_hours': 10, 'days': 3",
    "a.credited=0+10 -I-DAYS-ONLY a.trace=rule,stated" },
  { "first/second", "{'first': [{'stated': 'stated_hours'}, {'per': 'net_days', 'hours': 7, 'code': 'I-DAYS-ONLY'}]}", "'days': 3",
    "a.credited=0+21 +I-DAYS-ONLY@a a.missing=none" },
  { "first/none", "{'first': [{'stated': 'stated_hours'}, {'per': 'net_days', 'hours': 7, 'code': 'I-DAYS-ONLY'}]}", "",
    "a.outcome=pending a.missing=days,stated_hours -I-DAYS-ONLY" },
  { "first/zero is stated", "{'first': [{'stated': 'stated_hours'}, {'per': 'net_days', 'hours': 7}]}", "'stated_hours': 0, 'days': 3", "a.credited=0+0" },
  { "first/a sum that lacks a fact", "{'first': [{'sum': [{'credit': {'stated': 'stated_hours'}}, {'credit': {'per': 'count', 'hours': 5}}]}, {'fixed': 3}]}",
    "'count': 2", "a.credited=0+3 a.missing=none a.trace=rule,fixed" },
  { "first/a sum that began", "{'first': [{'sum': [{'credit': {'per': 'days', 'hours': 5}}, {'credit': {'stated': 'stated_hours'}}]}, {'fixed': 3}]}",
    "'days': 2", "a.credited=0+3 a.missing=none a.trace=rule,fixed" },
  { "first/travel of days that cannot count", "{'first': [{'sum': [{'credit': {'per': 'net_days', 'hours': 5}}, {'credit': {'stated': 'stated_hours'}}]}, {'fixed': 3}]}",
    "'days': 2, 'transit_days': 1", "a.credited=0+3 a.trace=rule,fixed -W-TRANSIT" },
  { "first/of one", "{'first': [{'fixed': 4}]}", "", "a.credited=0+4" },

  /* Base and additions. */
  { "sum/all", "{'sum': [{'credit': {'per': 'net_days', 'hours': 6}}, {'when': {'fact': 'paper_reported', 'is': true}, 'clause': 'C7', 'credit': {'fixed': 5}}]}",
    "'days': 2, 'paper_reported': true", "a.credited=0+17 a.clause=C1 a.trace=rule,per,fixed,sum" },
  { "sum/without the addition", "{'sum': [{'credit': {'per': 'net_days', 'hours': 6}}, {'when': {'fact': 'paper_reported', 'is': true}, 'credit': {'fixed': 5}}]}",
    "'days': 2, 'paper_reported': false", "a.credited=0+12 a.trace=rule,per" },
  { "sum/addition open", "{'sum': [{'credit': {'per': 'net_days', 'hours': 6}}, {'when': {'fact': 'paper_reported', 'is': true}, 'credit': {'fixed': 5}}]}",
    "'days': 2", "a.outcome=pending a.missing=paper_reported a.credited=0+0" },
  { "sum/all that is open is asked for", "{'sum': [{'credit': {'per': 'net_days', 'hours': 6}}, {'when': {'fact': 'paper_reported', 'is': true}, 'credit': {'fixed': 5}}]}",
    "", "a.outcome=pending a.missing=days,paper_reported" },
  { "sum/nothing", "{'sum': [{'when': {'fact': 'paper_reported', 'is': true}, 'credit': {'fixed': 5}}]}", "'paper_reported': false", "a.credited=0+0 a.outcome=credited" },
  { "sum/in a sum", "{'sum': [{'credit': {'fixed': 1}}, {'credit': {'sum': [{'credit': {'fixed': 2}}, {'credit': {'fixed': 3}}]}}]}", "", "a.credited=0+6" },
  { "sum/code of a part", "{'sum': [{'credit': {'fixed': 1}}, {'when': {'fact': 'filed', 'is': true}, 'credit': {'fixed': 2, 'code': 'W-HALFDAY'}}]}",
    "'filed': true", "a.credited=0+3 +W-HALFDAY@a" },

  /* The most that can be said stays where it is. */
  { "most/days", "{'per': 'days', 'hours': 1000}", "'days': 100000000", "a.credited=0+100000000" },
  { "most/sum", "{'sum': [{'credit': {'per': 'days', 'hours': 1000}}, {'credit': {'per': 'days', 'hours': 1000}}]}", "'days': 100000000", "a.outcome=credited" },
  { "most/minutes", "{'stated': 'stated_hours', 'minutes_fact': 'stated_minutes', 'minutes': 1}", "'stated_minutes': 100000000", "a.credited=0+100000000" },
  { "most/scaled days", "{'by_day': 'hours_by_day', 'times': 1000}", "'hours_by_day': [100000000, 100000000]", "a.outcome=credited" },
};

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  g_autofree char *members = g_strdup_printf ("'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'rules': ["
                                              "{'id': 'r', 'clause': 'C1', 'credit': %s}]}]",
                                              row->credit);
  g_autofree char *records = g_strdup_printf ("'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'end': '2024-03-19', 'facts': {%s}}]", row->facts);
  g_autoptr (HbkPack) pack = trial_pack (members);
  g_autoptr (HbkLogbook) logbook = trial_logbook (records);
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);

  trial_check (assessment, row->expect);
}

#define BLOCK(rest) "'blocks': [{'id': 'b', 'activities': ['training'], " rest "}]"
#define BOTH(public_credit, professional_credit) \
  BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credits': {'public': " public_credit ", 'professional': " professional_credit "}}]")
#define ONE(rest) "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'end': '2024-05-20'" rest "}]"

static const Trial trials[] = {
  /* Both subjects from one record. */
  { "both", BOTH ("{'fixed': 30}", "{'fixed': 60}"), ONE (""), "a.credited=30+60 2024.credited=30+60", NULL },
  { "both by month say once what they drop", BOTH ("{'per': 'months_in_year', 'hours': 2.5}", "{'per': 'months_in_year', 'hours': 5}"), ONE (""),
    "a.credited=5+10 1*W-PART-MONTH@a", NULL },
  { "one of both open", BOTH ("{'fixed': 30}", "{'stated': 'stated_hours'}"), ONE (""), "a.outcome=pending a.credited=0+0 a.pending=30+0 a.missing=stated_hours", NULL },
  { "both open", BOTH ("{'stated': 'public_hours'}", "{'stated': 'professional_hours'}"), ONE (""), "a.outcome=pending a.missing=professional_hours,public_hours", NULL },

  /* The subject. */
  { "public", BLOCK ("'subject': 'public', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 5}}]"), ONE (""), "a.credited=5+0", NULL },
  { "the rule's subject, whatever is chosen", BLOCK ("'subject': 'public', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 5}}]"),
    ONE (", 'subject': 'professional'"), "a.credited=5+0", NULL },
  { "chosen", BLOCK ("'subject': {'record': 'professional'}, 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 5}}]"),
    ONE (", 'subject': 'public'"), "a.credited=5+0 -W-SUBJECT-ASSUMED", NULL },
  { "not chosen", BLOCK ("'subject': {'record': 'professional'}, 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 5}}]"),
    ONE (""), "a.credited=0+5 +W-SUBJECT-ASSUMED@a", NULL },
  { "not chosen, public assumed", BLOCK ("'subject': {'record': 'public'}, 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 5}}]"),
    ONE (""), "a.credited=5+0 +W-SUBJECT-ASSUMED@a", NULL },
  { "first subject that holds", BLOCK ("'subject': [{'when': {'fact': 'certificate_subject', 'is': 'public'}, 'subject': 'public'}, 'professional'],"
                                       " 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 5}}]"),
    ONE (", 'facts': {'certificate_subject': 'public'}"), "a.credited=5+0", NULL },
  { "last subject", BLOCK ("'subject': [{'when': {'fact': 'certificate_subject', 'is': 'public'}, 'subject': 'public'}, 'professional'],"
                           " 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 5}}]"),
    ONE (", 'facts': {'certificate_subject': 'professional'}"), "a.credited=0+5", NULL },
  { "subject not known", BLOCK ("'subject': [{'when': {'fact': 'certificate_subject', 'is': 'public'}, 'subject': 'public'}, 'professional'],"
                                " 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 5}}]"),
    ONE (""), "a.outcome=pending a.credited=0+0 a.missing=certificate_subject", NULL },
  { "subject chosen by the list", BLOCK ("'subject': [{'when': {'fact': 'filed', 'is': true}, 'subject': {'record': 'public'}}, 'professional'],"
                                         " 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 5}}]"),
    ONE (", 'facts': {'filed': true}"), "a.credited=5+0 +W-SUBJECT-ASSUMED@a", NULL },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (rows[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/rules/credit/", name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  trial_add ("/rules/credit/subjects", trials, G_N_ELEMENTS (trials));

  return g_test_run ();
}
