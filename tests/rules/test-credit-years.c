/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which credit year or years a record belongs to, and how it is divided between them; see data/packs/FORMAT.md, Year. */

#include "rules/support.h"
#include "rules/trial.h"

typedef struct
{
  const char *name;
  const char *mode;
  const char *start;
  const char *end;
  const char *facts;
  /* The years that get the 10 hours of the rule, with ~ those that do so at an application only, with ! those that will once the
   * time has come; or "none"; or "unknown:" and what is asked for. */
  const char *expect;
  const char *as_of;
} Row;

#define STUDY(count) "{'study_years': 'prescribed_years', 'count': '" count "'}"
#define FULL(count) "{'full_years': '" count "'}"
#define SIX "{'months_served': 6, 'all_above': 12}"

static const Row rows[] = {
  { "end", "'end'", "2023-12-30", "2024-01-02", "", "2024", NULL },
  { "end without an end", "'end'", "2023-12-30", NULL, "", "2023", NULL },
  { "start", "'start'", "2023-12-30", "2024-01-02", "", "2023", NULL },
  { "each year", "'each_year'", "2022-11-30", "2024-01-02", "", "2022,2023,2024", NULL },
  { "each year of one day", "'each_year'", "2024-02-29", NULL, "", "2024", NULL },
  { "each year up to today", "'each_year'", "2022-11-30", "2025-01-02", "", "2022,2023,2024!,2025!", "2023-12-31" },
  { "each year from today", "'each_year'", "2022-11-30", "2025-01-02", "", "2022,2023,2024,2025!", "2024-01-01" },
  { "each month", "'each_month'", "2022-11-30", "2024-01-02", "", "2022,2023,2024", NULL },
  { "each month up to today", "'each_month'", "2022-11-30", "2025-01-02", "", "2022,2023", "2023-12-31" },
  { "each month from tomorrow", "'each_month'", "2024-01-01", "2025-01-02", "", "2024!,2025!", "2023-12-31" },

  { "date of a fact", "{'fact': 'concluded_on'}", "2021-03-01", "2023-05-01", "'concluded_on': '2024-02-01'", "2024", NULL },
  { "date of a fact not stated", "{'fact': 'concluded_on'}", "2021-03-01", "2023-05-01", "", "unknown:concluded_on", NULL },
  { "date of a fact to come", "{'fact': 'concluded_on'}", "2021-03-01", "2023-05-01", "'concluded_on': '2024-02-01'", "2024!", "2024-01-31" },
  { "latest is the end", "{'latest': ['end', 'effective_on']}", "2021-03-01", "2023-05-01", "'effective_on': '2022-02-01'", "2023", NULL },
  { "latest is the fact", "{'latest': ['end', 'effective_on']}", "2021-03-01", "2023-05-01", "'effective_on': '2024-02-01'", "2024", NULL },
  { "latest of two facts", "{'latest': ['concluded_on', 'effective_on']}", "2021-03-01", "2023-05-01", "'concluded_on': '2022-12-31', 'effective_on': '2022-02-01'", "2022", NULL },
  { "latest of two not stated", "{'latest': ['concluded_on', 'effective_on']}", "2021-03-01", "2023-05-01", "", "unknown:concluded_on,effective_on", NULL },
  { "latest of two, one not stated", "{'latest': ['end', 'effective_on']}", "2021-03-01", "2023-05-01", "", "unknown:effective_on", NULL },

  { "number", "{'number': 'year'}", "2021-03-01", "2023-05-01", "'year': 2019", "2019", NULL },
  { "number not stated", "{'number': 'year'}", "2021-03-01", "2023-05-01", "", "unknown:year", NULL },
  { "number that is no year", "{'number': 'year'}", "2021-03-01", "2023-05-01", "'year': 20", "unknown:year", NULL },
  { "number of this year", "{'number': 'year'}", "2021-03-01", "2023-05-01", "'year': 2024", "2024", "2024-01-01" },
  { "number of next year", "{'number': 'year'}", "2021-03-01", "2023-05-01", "'year': 2025", "2025!", "2024-12-31" },
  { "numbers", "{'numbers': ['year_from', 'year_to']}", "2023-05-01", NULL, "'year_from': 2018, 'year_to': 2020", "2018,2019,2020", NULL },
  { "numbers of one year", "{'numbers': ['year_from', 'year_to']}", "2023-05-01", NULL, "'year_from': 2018, 'year_to': 2018", "2018", NULL },
  { "numbers the wrong way", "{'numbers': ['year_from', 'year_to']}", "2023-05-01", NULL, "'year_from': 2020, 'year_to': 2018", "none", NULL },
  { "numbers, one not stated", "{'numbers': ['year_from', 'year_to']}", "2023-05-01", NULL, "'year_from': 2018", "unknown:year_to", NULL },
  { "numbers not stated", "{'numbers': ['year_from', 'year_to']}", "2023-05-01", NULL, "", "unknown:year_from,year_to", NULL },

  /* Three years of study, September to June. */
  { "study from enrolment", STUDY ("from_enrolment"), "2021-09-01", "2024-06-30", "'prescribed_years': 3", "2021,2022,2023", NULL },
  { "study from enrolment, a year longer", STUDY ("from_enrolment"), "2021-09-01", "2025-06-30", "'prescribed_years': 3", "2021,2022,2023", NULL },
  { "study from enrolment, given up", STUDY ("from_enrolment"), "2021-09-01", "2022-06-30", "'prescribed_years': 3", "2021,2022", NULL },
  { "study from enrolment, going on", STUDY ("from_enrolment"), "2021-09-01", "2024-06-30", "'prescribed_years': 3", "2021,2022,2023!", "2022-12-31" },
  { "study touched", STUDY ("touched"), "2021-09-01", "2024-06-30", "'prescribed_years': 3", "2021,2022,2023,2024", NULL },
  { "study touched, a year longer", STUDY ("touched"), "2021-09-01", "2025-06-30", "'prescribed_years': 3", "2021,2022,2023,2024", NULL },
  { "study ended", STUDY ("ended"), "2021-09-01", "2024-06-30", "'prescribed_years': 3", "2022,2023,2024", NULL },
  { "study ended, a year longer", STUDY ("ended"), "2021-09-01", "2025-06-30", "'prescribed_years': 3", "2022,2023,2024", NULL },
  { "study ended, given up in the second year", STUDY ("ended"), "2021-09-01", "2023-06-30", "'prescribed_years': 3", "2022", NULL },
  { "study ended, given up in the first", STUDY ("ended"), "2021-09-01", "2022-06-30", "'prescribed_years': 3", "none", NULL },
  { "study ended to the day", STUDY ("ended"), "2021-09-01", "2022-08-31", "'prescribed_years': 1", "2022", NULL },
  { "study ended, second year going on", STUDY ("ended"), "2021-09-01", "2024-06-30", "'prescribed_years': 3", "2022,2023!,2024!", "2023-08-30" },
  { "study ended, second year over", STUDY ("ended"), "2021-09-01", "2024-06-30", "'prescribed_years': 3", "2022,2023,2024!", "2023-08-31" },
  { "study of years not stated", STUDY ("ended"), "2021-09-01", "2024-06-30", "", "unknown:prescribed_years", NULL },
  { "study of no years", STUDY ("from_enrolment"), "2021-09-01", "2024-06-30", "'prescribed_years': 0", "none", NULL },

  /* Postings. */
  { "full years, most days", FULL ("most_days"), "2021-06-01", "2023-05-31", "", "2021,2022", NULL },
  { "full years, a day short of two", FULL ("most_days"), "2021-06-01", "2023-05-30", "", "2022", NULL },
  { "full years, as many days in both", FULL ("most_days"), "2019-07-02", "2020-07-01", "", "2019", NULL },
  { "full years, not one", FULL ("most_days"), "2021-06-01", "2022-05-30", "", "none", NULL },
  { "full years, most days so far", FULL ("most_days"), "2021-06-01", "2023-05-31", "", "2022", "2022-12-31" },
  { "full years, not one so far", FULL ("most_days"), "2021-06-01", "2023-05-31", "", "none", "2022-05-30" },
  { "full years touched", FULL ("touched"), "2021-06-01", "2023-05-31", "", "2021,2022,2023", NULL },
  { "full years touched, not one", FULL ("touched"), "2021-06-01", "2022-05-30", "", "none", NULL },
  { "full calendar years", FULL ("calendar"), "2021-06-01", "2023-12-31", "", "2022,2023", NULL },
  { "full calendar years, a day short", FULL ("calendar"), "2021-06-01", "2023-12-30", "", "2022", NULL },
  { "full calendar years from New Year", FULL ("calendar"), "2021-01-01", "2021-12-31", "", "2021", NULL },
  { "full calendar years, none", FULL ("calendar"), "2021-06-01", "2022-12-30", "", "none", NULL },
  { "months served in one year", SIX, "2023-03-01", "2023-08-31", "", "2023", NULL },
  { "months served, a day short", SIX, "2023-03-01", "2023-08-30", "", "none", NULL },
  { "months served over New Year, the sixth ends", SIX, "2023-09-01", "2024-03-31", "", "2024", NULL },
  { "months served over New Year, the sixth ends before it", SIX, "2023-07-02", "2024-01-01", "", "2024", NULL },
  { "months served over New Year, six in the first", SIX, "2023-07-01", "2024-02-15", "", "2023", NULL },
  { "months served, six in both", SIX, "2023-07-01", "2024-06-30", "", "2023,2024", NULL },
  { "months served, twelve", SIX, "2023-10-01", "2024-09-30", "", "2024", NULL },
  { "months served, above twelve", SIX, "2023-10-01", "2024-10-01", "", "2023,2024", NULL },
  { "months served from the 31st", SIX, "2023-08-31", "2024-02-28", "", "none", NULL },
  { "months served from the 31st to the end of February", SIX, "2023-08-31", "2024-02-29", "", "2024", NULL },
  { "months served so far", SIX, "2023-03-01", "2023-12-31", "", "none", "2023-08-30" },
  { "posting years", "{'posting_years': true}", "2021-09-01", "2023-08-31", "", "2021,2022", NULL },
  { "posting years and a bit", "{'posting_years': true}", "2021-09-01", "2023-09-01", "", "2021,2022,2023", NULL },
  { "posting years so far", "{'posting_years': true}", "2021-09-01", "2023-08-31", "", "2021", "2022-08-31" },

  /* The post: since March 2021. */
  { "post", "'post'", "2023-05-01", NULL, "", "2021~,2022~,2023,2024,2025", "2025-06-30" },
  { "post, earned before it", "'post'", "2020-05-01", NULL, "", "2021,2022", "2022-06-30" },
  { "post, earned this year", "'post'", "2025-05-01", NULL, "", "2021~,2022~,2023~,2024~,2025", "2025-06-30" },
};

