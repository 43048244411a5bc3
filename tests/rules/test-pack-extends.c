/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What data/packs/FORMAT.md promises of a pack that extends another; the other is fixture/minimal.json. */

#include "rules/pack-dump.h"
#include "rules/pack-fixture.h"

#define HEAD                                                                                        \
  "{'format': 'hourbook-pack', 'version': 1, 'id': 'child', 'revision': '2', 'extends': 'minimal'," \
  " 'name': {'zh': '子', 'en': 'Child'}, 'region': {'zh': '某市', 'en': 'A city'}, 'checked_on': '2025-01-01'"

#define OWN_CLAUSE "'clauses': [{'id': 'K-1', 'place': '一', 'text': {'zh': '意思', 'en': 'meaning'}}]"

static HbkPack *
read_child (const char *members)
{
  g_autofree char *text = g_strconcat (HEAD, members, "}", NULL);
  g_autoptr (GBytes) parent_bytes = fixture_read ("fixture", "minimal.json");
  g_autoptr (HbkPack) parent = fixture_pack_from (parent_bytes, NULL);
  g_autoptr (GBytes) bytes = fixture_quote (text);

  return fixture_pack_from (bytes, parent);
}

static char *
list_rules (const HbkPack *pack)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < pack->rules->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", ((const HbkRule *) g_ptr_array_index (pack->rules, i))->id);

  return g_string_free_and_steal (list);
}

static void
assert_rule (const HbkPack *pack, const char *id, const char *expected)
{
  g_autofree char *read = dump_rule (pack, fixture_rule (pack, id));

  g_assert_cmpstr (read, ==, expected);
}

/* Everything is taken over, and the head is the pack's own. */
static void
test_all (void)
{
  g_autoptr (HbkPack) pack = read_child ("");
  g_autofree char *rules = list_rules (pack);

  g_assert_cmpstr (pack->id, ==, "child");
  g_assert_cmpstr (pack->extends, ==, "minimal");
  g_assert_cmpstr (pack->parent->id, ==, "minimal");
  g_assert_cmpstr (hbk_bilingual_get (&pack->name, HBK_LANGUAGE_EN), ==, "Child");
  g_assert_cmpint (hbk_date_year (pack->checked_on), ==, 2025);
  g_assert_cmpint (pack->covers_from, ==, 2024);
  g_assert_cmpint (pack->covers_to, ==, 2024);
  g_assert_cmpuint (pack->clauses->len, ==, 3);
  g_assert_cmpuint (pack->readings->len, ==, 1);
  g_assert_cmpuint (pack->requirements->len, ==, 1);
  g_assert_cmpuint (pack->deadlines->len, ==, 1);
  g_assert_cmpuint (pack->chain->len, ==, 1);
  g_assert_cmpuint (pack->contacts->len, ==, 1);
  g_assert_cmpuint (pack->penalties->len, ==, 1);
  g_assert_true (pack->applications.present);
  g_assert_cmpstr (rules, ==, "high national learning-otherwise");
  assert_rule (pack, "high",
               "high of learning §M-1 training course if R-1=high\nsubject professional\nyear end\ncredit 8 a net_days\n"
               "else excluded !W-SCOPE if completed {true}\ncap year\nevidence proof\n");
}

/* The parent is kept as it was, and lives on without the child. */
static void
test_parent_untouched (void)
{
  g_autoptr (GBytes) parent_bytes = fixture_read ("fixture", "minimal.json");
  g_autoptr (HbkPack) parent = fixture_pack_from (parent_bytes, NULL);
  g_autoptr (GBytes) bytes = fixture_quote (HEAD ", 'inherit': {'subject': 'public', 'clauses': {'high': 'M-2'}}}");
  g_autoptr (HbkPack) child = fixture_pack_from (bytes, parent);

  g_assert_true (child->parent == parent);
  g_clear_pointer (&child, hbk_pack_unref);
  assert_rule (parent, "national",
               "national of learning §M-2 training course if level {national}\nsubject professional\nyear end\ncredit 7 a net_days\n"
               "else excluded !W-SCOPE if completed {true}\ncap year\nevidence proof\n");
}

