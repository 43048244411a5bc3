/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes of conditions, each of them true, false and unknown; see data/packs/FORMAT.md, Conditions. */

#include "rules/support.h"
#include "rules/trial.h"

typedef struct
{
  const char *name;
  const char *condition;
  /* Members of the record after its activity; NULL: three days in March 2024. */
  const char *record;
  const char *profile;
  /* "true", "false", or "unknown:" and what is asked for. */
  const char *expect;
} Row;

#define DATES "'start': '2024-03-10', 'end': '2024-03-12'"
#define FACTS(facts) DATES ", 'facts': {" facts "}"
#define T "{'fact': 'filed', 'is': true}"
#define F "{'fact': 'filed', 'is': false}"
#define U "{'fact': 'archive', 'is': true}"
#define U2 "{'fact': 'assessed', 'is': true}"
/* What makes T true and F false; U and U2 stay unknown. */
#define KNOWN FACTS ("'filed': true")

static const Row rows[] = {
  /* Facts. */
  { "value/same", "{'fact': 'level', 'is': 'city'}", FACTS ("'level': 'city'"), NULL, "true" },
  { "value/other", "{'fact': 'level', 'is': 'city'}", FACTS ("'level': 'county'"), NULL, "false" },
  { "value/not stated", "{'fact': 'level', 'is': 'city'}", NULL, NULL, "unknown:level" },
  { "value/null", "{'fact': 'level', 'is': 'city'}", FACTS ("'level': null"), NULL, "unknown:level" },
  { "value/yes", "{'fact': 'filed', 'is': true}", FACTS ("'filed': true"), NULL, "true" },
  { "value/no", "{'fact': 'filed', 'is': false}", FACTS ("'filed': false"), NULL, "true" },
  { "value/yes for no", "{'fact': 'filed', 'is': false}", FACTS ("'filed': true"), NULL, "false" },
  { "value/number", "{'fact': 'rank', 'is': 2}", FACTS ("'rank': 2"), NULL, "true" },
  { "value/other number", "{'fact': 'rank', 'is': 2}", FACTS ("'rank': 3"), NULL, "false" },
  { "value/among several", "{'fact': 'level', 'in': ['city', 'county']}", FACTS ("'level': 'county'"), NULL, "true" },
  { "value/not among several", "{'fact': 'level', 'in': ['city', 'county']}", FACTS ("'level': 'national'"), NULL, "false" },
  { "value/numbers", "{'fact': 'rank', 'in': [1, 3]}", FACTS ("'rank': 3"), NULL, "true" },
  { "value/what a missing one means", "{'fact': 'count', 'is': 1}", NULL, NULL, "true" },
  { "value/choice meant when missing", "{'fact': 'paper_kind', 'is': 'conference'}", NULL, NULL, "false" },
  { "value/wrong kind", "{'fact': 'filed', 'is': true}", FACTS ("'filed': 'yes'"), NULL, "unknown:filed" },
  { "value/no such choice", "{'fact': 'level', 'is': 'city'}", FACTS ("'level': 'town'"), NULL, "unknown:level" },
  { "value/no whole number", "{'fact': 'rank', 'min': 1}", FACTS ("'rank': 1.5"), NULL, "unknown:rank" },

  /* Bounds. */
  { "bounds/at min", "{'fact': 'days', 'min': 3}", FACTS ("'days': 3"), NULL, "true" },
  { "bounds/below min", "{'fact': 'days', 'min': 3}", FACTS ("'days': 2.99"), NULL, "false" },
  { "bounds/at max", "{'fact': 'days', 'max': 3}", FACTS ("'days': 3"), NULL, "true" },
  { "bounds/over max", "{'fact': 'days', 'max': 3}", FACTS ("'days': 3.01"), NULL, "false" },
  { "bounds/at above", "{'fact': 'days', 'above': 3}", FACTS ("'days': 3"), NULL, "false" },
  { "bounds/just above", "{'fact': 'days', 'above': 3}", FACTS ("'days': 3.01"), NULL, "true" },
  { "bounds/at below", "{'fact': 'days', 'below': 3}", FACTS ("'days': 3"), NULL, "false" },
  { "bounds/just below", "{'fact': 'days', 'below': 3}", FACTS ("'days': 2.99"), NULL, "true" },
  { "bounds/between", "{'fact': 'days', 'above': 1, 'max': 3}", FACTS ("'days': 3"), NULL, "true" },
  { "bounds/outside", "{'fact': 'days', 'above': 1, 'max': 3}", FACTS ("'days': 1"), NULL, "false" },
  { "bounds/not stated", "{'fact': 'days', 'min': 0}", NULL, NULL, "unknown:days" },

  /* Dates of facts. */
  { "dates/first day", "{'fact': 'filed_on', 'from': '2024-06-01', 'to': '2024-06-28'}", FACTS ("'filed_on': '2024-06-01'"), NULL, "true" },
  { "dates/last day", "{'fact': 'filed_on', 'from': '2024-06-01', 'to': '2024-06-28'}", FACTS ("'filed_on': '2024-06-28'"), NULL, "true" },
  { "dates/day before", "{'fact': 'filed_on', 'from': '2024-06-01', 'to': '2024-06-28'}", FACTS ("'filed_on': '2024-05-31'"), NULL, "false" },
  { "dates/day after", "{'fact': 'filed_on', 'from': '2024-06-01', 'to': '2024-06-28'}", FACTS ("'filed_on': '2024-06-29'"), NULL, "false" },
  { "dates/month and day of the year", "{'fact': 'filed_on', 'to': '06-28'}", FACTS ("'filed_on': '2024-06-28'"), NULL, "true" },
  { "dates/month and day of another year", "{'fact': 'filed_on', 'to': '06-28'}", FACTS ("'filed_on': '2025-01-01'"), NULL, "false" },
  { "dates/leap day", "{'fact': 'filed_on', 'from': '02-29', 'to': '02-29'}", FACTS ("'filed_on': '2024-02-29'"), NULL, "true" },
  { "dates/not stated", "{'fact': 'filed_on', 'to': '06-28'}", NULL, NULL, "unknown:filed_on" },
  { "dates/no such day", "{'fact': 'filed_on', 'to': '06-28'}", FACTS ("'filed_on': '2024-02-30'"), NULL, "unknown:filed_on" },
  { "dates/from another fact", "{'fact': 'approved_on', 'from_fact': 'filed_on'}",
    FACTS ("'filed_on': '2024-06-28', 'approved_on': '2024-06-28'"), NULL, "true" },
  { "dates/before another fact", "{'fact': 'approved_on', 'from_fact': 'filed_on'}",
    FACTS ("'filed_on': '2024-06-28', 'approved_on': '2024-06-27'"), NULL, "false" },
  { "dates/from a fact not stated", "{'fact': 'approved_on', 'from_fact': 'filed_on'}", FACTS ("'approved_on': '2024-06-27'"), NULL, "unknown:filed_on" },
  { "dates/to another fact", "{'fact': 'filed_on', 'to_fact': 'approved_on'}",
    FACTS ("'filed_on': '2024-06-29', 'approved_on': '2024-06-28'"), NULL, "false" },
  { "dates/to a fact not stated", "{'fact': 'filed_on', 'to_fact': 'approved_on'}", FACTS ("'filed_on': '2024-06-29'"), NULL, "unknown:approved_on" },
  { "dates/too late whatever the other fact says", "{'fact': 'filed_on', 'from_fact': 'approved_on', 'to': '2024-06-28'}",
    FACTS ("'filed_on': '2024-06-29'"), NULL, "false" },
  { "dates/both ends not stated", "{'fact': 'filed_on', 'from_fact': 'approved_on', 'to_fact': 'concluded_on'}",
    FACTS ("'filed_on': '2024-06-29'"), NULL, "unknown:approved_on,concluded_on" },

  /* Known. */
  { "known/stated", "{'fact': 'days', 'known': true}", FACTS ("'days': 3"), NULL, "true" },
  { "known/not stated", "{'fact': 'days', 'known': true}", NULL, NULL, "false" },
  { "known/expected not to be", "{'fact': 'days', 'known': false}", NULL, NULL, "true" },
  { "known/stated after all", "{'fact': 'days', 'known': false}", FACTS ("'days': 3"), NULL, "false" },
  { "known/wrong kind is not stated", "{'fact': 'days', 'known': true}", FACTS ("'days': 'three'"), NULL, "false" },
  { "known/what a missing one means is not stated", "{'fact': 'count', 'known': true}", NULL, NULL, "false" },
  { "known/of the profile", "{'profile': 'sector', 'known': true}", NULL, "'sector': 'health'", "true" },
  { "known/not of the profile", "{'profile': 'sector', 'known': true}", NULL, "", "false" },
  { "known/stated and elsewhere", "{'not': [{'fact': 'organiser_place', 'known': true}, {'fact': 'organiser_place', 'is': 'elsewhere'}]}",
    FACTS ("'organiser_place': 'elsewhere'"), NULL, "false" },
  { "known/stated and here", "{'not': [{'fact': 'organiser_place', 'known': true}, {'fact': 'organiser_place', 'is': 'elsewhere'}]}",
    FACTS ("'organiser_place': 'local'"), NULL, "true" },
  { "known/not stated or elsewhere", "{'not': [{'fact': 'organiser_place', 'known': true}, {'fact': 'organiser_place', 'is': 'elsewhere'}]}",
    NULL, NULL, "true" },

  /* The profile. */
  { "profile/same", "{'profile': 'sector', 'is': 'health'}", NULL, "'sector': 'health'", "true" },
  { "profile/other", "{'profile': 'sector', 'in': ['health', 'accounting']}", NULL, "'sector': 'general'", "false" },
  { "profile/not stated", "{'profile': 'sector', 'is': 'health'}", NULL, "", "unknown:sector" },
  { "profile/number", "{'profile': 'years_in_post_for_review', 'min': 3}", NULL, "'years_in_post_for_review': 3", "true" },
  { "profile/date", "{'profile': 'moved_in_on', 'to': '2024-01-31'}", NULL, "'moved_in_on': '2024-02-01'", "false" },
  { "profile/year of a move", "{'profile': 'moved_in_on', 'from': '01-01'}", NULL, "'moved_in_on': '2024-12-31'", "true" },
  { "profile/year before a move", "{'profile': 'moved_in_on', 'from': '01-01'}", NULL, "'moved_in_on': '2025-01-01'", "true" },
  { "profile/year after a move", "{'profile': 'moved_in_on', 'from': '01-01'}", NULL, "'moved_in_on': '2023-12-31'", "false" },
  { "profile/wrong kind", "{'profile': 'employed', 'is': true}", NULL, "'employed': 'ja'", "unknown:employed" },

  /* Measures. */
  { "measure/net days", "{'measure': 'net_days', 'max': 2}", FACTS ("'days': 3, 'transit_days': 1"), NULL, "true" },
  { "measure/not known", "{'measure': 'net_days', 'max': 2}", NULL, NULL, "unknown:days" },
  { "measure/whole", "{'measure': 'days', 'whole': true}", FACTS ("'days': 3"), NULL, "true" },
  { "measure/not whole", "{'measure': 'days', 'whole': true}", FACTS ("'days': 2.5"), NULL, "false" },
  { "measure/with a fraction", "{'measure': 'days', 'whole': false}", FACTS ("'days': 2.5"), NULL, "true" },
  { "measure/without a fraction", "{'measure': 'days', 'whole': false}", FACTS ("'days': 3"), NULL, "false" },

  /* Dates of the record. */
  { "date/start", "{'date': 'start', 'from': '2024-03-10'}", NULL, NULL, "true" },
  { "date/start too early", "{'date': 'start', 'from': '2024-03-11'}", NULL, NULL, "false" },
  { "date/end", "{'date': 'end', 'to': '2024-03-12'}", NULL, NULL, "true" },
  { "date/end too late", "{'date': 'end', 'to': '2024-03-11'}", NULL, NULL, "false" },
  { "date/no end", "{'date': 'end', 'to': '2024-03-10'}", "'start': '2024-03-10'", NULL, "true" },
  { "date/month and day", "{'date': 'end', 'to': '12-31'}", NULL, NULL, "true" },
  { "date/from a fact", "{'date': 'start', 'from_fact': 'approved_on'}", FACTS ("'approved_on': '2024-03-10'"), NULL, "true" },
  { "date/before a fact", "{'date': 'start', 'from_fact': 'approved_on'}", FACTS ("'approved_on': '2024-03-11'"), NULL, "false" },
  { "date/from a fact not stated", "{'date': 'start', 'from_fact': 'approved_on'}", NULL, NULL, "unknown:approved_on" },
  { "date/to a fact", "{'date': 'end', 'to_fact': 'due_on'}", FACTS ("'due_on': '2024-03-11'"), NULL, "false" },

  /* The year, the day of the assessment, the post. */
  { "year/within", "{'year': {'min': 2022, 'max': 2024}}", NULL, NULL, "true" },
  { "year/after", "{'year': {'max': 2023}}", NULL, NULL, "false" },
  { "year/before", "{'year': {'min': 2025}}", NULL, NULL, "false" },
  { "as of/on the day", "{'as_of': {'from': '2030-06-30', 'to': '2030-06-30'}}", NULL, NULL, "true" },
  { "as of/too late", "{'as_of': {'to': '2030-06-29'}}", NULL, NULL, "false" },
  { "as of/too early", "{'as_of': {'from': '2030-07-01'}}", NULL, NULL, "false" },
  { "as of/month and day of the credit year", "{'as_of': {'to': '12-31'}}", NULL, NULL, "false" },
  { "as of/before a fact", "{'as_of': {'to_fact': 'due_on'}}", FACTS ("'due_on': '2031-01-01'"), NULL, "true" },
  { "as of/a fact not stated", "{'as_of': {'to_fact': 'due_on'}}", NULL, NULL, "unknown:due_on" },
  { "in post/since the last day", "{'in_post': true}", NULL, "'post_from': '2024-03-12'", "true" },
  { "in post/since the day after", "{'in_post': true}", NULL, "'post_from': '2024-03-13'", "false" },
  { "in post/expected not to be", "{'in_post': false}", NULL, "'post_from': '2024-03-13'", "true" },
  { "in post/not stated", "{'in_post': true}", NULL, "", "unknown:post_from" },

  /* Subject, activity, reading. */
  { "subject/same", "{'subject': 'public'}", DATES ", 'subject': 'public'", NULL, "true" },
  { "subject/other", "{'subject': 'public'}", DATES ", 'subject': 'professional'", NULL, "false" },
  { "subject/not given", "{'subject': 'public'}", NULL, NULL, "false" },
  { "activity/same", "{'activity': 'training'}", NULL, NULL, "true" },
  { "activity/other", "{'activity': 'conference'}", NULL, NULL, "false" },
  { "activity/among several", "{'activity': ['conference', 'training']}", NULL, NULL, "true" },
  { "activity/not among several", "{'activity': ['conference', 'paper']}", NULL, NULL, "false" },
  { "reading/in force", "{'reading': 'R', 'is': 'strict'}", NULL, NULL, "true" },
  { "reading/not in force", "{'reading': 'R', 'is': 'loose'}", NULL, NULL, "false" },

  /* Kleene's tables. */
  { "all/true true", "[" T ", {'not': " F "}]", KNOWN, NULL, "true" },
  { "all/true false", "[" T ", " F "]", KNOWN, NULL, "false" },
  { "all/true unknown", "[" T ", " U "]", KNOWN, NULL, "unknown:archive" },
  { "all/false true", "[" F ", " T "]", KNOWN, NULL, "false" },
  { "all/false false", "[" F ", " F "]", KNOWN, NULL, "false" },
  { "all/false unknown", "[" F ", " U "]", KNOWN, NULL, "false" },
  { "all/unknown true", "[" U ", " T "]", KNOWN, NULL, "unknown:archive" },
  { "all/unknown false", "[" U ", " F "]", KNOWN, NULL, "false" },
  { "all/unknown unknown", "[" U ", " U2 "]", KNOWN, NULL, "unknown:archive,assessed" },
  { "any/true true", "{'any': [" T ", " T "]}", KNOWN, NULL, "true" },
  { "any/true false", "{'any': [" T ", " F "]}", KNOWN, NULL, "true" },
  { "any/true unknown", "{'any': [" T ", " U "]}", KNOWN, NULL, "true" },
  { "any/false true", "{'any': [" F ", " T "]}", KNOWN, NULL, "true" },
  { "any/false false", "{'any': [" F ", " F "]}", KNOWN, NULL, "false" },
  { "any/false unknown", "{'any': [" F ", " U "]}", KNOWN, NULL, "unknown:archive" },
  { "any/unknown true", "{'any': [" U ", " T "]}", KNOWN, NULL, "true" },
  { "any/unknown false", "{'any': [" U ", " F "]}", KNOWN, NULL, "unknown:archive" },
  { "any/unknown unknown", "{'any': [" U ", " U2 "]}", KNOWN, NULL, "unknown:archive,assessed" },
  { "not/true", "{'not': " T "}", KNOWN, NULL, "false" },
  { "not/false", "{'not': " F "}", KNOWN, NULL, "true" },
  { "not/unknown", "{'not': " U "}", KNOWN, NULL, "unknown:archive" },
  { "not/list with a false one", "{'not': [" U ", " F "]}", KNOWN, NULL, "true" },
  { "not/list with an unknown one", "{'not': [" T ", " U "]}", KNOWN, NULL, "unknown:archive" },
  { "not/twice", "{'not': {'not': " U "}}", KNOWN, NULL, "unknown:archive" },

  /* Only what an unknown result needs is asked for. */
  { "asks/not for what a false one left open", "{'any': [[" U ", " F "], " U2 "]}", KNOWN, NULL, "unknown:assessed" },
  { "asks/not for what a true one left open", "[{'any': [" U ", " T "]}, " U2 "]", KNOWN, NULL, "unknown:assessed" },
  { "asks/once", "[" U ", {'not': " U "}]", KNOWN, NULL, "unknown:archive" },
};