/* What the table says of a record, found in the assessment. */
static char *
describe (const HbkAssessment *assessment)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult   *year = hbk_assessment_get_year (assessment, i);
      const HbkRecordResult *result = hbk_year_result_lookup (year, "a");

      g_assert_nonnull (result);
      if (result->outcome == HBK_OUTCOME_EXCLUDED)
        g_string_append (text, "none");
      else if (result->outcome == HBK_OUTCOME_PENDING)
        g_string_append (text, "unknown");
      else
        g_string_append_printf (text, "%s%d%s", text->len > 0 ? "," : "", year->year,
                                result->outcome == HBK_OUTCOME_PLANNED ? "!" : result->at_application ? "~"
                                                                                                      : "");
    }
  return g_string_free_and_steal (text);
}

static void
check_hours (const HbkAssessment *assessment, const Row *row)
{
  for (guint i = 0; i < hbk_assessment_get_n_years (assessment); i++)
    {
      const HbkYearResult   *year = hbk_assessment_get_year (assessment, i);
      const HbkRecordResult *result = hbk_year_result_lookup (year, "a");
      HbkHours               now = result->outcome == HBK_OUTCOME_CREDITED && !result->at_application ? 1000 : 0;
      HbkHours               at_application = result->outcome == HBK_OUTCOME_CREDITED ? 1000 : 0;
      HbkHours               planned = result->outcome == HBK_OUTCOME_PLANNED ? 1000 : 0;

      g_assert_cmpint (year->credited.professional_hours, ==, now);
      g_assert_cmpint (year->at_application.professional_hours, ==, at_application);
      g_assert_cmpint (year->planned.professional_hours, ==, planned);
    }
}

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  g_autofree char *members = g_strdup_printf ("'blocks': [{'id': 'b', 'activities': ['degree_study'], 'subject': 'professional', 'rules': ["
                                              "{'id': 'r', 'clause': 'C1', 'year': %s, 'credit': {'fixed': 10}}]}]",
                                              row->mode);
  g_autofree char *records = g_strdup_printf ("'profile': {'post_from': '2021-03-01'}, 'records': [{'id': 'a', 'activity': 'degree_study', 'start': '%s', %s%s%s 'facts': {%s}}]",
                                              row->start, row->end != NULL ? "'end': '" : "", row->end != NULL ? row->end : "", row->end != NULL ? "'," : "", row->facts);
  g_autoptr (HbkPack) pack = trial_pack (members);
  g_autoptr (HbkLogbook) logbook = trial_logbook (records);
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (row->as_of != NULL ? row->as_of : TRIAL_AS_OF), NULL);
  g_autofree char *found = describe (assessment);

  if (g_str_has_prefix (row->expect, "unknown:"))
    {
      g_autofree char *expect = g_strconcat ("a.outcome=pending a.missing=", strchr (row->expect, ':') + 1, NULL);

      g_assert_cmpstr (found, ==, "unknown");
      trial_check (assessment, expect);
      return;
    }
  if (!g_str_equal (found, row->expect))
    {
      g_test_message ("%s, but found %s", row->expect, found);
      g_test_fail ();
      return;
    }
  check_hours (assessment, row);
}

