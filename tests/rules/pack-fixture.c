/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rules/pack-fixture.h"

GBytes *
fixture_read (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

char *
fixture_describe (HbkProblems *problems, const char *file)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hbk_problems_get_n (problems); i++)
    {
      g_autofree char *line = hbk_problem_to_string (hbk_problems_get (problems, i), file);

      g_assert_nonnull (hbk_problem_get_action (hbk_problems_get (problems, i)));
      g_string_append_printf (text, "%s\n", line);
    }
  if (hbk_problems_get_n_dropped (problems) > 0)
    g_string_append_printf (text, "… and %u more\n", hbk_problems_get_n_dropped (problems));

  return g_string_free_and_steal (text);
}

static void
assert_none (HbkProblems *problems)
{
  g_autofree char *found = fixture_describe (problems, NULL);

  g_assert_cmpstr (found, ==, "");
}

HbkVocabulary *
fixture_get_vocabulary (void)
{
  static HbkVocabulary *vocabulary;

  if (vocabulary == NULL)
    {
      g_autoptr (GBytes) bytes = fixture_read ("fixture", "vocabulary.json");
      g_autoptr (HbkProblems) problems = hbk_problems_new ();

      vocabulary = hbk_vocabulary_read (bytes, problems);
      assert_none (problems);
    }

  return vocabulary;
}

GBytes *
fixture_quote (const char *text)
{
  char *quoted = g_strdelimit (g_strdup (text), "'", '"');

  return g_bytes_new_take (quoted, strlen (quoted));
}

char *
fixture_pack_text (const char *members, const char *block, const char *rules)
{
  return g_strdup_printf (
    "{'format': 'hourbook-pack', 'version': 1, 'id': 'tiny', 'revision': '1',\n"
    " 'name': {'zh': '小', 'en': 'Tiny'}, 'region': {'zh': '某地', 'en': 'Somewhere'},\n"
    " 'notices': [{'id': 'n', 'title': {'zh': '通知', 'en': 'Notice'}, 'issuer': {'zh': '某局', 'en': 'A bureau'}, 'dated': '2024-03-01'}],\n"
    " 'covers': {'from': 2024}, 'checked_on': '2024-12-01',\n"
    " 'clauses': [{'id': 'C-1', 'place': '一', 'text': {'zh': '意思', 'en': 'meaning'}},\n"
    "             {'id': 'C-2', 'place': '二', 'text': {'zh': '意思', 'en': 'meaning'}}],\n"
    " 'readings': [{'id': 'R-1', 'clauses': ['C-1'], 'question': {'zh': '多少？', 'en': 'How many?'}, 'default': 'low', 'weight': 'low',\n"
    "               'options': [{'id': 'low', 'text': {'zh': '少', 'en': 'few'}}, {'id': 'high', 'text': {'zh': '多', 'en': 'many'}}]}],\n"
    " %s\n"
    " 'blocks': [{'id': 'b', 'activities': ['training', 'course'], %s\n"
    "   'rules': [%s]}]}\n",
    members, block, rules);
}

HbkPack *
fixture_pack_from (GBytes *bytes, HbkPack *parent)
{
  g_autoptr (HbkProblems) problems = hbk_problems_new ();
  HbkPack *pack = hbk_pack_read (bytes, fixture_get_vocabulary (), parent, problems);

  assert_none (problems);
  g_assert_nonnull (pack);

  return pack;
}

HbkPack *
fixture_pack (const char *members, const char *block, const char *rules)
{
  g_autofree char *text = fixture_pack_text (members, block, rules);
  g_autoptr (GBytes) bytes = fixture_quote (text);

  return fixture_pack_from (bytes, NULL);
}

HbkRule *
fixture_rule (const HbkPack *pack, const char *id)
{
  for (guint i = 0; i < pack->rules->len; i++)
    {
      HbkRule *rule = g_ptr_array_index (pack->rules, i);

      if (g_str_equal (rule->id, id))
        return rule;
    }

  return NULL;
}
