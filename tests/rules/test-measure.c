/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What measures count, shown by a credit of one hour for each unit; see data/packs/FORMAT.md, Measures. */

#include "rules/support.h"
#include "rules/trial.h"

typedef struct
{
  const char *name;
  const char *measure;
  /* Members of the record after its activity. */
  const char *record;
  /* The amount in the year of the end, or "unknown:" and what is asked for. */
  const char *expect;
} Row;

#define DATES(start, end) "'start': '" start "', 'end': '" end "'"
#define FACTS(facts) "'start': '2024-03-10', 'end': '2024-03-19', 'facts': {" facts "}"

static const Row rows[] = {
  /* Days. */
  { "net days/as stated", "'net_days'", FACTS ("'days': 5"), "5" },
  { "net days/less travel", "'net_days'", FACTS ("'days': 5, 'transit_days': 2"), "3" },
  { "net days/less rest", "'net_days'", FACTS ("'days': 5, 'rest_days': 1.5"), "3.5" },
  { "net days/less both", "'net_days'", FACTS ("'days': 5, 'transit_days': 1, 'rest_days': 1"), "3" },
  { "net days/more travel than days", "'net_days'", FACTS ("'days': 1, 'transit_days': 2"), "0" },
  { "net days/half days", "'net_days'", FACTS ("'days': 2.5"), "2.5" },
  { "net days/not stated", "'net_days'", FACTS (""), "unknown:days" },
  { "net days/dates are no days", "'net_days'", FACTS ("'transit_days': 1"), "unknown:days" },
  { "net days/whole", "{'fact': 'net_days', 'whole': true}", FACTS ("'days': 2.5"), "2" },
  { "net days/up", "{'fact': 'net_days', 'whole': 'up'}", FACTS ("'days': 2.5"), "3" },
  { "net days/up of whole ones", "{'fact': 'net_days', 'whole': 'up'}", FACTS ("'days': 3"), "3" },
  { "net days/up of a hundredth", "{'fact': 'net_days', 'whole': 'up'}", FACTS ("'days': 0.01"), "1" },
  { "net days/up of nothing", "{'fact': 'net_days', 'whole': 'up'}", FACTS ("'days': 0"), "0" },

  /* Spans. */
  { "span days/both ends", "'span_days'", DATES ("2024-03-10", "2024-03-19"), "10" },
  { "span days/one date", "'span_days'", "'start': '2024-03-10'", "1" },
  { "span days/over a leap day", "'span_days'", DATES ("2024-02-28", "2024-03-01"), "3" },
  { "span days/no leap day", "'span_days'", DATES ("2023-02-28", "2023-03-01"), "2" },
  { "span days/over New Year", "'span_days'", DATES ("2023-12-30", "2024-01-02"), "4" },
  { "span years/one to the day", "'span_years'", DATES ("2022-05-10", "2023-05-09"), "1" },
  { "span years/a day short", "'span_years'", DATES ("2022-05-10", "2023-05-08"), "0" },
  { "span years/from a leap day", "'span_years'", DATES ("2020-02-29", "2021-02-28"), "1" },
  { "span years/from a leap day a day short", "'span_years'", DATES ("2020-02-29", "2021-02-27"), "0" },
  { "span years/to a leap year", "'span_years'", DATES ("2023-03-01", "2024-02-29"), "1" },
  { "span years/to a leap year a day short", "'span_years'", DATES ("2023-03-01", "2024-02-28"), "0" },
  { "span years/three", "'span_years'", DATES ("2021-01-01", "2023-12-31"), "3" },

  /* Months of the whole record. A part counts as a half, which a credit by month drops and a bound sees. */
  { "span months/to the day", "'span_months'", DATES ("2024-03-10", "2024-06-09"), "3" },
  { "span months/a day short", "'span_months'", DATES ("2024-03-10", "2024-06-08"), "2" },
  { "span months/a day over", "'span_months'", DATES ("2024-03-10", "2024-06-10"), "3" },
  { "span months/over New Year", "'span_months'", DATES ("2023-11-15", "2024-02-14"), "3" },
  { "span months/from the 31st", "'span_months'", DATES ("2024-01-31", "2024-02-29"), "1" },
  { "span months/from the 31st a day short", "'span_months'", DATES ("2024-01-31", "2024-02-28"), "0" },
  { "span months/from the 31st in a short year", "'span_months'", DATES ("2023-01-31", "2023-02-28"), "1" },
  { "span months/from the 30th over February", "'span_months'", DATES ("2023-01-30", "2023-02-28"), "1" },
  { "span months/from the 29th of February", "'span_months'", DATES ("2024-02-29", "2024-03-28"), "1" },
  { "span months/of one day", "'span_months'", "'start': '2024-03-10'", "0" },
  { "span months/less travel", "'span_months'", DATES ("2024-03-10", "2024-06-09") ", 'facts': {'transit_days': 1}", "2" },
  { "span months/less all", "'span_months'", DATES ("2024-03-10", "2024-03-12") ", 'facts': {'transit_days': 5}", "0" },

  /* Facts. */
  { "fact/number", "'teaching_hours'", FACTS ("'teaching_hours': 12.5"), "12.5" },
  { "fact/not stated", "'teaching_hours'", FACTS (""), "unknown:teaching_hours" },
  { "fact/what a missing one means", "'count'", FACTS (""), "1" },
  { "fact/zero", "'courses_passed'", FACTS ("'courses_passed': 0"), "0" },
  { "fact/wrong kind", "'courses_passed'", FACTS ("'courses_passed': 'two'"), "unknown:courses_passed" },
  { "fact/divided", "{'fact': 'characters', 'divide': 10000}", FACTS ("'characters': 125000"), "12.5" },
  { "fact/divided and whole", "{'fact': 'characters', 'divide': 10000, 'whole': true}", FACTS ("'characters': 129999.99"), "12" },
  { "fact/divided and up", "{'fact': 'characters', 'divide': 10000, 'whole': 'up'}", FACTS ("'characters': 120001"), "13" },
  { "fact/divided evenly and up", "{'fact': 'characters', 'divide': 10000, 'whole': 'up'}", FACTS ("'characters': 120000"), "12" },
  { "fact/divided just below one", "{'fact': 'characters', 'divide': 10000, 'whole': true}", FACTS ("'characters': 9999.99"), "0" },
  { "minutes/turned into units", "{'fact': 'teaching_hours', 'minutes_fact': 'teaching_minutes', 'minutes': 45}", FACTS ("'teaching_minutes': 90"), "2" },
  { "minutes/with a rest", "{'fact': 'teaching_hours', 'minutes_fact': 'teaching_minutes', 'minutes': 45}", FACTS ("'teaching_minutes': 100"), "2.22" },
  { "minutes/whole", "{'fact': 'teaching_hours', 'minutes_fact': 'teaching_minutes', 'minutes': 45, 'whole': true}", FACTS ("'teaching_minutes': 134"), "2" },
  { "minutes/up", "{'fact': 'teaching_hours', 'minutes_fact': 'teaching_minutes', 'minutes': 45, 'whole': 'up'}", FACTS ("'teaching_minutes': 91"), "3" },
  { "minutes/units come first", "{'fact': 'teaching_hours', 'minutes_fact': 'teaching_minutes', 'minutes': 45}",
    FACTS ("'teaching_hours': 3, 'teaching_minutes': 90"), "3" },
  { "minutes/neither stated", "{'fact': 'teaching_hours', 'minutes_fact': 'teaching_minutes', 'minutes': 45}", FACTS (""), "unknown:teaching_hours" },

  /* Hours of a day. */
  { "hours per day/even", "'hours_per_day'", FACTS ("'stated_hours': 40, 'days': 5"), "8" },
  { "hours per day/travel taken off", "'hours_per_day'", FACTS ("'stated_hours': 24, 'days': 5, 'transit_days': 2"), "8" },
  { "hours per day/rounded down", "'hours_per_day'", FACTS ("'stated_hours': 10, 'days': 3"), "3.33" },
  { "hours per day/half a day", "'hours_per_day'", FACTS ("'stated_hours': 4, 'days': 0.5"), "8" },
  { "hours per day/hours not stated", "'hours_per_day'", FACTS ("'days': 3"), "unknown:stated_hours" },
  { "hours per day/days not stated", "'hours_per_day'", FACTS ("'stated_hours': 10"), "unknown:days" },
};

