/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/pack-dump.h"
#include "rules/pack-fixture.h"

static const char members[] =
  "'caps': [{'id': 'day', 'stage': 'day', 'hours': 8, 'clause': 'C-2'}, {'id': 'year', 'stage': 'activity', 'hours': 40, 'clause': 'C-2'}],"
  "'evidence': [{'id': 'proof', 'clause': 'C-2', 'any': [{'all': [['notice']]}]}, {'id': 'other', 'clause': 'C-2', 'any': [{'all': [['*']]}]}],";

/* What data/packs/FORMAT.md promises of blocks and rules: block, rules, and what the rule “r” is read as. */
typedef struct
{
  const char *name;
  const char *block;
  const char *rules;
  const char *read;
} Row;

static const Row rows[] = {
  { "plain",
    "'subject': 'public',",
    "{'id': 'r', 'clause': 'C-1', 'credit': {'fixed': 8}}",
    "r of b §C-1 training course\nsubject public\nyear end\ncredit 8\n" },
  { "all of the block",
    "'clause': 'C-1', 'since': 2020, 'until': 2024, 'when': {'in_post': true}, 'subject': {'record': 'professional'}, 'credit': {'per': 'net_days', 'hours': 7},"
    "'year': 'each_day', 'evidence': 'proof', 'caps': ['day'], 'readings': ['R-1'],"
    "'require': [{'if': {'fact': 'completed', 'is': true}, 'else': 'excluded', 'code': 'W-SCOPE', 'clause': 'C-2', 'reading': 'R-1'}],"
    "'warn': [{'code': 'W-AMBIG', 'reading': 'R-1'}],"
    "'window': {'from_fact': 'issued_on', 'to': '12-20', 'code': 'W-OUT-OF-WINDOW', 'clause': 'C-2', 'years': {'from': 2024, 'to': 2025}},"
    "'once': [{'group': 'g', 'by': 'dates', 'keep': 'highest', 'period': 'year', 'code': 'W-DUP-WORK', 'clause': 'C-2'}],",
    "{'id': 'r'}",
    "r of b §C-1 training course 2020..2024 if in_post\n"
    "subject record or professional\nyear each_day\ncredit 7 a net_days\n"
    "else excluded !W-SCOPE §C-2 ?R-1 if completed {true}\nwarn !W-AMBIG ?R-1\n"
    "window from issued_on to 12-20 in 2024..2025 !W-OUT-OF-WINDOW §C-2\n"
    "cap day\nonce g by dates keep highest a year !W-DUP-WORK §C-2\nreading R-1\nevidence proof\n" },
  { "the rule before the block",
    "'clause': 'C-1', 'since': 2020, 'subject': 'public', 'credit': {'fixed': 1}, 'year': 'start', 'evidence': 'proof',"
    "'window': {'to': '12-20', 'code': 'W-OUT-OF-WINDOW', 'clause': 'C-1'},",
    "{'id': 'r', 'clause': 'C-2', 'since': 2024, 'subject': 'professional', 'credit': {'fixed': 2}, 'year': 'end', 'evidence': 'other',"
    " 'window': {'to': '12-31', 'code': 'W-OUT-OF-WINDOW', 'clause': 'C-2'}, 'when': {'in_post': true}}",
    "r of b §C-2 training course 2024..0 if in_post\nsubject professional\nyear end\ncredit 2\n"
    "window to 12-31 in 0..0 !W-OUT-OF-WINDOW §C-2\nevidence other\n" },
  { "lists joined, block first",
    "'subject': 'public', 'clause': 'C-1', 'credit': {'fixed': 1}, 'caps': ['day'], 'readings': ['R-1'], 'warn': [{'code': 'W-AMBIG'}],"
    "'require': [{'if': {'in_post': true}, 'else': 'pending', 'code': 'W-SCOPE'}],"
    "'once': [{'group': 'g', 'by': 'work', 'keep': 'first', 'period': 'ever', 'code': 'W-DUP-WORK'}],",
    "{'id': 'r', 'caps': [{'cap': 'year', 'when': {'in_post': true}}, 'year'], 'readings': ['R-1'], 'warn': [{'when': {'in_post': false}, 'code': 'W-SCOPE', 'clause': 'C-2'}],"
    " 'require': [{'if': {'in_post': false}, 'else': 'no_rate', 'code': 'W-NO-RATE'}],"
    " 'once': [{'group': 'h', 'by': 'work', 'keep': 'all', 'period': 'ever', 'code': 'W-DUP-WORK', 'when': {'in_post': true}}]},"
    "{'id': 'plain', 'when': {'in_post': true}}",
    "r of b §C-1 training course\nsubject public\nyear end\ncredit 1\n"
    "else pending !W-SCOPE if in_post\nelse no_rate !W-NO-RATE if not in_post\n"
    "warn !W-AMBIG\nwarn !W-SCOPE §C-2 if not in_post\n"
    "cap day\ncap year if in_post\ncap year\n"
    "once g by work keep first ever !W-DUP-WORK\nonce h by work keep all ever !W-DUP-WORK if in_post\nreading R-1\n" },
  { "outcome in place of the block's credit",
    "'subject': 'public', 'clause': 'C-1', 'credit': {'fixed': 1},",
    "{'id': 'r', 'outcome': 'excluded', 'code': 'W-EXCLUDED'}",
    "r of b §C-1 training course\nsubject public\nyear end\nexcluded !W-EXCLUDED\n" },
  { "credit in place of the block's outcome",
    "'subject': 'public', 'clause': 'C-1', 'outcome': 'no_rate', 'code': 'W-NO-RATE',",
    "{'id': 'r', 'credit': {'fixed': 1}}",
    "r of b §C-1 training course\nsubject public\nyear end\ncredit 1\n" },
  { "credits in place of the block's credit",
    "'clause': 'C-1', 'credit': {'fixed': 1},",
    "{'id': 'r', 'credits': {'public': {'fixed': 30}, 'professional': {'fixed': 60}}}",
    "r of b §C-1 training course\nsubject none\nyear end\npublic 30\nprofessional 60\n" },
  { "outcome without a code",
    "'clause': 'C-1',",
    "{'id': 'r', 'outcome': 'no_rate'}",
    "r of b §C-1 training course\nsubject none\nyear end\nno_rate\n" },
  { "subjects and years by condition",
    "'clause': 'C-1', 'credit': {'fixed': 1}, 'subject': 'public', 'year': ['start'],",
    "{'id': 'r', 'subject': [{'when': {'in_post': true}, 'subject': {'record': 'public'}}, {'when': {'in_post': false}, 'subject': 'public'}, 'professional'],"
    " 'year': [{'when': {'reading': 'R-1', 'is': 'low'}, 'year': 'each_year'}, {'when': {'in_post': true}, 'year': {'fact': 'issued_on'}}, 'post']}",
    "r of b §C-1 training course\nsubject record or public if in_post public if not in_post professional\n"
    "year each_year if R-1=low; latest issued_on if in_post; post\ncredit 1\n" },
  { "window while known",
    "'clause': 'C-1', 'credit': {'fixed': 1}, 'subject': 'public',",
    "{'id': 'r', 'window': {'from_fact': 'issued_on', 'if_known': true, 'code': 'W-OUT-OF-WINDOW', 'clause': 'C-1', 'years': {'to': 2024}}}",
    "r of b §C-1 training course\nsubject public\nyear end\ncredit 1\nwindow from issued_on if known in 0..2024 !W-OUT-OF-WINDOW §C-1\n" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (HbkPack) pack = fixture_pack (members, row->block, row->rules);
  g_autofree char *read = dump_rule (pack, fixture_rule (pack, "r"));

  g_assert_cmpstr (read, ==, row->read);
}

/* ---- Years ---- */

typedef struct
{
  const char *json;
  const char *read;
} Year;

static const Year years[] = {
  { "'end'", "end" },
  { "'start'", "start" },
  { "'each_day'", "each_day" },
  { "'each_year'", "each_year" },
  { "'each_month'", "each_month" },
  { "'post'", "post" },
  { "{'fact': 'issued_on'}", "latest issued_on" },
  { "{'latest': ['end', 'issued_on', 'granted_on']}", "latest end issued_on granted_on" },
  { "{'latest': ['issued_on']}", "latest issued_on" },
  { "{'number': 'year_from'}", "number year_from" },
  { "{'numbers': ['year_from', 'year_to']}", "number year_from year_to" },
  { "{'study_years': 'prescribed_years', 'count': 'from_enrolment'}", "study from_enrolment prescribed_years" },
  { "{'study_years': 'prescribed_years', 'count': 'touched'}", "study touched prescribed_years" },
  { "{'study_years': 'prescribed_years', 'count': 'ended'}", "study ended prescribed_years" },
  { "{'full_years': 'most_days'}", "full_years most_days" },
  { "{'full_years': 'touched'}", "full_years touched" },
  { "{'full_years': 'calendar'}", "full_years calendar" },
  { "{'months_served': 6, 'all_above': 12}", "months_served 6 all above 12" },
  { "{'months_served': 6}", "months_served 6 all above 2147483647" },
  { "{'posting_years': true}", "posting_years" },
};

static void
test_year (gconstpointer data)
{
  const Year      *row = data;
  g_autofree char *rules = g_strdup_printf ("{'id': 'r', 'year': %s}", row->json);
  g_autofree char *expected = g_strdup_printf ("r of b §C-1 training course\nsubject public\nyear %s\ncredit 1\n", row->read);
  g_autoptr (HbkPack) pack = fixture_pack ("", "'clause': 'C-1', 'subject': 'public', 'credit': {'fixed': 1},", rules);
  g_autofree char *read = dump_rule (pack, fixture_rule (pack, "r"));

  g_assert_cmpstr (read, ==, expected);
}

/* ---- Order and otherwise ---- */

static char *
list_rules (const HbkPack *pack, const char *activity)
{
  GRefString *interned = g_ref_string_new_intern (activity);
  GPtrArray  *rules = hbk_pack_get_rules_for (pack, interned);
  GString    *list = g_string_new (NULL);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", ((const HbkRule *) g_ptr_array_index (rules, i))->id);
  g_ref_string_release (interned);

  return g_string_free_and_steal (list);
}

/* The rules of all blocks that list an activity come in the order of the file, and what holds otherwise comes after all. */
static void
test_order (void)
{
  static const char blocks[] =
    "{'id': 'a', 'when': {'in_post': true}, 'outcome': 'no_rate'}, {'id': 'c', 'when': {'in_post': false}, 'outcome': 'no_rate'}],"
    "'otherwise': {'outcome': 'excluded'}},"
    "{'id': 'second', 'activities': ['paper', 'training'], 'clause': 'C-2', 'rules': [{'id': 'd', 'outcome': 'no_rate', 'when': {'in_post': true}}]},"
    "{'id': 'third', 'activities': ['absence'], 'clause': 'C-2', 'when': {'in_post': true}, 'otherwise': {'outcome': 'no_rate', 'code': 'W-NO-RATE'}},"
    "{'id': 'fourth', 'activities': ['degree_award'], 'clause': 'C-2', 'rules': [{'id': 'e', 'outcome': 'no_rate'}";
  g_autoptr (HbkPack) pack = fixture_pack ("", "'clause': 'C-1',", blocks);
  g_autofree char *training = list_rules (pack, "training");
  g_autofree char *course = list_rules (pack, "course");
  g_autofree char *paper = list_rules (pack, "paper");
  g_autofree char *absence = list_rules (pack, "absence");
  g_autofree char *none = list_rules (pack, "nothing");
  g_autofree char *otherwise = dump_rule (pack, fixture_rule (pack, "third-otherwise"));

  g_assert_cmpstr (training, ==, "a c d b-otherwise");
  g_assert_cmpstr (course, ==, "a c b-otherwise");
  g_assert_cmpstr (paper, ==, "d");
  g_assert_cmpstr (absence, ==, "third-otherwise");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (fixture_rule (pack, "b-otherwise")->is_otherwise);
  g_assert_false (fixture_rule (pack, "a")->is_otherwise);

  /* Otherwise has all defaults of the block but its condition. */
  g_assert_cmpstr (otherwise, ==, "third-otherwise of third §C-2 absence\nsubject none\nyear end\nno_rate !W-NO-RATE\n");
}

/* What a block says is shared by its rules, and lives as long as one of them. */
static void
test_shared (void)
{
  g_autoptr (HbkPack) pack = fixture_pack ("", "'clause': 'C-1', 'subject': 'public', 'credit': {'sum': [{'credit': {'fixed': 1}, 'when': {'in_post': true}}]}, 'when': {'not': {'in_post': true}},",
                                          "{'id': 'a'}, {'id': 'b'}, {'id': 'c', 'credit': {'fixed': 2}}");
  const HbkRule *a = fixture_rule (pack, "a");
  const HbkRule *b = fixture_rule (pack, "b");
  const HbkRule *c = fixture_rule (pack, "c");
  g_autoptr (HbkRule) copy = hbk_rule_copy (a);
  g_autofree char *read = NULL;

  g_assert_true (a->credit == b->credit);
  g_assert_true (a->when == c->when);
  g_assert_false (c->credit == a->credit);

  g_ptr_array_set_size (pack->rules, 0);
  read = dump_rule (pack, copy);
  g_assert_cmpstr (read, ==, "a of b §C-1 training course if not(in_post)\nsubject public\nyear end\ncredit sum(1 if in_post)\n");
}

static void
test_outcome_nicks (void)
{
  static const char *const nicks[] = { "credited", "deemed", "pending", "planned", "excluded", "no_rate", "duplicate" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    g_assert_cmpstr (hbk_outcome_to_nick ((HbkOutcome) i), ==, nicks[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rule-parser/row/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rule-parser/year/%u", i);

      g_test_add_data_func (path, &years[i], test_year);
    }
  g_test_add_func ("/rule-parser/order", test_order);
  g_test_add_func ("/rule-parser/shared", test_shared);
  g_test_add_func ("/rule-parser/outcome-nicks", test_outcome_nicks);

  return g_test_run ();
}
