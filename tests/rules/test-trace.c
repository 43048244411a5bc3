/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps from facts to hours in words, so that a person can check them by hand. */

#include "rules/support.h"
#include "rules/trial.h"

typedef struct
{
  const char *name;
  const char *pack;
  const char *logbook;
  /* The trace of the record a in its first year, one step after another. */
  const char *expect;
} Row;

#define BLOCK(rest) "'blocks': [{'id': 'b', 'activities': ['training'], 'subject': 'professional', " rest "}]"
#define CREDIT(credit) BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': " credit "}]")
#define RECORDS(records) "'records': [" records "]"
#define ONE(facts) RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'end': '2024-03-19', 'facts': {" facts "}}")

static const Row rows[] = {
  { "fixed", CREDIT ("{'fixed': 60}"), ONE (""), "Clause 1 | 60 hours each" },
  { "fixed times", CREDIT ("{'fixed': 5, 'times': 'courses_passed'}"), ONE ("'courses_passed': 3"), "Clause 1 | 3 × 5 = 15" },
  { "per day", CREDIT ("{'per': 'net_days', 'hours': 7}"), ONE ("'days': 3"), "Clause 1 | 3 days × 7 = 21" },
  { "per one day", CREDIT ("{'per': 'net_days', 'hours': 7}"), ONE ("'days': 1"), "Clause 1 | 1 day × 7 = 7" },
  { "per day less travel", CREDIT ("{'per': 'net_days', 'hours': 7}"), ONE ("'days': 3.5, 'transit_days': 1, 'rest_days': 0.5"), "Clause 1 | 3.5 days − 1.5 days of travel and rest = 2 days | 2 days × 7 = 14" },
  { "per calendar day", CREDIT ("{'per': 'span_days', 'hours': 7}"), ONE (""), "Clause 1 | 10 days × 7 = 70" },
  { "per month", CREDIT ("{'per': 'span_months', 'hours': 7}"), RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'end': '2024-05-20'}"), "Clause 1 | 2 months × 7 = 14" },
  { "per month in the year", CREDIT ("{'per': 'months_in_year', 'hours': 7}"), ONE ("'months': 1"), "Clause 1 | 1 month × 7 = 7" },
  { "per year", CREDIT ("{'per': 'span_years', 'hours': 7}"), RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2022-03-10', 'end': '2024-05-20'}"), "Clause 1 | 2 years × 7 = 14" },
  { "per hour of a day", CREDIT ("{'per': 'hours_per_day', 'hours': 1}"), ONE ("'days': 2, 'stated_hours': 16"), "Clause 1 | 8 hours × 1 = 8" },
  { "per course", CREDIT ("{'per': 'courses_passed', 'hours': 20}"), ONE ("'courses_passed': 2"), "Clause 1 | 2 courses × 20 = 40" },
  { "per exam subject", CREDIT ("{'per': 'subjects_passed', 'hours': 20}"), ONE ("'subjects_passed': 1"), "Clause 1 | 1 exam subject × 20 = 20" },
  { "per module", CREDIT ("{'per': 'modules_passed', 'hours': 5}"), ONE ("'modules_passed': 3"), "Clause 1 | 3 modules × 5 = 15" },
  { "per 10,000 characters", CREDIT ("{'per': {'fact': 'characters', 'divide': 10000, 'whole': true}, 'hours': 15}"), ONE ("'characters': 25000"), "Clause 1 | 25000 characters ÷ 10000 = 2 | 2 × 15 = 30" },
  { "stated", CREDIT ("{'stated': 'stated_hours'}"), ONE ("'stated_hours': 24.5"), "Clause 1 | Hours stated: 24.5" },
  { "minutes", CREDIT ("{'stated': 'stated_hours', 'minutes_fact': 'stated_minutes', 'minutes': 45}"), ONE ("'stated_minutes': 100"), "Clause 1 | 100 minutes ÷ 45 = 2.22" },
  { "by day", CREDIT ("{'by_day': 'hours_by_day'}"), ONE ("'hours_by_day': [6, 4.5]"), "Clause 1 | 2 days add up to 10.5" },
  { "sum", CREDIT ("{'sum': [{'credit': {'fixed': 60}}, {'credit': {'stated': 'stated_hours'}}]}"), ONE ("'stated_hours': 2"), "Clause 1 | 60 hours each | Hours stated: 2 | Together 62" },
  { "pool", CREDIT ("{'pool': 'p', 'per': 'net_days', 'hours': 10}"), ONE ("'days': 10") "", "Clause 1 | 0 months × 10 = 0" },
  { "over New Year", BLOCK ("'year': 'each_day', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'per': 'net_days', 'hours': 7}}]"),
    RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2023-12-30', 'end': '2024-01-02', 'facts': {'days': 4}}"), "Clause 1 | Of 4 days, 2 lie in 2023 | 2 days × 7 = 14" },
  { "hours over New Year", BLOCK ("'year': 'each_day', 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'stated': 'stated_hours'}}]"),
    RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2023-12-30', 'end': '2024-01-02', 'facts': {'stated_hours': 20, 'hours_next_year': 15}}"), "Clause 1 | Hours stated: 20 | Of 20 hours, 5 lie in 2023" },
  { "cap", "'caps': [{'id': 'k', 'clause': 'C7', 'stage': 'item', 'hours': 30}], " BLOCK ("'caps': ['k'], 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 60}}]"), ONE (""), "Clause 1 | 60 hours each | Capped at 30: 60 → 30" },
  { "floors", CREDIT ("{'deemed': {'public': 30, 'professional': 60}}"), ONE (""),
    "Clause 1 | Public subjects count as 30; other records give 0, this fills up 30 | Professional subjects count as 60; other records give 0, this fills up 60" },
  { "gate", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 60}, 'require': [{'if': {'fact': 'filed', 'is': true}, 'else': 'excluded', 'code': 'W-UNFILED'}]}]"), ONE ("'filed': false"), "Clause 1 | Does not count: Training not filed" },
  { "missing", CREDIT ("{'stated': 'stated_hours'}"), ONE (""), "Clause 1 | Not known: Hours stated" },
  { "missing of the profile", BLOCK ("'rules': [{'id': 'r', 'clause': 'C1', 'when': {'in_post': true}, 'credit': {'fixed': 60}}]"), ONE (""), "Clause 1 | 60 hours each | Not known: In post since" },
  { "duplicate", BLOCK ("'once': [{'group': 'g', 'by': 'work', 'keep': 'first', 'period': 'ever', 'code': 'W-DUP-WORK', 'clause': 'C6'}], 'rules': [{'id': 'r', 'clause': 'C1', 'credit': {'fixed': 60}}]"),
    RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-10', 'work': 'w'}, {'id': '0', 'activity': 'training', 'start': '2024-03-09', 'work': 'w'}"), "Clause 1 | 60 hours each | Already counted with “0”" },
  { "future", CREDIT ("{'fixed': 60}"), RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2031-03-10'}"), "Clause 1 | 60 hours each | Has not happened yet" },
  { "duty in months", "'reductions': [{'clause': 'C8', 'activity': 'absence', 'mode': 'requirement'}]", RECORDS ("{'id': 'a', 'activity': 'absence', 'start': '2024-01-01', 'end': '2024-08-31', 'facts': {'months': 8}}"), "On duty 4 of 12 months" },
  { "duty in days", "'reductions': [{'clause': 'C8', 'activity': 'absence', 'mode': 'requirement'}]", RECORDS ("{'id': 'a', 'activity': 'absence', 'start': '2024-01-01', 'end': '2024-08-31'}"), "On duty 122 of 366 days" },
  { "no rule", CREDIT ("{'fixed': 60}"), RECORDS ("{'id': 'a', 'activity': 'paper', 'start': '2024-03-10'}"), "Does not count: No rate in the notice" },
};

static char *
describe (const HbkAssessment *assessment, const char *id, HbkLanguage language)
{
  const HbkRecordResult *result = hbk_year_result_lookup (hbk_assessment_get_year (assessment, 0), id);
  g_autoptr (GArray) trace = hbk_assessment_dup_trace (assessment, result);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < trace->len; i++)
    {
      g_autofree char *step = hbk_trace_step_to_text (&g_array_index (trace, HbkTraceStep, i), hbk_assessment_get_pack (assessment), language);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", step);
    }
  return g_string_free_and_steal (text);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (HbkPack) pack = trial_pack (row->pack);
  g_autoptr (HbkLogbook) logbook = trial_logbook (row->logbook);
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);
  g_autofree char *found = describe (assessment, "a", HBK_LANGUAGE_EN);

  g_assert_cmpstr (found, ==, row->expect);
}

/* The months of a pool belong to the stint that completes them. */
static void
test_pool (void)
{
  g_autoptr (HbkPack) pack = trial_pack (CREDIT ("{'pool': 'p', 'per': 'months', 'hours': 10}"));
  g_autoptr (HbkLogbook) logbook = trial_logbook (RECORDS ("{'id': 'a', 'activity': 'training', 'start': '2024-03-01', 'end': '2024-03-20'}, {'id': 'b', 'activity': 'training', 'start': '2024-05-01', 'end': '2024-06-10'}"));
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);
  g_autofree char *first = describe (assessment, "a", HBK_LANGUAGE_EN);
  g_autofree char *second = describe (assessment, "b", HBK_LANGUAGE_EN);

  g_assert_cmpstr (first, ==, "Clause 1 | 0 months × 10 = 0");
  g_assert_cmpstr (second, ==, "Clause 1 | 1 month × 10 = 10 | Left-over days of several stints make 1 more month: 10");
}

