/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/pack-dump.h"
#include "rules/pack-fixture.h"

/* What data/packs/FORMAT.md promises of conditions and measures: the shape, and what it is read as. */
typedef struct
{
  const char *json;
  const char *read;
} Row;

static const Row rows[] = {
  /* lists */
  { "{'any': [{'fact': 'completed', 'is': true}, {'in_post': true}]}", "any(completed {true}, in_post)" },
  { "{'not': {'fact': 'completed', 'is': true}}", "not(completed {true})" },
  { "{'not': [{'fact': 'level', 'known': true}, {'fact': 'level', 'is': 'city'}]}", "not(level known, level {city})" },
  { "[{'subject': 'public'}, {'subject': 'professional'}]", "all(subject public, subject professional)" },
  { "{'any': [[{'in_post': true}, {'in_post': false}], {'not': {'any': [{'in_post': true}]}}]}", "any(all(in_post, not in_post), not(any(in_post)))" },
  /* values */
  { "{'fact': 'level', 'is': 'national'}", "level {national}" },
  { "{'fact': 'level', 'in': ['national', 'city']}", "level {national, city}" },
  { "{'fact': 'completed', 'is': false}", "completed {false}" },
  { "{'fact': 'completed', 'in': [true, false]}", "completed {true, false}" },
  { "{'fact': 'days', 'is': 3.5}", "days {3.5}" },
  { "{'fact': 'count', 'in': [1, 2.0]}", "count {1, 2}" },
  { "{'fact': 'stated_hours', 'is': 0}", "stated_hours {0}" },
  { "{'fact': 'note', 'is': '培训'}", "note {培训}" },
  { "{'profile': 'work_city', 'in': ['常州', '南京']}", "@work_city {常州, 南京}" },
  { "{'profile': 'employer_type', 'is': 'enterprise'}", "@employer_type {enterprise}" },
  { "{'profile': 'employed', 'is': true}", "@employed {true}" },
  /* bounds */
  { "{'fact': 'days', 'min': 1, 'max': 2}", "days [1..2]" },
  { "{'fact': 'days', 'above': 1, 'below': 2.25}", "days (1..2.25)" },
  { "{'fact': 'days', 'min': 1, 'below': 2}", "days [1..2)" },
  { "{'fact': 'days', 'above': 0}", "days (0..]" },
  { "{'fact': 'days', 'max': 0.01}", "days [..0.01]" },
  { "{'fact': 'days', 'min': 3, 'max': 3}", "days [3..3]" },
  { "{'profile': 'years_in_post', 'min': 5}", "@years_in_post [5..]" },
  /* dates */
  { "{'fact': 'issued_on', 'from': '2024-01-01', 'to': '2024-12-31'}", "issued_on from 2024-01-01 to 2024-12-31" },
  { "{'fact': 'issued_on', 'to': '12-20'}", "issued_on to 12-20" },
  { "{'fact': 'issued_on', 'from_fact': 'granted_on'}", "issued_on from granted_on" },
  { "{'fact': 'issued_on', 'from': '02-29', 'to_fact': 'granted_on'}", "issued_on from 02-29 to granted_on" },
  { "{'profile': 'moved_in_on', 'from': '01-01'}", "@moved_in_on from 01-01" },
  { "{'date': 'start', 'from': '2024-05-01'}", "start from 2024-05-01" },
  { "{'date': 'end', 'to': '12-31'}", "end to 12-31" },
  { "{'date': 'end', 'from_fact': 'issued_on', 'to_fact': 'granted_on'}", "end from issued_on to granted_on" },
  /* A date and a day of the year are not compared: which comes first depends on the year. */
  { "{'date': 'end', 'from': '2024-12-01', 'to': '01-31'}", "end from 2024-12-01 to 01-31" },
  /* known */
  { "{'fact': 'hours_by_day', 'known': true}", "hours_by_day known" },
  { "{'fact': 'issued_on', 'known': false}", "issued_on unknown" },
  { "{'profile': 'post_from', 'known': true}", "@post_from known" },
  /* measures */
  { "{'measure': 'net_days', 'above': 3}", "net_days (3..]" },
  { "{'measure': 'net_days', 'whole': false}", "net_days part" },
  { "{'measure': 'days', 'whole': true}", "days whole" },
  { "{'measure': 'span_months', 'above': 6}", "span_months (6..]" },
  { "{'measure': 'months_in_year', 'min': 6}", "months_in_year [6..]" },
  { "{'measure': 'span_years', 'min': 1}", "span_years [1..]" },
  { "{'measure': 'span_days', 'max': 30}", "span_days [..30]" },
  { "{'measure': 'hours_per_day', 'above': 7}", "hours_per_day (7..]" },
  { "{'measure': {'fact': 'characters', 'divide': 10000}, 'min': 0.5}", "characters/10000 [0.5..]" },
  { "{'measure': {'fact': 'stated_hours', 'minutes_fact': 'stated_minutes', 'minutes': 45, 'whole': true}, 'min': 1}", "stated_hours else stated_minutes/45 whole [1..]" },
  { "{'measure': {'fact': 'net_days', 'whole': 'up'}, 'min': 1}", "net_days up [1..]" },
  { "{'measure': {'fact': 'days', 'whole': false}, 'min': 1}", "days [1..]" },
  /* the others */
  { "{'year': {'min': 2022, 'max': 2023}}", "year [2022..2023]" },
  { "{'year': {'max': 2023}}", "year [..2023]" },
  { "{'as_of': {'from': '2024-06-28'}}", "as_of from 2024-06-28" },
  { "{'as_of': {'to_fact': 'issued_on'}}", "as_of to issued_on" },
  { "{'as_of': {'from_fact': 'issued_on', 'to': '12-31'}}", "as_of from issued_on to 12-31" },
  { "{'activity': 'training'}", "activity training" },
  { "{'activity': ['training', 'paper']}", "activity training paper" },
  { "{'reading': 'R-1', 'is': 'low'}", "R-1=low" },
  { "{'not': {'reading': 'R-1', 'is': 'high'}}", "not(R-1=high)" },
  /* as deep as allowed */
  { "{'not': {'not': {'not': {'not': {'not': {'not': {'not': {'in_post': true}}}}}}}}", "not(not(not(not(not(not(not(in_post)))))))" },
};

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  g_autofree char *rules = g_strdup_printf ("{'id': 'r', 'clause': 'C-1', 'credit': {'fixed': 8}, 'when': %s}", row->json);
  g_autoptr (HbkPack) pack = fixture_pack ("", "'subject': 'public',", rules);
  g_autofree char *read = dump_condition (pack, fixture_rule (pack, "r")->when);

  g_assert_cmpstr (read, ==, row->read);
}

/* The evaluator compares ids and texts by their address. */
static void
test_interned (void)
{
  g_autoptr (HbkPack) pack = fixture_pack ("", "'subject': 'public', 'clause': 'C-1', 'credit': {'fixed': 8},",
                                          "{'id': 'a', 'when': {'fact': 'level', 'is': 'city'}},"
                                          "{'id': 'b', 'when': {'activity': 'training'}}");
  const HbkCondition *level = fixture_rule (pack, "a")->when;
  const HbkCondition *activity = fixture_rule (pack, "b")->when;
  GRefString         *city = g_ref_string_new_intern ("city");
  GRefString         *training = g_ref_string_new_intern ("training");

  g_assert_true (level->spec == hbk_vocabulary_lookup_fact (fixture_get_vocabulary (), "level"));
  g_assert_true (g_array_index (level->values, HbkValue, 0).text == city);
  g_assert_true (g_ptr_array_index (activity->activities, 0) == training);
  g_assert_true (g_ptr_array_index (fixture_rule (pack, "a")->activities, 0) == training);

  g_ref_string_release (city);
  g_ref_string_release (training);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/condition-parser/row/%u", i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/condition-parser/interned", test_interned);

  return g_test_run ();
}
