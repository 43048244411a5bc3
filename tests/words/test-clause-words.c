/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "words/hbk-clause-words.h"

#include "support.h"

static void
test_chapter (void)
{
  static const char *const cases[][2] = {
    { "六（一）1", "六" },
    { "四，第1段", "四" },
    { "附件2，2020年·专利", "附件2" },
    { "二(一)", "二" },
    { "四认定(二)2", "四" },
    { "附件一.11", "附件一" },
    { "引言", "引言" },
    { "（一）", "（一）" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *chapter = hbk_clause_words_chapter (cases[i][0]);

      g_assert_cmpstr (chapter, ==, cases[i][1]);
    }
}

/* Figures as the Qinghai notice has them. */
static void
test_figure (void)
{
  static const char *const cases[][2] = {
    { "QH-M4-annual-req", "45 + 90" },
    { "QH-M5-submit-1210", "10 Dec 2024" },
    { "QH-A2-2020-patent-invention", "40 to 60 hours" },
    { "QH-A2-2020-mentor", "7 hours a day" },
    { "QH-M4-excl-cram", "does not count" },
    { "QH-M0-basis", NULL },
  };
  g_autoptr (HbkPack) pack = read_pack ("qinghai");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *figure = hbk_clause_words_figure (pack, cases[i][0], 2024, HBK_LANGUAGE_EN);

      g_assert_cmpstr (figure, ==, cases[i][1]);
    }
}

static gboolean
has_detail (GPtrArray *details, HbkClauseTopic topic, const char *head, const char *text)
{
  for (guint i = 0; i < details->len; i++)
    {
      const HbkClauseDetail *detail = g_ptr_array_index (details, i);

      if (detail->topic == topic && g_str_equal (detail->head, head) && g_str_equal (detail->text, text))
        return TRUE;
    }

  return FALSE;
}

/* Invention patents: 60 for the first three, 50 for the next three, 40 after that; proved by the patent certificate. */
static void
test_details (void)
{
  g_autoptr (HbkPack) pack = read_pack ("qinghai");
  g_autoptr (GPtrArray) details = hbk_clause_words_list_details (pack, "QH-A2-2020-patent-invention", 2024, HBK_LANGUAGE_ZH);

  g_assert_true (has_detail (details, HBK_CLAUSE_RATE, "专利 · 专利类型: 发明 · 排名: 1–3", "60 hours"));
  g_assert_true (has_detail (details, HBK_CLAUSE_RATE, "专利 · 专利类型: 发明 · 排名: 4–6", "50 hours"));
  g_assert_true (has_detail (details, HBK_CLAUSE_RATE, "专利 · 专利类型: 发明 · otherwise", "40 hours"));
  g_assert_true (has_detail (details, HBK_CLAUSE_EVIDENCE, "Proved by", "专利证书"));
}

/* Every clause of every notice can be shown, and those that do not only inform come to something or are cited by what does. */
static void
test_all (void)
{
  static const char *const ids[] = { "changde", "jiangsu", "qinghai", "weihai", "yuxi" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (HbkPack) pack = read_pack (ids[i]);

      for (guint j = 0; j < pack->clauses->len; j++)
        {
          const HbkClause *clause = &g_array_index (pack->clauses, HbkClause, j);
          g_autoptr (GPtrArray) details = hbk_clause_words_list_details (pack, clause->id, 2024, HBK_LANGUAGE_ZH);

          for (guint k = 0; k < details->len; k++)
            {
              const HbkClauseDetail *detail = g_ptr_array_index (details, k);

              g_assert_cmpstr (detail->head, !=, "");
              g_assert_cmpstr (detail->text, !=, "");
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clause-words/chapter", test_chapter);
  g_test_add_func ("/clause-words/figure", test_figure);
  g_test_add_func ("/clause-words/details", test_details);
  g_test_add_func ("/clause-words/all", test_all);

  return g_test_run ();
}