/* Texts of pack and vocabulary come in the language asked for. */
static void
test_language (void)
{
  g_autoptr (HbkPack) pack = trial_pack (CREDIT ("{'stated': 'stated_hours'}"));
  g_autoptr (HbkLogbook) logbook = trial_logbook (ONE ("'stated_hours': 24.5"));
  g_autoptr (HbkAssessment) assessment = hbk_assess (logbook, pack, hbk_date_parse (TRIAL_AS_OF), NULL);
  const HbkFactSpec *spec = hbk_vocabulary_lookup_fact (support_get_vocabulary (), "stated_hours");
  g_autofree char   *found = describe (assessment, "a", HBK_LANGUAGE_ZH);
  g_autofree char   *expected = g_strdup_printf ("第1条 | %s: 24.5", hbk_bilingual_get (&spec->name, HBK_LANGUAGE_ZH));

  g_assert_cmpstr (found, ==, expected);
}

/* What a step names may be of another pack or vocabulary: its id stands for it. */
static void
test_strangers (void)
{
  g_autoptr (HbkPack) pack = trial_pack ("");
  const HbkTraceStep steps[] = {
    { .kind = HBK_TRACE_RULE, .clause = "NO-SUCH" },
    { .kind = HBK_TRACE_RULE },
    { .kind = HBK_TRACE_STATED, .id = "no_such", .c = 150 },
    { .kind = HBK_TRACE_PER, .id = "no_such", .a = 200, .b = 300, .c = 600 },
    { .kind = HBK_TRACE_PER, .a = 200, .b = 300, .c = 600 },
    { .kind = HBK_TRACE_GATE },
    { .kind = HBK_TRACE_GATE, .id = "NO-SUCH" },
    { .kind = HBK_TRACE_MISSING, .id = "no_such" },
  };
  static const char *const expected[] = {
    "The notice does not speak of this.",
    "The notice does not speak of this.",
    "no_such: 1.5",
    "3 no_such × 2 = 6",
    "3 × 2 = 6",
    "Does not count: a condition is not met",
    "Does not count: a condition is not met",
    "Not known: no_such",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *text = hbk_trace_step_to_text (&steps[i], pack, HBK_LANGUAGE_EN);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (rows[i].name), " ", '-');
      g_autofree char *path = g_strconcat ("/rules/trace/", name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/trace/pool-of-two", test_pool);
  g_test_add_func ("/rules/trace/language", test_language);
  g_test_add_func ("/rules/trace/strangers", test_strangers);

  return g_test_run ();
}