static void
test_replaced_lists (void)
{
  g_autoptr (HbkPack) pack = read_child (", 'covers': {'from': 2025}, 'requirements': [{'clause': 'M-1', 'total': 60, 'verdict': 'required'}, {'clause': 'M-1', 'verdict': 'voluntary'}],"
                                        "'deadlines': [], 'applications': {'clause': 'M-2', 'silent': true}");

  g_assert_cmpint (pack->covers_from, ==, 2025);
  g_assert_cmpint (pack->covers_to, ==, 0);
  g_assert_cmpuint (pack->requirements->len, ==, 2);
  g_assert_cmpint (g_array_index (pack->requirements, HbkRequirement, 0).total, ==, 6000);
  g_assert_cmpuint (pack->deadlines->len, ==, 0);
  g_assert_true (pack->applications.silent);
  g_assert_cmpuint (pack->applications.rules->len, ==, 0);
}

/* An entry with the id of one of the parent's stands in its place, so that what points there now points here. */
static void
test_replaced_entries (void)
{
  g_autoptr (HbkPack) pack = read_child (
    ", 'clauses': [{'id': 'M-1', 'place': '甲', 'text': {'zh': '新', 'en': 'new'}}, {'id': 'K-1', 'place': '乙', 'text': {'zh': '加', 'en': 'added'}}],"
    "'readings': [{'id': 'R-0', 'clauses': ['K-1'], 'question': {'zh': '？', 'en': '?'}, 'options': [{'id': 'a', 'text': {'zh': '甲', 'en': 'a'}}], 'default': 'a', 'weight': 'low'},"
    " {'id': 'R-1', 'clauses': ['K-1'], 'question': {'zh': '？', 'en': '?'}, 'options': [{'id': 'high', 'text': {'zh': '多', 'en': 'many'}}, {'id': 'low', 'text': {'zh': '少', 'en': 'few'}}], 'default': 'high', 'weight': 'low'}],"
    "'caps': [{'id': 'other', 'stage': 'day', 'hours': 8, 'clause': 'K-1'}, {'id': 'year', 'stage': 'group', 'hours': 50, 'clause': 'K-1'}],"
    "'contacts': [{'id': 'bureau', 'clause': 'K-1', 'name': {'zh': '市局', 'en': 'city bureau'}}],"
    "'penalties': [{'clause': 'K-1', 'text': {'zh': '罚', 'en': 'fine'}}]");
  const HbkCap *caps = &g_array_index (pack->caps, HbkCap, 0);

  g_assert_cmpuint (pack->clauses->len, ==, 4);
  g_assert_cmpstr (hbk_bilingual_get (&hbk_pack_lookup_clause (pack, "M-1")->text, HBK_LANGUAGE_EN), ==, "new");
  g_assert_true (hbk_pack_lookup_clause (pack, "M-1") == &g_array_index (pack->clauses, HbkClause, 0));
  g_assert_cmpint (hbk_pack_lookup_reading (pack, "R-1"), ==, 0);
  g_assert_cmpint (hbk_pack_lookup_reading (pack, "R-0"), ==, 1);
  g_assert_cmpuint (pack->caps->len, ==, 2);
  g_assert_true (g_str_equal (caps[0].id, "year") && caps[0].hours == 5000 && caps[0].stage == HBK_CAP_GROUP);
  g_assert_cmpuint (pack->contacts->len, ==, 1);
  g_assert_cmpstr (hbk_bilingual_get (&g_array_index (pack->contacts, HbkStep, 0).name, HBK_LANGUAGE_EN), ==, "city bureau");
  g_assert_cmpuint (pack->penalties->len, ==, 2);

  /* The options of the reading have changed places; the inherited rule still means “high”. */
  assert_rule (pack, "high",
               "high of learning §M-1 training course if R-1=high\nsubject professional\nyear end\ncredit 8 a net_days\n"
               "else excluded !W-SCOPE if completed {true}\ncap year\nevidence proof\n");
}