/* A rule with the condition, worth 10, and a silent one after it. */
static char *
pack_of (const Row *row)
{
  return g_strdup_printf ("'readings': [{'id': 'R', 'clauses': ['C5'], 'question': {'zh': '？', 'en': '?'}, 'default': 'strict', 'weight': 'low',"
                          " 'options': [{'id': 'strict', 'text': {'zh': '严', 'en': 's'}}, {'id': 'loose', 'text': {'zh': '宽', 'en': 'l'}}]}],"
                          "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'rules': ["
                          " {'id': 'r', 'clause': 'C1', 'when': %s, 'credit': {'fixed': 10}}],"
                          " 'otherwise': {'outcome': 'no_rate', 'clause': 'C9'}}]",
                          row->condition);
}

static void
check (const Row *row, const HbkAssessment *assessment)
{
  if (g_str_equal (row->expect, "true"))
    {
      trial_check (assessment, "a.outcome=credited a.credited=0+10 a.clause=C1 a.missing=none -W-FACT-MISSING -W-BAD-FACT");
    }
  else if (g_str_equal (row->expect, "false"))
    {
      trial_check (assessment, "a.outcome=no_rate a.credited=0+0 a.clause=C9 a.code=W-NO-RATE a.missing=none -W-FACT-MISSING");
    }
  else
    {
      g_autofree char *expect = g_strdup_printf ("a.outcome=pending a.credited=0+0 a.pending=0+10 a.clause=C1 a.missing=%s", row->expect + strlen ("unknown:"));

      trial_check (assessment, expect);
    }
}

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  g_autofree char *members = pack_of (row);
  g_autofree char *records = g_strdup_printf ("'profile': {%s}, 'records': [{'id': 'a', 'activity': 'training', %s}]",
                                              row->profile != NULL ? row->profile : "", row->record != NULL ? row->record : DATES);
  g_autoptr (HbkPack) pack = trial_pack (members);
  g_autoptr (HbkLogbook) logbook = trial_logbook (records);
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);

  check (row, assessment);
}

