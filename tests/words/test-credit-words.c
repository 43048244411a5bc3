/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "words/hbk-credit-words.h"

#include "support.h"

/* Figures of the notices, not of the code: Qinghai annex 2 and six (three), Weihai two (two) 3, Changde annex 2. */
static void
test_activities (void)
{
  static const struct
  {
    const char *pack, *activity, *words;
  } cases[] = {
    { "qinghai", "mentoring", "7 hours a day, at most 30 a year" },
    /* By one reading the stated hours come first, by the other the days. */
    { "qinghai", "conference", "as stated: Hours stated, or 7 hours a day" },
    { "qinghai", "exam_preparation", "does not count" },
    { "qinghai", "patent", "30 to 60 hours" },
    { "weihai", "self_taught_exam", "10 hours for each subject passed, at most 40 a year" },
    { "qinghai", "no_such_thing", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HbkPack) pack = read_pack (cases[i].pack);
      g_autofree char *words = hbk_credit_words_activity (pack, cases[i].activity, HBK_LANGUAGE_EN);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Every rule of every notice can be said, and none comes out empty. */
static void
test_all_rules (void)
{
  static const char *const ids[] = { "changde", "jiangsu", "qinghai", "weihai", "yuxi" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (HbkPack) pack = read_pack (ids[i]);

      for (guint j = 0; j < pack->rules->len; j++)
        {
          g_autofree char *words = hbk_credit_words_rule (pack, g_ptr_array_index (pack->rules, j), HBK_LANGUAGE_ZH);

          g_assert_cmpint (g_utf8_strlen (words, -1), >, 3);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credit-words/activities", test_activities);
  g_test_add_func ("/credit-words/all-rules", test_all_rules);

  return g_test_run ();
}