/* For an activity that a block lists, the parent's blocks are not used. */
static void
test_blocks (void)
{
  g_autoptr (HbkPack) some = read_child (", " OWN_CLAUSE ", 'blocks': [{'id': 'own', 'activities': ['course', 'paper'], 'subject': 'public', 'rules': [{'id': 'mine', 'clause': 'K-1', 'credit': {'fixed': 8}}]}]");
  g_autoptr (HbkPack) all = read_child (", " OWN_CLAUSE ", 'blocks': [{'id': 'own', 'activities': ['course', 'training'], 'subject': 'public', 'rules': [{'id': 'mine', 'clause': 'K-1', 'credit': {'fixed': 8}}]}]");
  g_autoptr (HbkPack) same = read_child (", " OWN_CLAUSE ", 'blocks': [{'id': 'learning', 'activities': ['course'], 'subject': 'public', 'rules': [{'id': 'high', 'clause': 'K-1', 'credit': {'fixed': 8}}]}]");
  g_autofree char *some_rules = list_rules (some);
  g_autofree char *all_rules = list_rules (all);
  g_autofree char *same_rules = list_rules (same);

  g_assert_cmpstr (some_rules, ==, "mine high national learning-otherwise");
  assert_rule (some, "national",
               "national of learning §M-2 training if level {national}\nsubject professional\nyear end\ncredit 7 a net_days\n"
               "else excluded !W-SCOPE if completed {true}\ncap year\nevidence proof\n");
  g_assert_cmpstr (all_rules, ==, "mine");
  g_assert_cmpstr (same_rules, ==, "high");
}

static void
test_subject (void)
{
  g_autoptr (HbkPack) plain = read_child (", 'inherit': {'subject': 'public'}");
  g_autoptr (HbkPack) record = read_child (", 'inherit': {'subject': {'record': 'public'}}");
  g_autoptr (HbkPack) list = read_child (", 'inherit': {'subject': [{'when': {'profile': 'employed', 'is': true}, 'subject': 'public'}, 'professional']},"
                                        "'blocks': [{'id': 'own', 'activities': ['paper'], 'subject': 'professional', 'rules': [{'id': 'mine', 'clause': 'M-1', 'credit': {'fixed': 8}}]}]");

  assert_rule (plain, "high",
               "high of learning §M-1 training course if R-1=high\nsubject public\nyear end\ncredit 8 a net_days\n"
               "else excluded !W-SCOPE if completed {true}\ncap year\nevidence proof\n");
  g_assert_true (g_array_index (fixture_rule (record, "high")->subjects, HbkSubjectOption, 0).of_record);
  g_assert_cmpuint (fixture_rule (list, "high")->subjects->len, ==, 2);
  g_assert_cmpuint (fixture_rule (list, "national")->subjects->len, ==, 2);
  g_assert_cmpuint (fixture_rule (list, "mine")->subjects->len, ==, 1);
}

/* Rules, parts of rules and caps that are taken over cite the clauses of the pack that takes them over. */
static void
test_clauses (void)
{
  static const char parent_text[] =
    "'caps': [{'id': 'year', 'stage': 'activity', 'hours': 40, 'clause': 'C-1'}],";
  static const char block[] =
    "'clause': 'C-1', 'subject': 'public', 'caps': ['year'],"
    "'require': [{'id': 'gate', 'if': {'in_post': true}, 'else': 'excluded', 'code': 'W-SCOPE', 'clause': 'C-1'}],"
    "'warn': [{'id': 'warn', 'code': 'W-AMBIG'}],"
    "'once': [{'id': 'once', 'group': 'g', 'by': 'work', 'keep': 'first', 'period': 'ever', 'code': 'W-DUP-WORK', 'clause': 'C-1'}],";
  static const char rules[] =
    "{'id': 'a', 'when': {'in_post': true}, 'credit': {'sum': [{'id': 'part', 'credit': {'fixed': 1}}, {'clause': 'C-1', 'credit': {'fixed': 2}}]}}, {'id': 'b', 'credit': {'fixed': 3}}";
  static const char child_text[] =
    "{'format': 'hourbook-pack', 'version': 1, 'id': 'child', 'revision': '2', 'extends': 'tiny',"
    " 'name': {'zh': '子', 'en': 'Child'}, 'region': {'zh': '某市', 'en': 'A city'}, 'checked_on': '2025-01-01', " OWN_CLAUSE ","
    " 'inherit': {'clauses': {'a': 'K-1', 'gate': 'K-1', 'warn': 'K-1', 'once': 'K-1', 'part': 'K-1', 'year': 'K-1'}}}";
  g_autoptr (HbkPack) parent = fixture_pack (parent_text, block, rules);
  g_autoptr (GBytes) bytes = fixture_quote (child_text);
  g_autoptr (HbkPack) child = fixture_pack_from (bytes, parent);

  assert_rule (child, "a",
               "a of b §K-1 training course if in_post\nsubject public\nyear end\ncredit sum(1 §K-1, 2 §C-1)\n"
               "else excluded !W-SCOPE §K-1 if in_post\nwarn !W-AMBIG §K-1\ncap year\nonce g by work keep first ever !W-DUP-WORK §K-1\n");
  assert_rule (child, "b",
               "b of b §C-1 training course\nsubject public\nyear end\ncredit 3\n"
               "else excluded !W-SCOPE §K-1 if in_post\nwarn !W-AMBIG §K-1\ncap year\nonce g by work keep first ever !W-DUP-WORK §K-1\n");
  g_assert_cmpstr (g_array_index (child->caps, HbkCap, 0).clause, ==, "K-1");
  g_assert_cmpstr (g_array_index (parent->caps, HbkCap, 0).clause, ==, "C-1");
}

