/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a year asks for and what it comes to; see data/packs/FORMAT.md, Requirements. */

#include "rules/support.h"
#include "rules/trial.h"

#define REQUIRED(rest) "'requirements': [{'clause': 'C0', " rest "}]"
#define USUAL REQUIRED ("'verdict': 'required', 'total': 90, 'public': 30, 'professional': 60")
#define RECORDS(records) "'records': [" records "]"
#define PROF(hours) "{'id': 't', 'activity': 'training', 'start': '2024-03-10', 'facts': {'stated_hours': " hours "}}"
#define PUBLIC(hours) "{'id': 'p', 'activity': 'public_course', 'start': '2024-03-10', 'facts': {'stated_hours': " hours "}}"
#define BOTH(public_hours, hours) RECORDS (PUBLIC (public_hours) "," PROF (hours))

static const Trial trials[] = {
  { "all three reached", USUAL, BOTH ("30", "60"), "2024.verdict=met 2024.met=yes/yes/yes 2024.required=90/30/60 2024.clause=C0 -W-TOTAL-SHORT -W-PUBLIC-SHORT -W-PROF-SHORT", NULL },
  { "public short by a hundredth", USUAL, BOTH ("29.99", "70"), "2024.verdict=short 2024.met=yes/no/yes +W-PUBLIC-SHORT@2024 -W-PROF-SHORT -W-TOTAL-SHORT", NULL },
  { "professional short by a hundredth", USUAL, BOTH ("40", "59.99"), "2024.verdict=short 2024.met=yes/yes/no +W-PROF-SHORT@2024 -W-PUBLIC-SHORT", NULL },
  { "total short while both are reached", REQUIRED ("'verdict': 'required', 'total': 100, 'public': 30, 'professional': 60"), BOTH ("30", "60"),
    "2024.verdict=short 2024.met=no/yes/yes +W-TOTAL-SHORT@2024 -W-PUBLIC-SHORT -W-PROF-SHORT", NULL },
  { "the total says nothing new", USUAL, BOTH ("20", "60"), "2024.met=no/no/yes +W-PUBLIC-SHORT@2024 -W-TOTAL-SHORT", NULL },
  { "only a total", REQUIRED ("'verdict': 'required', 'total': 90"), BOTH ("10", "80"), "2024.verdict=met 2024.required=90/-/- 2024.met=yes/none/none", NULL },
  { "only professional", REQUIRED ("'verdict': 'required', 'professional': 60"), BOTH ("10", "59"), "2024.verdict=short 2024.required=-/-/60 2024.met=none/none/no", NULL },
  { "no public minimum and none", REQUIRED ("'verdict': 'required', 'total': 90, 'professional': 60"), RECORDS (PROF ("90")), "2024.verdict=met +W-NO-PUBLIC@2024", NULL },
  { "no public minimum and some", REQUIRED ("'verdict': 'required', 'total': 90, 'professional': 60"), BOTH ("1", "89"), "2024.verdict=met -W-NO-PUBLIC", NULL },
  { "no record", USUAL, RECORDS (""), "years=2030 2030.verdict=short 2030.credited=0+0 +W-PUBLIC-SHORT@2030 +W-PROF-SHORT@2030", NULL },
  { "pending and planned reach nothing", USUAL, RECORDS ("{'id': 't', 'activity': 'training', 'start': '2024-03-10', 'status': 'planned', 'facts': {'stated_hours': 60}}," PUBLIC ("30")),
    "2024.verdict=short 2024.planned=0+60", NULL },

  { "voluntary and done", REQUIRED ("'verdict': 'voluntary', 'total': 90, 'public': 30, 'professional': 60"), BOTH ("30", "60"), "2024.verdict=met", NULL },
  { "voluntary and not done", REQUIRED ("'verdict': 'voluntary', 'total': 90, 'public': 30, 'professional': 60"), BOTH ("30", "59"),
    "2024.verdict=not_required 2024.met=no/yes/no 2024.required=90/30/60 -W-PROF-SHORT -W-PUBLIC-SHORT -W-TOTAL-SHORT -W-NO-CARRYOVER", NULL },
  { "other rules", REQUIRED ("'verdict': 'other_rules', 'total': 90, 'public': 30, 'professional': 60"), BOTH ("30", "60"),
    "2024.verdict=undetermined 2024.met=none/none/none +W-OTHER-RULES@2024 2024.credited=30+60 -W-PROF-SHORT", NULL },
  { "other rules with a code", REQUIRED ("'verdict': 'other_rules', 'code': 'I-SECTOR-RULE'"), BOTH ("30", "60"), "2024.verdict=undetermined +I-SECTOR-RULE@2024 -W-OTHER-RULES", NULL },
  { "out of scope", REQUIRED ("'verdict': 'out_of_scope', 'code': 'W-SCOPE'"), BOTH ("30", "60"), "2024.verdict=not_required 2024.credited=30+60 +W-SCOPE@2024", NULL },
  { "code of a duty", REQUIRED ("'verdict': 'required', 'total': 10, 'code': 'W-PRIOR-THRESHOLD'"), BOTH ("30", "60"), "2024.verdict=met +W-PRIOR-THRESHOLD@2024 +W-PRIOR-THRESHOLD@C0", NULL },
  { "one subject is judged elsewhere", REQUIRED ("'verdict': 'required', 'total': 90, 'public': 30, 'professional': 60, 'undetermined': ['professional']"), BOTH ("30", "10"),
    "2024.verdict=undetermined 2024.met=none/yes/none -W-PROF-SHORT -W-TOTAL-SHORT", NULL },
  { "one subject is judged elsewhere, the other short", REQUIRED ("'verdict': 'required', 'total': 90, 'public': 30, 'professional': 60, 'undetermined': ['professional']"), BOTH ("29", "60"),
    "2024.verdict=short 2024.met=none/no/none +W-PUBLIC-SHORT@2024", NULL },
  { "both are judged elsewhere", REQUIRED ("'verdict': 'required', 'total': 90, 'public': 30, 'professional': 60, 'undetermined': ['public', 'professional']"), BOTH ("0.01", "0.01"), "2024.verdict=undetermined", NULL },

  /* Which requirement. */
  { "first that holds", "'requirements': [{'clause': 'C3', 'when': {'profile': 'sector', 'is': 'health'}, 'verdict': 'other_rules'}, {'clause': 'C0', 'verdict': 'required', 'total': 20}]",
    "'profile': {'sector': 'health'}, " BOTH ("10", "10"), "2024.verdict=undetermined 2024.clause=C3", NULL },
  { "the next where it does not hold", "'requirements': [{'clause': 'C3', 'when': {'profile': 'sector', 'is': 'health'}, 'verdict': 'other_rules'}, {'clause': 'C0', 'verdict': 'required', 'total': 20}]",
    "'profile': {'sector': 'general'}, " BOTH ("10", "10"), "2024.verdict=met 2024.clause=C0 -W-FACT-MISSING", NULL },
  { "open which", "'requirements': [{'clause': 'C3', 'when': {'profile': 'sector', 'is': 'health'}, 'verdict': 'other_rules'}, {'clause': 'C0', 'verdict': 'required', 'total': 20}]",
    BOTH ("10", "10"), "2024.clause=C0 +W-FACT-MISSING@sector", NULL },
  { "open which, asked once", "'requirements': [{'clause': 'C3', 'when': {'profile': 'sector', 'is': 'health'}, 'verdict': 'other_rules'}, {'clause': 'C4', 'when': {'profile': 'sector', 'is': 'education'}, 'verdict': 'other_rules'}, "
                              "{'clause': 'C0', 'verdict': 'required', 'total': 20}]",
    BOTH ("10", "10"), "1*W-FACT-MISSING", NULL },
  { "by year", "'requirements': [{'clause': 'C3', 'when': {'year': {'max': 2023}}, 'verdict': 'required', 'total': 72}, {'clause': 'C0', 'verdict': 'required', 'total': 90}]",
    RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2023-03-10', 'facts': {'stated_hours': 80}}, {'id': 'b', 'activity': 'training', 'start': '2024-03-10', 'facts': {'stated_hours': 80}}"),
    "2023.verdict=met 2023.required=72/-/- 2024.verdict=short 2024.required=90/-/-", NULL },
  { "none holds", "'requirements': [{'clause': 'C3', 'when': {'year': {'max': 2023}}, 'verdict': 'required', 'total': 72}]", BOTH ("10", "10"),
    "2024.verdict=undetermined 2024.required=-/-/- 2024.clause=none 2024.met=none/none/none", NULL },

  /* What the minima cite. */
  { "clauses of the minima", REQUIRED ("'verdict': 'required', 'total': 200, 'public': 30, 'professional': 60, 'clauses': {'total': 'C1', 'public': 'C2', 'professional': 'C3', 'carry': 'C4'}"), BOTH ("29", "59"),
    "+W-TOTAL-SHORT@C1 +W-PUBLIC-SHORT@C2 +W-PROF-SHORT@C3", NULL },
  { "surplus lapses", REQUIRED ("'verdict': 'required', 'total': 90, 'clauses': {'carry': 'C4'}"), BOTH ("30", "70"), "+W-NO-CARRYOVER@C4 +W-NO-CARRYOVER@2024", NULL },
  { "no surplus", REQUIRED ("'verdict': 'required', 'total': 90"), BOTH ("30", "60"), "-W-NO-CARRYOVER", NULL },

  /* Which years the notice covers. */
  { "before the notice", "'covers': {'from': 2025}", BOTH ("10", "10"), "+W-YEAR-OUT@2024", NULL },
  { "after the notice", "'covers': {'from': 2020, 'to': 2023}", BOTH ("10", "10"), "+W-YEAR-OUT@2024", NULL },
  { "first year of the notice", "'covers': {'from': 2024, 'to': 2024}", BOTH ("10", "10"), "-W-YEAR-OUT", NULL },
};