static char *
pack_of (const char *measure)
{
  return g_strdup_printf ("'requirements': [{'clause': 'C0', 'verdict': 'required', 'total': 90}], 'blocks': ["
                          "{'id': 'b', 'activities': ['training'], 'subject': 'professional', 'rules': ["
                          "{'id': 'r', 'clause': 'C1', 'credit': {'per': %s, 'hours': 1}}]}]",
                          measure);
}

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  gboolean         unknown = g_str_has_prefix (row->expect, "unknown:");
  g_autofree char *members = pack_of (row->measure);
  g_autofree char *records = g_strdup_printf ("'records': [{'id': 'a', 'activity': 'training', %s}]", row->record);
  g_autofree char *expect = unknown ? g_strdup_printf ("a.outcome=pending a.credited=0+0 a.missing=%s", strchr (row->expect, ':') + 1)
                                    : g_strdup_printf ("a.outcome=credited a.credited=0+%s a.missing=none", row->expect);
  g_autoptr (HbkPack) pack = trial_pack (members);
  g_autoptr (HbkLogbook) logbook = trial_logbook (records);
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);

  trial_check (assessment, expect);
}

#define BLOCK(rest) "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', " rest "}]"
#define MORE_THAN_SIX BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'when': {'measure': 'span_months', 'above': 6}, 'credit': {'fixed': 10}}]," \
                             " 'otherwise': {'outcome': 'no_rate', 'clause': 'C9'}")