/* A pack that extends none takes no notice of a parent. */
static void
test_no_parent_wanted (void)
{
  g_autoptr (GBytes) bytes = fixture_read ("fixture", "minimal.json");
  g_autoptr (HbkPack) parent = fixture_pack_from (bytes, NULL);
  g_autoptr (HbkPack) pack = fixture_pack_from (bytes, parent);

  g_assert_null (pack->parent);
}

static void
test_peek (void)
{
  static const char *const none[] = { "", "{}", "[]", "{'extends'", "{'extends': 3}", "{'extends': ''}", "{'other': {'extends': 'a'}}", "{'a': '\\'{', 'b': ['extends', 'x']}", "{'a': 'extends'}", "{'extends': 'a b'}", "{'extends': 'a", "['extends']" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GBytes) bytes = fixture_quote (none[i]);
      g_autofree char *extends = hbk_pack_peek_extends (bytes);

      g_assert_null (extends);
    }

  {
    g_autoptr (GBytes) bytes = fixture_quote ("{'x': [1, {'extends': 'y'}], 'extends' : 'jiangsu', 'name': 'extends'}");
    g_autofree char *extends = hbk_pack_peek_extends (bytes);

    g_assert_cmpstr (extends, ==, "jiangsu");
  }
}

/* Only the child's own entries are checked; what the parent has is the parent's affair. */
static void
test_check (void)
{
  g_autofree char *text = g_strconcat (HEAD ", " OWN_CLAUSE ", 'requirements': [{'clause': 'M-1', 'total': 1, 'verdict': 'required'}],"
                                            "'blocks': [{'id': 'own', 'activities': ['training', 'course'], 'subject': 'public', 'rules': [{'id': 'mine', 'clause': 'M-1', 'credit': {'fixed': 8}}]}]}",
                                       NULL);
  g_autoptr (GBytes) parent_bytes = fixture_read ("fixture", "minimal.json");
  g_autoptr (HbkPack) parent = fixture_pack_from (parent_bytes, NULL);
  g_autoptr (GBytes) bytes = fixture_quote (text);
  g_autoptr (HbkPack) pack = fixture_pack_from (bytes, parent);
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  g_autofree char *found = NULL;

  hbk_pack_check (pack, bytes, problems);
  found = fixture_describe (problems, NULL);
  g_assert_cmpstr (found, ==, "line 1: $.clauses[0]: Nothing cites the clause “K-1”. Let a rule cite it, or mark it with “informs”.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack-extends/all", test_all);
  g_test_add_func ("/pack-extends/parent-untouched", test_parent_untouched);
  g_test_add_func ("/pack-extends/replaced-lists", test_replaced_lists);
  g_test_add_func ("/pack-extends/replaced-entries", test_replaced_entries);
  g_test_add_func ("/pack-extends/blocks", test_blocks);
  g_test_add_func ("/pack-extends/subject", test_subject);
  g_test_add_func ("/pack-extends/clauses", test_clauses);
  g_test_add_func ("/pack-extends/no-parent-wanted", test_no_parent_wanted);
  g_test_add_func ("/pack-extends/peek", test_peek);
  g_test_add_func ("/pack-extends/check", test_check);

  return g_test_run ();
}
