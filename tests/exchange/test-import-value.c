/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/hbk-import-value.h"

#include "base/hbk-error.h"
#include "exchange/hbk-import-names.h"
#include "exchange/hbk-import-words.h"
#include "exchange/support.h"

static void
test_facts (void)
{
  static const struct
  {
    const char *fact;
    const char *text;
    const char *json;
  } cases[] = {
    { "stated_hours", "30", "30" },
    { "stated_hours", "7.5学时", "7.5" },
    { "stated_hours", "１２ 学时", "12" },
    { "stated_hours", "6个学时", "6" },
    { "stated_hours", "6 课时", "6" },
    { "stated_hours", "6小时", "6" },
    { "stated_hours", "6 hours", "6" },
    { "stated_hours", "1,200", "1200" },
    { "stated_hours", "0", "0" },
    { "days", "3天", "3" },
    { "days", "半天", "0.5" },
    { "days", "0.5", "0.5" },
    { "stated_minutes", "90分钟", "90" },
    { "characters", "3,500字", "3500" },
    { "rank", "第2名", "2" },
    { "rank", "2.0", "2" },
    { "year", "2024年度", "2024" },
    { "author_position", "1", "1" },
    { "completed", "是", "true" },
    { "completed", "否", "false" },
    { "completed", "√", "true" },
    { "completed", "Yes", "true" },
    { "completed", "TRUE", "true" },
    { "completed", "FALSE", "false" },
    { "completed", "1", "true" },
    { "completed", "0", "false" },
    { "completed", "无", "false" },
    { "level", "省级", "\"provincial\"" },
    { "level", "Provincial", "\"provincial\"" },
    { "level", "provincial", "\"provincial\"" },
    { "level", "市（州、厅局）级", "\"city\"" },
    { "journal_index", "SCI", "\"sci\"" },
    { "language_level", "A 级", "\"A\"" },
    { "filed_on", "2024年3月15日", "\"2024-03-15\"" },
    { "filed_on", "45366", "\"2024-03-15\"" },
    { "hours_by_day", "6; 7.5; 9", "[6,7.5,9]" },
    { "hours_by_day", "6、7.5、9学时", "[6,7.5,9]" },
    { "hours_by_day", "6，7", "[6,7]" },
    { "hours_by_day", "6 7", "[6,7]" },
    { "annual_notice", " 人社〔2024〕1号 ", "\"人社〔2024〕1号\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HbkFactSpec *fact = hbk_vocabulary_lookup_fact (support_get_vocabulary (), cases[i].fact);
      g_auto (HbkValue) value = HBK_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *json = NULL;

      g_test_message ("%s: %s", cases[i].fact, cases[i].text);
      hbk_import_read_fact (cases[i].text, fact, &value, &error);
      g_assert_no_error (error);
      node = hbk_value_to_json (&value);
      json = json_to_string (node, FALSE);
      g_assert_cmpstr (json, ==, cases[i].json);
    }
}

/* What is written for people is read again. */
static void
test_written (void)
{
  for (guint i = 0; i < hbk_vocabulary_get_n_facts (support_get_vocabulary ()); i++)
    {
      const HbkFactSpec *fact = hbk_vocabulary_get_fact (support_get_vocabulary (), i);

      for (guint j = 0; fact->choices != NULL && j < fact->choices->len; j++)
        {
          g_auto (HbkValue) value = HBK_VALUE_INIT;

          hbk_value_set_text (&value, g_array_index (fact->choices, HbkChoiceSpec, j).id);
          for (HbkLanguage language = HBK_LANGUAGE_ZH; language <= HBK_LANGUAGE_EN; language++)
            {
              g_autofree char *text = hbk_import_write_fact (fact, &value, language);
              g_auto (HbkValue) again = HBK_VALUE_INIT;

              g_assert_true (hbk_import_read_fact (text, fact, &again, NULL));
              g_assert_true (hbk_value_equal (&value, &again));
            }
        }
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *fact;
    const char *text;
    const char *message;
  } cases[] = {
    { "stated_hours", "x", "“x” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5." },
    { "stated_hours", "-3", "“-3” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5." },
    { "stated_hours", "3天", "“3天” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5." },
    { "stated_hours", "1,20", "“1,20” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5." },
    { "stated_hours", "12,00", "“12,00” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5." },
    { "stated_hours", "0.333", "“0.333” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5." },
    { "stated_hours", "学时", "“学时” is not a number of hours. Write one with at most two decimals, such as 30 or 7.5." },
    { "days", "两天", "“两天” is not a number. Write one with at most two decimals, such as 30 or 7.5." },
    { "rank", "1.5", "“1.5” is not a whole number. Write one such as 3." },
    { "completed", "maybe", "“maybe” is neither yes nor no. Write one of these." },
    { "patent_kind", "商标", "“商标” is none of the answers. Write one of these: 发明, 实用新型, 外观设计." },
    { "hours_by_day", "6; x", "“6; x” is not a list of hours. Write the hours of each day, such as 6; 7.5; 6." },
    { "filed_on", "3月15日", "“3月15日” does not say the year. Write it as 2024-03-15." },
  };
  g_autofree char   *much = g_strnfill (HBK_VALUE_TEXT_MAX + 1, 'x');
  const HbkFactSpec *text_fact = hbk_vocabulary_lookup_fact (support_get_vocabulary (), "annual_notice");
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  g_autoptr (GError) text_error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hbk_import_read_fact (cases[i].text, hbk_vocabulary_lookup_fact (support_get_vocabulary (), cases[i].fact), &value, &error));
      g_assert_error (error, HBK_ERROR, HBK_ERROR_VALUE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }

  g_assert_false (hbk_import_read_fact (much, text_fact, &value, &text_error));
  g_assert_true (g_str_has_suffix (text_error->message, "…” is too long. Shorten it."));
  g_assert_cmpint (value.kind, ==, HBK_VALUE_NONE);
}