/* The figures of a year do not depend on which other years are asked for. */
static void
test_chosen_years (void)
{
  g_autoptr (HbkPack) pack = trial_pack ("'blocks': [{'id': 'b', 'activities': ['support_posting'], 'year': 'each_year', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'deemed': {'professional': 60}}}]},"
                                        "{'id': 't', 'activities': ['training'], 'subject': 'professional', 'rules': [{'id': 't', 'clause': 'C2', 'credit': {'stated': 'stated_hours'}}]}]");
  g_autoptr (HbkLogbook) logbook = trial_logbook ("'records': [{'id': 's', 'activity': 'support_posting', 'start': '2022-03-10', 'end': '2024-03-10', 'status': 'verified', 'verified_hours': {'public': 0, 'professional': 100}},"
                                                 "{'id': 't', 'activity': 'training', 'start': '2024-03-10', 'facts': {'stated_hours': 20}}]");
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  HbkAssessmentOptions options = { .years = years };
  g_autoptr (HbkAssessment) all = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);
  g_autoptr (HbkAssessment) some = NULL;
  const HbkRecordResult *a;
  const HbkRecordResult *b;

  /* Twice, and out of order. */
  for (int year = 2024; year >= 2023; year--)
    {
      g_array_append_val (years, year);
      g_array_append_val (years, year);
    }
  some = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), &options);
  trial_check (all, "years=2022,2023,2024 2024.credited=0+60 s@2024.credited=0+40");
  trial_check (some, "years=2023,2024 2024.credited=0+60 s@2024.credited=0+40");
  a = hbk_year_result_lookup (hbk_assessment_lookup_year (all, 2024), "s");
  b = hbk_year_result_lookup (hbk_assessment_lookup_year (some, 2024), "s");
  g_assert_cmpint (a->verified.professional_hours, ==, b->verified.professional_hours);
  g_assert_cmpint (hbk_assessment_lookup_year (all, 2024)->verified.professional_hours, ==, hbk_assessment_lookup_year (some, 2024)->verified.professional_hours);
}

static void
test_year_without_records (void)
{
  g_autoptr (HbkPack) pack = trial_pack (USUAL);
  g_autoptr (HbkLogbook) logbook = trial_logbook (RECORDS (PROF ("20")));
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  HbkAssessmentOptions options = { .years = years };
  g_autoptr (HbkAssessment) assessment = NULL;
  int year = 1850;

  g_array_append_val (years, year);
  year = 2022;
  g_array_append_val (years, year);
  assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), &options);
  trial_check (assessment, "years=1850,2022 2022.verdict=short 2022.credited=0+0 2022.at_application=0+0 1850.verdict=short");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  trial_add ("/rules/year-sums", trials, G_N_ELEMENTS (trials));
  g_test_add_func ("/rules/year-sums/chosen-years", test_chosen_years);
  g_test_add_func ("/rules/year-sums/year-without-records", test_year_without_records);

  return g_test_run ();
}