/* The year of a condition is that of the piece, not of the record. */
static const Trial years[] = {
  { "credit year not before the end", "'blocks': [{'id': 'b', 'activities': ['degree_study'], 'subject': 'professional', 'year': 'each_year', 'rules': ["
                                      " {'id': 'r', 'clause': 'C1', 'when': {'date': 'end', 'to': '12-31'}, 'credit': {'fixed': 10}}],"
                                      " 'otherwise': {'outcome': 'no_rate', 'clause': 'C9'}}]",
    "'records': [{'id': 'a', 'activity': 'degree_study', 'start': '2022-09-01', 'end': '2024-06-30'}]",
    "a.years=2022,2023,2024 a@2022.outcome=no_rate a@2023.outcome=no_rate a@2024.credited=0+10", NULL },
  { "in post by the last day in the year", "'blocks': [{'id': 'b', 'activities': ['degree_study'], 'subject': 'professional', 'year': 'each_year', 'rules': ["
                                           " {'id': 'r', 'clause': 'C1', 'when': {'in_post': true}, 'credit': {'fixed': 10}}],"
                                           " 'otherwise': {'outcome': 'no_rate', 'clause': 'C9'}}]",
    "'profile': {'post_from': '2023-12-31'}, 'records': [{'id': 'a', 'activity': 'degree_study', 'start': '2022-09-01', 'end': '2024-06-30'}]",
    "a@2022.outcome=no_rate a@2023.credited=0+10 a@2024.credited=0+10", NULL },
  { "other years", "'blocks': [{'id': 'b', 'activities': ['degree_study'], 'subject': 'professional', 'year': 'each_year', 'rules': ["
                   " {'id': 'r', 'clause': 'C1', 'when': {'year': {'max': 2022}}, 'credit': {'fixed': 10}},"
                   " {'id': 's', 'clause': 'C2', 'when': {'year': {'min': 2024}}, 'credit': {'fixed': 20}}],"
                   " 'otherwise': {'outcome': 'no_rate', 'clause': 'C9'}}]",
    "'records': [{'id': 'a', 'activity': 'degree_study', 'start': '2022-09-01', 'end': '2024-06-30'}]",
    "a@2022.credited=0+10 a@2022.clause=C1 a@2023.outcome=no_rate a@2023.clause=C9 a@2024.credited=0+20 a@2024.clause=C2", NULL },
  { "wrong kind is said", "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'rules': ["
                          " {'id': 'r', 'clause': 'C1', 'when': {'fact': 'filed', 'is': true}, 'credit': {'fixed': 10}}]}]",
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'facts': {'filed': 1}}]",
    "a.outcome=pending a.missing=filed +W-BAD-FACT@filed -W-FACT-MISSING", NULL },
  { "wrong kind of no use is not", "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'rules': ["
                                   " {'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]}]",
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'facts': {'filed': 1}}]",
    "a.credited=0+10 -W-BAD-FACT -W-FACT-MISSING", NULL },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (rows[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/rules/condition/", name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  trial_add ("/rules/condition/years", years, G_N_ELEMENTS (years));

  return g_test_run ();
}