#define BLOCK(rest) "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', " rest "}]"
#define EACH_DAY(credit) BLOCK ("'year': 'each_day', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': " credit "}]")
#define NEW_YEAR(facts) "'records': [{'id': 'a', 'activity': 'training', 'start': '2023-12-30', 'end': '2024-01-03', 'facts': {" facts "}}]"
#define DAYS "{'per': 'net_days', 'hours': 7}"
#define STATED "{'stated': 'stated_hours'}"
#define THREE_YEARS(facts) "'records': [{'id': 'a', 'activity': 'training', 'start': '2022-12-30', 'end': '2024-01-03', 'facts': {" facts "}}]"

static const Trial trials[] = {
  /* Over New Year: two days and three. */
  { "a day each", EACH_DAY (DAYS), NEW_YEAR ("'days': 5"), "a@2023.credited=0+14 a@2024.credited=0+21 +W-YEAR-SPLIT@a 2024.credited=0+21", NULL },
  { "fewer days than dates", EACH_DAY (DAYS), NEW_YEAR ("'days': 4"),
    "a@2023.outcome=pending a@2024.outcome=pending a@2023.missing=days_next_year a@2024.missing=days_next_year a.credited=0+0", NULL },
  { "days of next year", EACH_DAY (DAYS), NEW_YEAR ("'days': 4, 'days_next_year': 1.5"), "a@2023.credited=0+17.5 a@2024.credited=0+10.5", NULL },
  { "more days of next year than days", EACH_DAY (DAYS), NEW_YEAR ("'days': 4, 'days_next_year': 6"), "a.credited=0+0 a@2023.missing=days_next_year +W-BAD-FACT@days_next_year", NULL },
  { "travel makes the dates uneven", EACH_DAY (DAYS), NEW_YEAR ("'days': 5, 'transit_days': 1"), "a@2023.missing=days_next_year a.credited=0+0", NULL },
  { "travel and days of next year", EACH_DAY (DAYS), NEW_YEAR ("'days': 5, 'transit_days': 1, 'days_next_year': 3"), "a@2023.credited=0+7 a@2024.credited=0+21", NULL },
  { "days not stated", EACH_DAY (DAYS), NEW_YEAR (""), "a@2023.missing=days a@2024.missing=days a.credited=0+0", NULL },
  { "stated hours", EACH_DAY (STATED), NEW_YEAR ("'stated_hours': 30"),
    "a@2023.outcome=pending a@2023.missing=hours_next_year a@2024.missing=hours_next_year a.credited=0+0 +W-UNDECIDED@a", NULL },
  { "stated hours of next year", EACH_DAY (STATED), NEW_YEAR ("'stated_hours': 30, 'hours_next_year': 20"),
    "a@2023.credited=0+10 a@2024.credited=0+20 -W-UNDECIDED", NULL },
  { "stated hours none of next year", EACH_DAY (STATED), NEW_YEAR ("'stated_hours': 30, 'hours_next_year': 0"), "a@2023.credited=0+30 a@2024.credited=0+0", NULL },
  { "stated hours all of next year", EACH_DAY (STATED), NEW_YEAR ("'stated_hours': 30, 'hours_next_year': 30"), "a@2023.credited=0+0 a@2024.credited=0+30", NULL },
  { "more hours of next year than hours", EACH_DAY (STATED), NEW_YEAR ("'stated_hours': 30, 'hours_next_year': 30.01"),
    "a.credited=0+0 a@2024.missing=hours_next_year +W-BAD-FACT@hours_next_year", NULL },
  { "hours day by day", EACH_DAY ("{'by_day': 'hours_by_day'}"), NEW_YEAR ("'hours_by_day': [8, 7, 6, 5, 4]"), "a@2023.credited=0+15 a@2024.credited=0+15", NULL },
  { "hours of days nobody can place", EACH_DAY ("{'by_day': 'hours_by_day'}"), NEW_YEAR ("'hours_by_day': [8, 7, 6]"),
    "a@2023.missing=hours_next_year a@2024.missing=hours_next_year a.credited=0+0", NULL },
  { "hours of days nobody can place, of next year", EACH_DAY ("{'by_day': 'hours_by_day'}"), NEW_YEAR ("'hours_by_day': [8, 7, 6], 'hours_next_year': 13"),
    "a@2023.credited=0+8 a@2024.credited=0+13", NULL },
  { "hours by a fact", EACH_DAY ("{'per': {'fact': 'stated_hours', 'divide': 3}, 'hours': 4}"), NEW_YEAR ("'stated_hours': 30"),
    "a@2023.missing=hours_next_year a@2024.missing=hours_next_year a.credited=0+0 +W-UNDECIDED@a", NULL },
  { "hours by a fact, of next year", EACH_DAY ("{'per': {'fact': 'stated_hours', 'divide': 3}, 'hours': 4}"), NEW_YEAR ("'stated_hours': 30, 'hours_next_year': 24"),
    "a@2023.credited=0+16 a@2024.credited=0+24", NULL },
  { "a fixed credit", EACH_DAY ("{'fixed': 30}"), NEW_YEAR (""), "a.credited=0+0 a@2023.missing=hours_next_year", NULL },
  { "a fixed credit, of next year", EACH_DAY ("{'fixed': 30}"), NEW_YEAR ("'hours_next_year': 12"), "a@2023.credited=0+18 a@2024.credited=0+12", NULL },
  { "within a year", EACH_DAY (STATED), "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-12-30', 'end': '2024-12-31', 'facts': {'stated_hours': 16}}]",
    "a.years=2024 a.credited=0+16 -W-YEAR-SPLIT", NULL },
  { "over two New Years, a day each", EACH_DAY (DAYS), THREE_YEARS ("'days': 370"), "a@2022.credited=0+14 a@2023.credited=0+2555 a@2024.credited=0+21", NULL },
  { "over two New Years, nobody can say", EACH_DAY (STATED), THREE_YEARS ("'stated_hours': 370, 'hours_next_year': 5"), "a.credited=0+0 a@2022.outcome=pending", NULL },
  { "over New Year, not yet over", EACH_DAY (DAYS), NEW_YEAR ("'days': 5"), "a@2023.outcome=planned a@2024.outcome=planned +W-FUTURE@a a.credited=0+0", "2024-01-02" },
  { "over a leap day", EACH_DAY (DAYS), "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-02-28', 'end': '2024-03-01', 'facts': {'days': 3}}]", "a.credited=0+21", NULL },

  /* A list of modes. */
  { "first mode that holds", BLOCK ("'year': [{'when': {'fact': 'concluded_on', 'known': true}, 'year': {'fact': 'concluded_on'}}, 'end'],"
                                    " 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2023-12-30', 'facts': {'concluded_on': '2024-05-01'}}]", "a.years=2024", NULL },
  { "last mode", BLOCK ("'year': [{'when': {'fact': 'concluded_on', 'known': true}, 'year': {'fact': 'concluded_on'}}, 'end'],"
                        " 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2023-12-30'}]", "a.years=2023 a.credited=0+10", NULL },
  { "mode not known", BLOCK ("'year': [{'when': {'fact': 'concluded', 'is': true}, 'year': {'fact': 'concluded_on'}}, 'end'],"
                             " 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2023-12-30', 'facts': {'concluded_on': '2024-05-01'}}]",
    "a.outcome=pending a.missing=concluded a.credited=0+0", NULL },
  { "modes of two rules", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'when': {'year': {'max': 2023}}, 'year': 'each_year', 'credit': {'fixed': 10}},"
                                 "{'id': 's', 'clause': 'C2', 'year': 'end', 'credit': {'fixed': 20}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2022-12-30', 'end': '2024-03-01'}]",
    "a@2022.credited=0+10 a@2023.credited=0+10 a@2024.credited=0+20 a@2024.clause=C2", NULL },

  /* The post. */
  { "post not stated", BLOCK ("'year': 'post', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2023-05-01'}]", "a.outcome=pending a.missing=post_from a.years=2023", NULL },
  { "posting years are judged one by one", BLOCK ("'year': {'posting_years': true}, 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'per': 'months_in_year', 'hours': 2.5}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2021-09-01', 'end': '2023-03-31'}]", "a@2021.credited=0+30 a@2022.credited=0+17.5", NULL },

  /* Slips of the pen do no harm. */
  { "three hundred years", BLOCK ("'year': 'each_year', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '1900-01-01', 'end': '2200-12-31'}]", "a@1900.credited=0+10 a.credited=0+600", NULL },
  { "three hundred years of posts", BLOCK ("'year': 'post', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"),
    "'profile': {'post_from': '1900-01-01'}, 'records': [{'id': 'a', 'activity': 'training', 'start': '2023-05-01'}]", "a.credited=0+600", NULL },
  { "a hundred million years of study", BLOCK ("'year': {'study_years': 'prescribed_years', 'count': 'ended'}, 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 10}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2019-09-01', 'end': '2022-08-31', 'facts': {'prescribed_years': 100000000}}]",
    "a.years=2020,2021,2022 a.credited=0+30", NULL },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (rows[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/rules/credit-years/", name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  trial_add ("/rules/credit-years/split", trials, G_N_ELEMENTS (trials));

  return g_test_run ();
}