/* Many choices are not all named. */
static void
test_many_choices (void)
{
  g_auto (HbkValue) value = HBK_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_false (hbk_import_read_fact ("x", hbk_vocabulary_lookup_fact (support_get_vocabulary (), "contest_kind"), &value, &error));
  g_assert_true (g_str_has_suffix (error->message, ", …."));
}

static void
test_activities (void)
{
  static const struct
  {
    const char *text;
    const char *activity;
  } cases[] = {
    { "training", "training" },
    { "Training class", "training" },
    { "培训班、研修班、进修班", "training" },
    { "进修班", "training" },
    { "培训", "training" },
    { " 论文 ", "paper" },
    { "PAPER", "paper" },
    { "译著", "book" },
    { "网络学习", "online_course" },
    { "公需课", "public_course" },
    { "专利", "patent" },
    { "", NULL },
    { "游泳", NULL },
    { "教材", "book" },
    { "项目", "project" },
  };
  g_autoptr (HbkImportNames) names = hbk_import_names_new (support_get_vocabulary ());

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HbkActivitySpec *activity = hbk_import_names_find_activity (names, cases[i].text);

      g_assert_cmpstr (activity != NULL ? activity->id : NULL, ==, cases[i].activity);
    }

  for (guint i = 0; i < hbk_vocabulary_get_n_activities (support_get_vocabulary ()); i++)
    {
      const HbkActivitySpec *activity = hbk_vocabulary_get_activity (support_get_vocabulary (), i);

      g_assert_true (hbk_import_names_find_activity (names, activity->name.zh) == activity);
      g_assert_true (hbk_import_names_find_activity (names, activity->name.en) == activity);
    }
}

static void
test_words (void)
{
  for (HbkLanguage language = HBK_LANGUAGE_ZH; language <= HBK_LANGUAGE_EN; language++)
    {
      HbkSubject subject = HBK_SUBJECT_NONE;
      HbkStatus  status = HBK_STATUS_DONE;
      gboolean   boolean = TRUE;

      for (HbkStatus i = HBK_STATUS_PLANNED; i <= HBK_STATUS_RETURNED; i++)
        {
          g_assert_true (hbk_import_words_read_status (hbk_import_words_for_status (i, language), &status));
          g_assert_cmpint (status, ==, i);
        }
      for (HbkSubject i = HBK_SUBJECT_PUBLIC; i <= HBK_SUBJECT_PROFESSIONAL; i++)
        {
          g_assert_true (hbk_import_words_read_subject (hbk_import_words_for_subject (i, language), &subject));
          g_assert_cmpint (subject, ==, i);
        }
      for (gboolean i = FALSE; i <= TRUE; i++)
        {
          g_assert_true (hbk_import_words_read_boolean (hbk_import_words_for_boolean (i, language), &boolean));
          g_assert_cmpint (boolean, ==, i);
        }
      g_assert_cmpstr (hbk_import_words_for_subject (HBK_SUBJECT_NONE, language), ==, "");
      g_assert_false (hbk_import_words_read_subject ("", &subject));
    }

  g_assert_true (hbk_import_words_are_total ("合 计："));
  g_assert_true (hbk_import_words_are_total ("Total"));
  g_assert_false (hbk_import_words_are_total ("合计学习班"));
  g_assert_false (hbk_import_words_are_total (""));
  g_assert_true (hbk_import_words_are_nothing (" — "));
  g_assert_true (hbk_import_words_are_nothing (""));
  g_assert_false (hbk_import_words_are_nothing ("0"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-value/facts", test_facts);
  g_test_add_func ("/import-value/written", test_written);
  g_test_add_func ("/import-value/refused", test_refused);
  g_test_add_func ("/import-value/many-choices", test_many_choices);
  g_test_add_func ("/import-value/activities", test_activities);
  g_test_add_func ("/import-value/words", test_words);

  return g_test_run ();
}
