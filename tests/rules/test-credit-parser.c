/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/pack-dump.h"
#include "rules/pack-fixture.h"

/* What data/packs/FORMAT.md promises of credits: the shape, and what it is read as. */
typedef struct
{
  const char *json;
  const char *read;
} Row;

static const Row rows[] = {
  { "{'fixed': 60}", "60" },
  { "{'fixed': 0.5}", "0.5" },
  { "{'fixed': 10000}", "10000" },
  { "{'fixed': 5, 'times': 'count'}", "5 times count" },
  { "{'per': 'net_days', 'hours': 7}", "7 a net_days" },
  { "{'per': 'days', 'hours': 7, 'whole': true}", "7 a days dropped" },
  { "{'per': 'days', 'hours': 7, 'whole': false}", "7 a days" },
  { "{'per': 'net_days', 'hours': 8, 'whole': 'up'}", "8 a net_days up" },
  { "{'per': 'net_days', 'hours': 8, 'step': 0.5}", "8 a net_days step 0.5" },
  { "{'per': {'fact': 'characters', 'divide': 10000, 'whole': true}, 'hours': 10}", "10 a characters/10000 whole" },
  { "{'stated': 'stated_hours'}", "stated stated_hours" },
  { "{'stated': 'stated_hours', 'minutes_fact': 'stated_minutes', 'minutes': 45}", "stated stated_hours else stated_minutes/45" },
  { "{'stated': 'stated_hours', 'minutes_fact': 'stated_minutes', 'minutes': 45, 'whole': true}", "stated stated_hours else stated_minutes/45 whole" },
  { "{'by_day': 'hours_by_day'}", "by_day hours_by_day*1/1" },
  { "{'by_day': 'hours_by_day', 'times': 4, 'divide': 3}", "by_day hours_by_day*4/3" },
  { "{'first': [{'stated': 'stated_hours'}, {'per': 'net_days', 'hours': 8, 'code': 'I-DAYS-ONLY'}]}", "first(stated stated_hours, 8 a net_days !I-DAYS-ONLY)" },
  { "{'sum': [{'credit': {'fixed': 10}}, {'when': {'fact': 'completed', 'is': true}, 'clause': 'C-2', 'credit': {'fixed': 5}}]}", "sum(10, 5 §C-2 if completed {true})" },
  { "{'sum': [{'id': 'part', 'clause': 'C-2', 'credit': {'fixed': 5, 'clause': 'C-1'}}]}", "sum(5 §C-2)" },
  { "{'sum': [{'credit': {'first': [{'fixed': 1}, {'sum': [{'credit': {'fixed': 2}}]}]}}]}", "sum(first(1, sum(2)))" },
  { "{'pool': 'stints', 'per': 'months_in_year', 'hours': 10}", "pool stints of 30: 10 a months_in_year" },
  { "{'pool': 'stints', 'per': 'net_days', 'hours': 10, 'days_per_month': 22}", "pool stints of 22: 10 a net_days" },
  { "{'deemed': {'public': 45, 'professional': 90}}", "deemed public 45 professional 90" },
  { "{'deemed': {'professional': 'stated_hours'}}", "deemed professional stated_hours" },
  { "{'deemed': {'public': 45}, 'accepted': true}", "accepted public 45" },
  { "{'fixed': 60, 'clause': 'C-2', 'code': 'I-DAYS-ONLY'}", "60 §C-2 !I-DAYS-ONLY" },
};

static void
test_row (gconstpointer data)
{
  const Row       *row = data;
  g_autofree char *rules = g_strdup_printf ("{'id': 'r', 'clause': 'C-1', 'credit': %s}", row->json);
  g_autoptr (HbkPack) pack = fixture_pack ("", "'subject': 'public',", rules);
  g_autofree char *read = dump_credit (pack, fixture_rule (pack, "r")->credit);

  g_assert_cmpstr (read, ==, row->read);
}

/* A deemed credit says itself which subject it fills. */
static void
test_no_subject (void)
{
  g_autoptr (HbkPack) pack = fixture_pack ("", "'clause': 'C-1',",
                                          "{'id': 'deemed', 'credit': {'deemed': {'public': 45}}, 'when': {'in_post': true}},"
                                          "{'id': 'both', 'credits': {'public': {'fixed': 1}, 'professional': {'fixed': 2}}, 'when': {'in_post': true}},"
                                          "{'id': 'none', 'outcome': 'no_rate'}");

  g_assert_cmpint (g_array_index (fixture_rule (pack, "deemed")->subjects, HbkSubjectOption, 0).subject, ==, HBK_SUBJECT_NONE);
  g_assert_cmpuint (fixture_rule (pack, "both")->subjects->len, ==, 1);
  g_assert_cmpuint (fixture_rule (pack, "none")->subjects->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/credit-parser/row/%u", i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/credit-parser/no-subject", test_no_subject);

  return g_test_run ();
}