#define MONTHLY BLOCK ("'year': 'each_month', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'per': 'months_in_year', 'hours': 10}}]")

static const Trial trials[] = {
  /* "More than six months" is one day more. */
  { "six months", MORE_THAN_SIX, "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-01-01', 'end': '2024-06-30'}]", "a.outcome=no_rate", NULL },
  { "six months and a day", MORE_THAN_SIX, "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-01-01', 'end': '2024-07-01'}]", "a.credited=0+10", NULL },
  { "six months and a day of travel", MORE_THAN_SIX,
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-01-01', 'end': '2024-07-01', 'facts': {'transit_days': 1}}]", "a.outcome=no_rate", NULL },

  /* Months inside the year: as stated, else by date, of the part in the year. */
  { "months by date", MONTHLY, "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'end': '2024-06-20'}]",
    "a.credited=0+30 +W-PART-MONTH@a", NULL },
  { "months by date, even", MONTHLY, "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-01', 'end': '2024-05-31'}]",
    "a.credited=0+30 -W-PART-MONTH", NULL },
  { "months as stated", MONTHLY,
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'end': '2024-06-20', 'facts': {'months': 2}}]", "a.credited=0+20", NULL },
  { "months over New Year", MONTHLY, "'records': [{'id': 'a', 'activity': 'training', 'start': '2023-11-01', 'end': '2024-03-31'}]",
    "a@2023.credited=0+20 a@2024.credited=0+30", NULL },
  { "months stated for two years say nothing of each", MONTHLY,
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2023-11-01', 'end': '2024-03-31', 'facts': {'months': 2}}]",
    "a@2023.credited=0+20 a@2024.credited=0+30", NULL },
  { "months lost over New Year", MONTHLY, "'records': [{'id': 'a', 'activity': 'training', 'start': '2023-12-15', 'end': '2024-02-14'}]",
    "a@2023.credited=0+0 a@2024.credited=0+10", NULL },

  /* Measures of a condition look at the record, not at the part of it in a year. */
  { "hours a day over New Year",
    BLOCK ("'year': 'each_day', 'rules': [{'id': 'r', 'clause': 'C1', 'warn': [{'when': {'measure': 'hours_per_day', 'above': 8}, 'code': 'W-HOURS-OVER-DAYS'}],"
           " 'credit': {'stated': 'stated_hours'}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2023-12-30', 'end': '2024-01-02',"
    " 'facts': {'days': 4, 'stated_hours': 32, 'hours_next_year': 16}}]",
    "a@2023.credited=0+16 a@2024.credited=0+16 -W-HOURS-OVER-DAYS", NULL },

  /* Absurd but valid figures neither overflow nor wrap. */
  { "as many days as can be said", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'per': 'net_days', 'hours': 8}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'facts': {'days': 100000000}}]", "a.credited=0+100000000", NULL },
  { "as much travel as can be said", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'per': 'span_months', 'hours': 8}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'end': '2024-07-09', 'facts': {'transit_days': 100000000}}]", "a.credited=0+0", NULL },
  { "three hundred years", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'per': 'span_years', 'hours': 8}}]"),
    "'records': [{'id': 'a', 'activity': 'training', 'start': '1900-01-01', 'end': '2029-12-31'}]", "a.credited=0+1040", NULL },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (rows[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/rules/measure/", name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  trial_add ("/rules/measure/of", trials, G_N_ELEMENTS (trials));

  return g_test_run ();
}
